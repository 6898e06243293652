"""`doorzicht weigh FILE.yaml`: weigh the observations about one person from a file. Needs no database.

Exit 0 with the weighing; exit 2 with one Dutch sentence when the file cannot be weighed (an unknown code is
named). The file is read and forgotten: nothing is stored or logged.
"""

import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click
import yaml

from doorzicht.engines.weighing import OngeldigeInvoer, Persoon, Weging, as_plain, weigh
from doorzicht.engines.weighing.text import as_text
from doorzicht.ground.catalogus.bestand import weegcatalogus_on

_SLEUTELS = ("leeftijd", "vorm", "waarnemingen", "tegenfeiten")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="print the weighing as JSON")
@click.option("--op", type=click.DateTime(["%Y-%m-%d"]), help="use the catalogue as it holds on this day")
def command(file: Path, as_json: bool, op: datetime | None) -> None:
    """Weigh the observations about ONE person. It prints which elements they support, never a conclusion."""
    try:
        weging = _weigh_file(file, op=op.date() if op else date.today())
    except OngeldigeInvoer as fout:
        click.echo(f"doorzicht: {fout}", err=True)
        sys.exit(2)
    click.echo(json.dumps(as_plain(weging), ensure_ascii=False, indent=2) if as_json else as_text(weging))


def _weigh_file(file: Path, *, op: date) -> Weging:
    try:
        inhoud = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as fout:
        raise OngeldigeInvoer("Dit bestand is geen leesbare YAML.") from fout
    return weigh(weegcatalogus_on(op), read_person(inhoud))


def read_person(inhoud: Any) -> Persoon:
    """Return the person in the file. Raises `OngeldigeInvoer` with a sentence that says what to change."""
    if not isinstance(inhoud, dict):
        raise OngeldigeInvoer(f"Het bestand gaat over één persoon, met de velden: {', '.join(_SLEUTELS)}.")
    vreemd = sorted(str(sleutel) for sleutel in inhoud if sleutel not in _SLEUTELS)
    if vreemd:
        raise OngeldigeInvoer(f"Dit veld kennen we niet: {', '.join(vreemd)}.")
    for sleutel in ("leeftijd", "vorm"):
        if not isinstance(inhoud.get(sleutel), str):
            raise OngeldigeInvoer(f"Vul {sleutel} in. ‘onbekend’ mag ook.")
    return Persoon(
        leeftijd=inhoud["leeftijd"],
        vorm=inhoud["vorm"],
        waarnemingen=_texts(inhoud, "waarnemingen"),
        tegenfeiten=_texts(inhoud, "tegenfeiten"),
    )


def _texts(inhoud: dict[str, Any], sleutel: str) -> tuple[str, ...]:
    lijst = inhoud.get(sleutel) or []
    if not isinstance(lijst, list) or not all(isinstance(tekst, str) for tekst in lijst):
        raise OngeldigeInvoer(f"{sleutel} is een lijst met teksten, zoals [ARB02, ARB03].")
    return tuple(lijst)
