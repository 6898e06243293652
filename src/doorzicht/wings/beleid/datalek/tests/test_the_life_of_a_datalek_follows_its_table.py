"""Every move of the table, with the sentence that justifies it; every other move is refused."""

import pytest

from doorzicht.wings.beleid.datalek import workflow
from doorzicht.wings.beleid.datalek.workflow import OngeldigeStap, next_status

VERBS = {s.werkwoord for s in workflow.STAPPEN}


@pytest.mark.parametrize("stap", workflow.STAPPEN, ids=lambda s: f"{s.van}-{s.werkwoord}")
def test_each_move_leads_where_the_table_says_and_says_why(stap):
    assert next_status(stap.van, stap.werkwoord) == stap.naar
    assert stap.zin.endswith((".", ")"))
    assert {stap.van, stap.naar} <= workflow.STATUSSEN.keys()


@pytest.mark.parametrize("van", workflow.STATUSSEN)
@pytest.mark.parametrize("werkwoord", sorted(VERBS))
def test_what_is_not_in_the_table_is_refused(van, werkwoord):
    if any((s.van, s.werkwoord) == (van, werkwoord) for s in workflow.STAPPEN):
        return
    with pytest.raises(OngeldigeStap, match="Dit kan nu niet"):
        next_status(van, werkwoord)
    assert not workflow.may_do(van, werkwoord)


def test_a_closed_one_goes_nowhere():
    assert [s for s in workflow.STAPPEN if s.van == "afgesloten"] == []


def test_there_is_one_move_for_each_state_and_verb():
    pairs = [(s.van, s.werkwoord) for s in workflow.STAPPEN]
    assert len(pairs) == len(set(pairs))
