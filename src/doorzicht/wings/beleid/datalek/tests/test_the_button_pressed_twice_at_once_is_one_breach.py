"""Two presses of the button at the same moment: neither sees the other's breach, and still there is one."""

import pytest
from django.db import IntegrityError
from procrastinate.contrib.django.models import ProcrastinateJob

from doorzicht.wings.beleid.datalek import actions
from doorzicht.wings.beleid.datalek.models import Datalek
from doorzicht.wings.beleid.datalek.tests.conftest import BALIE, FG, melding


@pytest.fixture
def looks_too_early(monkeypatch):
    """`looks_too_early(times)`: the first looks find nothing, as when the other press is not stored yet."""
    look = actions._known

    def make(times: int) -> None:
        left = [None] * times
        monkeypatch.setattr(actions, "_known", lambda *a, **kw: left.pop() if left else look(*a, **kw))

    return make


def test_the_second_press_finds_the_breach_of_the_first(acting_as, now, looks_too_early):
    form = melding()
    with acting_as(BALIE) as by:
        first = actions.report(form, by=by, at=now)
        looks_too_early(1)
        second = actions.report(form, by=by, at=now)
        assert (second.id, second.nummer) == (first.id, first.nummer)
    with acting_as(FG):
        assert Datalek.objects.count() == 1
    assert ProcrastinateJob.objects.filter(task_name=actions.NOTIFY_JOB).count() == 1


def test_what_the_database_refuses_for_another_reason_is_not_swallowed(acting_as, now, looks_too_early):
    form = melding()
    with acting_as(BALIE) as by:
        actions.report(form, by=by, at=now)
        looks_too_early(2)
        with pytest.raises(IntegrityError):
            actions.report(form, by=by, at=now)
