"""Keep a handful of programs running: start them, start them again when they die, stop them in order."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

_STOP_SECONDS = 25
_LONGEST_PAUSE = 30.0
_HEALTHY_SECONDS = 60.0
_PR_SET_PDEATHSIG = 1


@dataclass
class Child:
    """A program that must run. `naam` is what the log calls it."""

    naam: str
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    pause: float = 1.0
    due: float = field(default=0.0)

    def start(self) -> None:
        """Start in a process group of its own, so that Ctrl-C reaches us alone and we decide the order."""
        self.process = subprocess.Popen(self.command, start_new_session=True, preexec_fn=_end_with_parent)  # noqa: S603
        self.started = time.monotonic()
        self.due = 0.0

    def stop(self) -> None:
        """Ask it to finish what it is doing; insist after 25 seconds."""
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(_STOP_SECONDS)
        self.end_group()
        self.process.wait()

    def end_group(self) -> None:
        """End what a dead program leaves behind: workers of a killed gunicorn would keep the port."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)


class Children:
    """The programs of one `doorzicht start`."""

    def __init__(self, children: Sequence[Child], *, say: Callable[[str], None]) -> None:
        self._children = list(children)
        self._say = say

    def start(self) -> None:
        """Start all of them."""
        for child in self._children:
            child.start()

    def tend(self) -> None:
        """Look once after all of them: one that died is started again, later each time it dies soon."""
        now = time.monotonic()
        for child in self._children:
            if child.due and now >= child.due:
                child.start()
            elif not child.due and child.process is not None and child.process.poll() is not None:
                child.end_group()
                lived = now - child.started
                child.pause = 1.0 if lived > _HEALTHY_SECONDS else min(child.pause * 2, _LONGEST_PAUSE)
                child.due = now + child.pause
                code = child.process.returncode
                self._say(f"{child.naam} stopped ({_reason(code)}); again in {child.pause:.0f} s")

    def stop(self) -> None:
        """Stop them in the order in which they were given: first who takes in work, last who rounds off."""
        for child in self._children:
            child.stop()


def doorzicht(*arguments: str) -> list[str]:
    """The command line of another `doorzicht` command in this same installation."""
    return [sys.executable, "-m", "doorzicht.doors.cli", *arguments]


def _reason(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"exit code {code}"


def _end_with_parent() -> None:
    """In the child: be told to stop when the supervisor is killed, so that no orphan keeps the port."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
