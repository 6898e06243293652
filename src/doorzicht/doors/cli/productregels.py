"""The fifteen product rules, and the tests that are named after them: `docs/regels.md` is made of this."""

import re
from collections import defaultdict
from pathlib import Path
from typing import Final

REGELS: Final[dict[int, str]] = {
    1: "Zes gemeenten zijn in de database gescheiden; een ander ziet iets alleen door een vastgelegde verstrekking.",
    2: "Geen verrijking voordat taak, gebied en privacycheck 1 zijn vastgelegd.",
    3: "Eerst hit of geen hit; bij geen hit stopt het.",
    4: "Nationaliteit, etniciteit, geboorteplaats, geloof en taal zijn nergens gegeven, filter of volgorde.",
    5: "Geen score, rangorde of voorspelling van een mens; een mens beslist en schrijft de reden.",
    6: "Ontkennen of weigeren weegt niets.",
    7: "Melden kan zonder naam, adres of tijdstip; niemand kan naar een melder zoeken.",
    8: "Bibob, politie, adresonderzoek en zorg liggen in gesloten compartimenten.",
    9: "Zorg gaat voor: eerst bellen bij gevaar of een mogelijk minderjarige.",
    10: "Onder 18 is geen middel nodig; leeftijd onbekend telt als mogelijk minderjarig.",
    11: "Alles heeft een bewaarregel en wordt vernietigd door twee mensen, met bewijs zonder inhoud.",
    12: "Elke inzage, zoekvraag, wijziging en verstrekking staat in een logboek dat niemand ongezien verandert.",
    13: "Inzage, verbetering, beperking en bezwaar van de betrokkene, met uitstel en grond.",
    14: "Genodigden zien alleen hun punten, zolang het overleg duurt.",
    15: "Geen aantal onder de vijf in een openbaar of regionaal cijfer, en nooit een plek.",
}

LATER: Final = {13: "komt met de rechten van betrokkenen"}
"""Rules that nothing touches yet, and what they come with."""

_NAAM: Final = re.compile(r"test_rule_(\d\d)_(.+)\.py")


def files_by_rule(base: Path) -> dict[int, list[Path]]:
    """The test files named after each rule, relative to `base`, by name."""
    found: defaultdict[int, list[Path]] = defaultdict(list)
    for folder in ("src", "tests"):
        for path in sorted((base / folder).rglob("test_rule_*.py")):
            if name := _NAAM.fullmatch(path.name):
                found[int(name[1])].append(path.relative_to(base))
    return dict(found)


def render_rules(base: Path) -> str:
    """The rules as a document: what each says, and every test that fails when it is broken."""
    found = files_by_rule(base)
    parts = [
        "\n# De vijftien regels en hun tests\n\n"
        "Elke regel heeft tests die zijn nummer dragen en falen als de regel wordt gebroken. De volledige tekst "
        "van de regels staat in het ontwerp; hier staat waar ze worden bewaakt.\n"
    ]
    for nummer, zin in REGELS.items():
        parts.append(f"\n## {nummer}. {zin}\n\n")
        parts.extend(f"- `{path.as_posix()}`\n" for path in found.get(nummer, ()))
        if nummer in LATER:
            parts.append(f"- nog geen: {LATER[nummer]}\n")
    return "".join(parts)
