"""Numbers that people read out and type: a letter, a year and six random digits. They tell nothing about order."""

import re
import secrets
from typing import Final

_VORM: Final = re.compile(r"[A-Z]-[0-9]{4}-[0-9]{6}")


def draw_number(letter: str, *, jaar: int) -> str:
    """A random number, "M-2026-483920". Whether somebody has it already is for the caller to ask."""
    return f"{letter}-{jaar}-{secrets.randbelow(900_000) + 100_000}"


def read_number(text: str, *, letter: str) -> str:
    """The number as it is stored, out of what somebody typed; empty for anything that is no such number."""
    typed = text.strip().upper()
    return typed if _VORM.fullmatch(typed) and typed.startswith(letter) else ""
