"""The story of the demo: meldingen on every point of their way, told in the order in which it happened.

What happened, who did it and what they wrote stands in `data/demo-meldingen.yaml` and `data/demo-verhaal.yaml`. Every
act is a verb of a wing, done by the account that has the right to it. Only `at` lies in the past: what the database
holds against its own clock (the logboek, who is let in now) is of the moment at which the story is told.
"""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from doorzicht.doors.cli.demo_dagen import Kalender
from doorzicht.doors.cli.demo_meldingen import WEG, receive
from doorzicht.doors.cli.demo_overleg import OVERLEG, VERNIETIGEN
from doorzicht.doors.cli.demo_privacy import DATALEKKEN, REGIO
from doorzicht.doors.cli.demo_stand import GEMEENTE, Doen, Stap, Verhaal, actor_of
from doorzicht.ground.access.api import context


def tell(*, nu: datetime) -> Verhaal:
    """Tell the whole story as it looks at `nu`, each act in a transaction of its own. Every call tells it again."""
    verhaal, actor = Verhaal(Kalender(nu)), cache(actor_of)
    for at, doen, stap in sorted(_acts(verhaal.kalender), key=lambda act: act[0]):
        with context(actor(stap["wie"], stap.get("gemeente", GEMEENTE))) as by:
            doen(verhaal, stap, by, at)
    return verhaal


def _acts(kalender: Kalender) -> Iterator[tuple[datetime, Doen, Stap]]:
    """Every act of both files with its moment, in the order of the files."""
    for row in read_data("demo-meldingen.yaml")["meldingen"]:
        yield kalender.moment(row["op"]), receive, row
    story = read_data("demo-verhaal.yaml")
    parts = {
        "weg": WEG,
        "regio": REGIO,
        "overleg": OVERLEG,
        "vernietigen": VERNIETIGEN,
        "datalekken": DATALEKKEN,
    }
    for part, table in parts.items():
        for van, stappen in story[part].items():
            for stap in stappen:
                yield kalender.moment(stap["op"]), table[stap["stap"]], {**stap, "van": van}


def read_data(name: str) -> dict[str, Any]:
    """A data file of the demo."""
    text = files("doorzicht.doors.cli").joinpath("data", name).read_text()
    content: dict[str, Any] = yaml.safe_load(text)
    return content
