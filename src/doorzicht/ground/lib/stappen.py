"""A move in the life of something, as a row of a table: used by every `workflow.py`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stap:
    """A move from one state to the next: the verb that makes it, and the sentence that justifies it."""

    van: str
    naar: str
    werkwoord: str
    zin: str


class OngeldigeStap(Exception):
    """This move is not in the table; nothing changed. The message is fit for the screen."""
