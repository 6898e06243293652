"""The wing's only door: addresses for the web, what waits for somebody, and verbs for the demo and journeys."""

from doorzicht.ground.lib.wachtend import Wachtend
from doorzicht.wings.beleid.datalek import urls as datalek_urls
from doorzicht.wings.beleid.datalek.actions import add_facts, close, decide, report, tell_ap
from doorzicht.wings.beleid.datalek.invoer import Besluit, Feiten, Melding
from doorzicht.wings.beleid.datalek.wachtend import waiting_for
from doorzicht.wings.beleid.plan import urls as plan_urls
from doorzicht.wings.beleid.plan.actions import OngeldigPlan, load_plan

__all__ = [
    "Besluit",
    "Feiten",
    "Melding",
    "OngeldigPlan",
    "Wachtend",
    "add_facts",
    "close",
    "decide",
    "load_plan",
    "report",
    "staff_urls",
    "tell_ap",
    "waiting_for",
]

staff_urls = [*plan_urls.urlpatterns, *datalek_urls.urlpatterns]
