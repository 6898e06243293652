"""Where a cluster keeps its data and its socket, derived from its path alone, so that all processes agree."""

import hashlib
import os
import secrets
import stat
from dataclasses import dataclass
from pathlib import Path

from doorzicht.doors.cli.server.account import Account
from doorzicht.doors.cli.server.errors import ServerFout

PORT = 5432  # only the suffix of the socket's file name: nothing listens on a network
ELSEWHERE = Path("/var/lib/doorzicht")


@dataclass(frozen=True)
class ServerAddress:
    """Where the application finds its database: a socket directory, a port (its suffix) and a name."""

    socket_dir: Path
    port: int
    database: str


@dataclass(frozen=True)
class Place:
    """One cluster on this machine. `link` is the path the checkout knows; the data may lie behind it."""

    link: Path

    @property
    def mark(self) -> str:
        """Ten letters that tell this path from every other path on the machine."""
        return hashlib.sha256(os.fsencode(self.link)).hexdigest()[:10]

    @property
    def account_name(self) -> str:
        """Name of the system account the server runs under when root starts it."""
        return f"doorzicht-{self.mark}"

    @property
    def data(self) -> Path:
        """The real data directory."""
        return self.link.resolve()

    @property
    def socket_dir(self) -> Path:
        """Short, because a socket's path may not exceed 107 bytes; fixed, because TMPDIR may differ."""
        return Path("/tmp") / f"doorzicht-{self.mark}"  # noqa: S108 - ownership is checked on every start

    @property
    def lock(self) -> Path:
        """File that serialises starting and stopping."""
        return self.link.with_name(f".{self.link.name}.lock")

    @property
    def is_created(self) -> bool:
        """True when initdb has completed here."""
        return (self.link / "doorzicht.conf").exists()


def place_of(data_dir: Path) -> Place:
    """The place of a data directory. Links above it are followed, it itself is not: it may become a link."""
    absolute = Path(os.path.abspath(data_dir))
    return Place(absolute.parent.resolve() / absolute.name)


def make_data_dir(place: Place, *, account: Account) -> None:
    """Make the empty data directory, owned by `account`; elsewhere with a link when it cannot be reached.

    A checkout in /root or in a private temporary folder cannot be entered by the server's account, and we
    neither widen other people's folders nor give a database server the capability to read every file.
    """
    place.link.parent.mkdir(parents=True, exist_ok=True)
    if place.link.is_symlink() or place.link.exists():
        _own(place.data, account=account)
        return
    if account.is_me or account.run(["test", "-x", place.link.parent]).returncode == 0:
        place.link.mkdir(mode=0o700)
    else:
        place.link.symlink_to(make_elsewhere(place) / f"postgres-{secrets.token_hex(4)}")
        place.data.mkdir(mode=0o700)
    _own(place.data, account=account)


def elsewhere(place: Place) -> Path:
    """Folder of this cluster outside the checkout; it need not exist."""
    folder = ELSEWHERE / place.mark
    if place.link.is_symlink() and place.data.parent.parent == ELSEWHERE:
        folder = place.data.parent  # of an earlier path: the checkout was moved
    return folder


def make_elsewhere(place: Place) -> Path:
    """Make the folder outside the checkout: everybody may enter it, only root may write in it."""
    folder = elsewhere(place)
    folder.mkdir(mode=0o755, parents=True, exist_ok=True)
    for path in (ELSEWHERE, folder):
        path.chmod(0o755)
    return folder


def open_socket_dir(place: Place, *, account: Account) -> Path:
    """Make the socket directory, or check that the one that is there is a private one of this account."""
    folder = place.socket_dir
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        pass
    else:
        if not account.is_me:
            os.chown(folder, account.uid, account.gid, follow_symlinks=False)
    found = folder.lstat()
    private = stat.S_ISDIR(found.st_mode) and stat.S_IMODE(found.st_mode) == 0o700
    if not private or found.st_uid != account.uid:
        raise ServerFout(f"{folder} is not a private folder of {account.name}: look who made it, remove it.")
    return folder


def _own(folder: Path, *, account: Account) -> None:
    """Give a folder that root copied here (cp -r) to the server's account; only root can, and needs to."""
    if account.is_me or folder.stat().st_uid == account.uid:
        return
    for path in [folder, *folder.rglob("*")]:
        os.chown(path, account.uid, account.gid, follow_symlinks=False)
