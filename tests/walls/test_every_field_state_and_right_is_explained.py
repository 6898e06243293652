"""Somebody who does not speak Dutch can read the code: docs/begrippen.md has every noun of the domain."""

import re
from pathlib import Path

from django.apps import apps

from doorzicht.ground.access.rechten import RECHTEN
from doorzicht.ground.bewaren import workflow as bewaren
from doorzicht.ground.organisaties.rollen import ROLLEN
from doorzicht.ground.verstrekking import workflow as verstrekking
from doorzicht.wings.beleid.datalek import workflow as datalek
from doorzicht.wings.regie.overleg import workflow as overleg
from doorzicht.wings.signaleren.melding import workflow as melding

ROOT = Path(__file__).parents[2]
EXPLAINED = set(re.findall(r"`(\w+)`", (ROOT / "docs" / "begrippen.md").read_text()))
ENDINGS = ("_op", "_door", "_uitleg", "_reden", "_hoe", "_nodig", "_akkoord", "_aan")
SAME_IN_ENGLISH = {
    "code", "email", "hash", "id", "ids", "is_active", "label", "last_login", "object_ids", "object_soort",
    "password", "slug", "status", "trace",
}  # fmt: skip


def missing(words: set[str]) -> list[str]:
    return sorted(words - EXPLAINED)


def models() -> list[type]:
    return [m for m in apps.get_models() if m.__module__.startswith("doorzicht.")]


def test_models():
    assert missing({m.__name__ for m in models()}) == []


def test_fields():
    names = {f.name.removesuffix("_id") for m in models() for f in m._meta.get_fields() if f.concrete}
    assert missing({bare(name) for name in names - SAME_IN_ENGLISH} - {""}) == []


def bare(name: str) -> str:
    """A field without the ending that says when, who or why."""
    return next((name.removesuffix(e) for e in ENDINGS if name not in EXPLAINED and name.endswith(e)), name)


def test_rooms_and_floors():
    source = ROOT / "src" / "doorzicht"
    rooms = {p.parent for p in source.glob("wings/*/*/urls.py")} | {
        p.parent for p in source.glob("ground/*/__init__.py") if p.parent.name != "lib"
    }
    wings = {p.parent for p in source.glob("wings/*/__init__.py")}
    assert missing({p.name for p in rooms | wings}) == []


def test_roles():
    assert missing(set(ROLLEN)) == []


def test_what_rights_are_about():
    assert missing({code.partition(".")[0] for code in RECHTEN}) == []


def test_statuses():
    lives = (
        melding.STATUSSEN, verstrekking.STATUSSEN, verstrekking.STANDEN, overleg.OVERLEG, overleg.PUNT,
        overleg.CHECK, bewaren.LIJST, bewaren.REGEL, datalek.STATUSSEN,
    )  # fmt: skip
    assert missing({state for life in lives for state in life} - {""}) == []


def test_a_word_that_is_not_explained_is_noticed():
    assert missing({"verzinsel", "Melding"}) == ["verzinsel"]
