"""`doorzicht import-plan`: load the plan of the region from a file."""

from pathlib import Path

import click
import yaml
from django.utils import timezone

from doorzicht.doors.cli.errors import BeheerFout
from doorzicht.wings.beleid import api as beleid


@click.command()
@click.argument("bestand", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def command(bestand: Path) -> None:
    """Check and load the plan in BESTAND (YAML). The same plan twice is kept once."""
    try:
        content = yaml.safe_load(bestand.read_text())
        version, new = beleid.load_plan(content if isinstance(content, dict) else {}, at=timezone.now())
    except (yaml.YAMLError, UnicodeDecodeError, beleid.OngeldigPlan) as error:
        raise BeheerFout(f"{bestand.name} is no plan. {error}") from error
    actions = sum(len(a["acties"]) for a in version.inhoud["ambities"])
    state = "loaded" if new else "was already loaded"
    click.echo(f"{version.naam}: {state}, {len(version.inhoud['ambities'])} ambitions, {actions} actions.")
