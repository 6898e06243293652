"""`doorzicht bench`: figures as multiples of the calibrator, measured in the same run on the same machine."""

import json
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import click
from django.conf import settings

from doorzicht.doors.cli.meten.processen import spent
from doorzicht.doors.cli.meten.stand import Stand, calibrator, open_stand, remove_stand, serve
from doorzicht.doors.cli.meten.taken import ask_many, run_in_stand
from doorzicht.doors.cli.meten.verkeer import Tijden, Verzoek, send_many
from doorzicht.doors.cli.meten.voorraad import CORES, Voorraad, ensure_filled

APPLICATION = "doorzicht.doors.web.wsgi:application"
RONDEN = 10
_MELDINGEN = click.option(
    "--meldingen",
    multiple=True,
    type=click.IntRange(min=100),
    default=(10_000,),
    show_default=True,
    help="In a database of that many; more than one: in one run. Filled first when it is not there.",
)


@dataclass(frozen=True, slots=True)
class Meting:
    """Processor time per request in milliseconds, application and PostgreSQL together, and wall times."""

    naam: str
    cpu_ms: float
    tijden: Tijden

    def __str__(self) -> str:
        p50, p95 = self.tijden.p50, self.tijden.p95
        return f"{self.naam:<34} {self.cpu_ms:7.2f} ms cpu   p50 {p50:7.1f} ms   p95 {p95:7.1f} ms"


@click.group()
def command() -> None:
    """Measure. Absolute times on a shared machine mean little: read the ratios."""


@command.command()
@click.option(
    "--meldingen", type=click.IntRange(min=100), required=True, help="How many the database must hold."
)
@click.option(
    "--processen", type=click.IntRange(min=1), default=CORES, show_default=True, help="Side by side."
)
def seed(meldingen: int, processen: int) -> None:
    """Fill a database with invented meldingen, really encrypted. Goes on where it was broken off."""
    with open_stand(_folder(), durable=False) as stand:
        _tell(ensure_filled(stand, meldingen, processen=processen))


@command.command()
@click.option("-n", default=300, show_default=True, help="Requests per measurement.")
@_MELDINGEN
def intake(n: int, meldingen: tuple[int, ...]) -> None:
    """A melding through the staff card, everything included: validate, encrypt, index, log."""
    limits = "target <= 1.5x calibrator, <= 12x persistent, <= 15 statements"
    _measure("intake", n=n, sizes=meldingen, limits=limits)


@command.command()
@click.option("-n", default=200, show_default=True, help="Requests per measurement.")
@_MELDINGEN
def worklist(n: int, meldingen: tuple[int, ...]) -> None:
    """The worklist of 100 with the real template."""
    _measure("worklist", n=n, sizes=meldingen, limits="target <= 5x calibrator, constant statements")


@command.command()
@click.option("-n", default=200, show_default=True, help="Requests per measurement.")
@_MELDINGEN
def start(n: int, meldingen: tuple[int, ...]) -> None:
    """The start page of somebody who weighs: the worklist's head, and what waits."""
    _measure("start", n=n, sizes=meldingen, limits="no target of its own; constant statements")


@command.command()
@click.option("-n", default=1000, show_default=True, help="Questions per measurement.")
@_MELDINGEN
def herkenning(n: int, meldingen: tuple[int, ...]) -> None:
    """Seen before? Dossiers with five identifiers, each question a transaction of the application's role."""
    sizes = _filled(meldingen)
    with open_stand(_folder()) as stand:
        for size in sizes:
            answered = ask_many(stand.with_database(size.database), n)
            click.echo(
                f"{size.meldingen} meldingen, {answered.kenmerken} identifiers: "
                f"p50 {answered.tijden.p50:.2f} ms   p95 {answered.tijden.p95:.2f} ms   n = {answered.tijden.n}, "
                f"{answered.statements} SQL statements (target p95 <= 2 ms among 3 000 000)"
            )


@command.command()
@click.confirmation_option(prompt="Destroy every bench database and its keys?")
def clean() -> None:
    """Remove what was filled, the bench server included."""
    remove_stand(_folder())


def _folder() -> Path:
    return Path(settings.VAR_DIR) / "bench"


def _filled(sizes: tuple[int, ...]) -> list[Voorraad]:
    """Fill what is missing, on a server without fsync, before anything is measured on one with."""
    with open_stand(_folder(), durable=False) as stand:
        return [_tell(ensure_filled(stand, size, processen=CORES)) for size in sorted(sizes)]


def _tell(voorraad: Voorraad) -> Voorraad:
    if voorraad.toegevoegd:
        click.echo(
            f"{voorraad.toegevoegd} meldingen in {voorraad.kopieren_s + voorraad.indexen_s:.1f} s "
            f"({voorraad.toegevoegd / (voorraad.kopieren_s + voorraad.indexen_s):.0f}/s): copied in "
            f"{voorraad.kopieren_s:.1f} s ({1e6 * voorraad.cpu_s / voorraad.toegevoegd:.0f} us of processor each, "
            f"PostgreSQL's {1e6 * voorraad.postgres_s / voorraad.toegevoegd:.0f} us beside it), "
            f"keys and indexes in {voorraad.indexen_s:.1f} s"
        )
    click.echo(f"{voorraad.database}: {voorraad.meldingen} meldingen, {voorraad.megabytes} MB")
    return voorraad


@dataclass(slots=True)
class Doel:
    """A running server that is measured, with what was measured so far."""

    naam: str
    pid: int
    poort: int
    make: Callable[[], Verzoek]
    verwacht: int
    cpu_s: float = 0.0
    taken: list[float] = field(default_factory=list)

    def measure(self, n: int, *, postgres_pid: int) -> None:
        """`n` more requests. Only one server is asked at a time, so PostgreSQL's time is its time."""
        before = spent([self.pid, postgres_pid])
        self.taken += send_many(self.poort, self.make, n=n, verwacht=self.verwacht)
        self.cpu_s += (spent([self.pid, postgres_pid]) - before).seconden

    @property
    def meting(self) -> Meting:
        """The sum of all rounds."""
        return Meting(self.naam, self.cpu_s * 1000 / len(self.taken), Tijden.of(self.taken))


def _measure(taak: str, *, n: int, sizes: tuple[int, ...], limits: str) -> None:
    """Calibrator and application in turn, in rounds: what the machine does meanwhile hits all of them alike."""
    filled = _filled(sizes)
    with open_stand(_folder()) as stand, ExitStack() as servers:
        click.echo(f"{taak}, n = {n} requests each in {RONDEN} rounds, one client.")
        bare, kept = (_calibrator(stand, servers, persistent=p) for p in (False, True))
        ours, statements = [], []
        for size in filled:
            here = stand.with_database(size.database)
            request = run_in_stand(here, taak)
            pid, port = servers.enter_context(serve(here, APPLICATION))
            ours.append(
                Doel(f"{taak}, {size.meldingen} meldingen", pid, port, request.make, request.verwacht)
            )
            statements.append(request.statements)
        _in_rounds([bare, kept, *ours], n=n, postgres_pid=stand.postgres_pid)
    click.echo(str(bare.meting))
    click.echo(str(kept.meting))
    for doel, size, counted in zip(ours, filled, statements, strict=True):
        _compare(taak, size, doel.meting, bare.meting, kept.meting, counted, limits)
    if len(ours) > 1:
        ratio = ours[-1].meting.tijden.p95 / ours[0].meting.tijden.p95
        click.echo(f"{taak}: p95 at {filled[-1].meldingen} is {ratio:.2f}x that at {filled[0].meldingen}")


def _calibrator(stand: Stand, servers: ExitStack, *, persistent: bool) -> Doel:
    name = "calibrator, persistent connection" if persistent else "calibrator, new connection"
    pid, port = servers.enter_context(serve(stand, calibrator(persistent=persistent)))
    return Doel(name, pid, port, lambda: Verzoek("GET", "/", {}), 200)


def _in_rounds(doelen: list[Doel], *, n: int, postgres_pid: int) -> None:
    """Warm up first: both workers have loaded everything and hold their connection."""
    for doel in doelen:
        send_many(doel.poort, doel.make, n=30, verwacht=doel.verwacht)
    for _ in range(RONDEN):
        for doel in doelen:
            doel.measure(max(1, n // RONDEN), postgres_pid=postgres_pid)


def _compare(
    taak: str, size: Voorraad, ours: Meting, bare: Meting, kept: Meting, statements: int, limits: str
) -> None:
    x_bare, x_kept = ours.cpu_ms / bare.cpu_ms, ours.cpu_ms / kept.cpu_ms
    click.echo(str(ours))
    click.echo(
        f"  {x_bare:.2f}x the calibrator, {x_kept:.1f}x the persistent, {statements} SQL statements ({limits})"
    )
    figures = {"taak": taak, "meldingen": size.meldingen, "n": ours.tijden.n, "x_ijk": x_bare, "x_vast": x_kept,
               "p95_ms": ours.tijden.p95, "statements": statements}  # fmt: skip
    click.echo(json.dumps(figures))
