"""`doorzicht rotate-sleutels`: a new master key; every key is wrapped anew while people work."""

import json
import sys
import time
from dataclasses import asdict, dataclass
from functools import partial
from typing import TYPE_CHECKING

import click

from doorzicht.doors.cli.errors import BeheerFout
from doorzicht.doors.cli.meter import Meter
from doorzicht.doors.cli.migrate import start_django_as
from doorzicht.doors.cli.verbinding import connect

if TYPE_CHECKING:
    import psycopg

    from doorzicht.ground.vault.rotatie import Voortgang

GEDULD_SECONDEN = 90
"""How long to go on trying dossiers that somebody works on; the longest transaction takes 30 seconds."""


@dataclass(slots=True)
class Verslag:
    """What was done, for people and as JSON. `resterend` dossiers are not wrapped with `versie` yet."""

    versie: int
    hervat: bool
    verpakt: int
    tweede_factoren: int
    beschadigde_factoren: int
    resterend: int
    onleesbaar: int
    beschadigd: int
    seconden: float
    per_seconde: int
    oude_versies: list[int]


@click.command()
@click.option("--json", "as_json", is_flag=True, help="print the result as JSON")
@click.option("--verwijder-oude", is_flag=True, help="remove the old master keys that nothing needs any more")
@click.option(
    "--ook-voor-back-ups", is_flag=True, help="remove them although back-ups that are here need them"
)
def command(as_json: bool, verwijder_oude: bool, ook_voor_back_ups: bool) -> None:
    """Make a new version of the master key and wrap every key with it. Nobody has to stop working.

    Broken off at any point, the same command goes on where it was. Exit code 0: all keys are under the new
    version. Exit code 1: some are not; the report says how many and why.
    """
    start_django_as("eigenaar")
    from doorzicht.doors.cli.sleutelproef import refuse_wrong_keys, require_prepared
    from doorzicht.ground.vault.hoofdsleutels import HoofdsleutelOntbreekt
    from doorzicht.ground.vault.rotatie import NogInGebruik, RotatieBezig, lock

    try:
        with connect() as db:
            lock(db)
            require_prepared()
            refuse_wrong_keys()
            if verwijder_oude:
                _retire(db, as_json=as_json, ook_voor_back_ups=ook_voor_back_ups)
            else:
                verslag = _rotate(db)
                click.echo(json.dumps(asdict(verslag)) if as_json else _in_words(verslag))
                sys.exit(1 if verslag.resterend else 0)
    except (RotatieBezig, NogInGebruik, HoofdsleutelOntbreekt) as error:
        raise BeheerFout(str(error)) from None


def _rotate(db: "psycopg.Connection") -> Verslag:
    """One rotation from beginning (or where it was) to end."""
    from doorzicht.doors.cli.sleutelproef import plaats
    from doorzicht.doors.cli.tweede_factoren import rewrap_second_factors
    from doorzicht.ground.vault import rotatie
    from doorzicht.ground.vault.hoofdsleutels import folder
    from doorzicht.ground.vault.merken import register

    began = time.monotonic()
    voortgang = rotatie.begin(db, folder=folder(), before_use=_keep_for_recovery)
    register(db, plaats())
    mark = rotatie.next_transaction(db)
    meter = Meter("keys", total=rotatie.remaining(db, voortgang.versie))
    seconds = _walk(db, voortgang, meter=meter, mark=mark)
    factors, bad_factors = rewrap_second_factors(voortgang.versie)
    meter.end()
    left = rotatie.remaining(db, voortgang.versie)
    if not left:
        rotatie.finish(db, voortgang.versie)
    return Verslag(
        versie=voortgang.versie, hervat=voortgang.hervat, verpakt=voortgang.verpakt, tweede_factoren=factors,
        beschadigde_factoren=bad_factors,
        resterend=left, onleesbaar=len(voortgang.onleesbaar), beschadigd=len(voortgang.beschadigd),
        seconden=round(time.monotonic() - began, 2), per_seconde=round(voortgang.verpakt / max(seconds, 1e-6)),
        oude_versies=rotatie.old_versions(db, folder=folder()),
    )  # fmt: skip


def _keep_for_recovery(versie: int, key: bytes) -> None:
    """Into the recovery file before anything is wrapped with it: it could be all that is left tomorrow."""
    from doorzicht.doors.cli.herstelsleutel import write_recovery_file
    from doorzicht.ground.vault.geheimen import HOOFDSLEUTEL
    from doorzicht.ground.vault.herstel import GeenHerstelsleutel

    try:
        write_recovery_file(extra={f"{HOOFDSLEUTEL}{versie}": key})
    except GeenHerstelsleutel:
        click.echo("There is no recovery key: `doorzicht herstelsleutel maak` makes one.", err=True)


def _walk(db: "psycopg.Connection", voortgang: "Voortgang", *, meter: Meter, mark: str) -> float:
    """Pass after pass until nothing is behind, also of what was still being written when the key changed.

    Answers the seconds spent on wrapping.
    """
    from doorzicht.doors.cli.sleutelproef import kluis
    from doorzicht.ground.vault import rotatie

    until, working = time.monotonic() + GEDULD_SECONDEN, 0.0
    while True:
        began, settled = time.monotonic(), rotatie.has_ended_before(db, mark)
        for done in rotatie.rewrap_all(db, voortgang, kluis=kluis()):
            meter.add(done)
        working += time.monotonic() - began
        hopeless = len(voortgang.onleesbaar) + len(voortgang.beschadigd)
        if (settled and rotatie.remaining(db, voortgang.versie) <= hopeless) or time.monotonic() > until:
            return working
        time.sleep(0.2)


def _retire(db: "psycopg.Connection", *, as_json: bool, ook_voor_back_ups: bool) -> None:
    from doorzicht.doors.cli.kopie.plaats import refuse_needed
    from doorzicht.doors.cli.tweede_factoren import refuse_older
    from doorzicht.ground.vault import rotatie
    from doorzicht.ground.vault.hoofdsleutels import folder
    from doorzicht.ground.vault.merken import forget

    def check(versie: int) -> None:
        refuse_older(db, versie)
        if not ook_voor_back_ups:
            refuse_needed(versie)

    gone = []
    for versie in rotatie.old_versions(db, folder=folder()):
        rotatie.retire(db, versie, folder=folder(), check=partial(check, versie))
        forget(db, versie)
        gone.append(versie)
    words = f"Removed: master key {', '.join(map(str, gone))}." if gone else "There is no old master key."
    click.echo(json.dumps({"verwijderd": gone}) if as_json else words)


def _in_words(v: Verslag) -> str:
    lines = [
        f"Master key {v.versie}{' (went on with it)' if v.hervat else ''}: {v.verpakt} keys and "
        f"{v.tweede_factoren} second factors wrapped in {v.seconden} s ({v.per_seconde} keys/s)."
    ]
    if v.onleesbaar:
        lines.append(
            f"{v.onleesbaar} dossiers have no part in the key store: they cannot be read or wrapped."
        )
    if v.beschadigd:
        lines.append(f"{v.beschadigd} wrapped keys do not open with their own master key: damaged.")
    if v.beschadigde_factoren:
        lines.append(
            f"{v.beschadigde_factoren} second factors do not open: damaged. Let their owners set up a new one."
        )
    if v.resterend:
        lines.append(f"{v.resterend} dossiers still need an older master key: run this again.")
    elif v.oude_versies:
        old = ", ".join(map(str, v.oude_versies))
        lines.append(
            f"Nothing needs master key {old} any more: `doorzicht rotate-sleutels --verwijder-oude`."
        )
    return "\n".join(lines)
