"""The plan is checked whole before it is kept, kept once, and read by everybody who carries it out."""

import copy

import pytest
from django.utils import timezone

from doorzicht.ground.access.api import Geweigerd
from doorzicht.wings.beleid.plan.actions import OngeldigPlan, load_plan
from doorzicht.wings.beleid.plan.models import Planversie
from doorzicht.wings.beleid.plan.selectors import current_plan

PLAN = {
    "naam": "Proefplan",
    "looptijd": {"van": "2024-01-01", "tot": "2027-12-31"},
    "regio": "Proefregio",
    "gemeenten": [{"code": "0246", "naam": "Heerde"}],
    "hoofddoel": "Het komt nauwelijks voor.",
    "rollen": [{"code": "signaleerder", "wing": "signaleren"}],
    "ambities": [
        {
            "code": "A1",
            "naam": "Zicht",
            "acties": [{"code": "A1.1", "naam": "Doen", "per_gemeente": True, "bewijs": "gedaan"}],
        }
    ],
}


@pytest.mark.django_db
def test_the_same_plan_twice_is_one_version():
    assert load_plan(PLAN, at=timezone.now())[1] is True
    assert load_plan(PLAN, at=timezone.now())[1] is False
    assert Planversie.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "break_it",
    [
        lambda p: p.pop("hoofddoel"),
        lambda p: p["ambities"][0]["acties"].append(p["ambities"][0]["acties"][0]),
        lambda p: p["gemeenten"][0].update(code="46"),
    ],
)
def test_a_plan_with_something_wrong_is_refused_and_nothing_is_kept(break_it):
    wrong = copy.deepcopy(PLAN)
    break_it(wrong)
    with pytest.raises(OngeldigPlan):
        load_plan(wrong, at=timezone.now())
    assert not Planversie.objects.exists()


def test_every_employee_may_read_the_plan_and_an_invited_partner_may_not(acting_as):
    load_plan(PLAN, at=timezone.now())
    with acting_as("bas.balie") as bas:
        assert current_plan(by=bas).naam == "Proefplan"
    with acting_as("mila.fictief") as mila, pytest.raises(Geweigerd):
        current_plan(by=mila)
