"""`doorzicht bench`: figures as multiples of the calibrator, measured in the same run on the same machine."""

import json
from collections.abc import Callable
from dataclasses import dataclass

import click

from doorzicht.doors.cli.meten.processen import spent
from doorzicht.doors.cli.meten.stand import Stand, calibrator, open_stand, serve
from doorzicht.doors.cli.meten.taken import prepare, run_in_stand
from doorzicht.doors.cli.meten.verkeer import Tijden, Verzoek, send_many

APPLICATION = "doorzicht.doors.web.wsgi:application"


@dataclass(frozen=True, slots=True)
class Meting:
    """Processor time per request in milliseconds, application and PostgreSQL together, and wall times."""

    naam: str
    cpu_ms: float
    tijden: Tijden


@click.group()
def command() -> None:
    """Measure. Absolute times on a shared machine mean little: read the ratios."""


@command.command()
@click.option("-n", default=300, show_default=True, help="Requests per measurement.")
def intake(n: int) -> None:
    """A melding through the staff card, everything included: validate, encrypt, index, log."""
    _measure("intake", n=n, limits="target <= 1.5x calibrator, <= 12x persistent, <= 15 statements")


@command.command()
@click.option("-n", default=200, show_default=True, help="Requests per measurement.")
@click.option("--meldingen", default=300, show_default=True, help="Open meldingen in the database.")
def worklist(n: int, meldingen: int) -> None:
    """The worklist of 100 with the real template."""
    _measure("worklist", n=n, meldingen=meldingen, limits="target <= 5x calibrator, constant statements")


def _measure(taak: str, *, n: int, limits: str, meldingen: int = 20) -> None:
    with open_stand() as stand:
        click.echo(f"Stand ready; {taak}, n = {n} requests each, one client.")
        prepare(stand, meldingen=meldingen)
        bare = _calibrate(stand, persistent=False, n=n)
        kept = _calibrate(stand, persistent=True, n=n)
        with serve(stand, APPLICATION) as (pid, port):
            request = run_in_stand(stand, taak)
            statements = request.statements
            ours = _timed(taak, stand, pid, port, request.make, n=n, verwacht=request.verwacht)
    for row in (bare, kept, ours):
        click.echo(
            f"{row.naam:<34} {row.cpu_ms:7.2f} ms cpu   p50 {row.tijden.p50:7.1f} ms   p95 {row.tijden.p95:7.1f} ms"
        )
    click.echo(
        f"{taak}: {ours.cpu_ms / bare.cpu_ms:.2f}x the calibrator, {ours.cpu_ms / kept.cpu_ms:.1f}x the persistent"
    )
    click.echo(f"{taak}: {statements} SQL statements per request ({limits})")
    figures = {"taak": taak, "n": n, "x_ijk": ours.cpu_ms / bare.cpu_ms, "x_vast": ours.cpu_ms / kept.cpu_ms,
               "statements": statements}  # fmt: skip
    click.echo(json.dumps(figures))


def _calibrate(stand: Stand, *, persistent: bool, n: int) -> Meting:
    name = "calibrator, persistent connection" if persistent else "calibrator, new connection"
    with serve(stand, calibrator(persistent=persistent)) as (pid, port):
        return _timed(name, stand, pid, port, lambda: Verzoek("GET", "/", {}), n=n, verwacht=200)


def _timed(
    naam: str, stand: Stand, pid: int, port: int, make: Callable[[], Verzoek], *, n: int, verwacht: int
) -> Meting:
    """Warm up, then measure: both workers have loaded everything and hold their connection."""
    send_many(port, make, n=30, verwacht=verwacht)
    before = spent([pid, stand.postgres_pid])
    tijden = send_many(port, make, n=n, verwacht=verwacht)
    used = spent([pid, stand.postgres_pid]) - before
    return Meting(naam, used.seconden * 1000 / n, tijden)
