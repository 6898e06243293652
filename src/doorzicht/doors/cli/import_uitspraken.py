"""`doorzicht import-uitspraken`: public rulings as meldingen, with the observations of the coding file."""

import hashlib
from pathlib import Path
from typing import Any

import click
import yaml
from django.utils import timezone

from doorzicht.doors.cli.errors import BeheerFout
from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.catalogus.codering import FeitCodering, FeitVeranderd, UitspraakCodering, read_coding
from doorzicht.ground.organisaties.kanalen import UITSPRAAK
from doorzicht.wings.signaleren import api as signaleren


@click.command()
@click.argument("bestand", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--gemeente", default="0246", show_default=True, help="CBS code of the municipality that gets them."
)
def command(bestand: Path, gemeente: str) -> None:
    """Read the rulings in BESTAND (YAML) as meldingen of one municipality. A ruling read twice is stored once."""
    coding, new, facts, uncoded = read_coding(), 0, 0, []
    rulings = _rulings(bestand, coding)
    with context(Actor.systeem(gemeente)) as actor:
        for ruling in rulings:
            invoer = _invoer(ruling, coding[ruling["id"]], gemeente=gemeente)
            new += not signaleren.receive(invoer, by=actor, at=timezone.now()).dubbel
            facts += len(ruling["facts"])
            uncoded += [(ruling["id"], f) for f in coding[ruling["id"]].feiten if f.soort == "ongecodeerd"]
    click.echo(
        f"{len(rulings)} rulings read, {new} new; {facts} facts, {facts - len(uncoded)} of them coded."
    )
    click.echo(f"Not covered by any observation (n = {len(uncoded)} of {facts}):")
    for ruling_id, fact in uncoded:
        click.echo(f"  {ruling_id} fact {fact.feit}: {fact.reden}")


def _rulings(bestand: Path, coding: Any) -> list[dict[str, Any]]:
    """The rulings of the file, each checked against the texts that were coded."""
    try:
        rulings: list[dict[str, Any]] = yaml.safe_load(bestand.read_text())["rulings"]
        for ruling in rulings:
            coding[ruling["id"]].check_facts([fact["text"] for fact in ruling["facts"]])
    except (yaml.YAMLError, UnicodeDecodeError, KeyError, TypeError) as error:
        raise BeheerFout(f"{bestand.name} is no file of coded rulings: {error}") from error
    except FeitVeranderd as error:
        raise BeheerFout(str(error)) from error
    return rulings


def _invoer(ruling: dict[str, Any], coding: UitspraakCodering, *, gemeente: str) -> signaleren.MeldingInvoer:
    """One ruling as a melding: a person for each presumed victim, counter-facts apart, the facts as the story."""
    texts = [fact["text"] for fact in ruling["facts"]]
    ages = {p.leeftijd for p in coding.personen}
    return signaleren.MeldingInvoer(
        kanaal=UITSPRAAK,
        inzending=hashlib.sha256(f"uitspraak|{gemeente}|{ruling['id']}".encode()).digest(),
        label=f"Openbare uitspraak {ruling['id']}",
        verhaal="\n".join(f"{n}. {text}" for n, text in enumerate(texts, start=1)),
        taal="en",
        leeftijd="minderjarig"
        if "minderjarig" in ages
        else ("onbekend" if "onbekend" in ages else "meerderjarig"),
        vormen=tuple(sorted({p.vorm for p in coding.personen} - {"onbekend"})),
        gebied="ja",
        personen=tuple(_persoon(p.id, p.leeftijd, coding, texts) for p in coding.personen),
        waarnemingen=tuple(w for f in coding.feiten for w in _loose(f, texts)),
    )


def _persoon(
    person_id: str, leeftijd: str, coding: UitspraakCodering, texts: list[str]
) -> signaleren.PersoonInvoer:
    seen = [
        signaleren.WaarnemingInvoer(code.code, toelichting=code.reden, bron=f"feit {fact.feit}")
        for fact in coding.facts_about(person_id, soort="waarneming")
        for code in fact.codes
    ]
    once = {w.code: w for w in reversed(seen)}
    apart = [
        signaleren.WaarnemingInvoer(soort=soort, toelichting=texts[fact.feit - 1], bron=f"feit {fact.feit}")
        for soort in ("kwetsbaarheid", "tegenfeit")
        for fact in coding.facts_about(person_id, soort=soort)
    ]
    return signaleren.PersoonInvoer(
        aanduiding=f"Persoon {person_id}",
        leeftijd=leeftijd,
        rollen=("slachtoffer",),
        waarnemingen=(*reversed(once.values()), *apart),
    )


def _loose(fact: FeitCodering, texts: list[str]) -> list[signaleren.WaarnemingInvoer]:
    """What the source does not tie to anybody stands apart and counts for nobody."""
    if fact.over or fact.soort in {"ongecodeerd", "profiel"}:
        return []
    source = f"feit {fact.feit}"
    if fact.soort == "waarneming":
        return [signaleren.WaarnemingInvoer(c.code, toelichting=c.reden, bron=source) for c in fact.codes]
    return [signaleren.WaarnemingInvoer(soort=fact.soort, toelichting=texts[fact.feit - 1], bron=source)]
