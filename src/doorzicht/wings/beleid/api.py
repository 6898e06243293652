"""The wing's only door."""

from doorzicht.wings.beleid.plan import urls as staff_urls
from doorzicht.wings.beleid.plan.actions import OngeldigPlan, load_plan

__all__ = ["OngeldigPlan", "load_plan", "staff_urls"]
