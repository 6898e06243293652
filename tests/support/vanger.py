"""Catches what programs keep for a moment: every file that comes in a folder gets a second name elsewhere."""

import contextlib
import os
import threading
from pathlib import Path
from types import TracebackType

_EVERY: float = 0.005


class Vanger:
    """Looks two hundred times a second. A link shares its content with the file, also after that was removed."""

    def __init__(self, folder: Path, into: Path) -> None:
        self._folder, self._into = folder, into
        self._seen: set[int] = set()
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "Vanger":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end.set()
        self._thread.join()

    def files(self) -> list[Path]:
        """Everything that was caught until now."""
        return [path for path in self._into.iterdir() if path.is_file()]

    def _watch(self) -> None:
        while not self._end.wait(_EVERY):
            for folder, _, names in os.walk(self._folder):
                for name in names:
                    with contextlib.suppress(OSError):
                        self._catch(Path(folder) / name)

    def _catch(self, path: Path) -> None:
        inode = path.lstat().st_ino
        if inode not in self._seen:
            os.link(path, self._into / f"{inode}-{path.name}", follow_symlinks=False)
            self._seen.add(inode)
