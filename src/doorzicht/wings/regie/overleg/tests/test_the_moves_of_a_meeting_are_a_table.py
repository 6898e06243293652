"""The life of a meeting and of an item: every row of the table, and nothing beside it."""

import itertools

import pytest

from doorzicht.wings.regie.overleg import workflow
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap

MEETING = {
    ("gepland", "verzetten"),
    ("gepland", "openen"),
    ("gepland", "afzeggen"),
    ("bezig", "verlengen"),
    ("bezig", "sluiten"),
}
VERBS = {step.werkwoord for step in workflow.STAPPEN_OVERLEG}


def test_every_row_says_why():
    for step in (*workflow.STAPPEN_OVERLEG, *workflow.STAPPEN_PUNT):
        assert len(step.zin) > 20


@pytest.mark.parametrize(("van", "verb"), list(itertools.product(workflow.OVERLEG, sorted(VERBS))))
def test_a_meeting_moves_by_the_table_only(van, verb):
    if (van, verb) in MEETING:
        assert workflow.next_overleg(van, verb) in workflow.OVERLEG
    else:
        with pytest.raises(OngeldigeStap):
            workflow.next_overleg(van, verb)


@pytest.mark.parametrize("klaar", ["besloten", "doorgeschoven", "vervallen", "behandeld"])
@pytest.mark.parametrize("naar", list(workflow.PUNT))
def test_what_is_decided_put_off_or_dropped_never_moves_again(klaar, naar):
    for verb in {step.werkwoord for step in workflow.STAPPEN_PUNT}:
        with pytest.raises(OngeldigeStap):
            workflow.check_punt(klaar, naar, verb)


@pytest.mark.parametrize("van", ["straks", "nu"])
def test_an_open_item_may_be_decided_put_off_or_dropped(van):
    for naar, verb in (
        ("besloten", "besluiten"),
        ("doorgeschoven", "doorschuiven"),
        ("vervallen", "vervallen"),
    ):
        workflow.check_punt(van, naar, verb)
