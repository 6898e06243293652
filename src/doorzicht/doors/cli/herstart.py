"""The embedded server under `doorzicht start`: when it is gone it is started again, crash recovery included."""

import subprocess
import time
from collections.abc import Callable

from doorzicht.doors.cli.children import Child, doorzicht
from doorzicht.doors.cli.postgres import data_dir
from doorzicht.doors.cli.server.supervisor import running_pid

_LOOK_SECONDS = 2.0
_LONGEST_PAUSE = 30.0


class Database:
    """Looks every two seconds whether the server is there.

    A program of its own starts it: recovery may take minutes, and the other programs are watched meanwhile.
    """

    def __init__(self, *, say: Callable[[str], None]) -> None:
        self._say = say
        self._starter: Child | None = None
        self._pause = _LOOK_SECONDS
        self._due = time.monotonic() + _LOOK_SECONDS

    def tend(self) -> None:
        """Look once. A start that fails is tried again, later each time."""
        now = time.monotonic()
        if self._starter is not None:
            self._see_how_it_went(self._starter, now)
        elif now >= self._due:
            self._due = now + _LOOK_SECONDS
            if running_pid(data_dir()) is None:
                self._say("database server stopped by itself; starting it again...")
                self._starter = Child("start of the database", doorzicht("postgres", "start"))
                self._starter.start()

    def stop(self) -> None:
        """Leave off starting; whoever stops the server does so after this."""
        if self._starter is not None:
            self._starter.end_group()

    def _see_how_it_went(self, starter: Child, now: float) -> None:
        process: subprocess.Popen[bytes] | None = starter.process
        code = process.poll() if process else 0
        if code is None:
            return
        self._starter = None
        self._pause = _LOOK_SECONDS if code == 0 else min(self._pause * 2, _LONGEST_PAUSE)
        self._due = now + self._pause
        took = now - starter.started
        self._say(
            f"database server runs again after {took:.0f} s"
            if code == 0
            else f"the database server did not start; again in {self._pause:.0f} s"
        )
