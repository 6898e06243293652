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
