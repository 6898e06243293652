"""The three verbs on the embedded server: ensure it runs, stop it, say how it is."""

import contextlib
import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from doorzicht.doors.cli.server.account import current_account
from doorzicht.doors.cli.server.binaries import bundled
from doorzicht.doors.cli.server.cluster import PREFIX, Cluster
from doorzicht.doors.cli.server.errors import ServerFout
from doorzicht.doors.cli.server.places import PORT, Place, ServerAddress, place_of
from doorzicht.doors.cli.server.roles import role_variables, roles_sql

DATABASE = "doorzicht"


def address_of(data_dir: Path, *, database: str = DATABASE) -> ServerAddress:
    """Where the server of `data_dir` is or will be; touches nothing."""
    return ServerAddress(socket_dir=place_of(data_dir).socket_dir, port=PORT, database=database)


def ensure_running(data_dir: Path, *, database: str = DATABASE, durable: bool = True) -> ServerAddress:
    """Make the cluster when it is not there, start it when it does not run, and say where it is.

    `durable` false switches fsync off: for tests only, a power cut may cost everything.
    """
    place = place_of(data_dir)
    with _locked(place):
        cluster = Cluster.at(place)
        if cluster.running_pid() is None:
            fresh = not place.is_created
            if fresh:
                cluster.create(durable=durable)
            cluster.configure(durable=durable)
            cluster.start()
        if not (place.data / f"roles-{database}").exists():
            _make_roles(cluster, database=database)
    return address_of(data_dir, database=database)


def stop(data_dir: Path) -> bool:
    """Stop the server; False when it did not run."""
    if running_pid(data_dir) is None:
        return False
    place = place_of(data_dir)
    with _locked(place):
        Cluster.at(place).stop()
    return True


def running_pid(data_dir: Path) -> int | None:
    """Process number of the running server, or None."""
    place = place_of(data_dir)
    with _explained():
        return Cluster.at(place).running_pid() if place.is_created else None


def remove(data_dir: Path) -> None:
    """Stop the server and destroy everything in it. There is no way back."""
    place = place_of(data_dir)
    stop(data_dir)
    if place.link.is_symlink() or place.link.exists():
        Cluster.at(place).remove()
    shutil.rmtree(place.socket_dir, ignore_errors=True)


def run_as_superuser(data_dir: Path, program: str, *arguments: str, output: Path | None = None) -> int:
    """Run psql, pg_dump or pg_restore as the server's superuser in this terminal; its exit code.

    With `output` what it prints goes to that file, which only the caller can read.
    """
    cluster = _running(data_dir)
    with _locked(cluster.place), cluster.superuser() as options, _opened(output) as stdout:
        command: list[str | Path] = [cluster.binaries[program], *options, *arguments]
        return cluster.account.run_here(command, stdout=stdout)


def run_as_role(data_dir: Path, program: str, *arguments: str, role: str) -> int:
    """Run psql or pg_dump as one of the application's roles in this terminal; its exit code."""
    cluster = _running(data_dir)
    options = ["-h", str(cluster.place.socket_dir), "-p", str(PORT), "-U", f"{PREFIX}_{role}"]
    return current_account().run_here([bundled()[program], *options, *arguments])


def _running(data_dir: Path) -> Cluster:
    if running_pid(data_dir) is None:
        raise ServerFout("The database server does not run: doorzicht postgres start")
    return Cluster.at(place_of(data_dir))


@contextlib.contextmanager
def _opened(target: Path | None) -> Iterator[int | None]:
    if target is None:
        yield None
        return
    fd = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        yield fd
    finally:
        os.close(fd)


def _make_roles(cluster: Cluster, *, database: str) -> None:
    flags = role_variables(database=database, prefix=PREFIX, with_passwords=False)
    with cluster.superuser() as options:
        done = cluster.account.run(
            [cluster.binaries["psql"], "-X", "-q", *options, "-d", "postgres", *flags], stdin=roles_sql()
        )
    if done.returncode != 0:
        raise ServerFout(f"The database roles could not be made: {done.stderr.strip()[-2000:]}")
    (cluster.place.data / f"roles-{database}").touch()


@contextlib.contextmanager
def _locked(place: Place) -> Iterator[None]:
    with _explained():
        place.link.parent.mkdir(parents=True, exist_ok=True)
        fd = os.open(place.lock, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(fd, fcntl.LOCK_EX)
            yield
        finally:
            os.close(fd)


@contextlib.contextmanager
def _explained() -> Iterator[None]:
    """A cluster of somebody else is refused in a sentence."""
    try:
        yield
    except PermissionError as error:
        reason = "belongs to another account: start as that account or as root"
        raise ServerFout(f"{error.filename} {reason}.") from None
