"""A logboek with sealed rows, and the hands of somebody who would like to change it."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from django.conf import settings
from django.utils import timezone
from tests.support.zegel import role_connection

from doorzicht.ground.access.api import context
from doorzicht.ground.logboek import anker, api, zegels
from doorzicht.ground.logboek.keten import Sleutels
from doorzicht.ground.logboek.verify import Uitslag, verify
from doorzicht.ground.organisaties.actor import Actor

NOOR = Actor("0246", frozenset({"aandachtsfunctionaris"}), uuid4(), organisaties=frozenset({"0246"}))


class Logboek:
    """What the tests do with the logboek: write as the application, seal as the sealer, tamper as the owner."""

    def __init__(self, zegel: psycopg.Connection[Any], owner: psycopg.Connection[Any], path: Path) -> None:
        self.zegel, self.owner, self.anker = zegel, owner, path
        self.verankerd = 0
        """Heads written to the anchor. A round waits for transactions of other databases, so one may become two."""
        self.sleutels = Sleutels.of(settings.DOORZICHT_LOGBOEKSLEUTEL)

    def write(self, transactions: int, rows: int = 1) -> None:
        """Rows of the application, some in one transaction."""
        for _ in range(transactions):
            with context(NOOR):
                for _ in range(rows):
                    api.record(NOOR, "lees", "melding", [uuid4()], recht="melding.lezen", doel="weging")

    def seal_once(self, **kwargs: Any) -> zegels.Ronde:
        """Seal what can be sealed at this moment and write the head to the anchor."""
        ronde = zegels.seal_all(self.zegel, key=self.sleutels.regel, **kwargs)
        if ronde.gezegeld:
            anker.anchor_rows(self.anker, ronde.stand, at=timezone.now())
            self.verankerd += 1
        return ronde

    def seal(self, **kwargs: Any) -> int:
        """Seal everything; returns how many. Waits for transactions of other databases on the same server."""
        total, until = 0, time.monotonic() + 60
        while True:
            ronde = self.seal_once(**kwargs)
            total += ronde.gezegeld
            if ronde.oudste_open is None or time.monotonic() > until:
                return total
            time.sleep(0.02)

    def verify(self, *, anchored: bool = True) -> Uitslag:
        """The check, as the sealer's role."""
        return verify(self.zegel, sleutels=self.sleutels, ankerbestand=self.anker if anchored else None)

    def ids(self) -> list[int]:
        """Ids of the rows, in the order of the chain."""
        found = self.owner.execute("SELECT id FROM logboek_regel ORDER BY incarnatie, xid, id")
        return [row[0] for row in found]


@pytest.fixture
def logboek(transactional_db: None, tmp_path: Path) -> Iterator[Logboek]:
    """An empty logboek on a database of its own."""
    with role_connection("zegel") as zegel, role_connection("eigenaar") as owner:
        yield Logboek(zegel, owner, tmp_path / "anker" / "logboek.jsonl")


@pytest.fixture
def sealed(logboek: Logboek) -> Logboek:
    """Twelve rows in six transactions, sealed in two rounds."""
    logboek.write(4, rows=2)
    logboek.seal()
    logboek.write(4)
    logboek.seal()
    return logboek
