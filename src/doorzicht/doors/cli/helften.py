"""The two papers of the recovery key, on the screen of whoever prints or types them. In Dutch: they are for people."""

import secrets
import sys

import click

from doorzicht.doors.cli.errors import BeheerFout
from doorzicht.ground.vault.helften import (
    REGELS,
    Helft,
    HelftenHorenNietBijElkaar,
    OngeldigeRegel,
    join,
    read_half,
    read_line,
)

_POGINGEN = 5


def show(half: Helft, *, kenmerk: str) -> None:
    """Print one half, on a screen of its own where there is a screen."""
    _empty_screen()
    click.echo(f"\nHERSTELSLEUTEL VAN DOORZICHT   kenmerk {kenmerk}   HELFT {half.nummer} VAN 2\n")
    for regel, text in enumerate(half.regels, start=1):
        click.echo(f"   regel {regel}   {text}")
    click.echo(
        f"\nSchrijf deze {REGELS} regels over of druk ze af. Deze helft is voor één persoon; de andere helft is voor"
        "\neen ander. Wie er maar een heeft, heeft niets. Doorzicht bewaart de helften niet.\n"
    )


def ask_back(half: Helft) -> None:
    """Have one line typed back, so that the paper is known to be good before the screen is emptied."""
    regel = secrets.randbelow(REGELS) + 1
    text = _ask_line(half.nummer, regel, wat="Typ ter controle ")
    if read_line(text, helft=half.nummer, regel=regel) != half.part(regel):
        raise BeheerFout("Die regel is van een andere herstelsleutel. Begin opnieuw. Er is niets veranderd.")


def ask_identity() -> str:
    """Both halves, line by line; what cannot be is asked again at once. The private key that they make."""
    halves = [
        read_half([_ask_line(nummer, regel) for regel in range(1, REGELS + 1)], helft=nummer)
        for nummer in (1, 2)
    ]
    _empty_screen()
    try:
        return join(*halves)
    except HelftenHorenNietBijElkaar as error:
        raise BeheerFout(str(error)) from None


def _ask_line(helft: int, regel: int, *, wat: str = "") -> str:
    """A typed line that fits its place."""
    for _ in range(_POGINGEN):
        text: str = click.prompt(f"{wat}helft {helft}, regel {regel} van {REGELS}", err=True)
        try:
            read_line(text, helft=helft, regel=regel)
        except OngeldigeRegel as error:
            click.echo(str(error), err=True)
        else:
            return text
    raise BeheerFout(f"{_POGINGEN} keer was de regel niet goed. Er is niets veranderd.")


def _empty_screen() -> None:
    if sys.stdout.isatty():
        click.clear()
