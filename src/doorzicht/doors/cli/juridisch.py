"""What a lawyer or the FG must still confirm: every entry of the catalogue whose source is not seen ([K]) or proposed
([P]), with what it says, where the house uses it, and what must be confirmed.

Made from the files themselves, so that an entry that was confirmed (its source says `V` or `S` and no longer `K` or
`P`) leaves the list by itself.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from doorzicht.ground.catalogus.bestand import read_files

_MERK = re.compile(r"(?<![A-Za-z0-9])([KP])(?![A-Za-z0-9])")
# Where an entry of a file is used, and what there is to confirm about it.
WAAR: dict[str, tuple[str, str]] = {
    "wet-273f": ("de elementen bij het wegen", "Klopt het element, en vanaf welke dag?"),
    "waarnemingen": (
        "de keuzelijst van waarnemingen en de elementen bij het wegen",
        "Klopt de koppeling en het gewicht?",
    ),
    "ilo-2009": ("de zes dimensies bij het wegen", "Klopt dit met de lijst van de ILO?"),
    "vormen": ("de vorm bij een melding en de weging", "Klopt de indeling?"),
    "sectoren": ("de sector bij een melding", "Klopt de indeling?"),
    "kwetsbaarheden": ("het aparte blok bij de weging", "Mag dit worden vastgelegd?"),
    "taken": (
        "de vraag naar de taak bij weging, privacycheck en verstrekking",
        "Klopt de grondslag en het orgaan?",
    ),
    "grondslagen": (
        "de vraag naar de grondslag bij privacycheck en verstrekking",
        "Mag dit artikel hier worden gebruikt?",
    ),
    "bewaarregels": (
        "de dag waarop iets wordt vernietigd",
        "Klopt de termijn, en stelt de gemeente hem vast?",
    ),
    "termijnen": ("de dag waarop iets te laat is", "Past deze termijn bij de gemeente?"),
    "uitkomsten": ("wat er na een weging kan", "Is hier een tweede mens nodig?"),
    "besluiten": ("wat het overleg kan besluiten", "Klopt wat eerst moet?"),
    "bronnen": (
        "waar de gemeente na privacycheck 1 in mag kijken",
        "Mag de gemeente dit voor deze taak inzien?",
    ),
    "functiekaarten": ("de kaart waarmee een medewerker meldt", "Mag deze vraag worden gesteld?"),
    "vragen-publiek": ("het openbare formulier", "Mag deze vraag worden gesteld?"),
}
_ONBEKEND = ("zie het bestand", "Klopt dit?")
SOORTEN = {"K": "uit kennis, niet nagegaan", "P": "voorstel van ons"}


@dataclass(frozen=True, slots=True)
class Punt:
    """One thing to confirm: `merk` is K, P or both; `zegt` what the catalogue says now."""

    bestand: str
    code: str
    merk: str
    zegt: str
    bron: str


def open_points() -> Iterator[Punt]:
    """What is not confirmed yet, file after file, in the order of the file."""
    for naam, inhoud in sorted(read_files().items()):
        for code, entry in _entries(inhoud):
            if marks := marks_of(str(entry.get("bron", ""))):
                yield Punt(naam, code, marks, _says(entry), str(entry["bron"]))


def marks_of(bron: str) -> str:
    """The marks in a source that ask for a lawyer: `K`, `P`, `K, P` or nothing."""
    return ", ".join(sorted(set(_MERK.findall(bron))))


def render_lawyers_list() -> str:
    """The document, a table a file."""
    points = list(open_points())
    parts = []
    for naam in dict.fromkeys(p.bestand for p in points):
        waar, vraag = WAAR.get(naam, _ONBEKEND)
        rows = [p for p in points if p.bestand == naam]
        lines = "".join(f"| `{p.code}` | {p.merk} | {_cell(p.zegt)} | {_cell(p.bron)} | |\n" for p in rows)
        parts.append(
            f"## `{naam}.yaml` ({len(rows)})\n\nGebruikt voor: {waar}. Te bevestigen: {vraag}\n\n"
            "| Wat | Merk | Wat er nu staat | Bron nu | Bevestigd door, op |\n| --- | --- | --- | --- | --- |\n"
            f"{lines}\n"
        )
    count = {merk: sum(merk in p.merk for p in points) for merk in SOORTEN}
    return (
        "\n# Voor de jurist en de FG: wat nog niet bevestigd is\n\n"
        "Elke regel hieronder staat in de catalogus (`src/doorzicht/ground/catalogus/data/`) en is nog niet door een "
        "jurist of de FG bevestigd. Bevestigd? Zet de bron in het bestand op `V` (gezien, met vindplaats); dan "
        "verdwijnt de regel uit deze lijst. Hoe je een bestand wijzigt, staat in `catalogus.md`.\n\n"
        + "".join(f"- **{merk}**: {zin} ({count[merk]} regels)\n" for merk, zin in SOORTEN.items())
        + "\n"
        + "".join(parts)
    ).rstrip() + "\n"


def _entries(node: Any, *, above: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Everything with a source of its own, with the code it has or lies below; the file itself first."""
    if isinstance(node, Mapping):
        code = str(node.get("code") or node.get("dimensie") or "")
        name = " ".join(part for part in (above, code) if part)
        if "bron" in node:
            yield name or "het hele bestand", node
        for value in node.values():
            yield from _entries(value, above=name)
    elif isinstance(node, list):
        for item in node:
            yield from _entries(item, above=above)


def _says(entry: Mapping[str, Any]) -> str:
    """What stands there, in the words of the file."""
    fields = (
        "naam",
        "label",
        "artikel",
        "grondslag",
        "orgaan",
        "termijn",
        "vanaf",
        "gewicht",
        "reden",
        "let_op",
        "uitleg",
    )
    found = [_word(name, entry[name]) for name in fields if entry.get(name) not in (None, "")]
    return "; ".join(found) or "de bron van het bestand"


def _word(name: str, value: Any) -> str:
    if isinstance(value, Mapping):
        return f"{name}: " + ", ".join(f"{k} {v}" for k, v in value.items())
    return str(value) if name in {"naam", "label", "reden"} else f"{name}: {value}"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
