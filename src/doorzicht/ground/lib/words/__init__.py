"""The 2048 Dutch words of the ontvangstcode (docs/decisions/0030).

The order is part of the code: a word is never added, removed or moved.
"""

from functools import cache
from importlib.resources import files


@cache
def load_words() -> tuple[str, ...]:
    """Return the words in their fixed, alphabetical order."""
    return tuple(files(__package__).joinpath("ontvangstcode.txt").read_text(encoding="ascii").split())
