"""Under which account of the operating system the database server runs.

PostgreSQL refuses to run as root. Started by an ordinary user it runs as that user. Started by root it
runs as a system account of its own, one per cluster, so that two checkouts cannot read each other's data.
"""

import os
import pwd
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from doorzicht.doors.cli.server.errors import ServerFout

_PATH = "/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin"


@dataclass(frozen=True)
class Account:
    """An account of the operating system: its name and its numbers."""

    name: str
    uid: int
    gid: int

    @property
    def is_me(self) -> bool:
        """True when this process already runs as this account."""
        return self.uid == os.geteuid()

    def run(
        self,
        command: Sequence[str | Path],
        *,
        env: Mapping[str, str] | None = None,
        stdin: str | None = None,
    ) -> subprocess.CompletedProcess[str]:
        """Run a program as this account, away from the terminal's signals, with an environment of its own."""
        return subprocess.run(  # noqa: S603 - a list of our own programs, never a shell
            [str(part) for part in command],
            env={"PATH": _PATH, "LC_ALL": "C", "TZ": "UTC", **(env or {})},
            input=stdin,
            capture_output=True,
            text=True,
            cwd="/",
            umask=0o077,
            start_new_session=True,
            check=False,
            **self._other(),
        )

    def run_here(self, command: Sequence[str | Path], *, stdout: int | None = None) -> int:
        """Run a program as this account in our own terminal, or its output into a file; its exit code."""
        done = subprocess.run(  # noqa: S603
            [str(part) for part in command],
            env={"PATH": _PATH, "LC_ALL": "C.UTF-8", "TERM": "xterm"},
            stdout=stdout,
            cwd="/",
            check=False,
            **self._other(),
        )
        return done.returncode

    def _other(self) -> dict[str, Any]:
        return {} if self.is_me else {"user": self.uid, "group": self.gid, "extra_groups": []}


def current_account() -> Account:
    """The account this process runs as."""
    return account_of(os.geteuid())


def account_of(uid: int) -> Account:
    """The account with this number; refuses a number without a name, which PostgreSQL cannot run under."""
    try:
        entry = pwd.getpwuid(uid)
    except KeyError:
        raise ServerFout(f"Account number {uid} has no name in /etc/passwd; PostgreSQL needs one.") from None
    return Account(name=entry.pw_name, uid=entry.pw_uid, gid=entry.pw_gid)


def account_for(*, data: Path, name: str) -> Account:
    """The account the server of `data` runs under; as root a system account `name` is made when needed."""
    me = current_account()
    if data.exists():
        owner = data.stat().st_uid
        if owner not in (0, me.uid) and me.uid != 0:
            raise ServerFout(f"{data} belongs to {account_of(owner).name}: start as that account or as root.")
        if owner != 0:
            return account_of(owner)
    if me.uid != 0:
        return me
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        _make_account(name)
        entry = pwd.getpwnam(name)
    return Account(name=entry.pw_name, uid=entry.pw_uid, gid=entry.pw_gid)


def remove_account(name: str) -> None:
    """Remove a system account that `account_for` made; nothing happens when it is not there."""
    try:
        pwd.getpwnam(name)
    except KeyError:
        return
    subprocess.run([_tool("userdel"), name], check=True, capture_output=True)  # noqa: S603


def _make_account(name: str) -> None:
    done = subprocess.run(  # noqa: S603
        [_tool("useradd"), "--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent",
         "--shell", "/usr/sbin/nologin", "--comment", "Doorzicht database server", name],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode not in (0, 9):  # 9: somebody else made it in the meantime
        raise ServerFout(f"useradd could not make the account {name}: {done.stderr.strip()}")


def _tool(name: str) -> str:
    found = shutil.which(name, path=_PATH)
    if found is None:
        raise ServerFout(f"{name} is missing; on Debian it is in the package passwd.")
    return found
