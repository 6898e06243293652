"""The plan as it stands now."""

from doorzicht.ground.access.api import Actor, require
from doorzicht.wings.beleid.plan.models import Planversie


def current_plan(*, by: Actor) -> Planversie | None:
    """The plan that was loaded last, or None before the first."""
    require(by, "plan.lezen")
    return Planversie.objects.first()
