"""A verstrekking moves as its table says, and no sequence of verbs leaves the table."""

from contextlib import suppress
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doorzicht.ground.access.api import Actor, Geweigerd, context
from doorzicht.ground.verstrekking import api, workflow
from doorzicht.ground.verstrekking.models import Verstrekking

TABLE = {
    ("aangeboden", "accept"): "aangenomen",
    ("aangeboden", "refuse"): "afgewezen",
    ("aangeboden", "revoke"): "ingetrokken",
    ("aangeboden", "expire"): "verlopen",
    ("aangenomen", "revoke"): "ingetrokken",
    ("aangenomen", "expire"): "verlopen",
}
VERBS = ("accept", "refuse", "revoke", "expire")


@pytest.mark.parametrize("van", workflow.STATUSSEN)
@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_moves_only_where_the_table_says(van, verb):
    if (van, verb) in TABLE:
        assert workflow.next_status(van, verb) == TABLE[van, verb]
    else:
        with pytest.raises(workflow.OngeldigeStap):
            workflow.next_status(van, verb)


@pytest.mark.parametrize("stap", workflow.STAPPEN, ids=lambda s: f"{s.van}-{s.naar}")
def test_every_move_carries_the_sentence_that_justifies_it(stap):
    assert stap.zin.endswith(".")
    assert len(stap.zin) > 20


def test_nothing_leads_out_of_a_closed_state():
    assert not {s.van for s in workflow.STAPPEN} & {"afgewezen", "ingetrokken", "verlopen"}


def _do(verb: str, row, *, noor: Actor, bram: Actor, at) -> None:
    """One verb by whom it belongs to; what is refused changes nothing."""
    actors = {"accept": bram, "refuse": bram, "revoke": noor, "expire": Actor.systeem("0246")}
    by = actors[verb]
    with context(by):
        if verb == "expire":
            api.expire_due(by=by, at=at)
        elif verb == "accept":
            api.accept(row.id, by=by, at=at)
        else:
            getattr(api, verb)(row.id, reden="niet nodig", by=by, at=at)


class Undone(Exception):
    """Ends the transaction of one example."""


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.sampled_from(VERBS), st.integers(0, 40)), min_size=1, max_size=6))
def test_no_sequence_of_verbs_leaves_the_table(offered, noor, bram, now, steps):
    with suppress(Undone), transaction.atomic():
        row, days = offered(), 0
        for verb, later in steps:
            days += later
            before = _status(row)
            try:
                _do(verb, row, noor=noor, bram=bram, at=now + timedelta(days=days))
            except (Geweigerd, workflow.OngeldigeStap):
                assert _status(row) == before
            else:
                assert _status(row) == before or TABLE[before, verb] == _status(row)
        raise Undone


def _status(row) -> str:
    with context(Actor.systeem("0246")):
        return Verstrekking.objects.values_list("status", flat=True).get(pk=row.id)
