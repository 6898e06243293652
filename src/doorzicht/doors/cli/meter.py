"""Progress on a terminal: how many, of how many, how fast. Silent in a log and in a pipe."""

import sys
import time

import click


class Meter:
    """Counts what is done, and shows it five times a second where somebody looks."""

    def __init__(self, what: str, *, total: int) -> None:
        self.what, self.total, self.done, self.began = what, total, 0, time.monotonic()
        self._shown, self._visible = 0.0, sys.stderr.isatty()

    def add(self, number: int) -> None:
        """So many more are done."""
        self.done += number
        now = time.monotonic()
        if self._visible and now - self._shown > 0.2:
            self._shown = now
            rate = self.done / max(now - self.began, 1e-6)
            click.echo(f"\r  {self.done} of {self.total} {self.what}, {rate:.0f}/s ", nl=False, err=True)

    def end(self) -> None:
        """Leave the line."""
        if self._visible and self._shown:
            click.echo("", err=True)


class Tellers:
    """Several counters on one line: megabytes of the database, files."""

    def __init__(self, doing: str) -> None:
        self.doing, self.counts = doing, {"database": 0, "files": 0}
        self._shown, self._visible = 0.0, sys.stderr.isatty()

    def add(self, what: str, number: int) -> None:
        """So much more of it is done."""
        self.counts[what] += number
        now = time.monotonic()
        if self._visible and now - self._shown > 0.2:
            self._shown = now
            line = f"{self.counts['database'] / 1e6:.0f} MB of database, {self.counts['files']} files"
            click.echo(f"\r  {self.doing}: {line} ", nl=False, err=True)

    def end(self) -> None:
        """Leave the line."""
        if self._visible and self._shown:
            click.echo("", err=True)
