"""The catalogue's door: laws, indicators, questions, terms and rules as dated data, never as code."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from doorzicht.ground.lib import terms


@cache
def inhoud(naam: str) -> dict[str, Any]:
    """The content of one catalogue file, `inhoud("vormen")`. Raises `FileNotFoundError` for an unknown name."""
    text = files("doorzicht.ground.catalogus").joinpath("data", f"{naam}.yaml").read_text()
    content: dict[str, Any] = yaml.safe_load(text)
    return content


@cache
def op_code(naam: str, lijst: str = "") -> Mapping[str, Mapping[str, Any]]:
    """The entries of a list in a catalogue file by their code; the list bears the file's name unless told."""
    return {entry["code"]: entry for entry in inhoud(naam)[lijst or naam]}


def last_day(termijn: str, *, begin: date) -> date:
    """The last day in time for a term of `termijnen.yaml` that begins on a day."""
    rule = op_code("termijnen")[termijn]
    return terms.last_day(terms.parse_term(rule["termijn"], wettelijk=rule["wettelijk"]), begin=begin)
