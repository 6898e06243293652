"""The drill: kill everything that can be killed while reports come in, then count what is there.

By hand: `make drill`, or `python -m tests.faults.oefening --meldingen 200 --herstel 12`. Whoever sends does what a
person does: no receipt means sending the same form again. A report is acknowledged when a receipt or number was shown.
"""

import argparse
import contextlib
import http.client
import json
import os
import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from doorzicht.doors.cli.server.supervisor import address_of, running_pid
from tests.faults.installatie import (
    NO_SMALL_DISK,
    Installatie,
    children_of,
    command_of,
    installed,
    small_disk,
    wait_until,
)
from tests.faults.verkeer import Verkeer

ALLES = ("werker", "webserver", "takenwerker", "verbinding", "database", "werker", "database-traag")


@dataclass
class Uitslag:
    """What the drill found. `heel` is the verdict."""

    verzonden: int = 0
    bevestigd: int = 0
    pogingen: int = 0
    gedood: dict[str, int] = field(default_factory=dict)
    antwoorden: dict[str, int] = field(default_factory=dict)
    tijdens_vol: dict[str, int] = field(default_factory=dict)
    herstel_seconden: float = 0.0
    langste_wachttijd: float = 0.0
    gevonden: int = 0
    dubbel: int = 0
    verloren: list[str] = field(default_factory=list)
    niet_heel: list[str] = field(default_factory=list)
    onbevestigd_wel_bewaard: int = 0
    meldingen: int = 0
    anonieme_regels_te_weinig: int = 0
    taken: dict[str, int] = field(default_factory=dict)
    seconden: float = 0.0

    @property
    def heel(self) -> bool:
        """Nothing acknowledged is lost, double or half there, and each has its log row and its job."""
        return (
            self.bevestigd > 0
            and not (self.verloren or self.niet_heel or self.dubbel or self.anonieme_regels_te_weinig)
            and self.gevonden == self.bevestigd
        )


def kill(installatie: Installatie, what: str, *, herstel: float) -> float:
    """End one program with SIGKILL. Answers how long the database's recovery took, if it had to recover."""
    if what.startswith("database"):
        return _kill_database(installatie, herstel if what == "database-traag" else 0.0)
    pids = {
        "werker": installatie.workers()[:1],
        "webserver": [installatie.program(b"gunicorn")],
        "takenwerker": [installatie.program(b"procrastinate")],
        "verbinding": [_backend(installatie)],
    }[what]
    for pid in pids:
        if pid is None:
            raise RuntimeError(f"there is no {what} to kill")
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    return 0.0


def _backend(installatie: Installatie) -> int | None:
    """A process of PostgreSQL that serves somebody: killing it makes the server end everybody and recover."""
    server = running_pid(installatie.postgres)
    found = [pid for pid in children_of(server or 0) if b"doorzicht_app" in command_of(pid)]
    return found[0] if found else None


def _kill_database(installatie: Installatie, seconds: float) -> float:
    """Kill the server itself. With `seconds` its recovery is held up for so long."""
    server = running_pid(installatie.postgres)
    if server is None:
        raise RuntimeError("there is no database to kill")
    if seconds:
        _write_log(installatie, megabytes=100)  # something to recover
    os.kill(server, signal.SIGKILL)
    begun = time.monotonic()
    wait_until(lambda: running_pid(installatie.postgres) != server, seconds=10, why="the server is gone")
    if seconds:
        _hold_up(installatie, seconds)
    wait_until(lambda: _answers(installatie.poort), seconds=120, why="the site answers again")
    return time.monotonic() - begun


def _hold_up(installatie: Installatie, seconds: float) -> None:
    found: list[int] = []

    def caught() -> bool:
        pid = installatie.startup()
        if pid:
            os.kill(pid, signal.SIGSTOP)
            found.append(pid)
        return bool(pid)

    until = time.monotonic() + 60
    while not caught():
        if time.monotonic() > until:
            raise TimeoutError("PostgreSQL's recovery was never seen")
        time.sleep(0.002)
    time.sleep(seconds)
    os.kill(found[0], signal.SIGCONT)


def _answers(port: int) -> bool:
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        link.request("GET", "/m/heerde/melden/", headers={"Host": "127.0.0.1"})
        return link.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        link.close()


def drill(
    installatie: Installatie,
    *,
    meldingen: int,
    doden: tuple[str, ...],
    herstel: float,
    taken_af: bool = False,
) -> Uitslag:
    """Send `meldingen` reports and kill the programs of `doden`, spread over them; then look what is there.

    `taken_af` also waits until every job that came with a report was done.
    """
    begun = time.monotonic()
    forms = installatie.inside("forms", str(meldingen))
    verkeer = Verkeer(installatie.poort, forms)
    sending = threading.Thread(target=verkeer.run)
    sending.start()
    uitslag = Uitslag(verzonden=len(forms), gedood=dict(Counter(doden)))
    try:
        for number, what in enumerate(doden, start=1):
            due = meldingen * number // (len(doden) + 1)
            wait_until(lambda due=due: len(verkeer.bevestigd) >= due, seconds=240, why=f"{due} came in")
            took = kill(installatie, what, herstel=herstel)
            uitslag.herstel_seconden = max(uitslag.herstel_seconden, took)
        sending.join()
    finally:
        verkeer.stop.set()
        sending.join()
    return _look_back(uitslag, installatie, verkeer, begun=begun, taken_af=taken_af)


def fill_the_disk(installatie: Installatie, *, meldingen: int, ook_het_log: bool) -> Uitslag:
    """Send reports while the disk of the installation is full to the last byte, then again when there is room.

    With `ook_het_log` PostgreSQL's own log is filled too: the server ends, and cannot come back before there is room.
    """
    begun = time.monotonic()
    forms = installatie.inside("forms", str(meldingen))
    before = running_pid(installatie.postgres)
    verkeer = Verkeer(installatie.poort, forms)
    with _full(installatie.map) as filled:
        verkeer.run(geduld=0.5)
        if ook_het_log:
            _write_log(installatie, megabytes=1000)
            wait_until(
                lambda: running_pid(installatie.postgres) != before, seconds=20, why="the server gave up"
            )
            verkeer.run(geduld=0.5)
        filled.unlink()
    tijdens = dict(verkeer.antwoorden)
    verkeer.run()
    uitslag = Uitslag(verzonden=len(forms), gedood={"schijf": 1}, tijdens_vol=tijdens)
    return _look_back(uitslag, installatie, verkeer, begun=begun)


@contextlib.contextmanager
def _full(folder: Path) -> Iterator[Path]:
    """A disk without a byte of room, for the time of the block or until the file is removed."""
    path = folder / "vol"
    try:
        with path.open("wb", buffering=0) as file, contextlib.suppress(OSError):
            while True:
                file.write(b"\0" * 4096)
        yield path
    finally:
        path.unlink(missing_ok=True)


def _write_log(installatie: Installatie, *, megabytes: int) -> None:
    """Write so much to PostgreSQL's write-ahead log, or until there is no room for it."""
    address = address_of(installatie.postgres)
    with (
        contextlib.suppress(psycopg.Error),
        psycopg.connect(
            host=str(address.socket_dir), user="doorzicht_eigenaar", dbname=address.database, autocommit=True
        ) as db,
    ):
        for _ in range(megabytes):
            db.execute("SELECT pg_logical_emit_message(false, 'oefening', repeat('x', 1000000))")


def _look_back(
    uitslag: Uitslag, installatie: Installatie, verkeer: Verkeer, *, begun: float, taken_af: bool = False
) -> Uitslag:
    found = installatie.inside("count", given=verkeer.formulieren)
    while taken_af and set(found["taken"]) - {"succeeded"} and time.monotonic() - begun < 500:
        time.sleep(2)
        found = installatie.inside("count", given=verkeer.formulieren)
    _judge(uitslag, verkeer, found)
    uitslag.seconden = round(time.monotonic() - begun, 1)
    return uitslag


def _judge(uitslag: Uitslag, verkeer: Verkeer, found: dict[str, Any]) -> None:
    by_mark = {form["merk"]: form["verhaal"] for form in verkeer.formulieren}
    uitslag.antwoorden, uitslag.langste_wachttijd = dict(verkeer.antwoorden), round(verkeer.langste, 1)
    uitslag.herstel_seconden = round(uitslag.herstel_seconden, 1)
    uitslag.pogingen, uitslag.bevestigd = sum(verkeer.antwoorden.values()), len(verkeer.bevestigd)
    for mark, seen in found["gevonden"].items():
        uitslag.dubbel += seen["keer"] > 1
        if mark not in verkeer.bevestigd:
            uitslag.onbevestigd_wel_bewaard += seen["keer"]
        elif seen["keer"] == 0:
            uitslag.verloren.append(by_mark[mark])
        else:
            uitslag.gevonden += 1
        if seen.get("mist"):
            uitslag.niet_heel.append(f"{by_mark[mark]}: {', '.join(seen['mist'])}")
    uitslag.meldingen, uitslag.taken = found["meldingen"], found["taken"]
    uitslag.anonieme_regels_te_weinig = found["anoniem"] - found["anonieme_regels"]


def main() -> None:
    """Print the outcome as JSON; exit code 1 when something was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meldingen", type=int, default=200)
    parser.add_argument("--herstel", type=float, default=12.0, help="seconds that crash recovery is held up")
    told = parser.parse_args()
    found = {}
    with small_disk() as folder, installed(folder / "var") as installatie:
        found["gedood"] = drill(
            installatie, meldingen=told.meldingen, doden=ALLES, herstel=told.herstel, taken_af=True
        )
        if folder.is_mount():
            found["schijf vol"] = fill_the_disk(installatie, meldingen=told.meldingen // 10, ook_het_log=True)
        else:
            print(NO_SMALL_DISK, file=sys.stderr)
    told_all = {name: asdict(u) | {"heel": u.heel} for name, u in found.items()}
    print(json.dumps(told_all, indent=1, ensure_ascii=False))
    sys.exit(0 if all(u.heel for u in found.values()) else 1)


if __name__ == "__main__":
    main()
