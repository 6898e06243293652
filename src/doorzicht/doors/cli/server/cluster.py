"""Make, start and stop one PostgreSQL cluster."""

import contextlib
import os
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from doorzicht.doors.cli.server.account import Account, account_for, current_account, remove_account
from doorzicht.doors.cli.server.binaries import Binaries, usable_by
from doorzicht.doors.cli.server.errors import ServerFout
from doorzicht.doors.cli.server.places import PORT, Place, elsewhere, make_data_dir, open_socket_dir
from doorzicht.doors.cli.server.roles import LOGIN_ROLES

PREFIX = "doorzicht"  # of the roles' names on the embedded server, whatever the databases are called
_START_SECONDS = 300  # crash recovery after a power cut may take minutes; pg_ctl's own 60 is too short

# Statements and values never reach the server's log: they may hold what somebody typed. Errors are left out whole,
# because the first line of some quotes the value ("invalid input syntax for type date: ..."); the application's log
# has their kind and place. Starting, stopping and refused connections (LOG, FATAL) stay.
_CONF = """\
# Written by `doorzicht postgres start` on every start; change src/doorzicht/doors/cli/server/cluster.py.
listen_addresses = ''
port = {port}
unix_socket_directories = '{socket_dir}'
unix_socket_permissions = 0700
max_connections = 60
shared_buffers = 192MB
fsync = {durable}
synchronous_commit = {durable}
full_page_writes = {durable}
password_encryption = scram-sha-256
timezone = 'UTC'
logging_collector = on
log_directory = 'log'
log_filename = 'postgresql-%a.log'
log_truncate_on_rotation = on
log_rotation_age = 1d
log_rotation_size = 0
log_min_messages = log
log_error_verbosity = terse
log_min_error_statement = panic
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
"""

_HBA = """\
# The kernel says who is at the other end of the socket; pg_ident.conf says which roles that account may take.
local  all  postgres  peer map=beheer
local  all  all       peer map=doorzicht
host   all  all  all  reject
"""


@dataclass(frozen=True)
class Cluster:
    """A cluster with the account it runs under and the programs that account can run."""

    place: Place
    account: Account
    binaries: Binaries

    @classmethod
    def at(cls, place: Place) -> "Cluster":
        """The cluster of a place; as root this makes the system account when it is not there yet."""
        account = account_for(data=place.link, name=place.account_name)
        return cls(place, account, usable_by(account, place=place))

    def create(self, *, durable: bool) -> None:
        """initdb: UTF-8, the built-in C.UTF-8 locale (no ICU, no libc to differ), checksums, peer only."""
        make_data_dir(self.place, account=self.account)
        self._ctl_tool(
            "initdb", "-D", self.place.data, "-U", "postgres", "-E", "UTF8", "--data-checksums",
            "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C",
            "--auth-local=peer", "--auth-host=reject", "--no-instructions",
            *([] if durable else ["--no-sync"]),
        )  # fmt: skip
        with (self.place.data / "postgresql.conf").open("a") as conf:
            conf.write("include_if_exists 'doorzicht.conf'\n")

    def configure(self, *, durable: bool) -> None:
        """Write our settings, who may connect, and from which account."""
        self._write(
            "doorzicht.conf",
            _CONF.format(port=PORT, socket_dir=self.place.socket_dir, durable="on" if durable else "off"),
        )
        self._write("pg_hba.conf", _HBA)
        lines = [f"doorzicht {name} {PREFIX}_{role}" for name in self._clients() for role in LOGIN_ROLES]
        self._write("pg_ident.conf", "\n".join(lines) + "\n")

    def start(self) -> None:
        """Start and wait until it answers, crash recovery included. Survives what a kill -9 left behind."""
        open_socket_dir(self.place, account=self.account)
        self._drop_stale_locks()
        log = self.place.data / "start.log"
        log.unlink(missing_ok=True)
        for _ in range(10):
            done = self.account.run(
                [self.binaries["pg_ctl"], "start", "-w", "-s", "-t", str(_START_SECONDS),
                 "-D", self.place.data, "-l", log]
            )  # fmt: skip
            said = log.read_text(errors="replace") if log.exists() else ""
            if done.returncode == 0 or "shared memory block" not in said:
                break
            time.sleep(0.5)  # children of a killed server need a moment to notice that it is gone
        if done.returncode != 0:
            raise ServerFout(f"PostgreSQL did not start: {(said or done.stderr).strip()[-2000:]}")

    def stop(self) -> None:
        """Stop: open transactions are rolled back, then the server writes its last checkpoint."""
        self._ctl_tool("pg_ctl", "stop", "-w", "-s", "-m", "fast", "-t", "120", "-D", self.place.data)

    def running_pid(self) -> int | None:
        """The server's process, or None. A pid file alone proves nothing: the number may be reused by now."""
        try:
            pid = int((self.place.data / "postmaster.pid").read_text().split("\n", 1)[0])
        except (FileNotFoundError, ValueError):
            return None
        return pid if pid in self._processes() else None

    @contextlib.contextmanager
    def superuser(self) -> Iterator[list[str]]:
        """For the time of the block the server's own account may connect as superuser; yields psql's options.

        Outside such a block nobody can: the application's account least of all.
        """
        ident = self.place.data / "pg_ident.conf"
        closed = "".join(line for line in ident.open() if not line.startswith("beheer "))
        self._write("pg_ident.conf", closed + f"beheer {self.account.name} postgres\n")
        self._ctl_tool("pg_ctl", "reload", "-s", "-D", self.place.data)
        try:
            yield ["-h", str(self.place.socket_dir), "-p", str(PORT), "-U", "postgres"]
        finally:
            self._write("pg_ident.conf", closed)
            self._ctl_tool("pg_ctl", "reload", "-s", "-D", self.place.data)

    def remove(self) -> None:
        """Destroy the stopped cluster, its account and what lies elsewhere. For tests and for leaving."""
        outside = elsewhere(self.place)
        shutil.rmtree(self.place.data, ignore_errors=True)
        if self.place.link.is_symlink():
            self.place.link.unlink()
        shutil.rmtree(outside, ignore_errors=True)
        self.place.lock.unlink(missing_ok=True)
        if self.account.name in {self.place.account_name, f"doorzicht-{outside.name}"}:
            remove_account(self.account.name)

    def _clients(self) -> list[str]:
        """Accounts that may connect as the application's roles: who starts it and whose data it is."""
        return sorted({current_account().name, self.account.name})

    def _write(self, name: str, text: str) -> None:
        path = self.place.data / name
        scratch = path.with_name(f"{name}.new")
        scratch.write_text(text)
        scratch.chmod(0o600)
        if not self.account.is_me:
            os.chown(scratch, self.account.uid, self.account.gid)
        scratch.replace(path)

    def _ctl_tool(self, name: str, *arguments: str | Path) -> None:
        done = self.account.run([self.binaries[name], *arguments])
        if done.returncode != 0:
            raise ServerFout(f"{name} failed: {(done.stderr or done.stdout).strip()[-2000:]}")

    def _processes(self) -> set[int]:
        """Every process whose working directory is this data directory: the server and its children."""
        found = set()
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                with contextlib.suppress(OSError):
                    if Path(os.readlink(entry / "cwd")) == self.place.data:
                        found.add(int(entry.name))
        return found

    def _drop_stale_locks(self) -> None:
        """Remove lock files of a dead server: another process may have its number now."""
        if self._processes():
            return
        (self.place.data / "postmaster.pid").unlink(missing_ok=True)
        for lock in self.place.socket_dir.glob(".s.PGSQL.*"):
            lock.unlink(missing_ok=True)
