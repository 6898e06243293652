"""`doorzicht start`: everything that runs, under one supervisor, until Ctrl-C."""

import contextlib
import fcntl
import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import click
from django.conf import settings

from doorzicht.doors.cli.children import Child, Children, doorzicht
from doorzicht.doors.cli.demo_accounts import one_per_role, read_accounts, table
from doorzicht.doors.cli.errors import BeheerFout
from doorzicht.doors.cli.herstart import Database
from doorzicht.doors.cli.listen import listen_address, require_free, url_of
from doorzicht.doors.cli.main import is_present
from doorzicht.doors.cli.postgres import data_dir, prepare_database, stop
from doorzicht.doors.cli.server.external import without_administrator

_READY_SECONDS = 90


@click.command()
def command() -> None:
    """Start the database, bring it up to date, load the demo (in demo mode), serve, and watch over it all."""
    host, port = listen_address()
    with _alone(), _stoppable() as stopping:
        require_free(host, port)
        try:
            _prepare()
            if not stopping:
                _run(url_of(host, port), stopping=stopping)
        finally:
            if not settings.DOORZICHT_DATABASE_URL:
                stop(data_dir())
            say("Stopped; what was entered is kept.")


def say(text: str) -> None:
    """A line for whoever looks at the terminal. Where it cannot be written (a full disk) watching over goes on."""
    with contextlib.suppress(OSError):
        click.echo(f"{time.strftime('%H:%M:%S')} {text}")


def _prepare() -> None:
    say("Database: starting...")
    say(prepare_database())
    say("Schema: bringing it up to date...")
    _step("migrate", "--verbosity", "0")
    if settings.DOORZICHT_DEMO and is_present("demo"):
        say("Demo: loading invented data where it is not there yet...")
        _step("demo")
    if settings.DOORZICHT_DATABASE_URL:
        # From here on nothing needs the administrator's password, the web server least of all.
        os.environ["DATABASE_URL"] = without_administrator(settings.DOORZICHT_DATABASE_URL)


def _run(url: str, *, stopping: list[int]) -> None:
    children = Children(_children(), say=say)
    database = None if settings.DOORZICHT_DATABASE_URL else Database(say=say)
    children.start()
    try:
        _wait_until_ready(url, children=children, stopping=stopping)
        _welcome(url)
        while not stopping:
            children.tend()
            if database:
                database.tend()
            time.sleep(0.5)
        say("Stopping...")
    finally:
        if database:
            database.stop()
        children.stop()


def _children() -> list[Child]:
    """In the order in which they are stopped: no new requests, no new jobs, then the last seal."""
    children = [
        Child("web server", doorzicht("serve")),
        Child("job worker", doorzicht("manage", "procrastinate", "worker")),
    ]
    if is_present("seal"):
        children.append(Child("sealer of the logboek", doorzicht("seal", "--loop")))
    return children


def _step(*arguments: str) -> None:
    """Run one command of ours to its end; it has its own database role, so its own process."""
    if subprocess.run(doorzicht(*arguments), check=False, start_new_session=True).returncode != 0:  # noqa: S603
        raise BeheerFout(f"`doorzicht {' '.join(arguments)}` failed; the lines above say why.")


def _wait_until_ready(url: str, *, children: Children, stopping: list[int]) -> None:
    deadline = time.monotonic() + _READY_SECONDS
    while not stopping:
        try:
            urllib.request.urlopen(url, timeout=5)  # noqa: S310 - our own address
            return
        except urllib.error.HTTPError:
            return  # it answers; what it answers is for the browser to see
        except OSError:
            if time.monotonic() > deadline:
                raise BeheerFout(f"The web server does not answer within {_READY_SECONDS} s.") from None
            children.tend()
            time.sleep(0.3)


def _welcome(url: str) -> None:
    say(f"Doorzicht is on {url}   (Ctrl-C stops everything)")
    accounts = one_per_role(read_accounts()) if settings.DOORZICHT_DEMO else []
    if accounts:
        click.echo(
            "\nAccounts of the demo, all invented, one per role (all of them: var/demo-accounts.json):\n"
        )
        click.echo(table(accounts))
        click.echo(
            "\nNo authenticator app at hand? `make code WIE=<gebruikersnaam>` prints the six digits.\n"
        )


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """One `doorzicht start` per checkout: a second one would stop the database under the first."""
    path = Path(settings.VAR_DIR) / ".start.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BeheerFout(f"Doorzicht already runs from {path.parent}; stop that one first.") from None
        yield


@contextlib.contextmanager
def _stoppable() -> Iterator[list[int]]:
    """Ctrl-C, SIGTERM and a closed terminal are noted; what was begun is finished in order, then we stop."""
    received: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        received.append(number)
        if len(received) == 3:  # somebody insists
            os._exit(130)

    before = {
        number: signal.signal(number, note) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    }
    try:
        yield received
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
