"""The wing's only door: addresses for the web, what waits for somebody, and the verbs for the demo and journeys."""

from doorzicht.ground.lib.wachtend import Wachtend
from doorzicht.wings.regie.overleg import urls as overleg_urls
from doorzicht.wings.regie.overleg.actions import (
    add_actie,
    answer_check,
    ask_check,
    close_overleg,
    contribute,
    decide,
    finish_actie,
    invite,
    open_overleg,
    plan_overleg,
    postpone,
    put_on_agenda,
    record_presence,
    release,
    treat,
)
from doorzicht.wings.regie.overleg.invoer import ActieInvoer, BesluitInvoer, Moment, Voorstel
from doorzicht.wings.regie.overleg.jaar import promise
from doorzicht.wings.regie.overleg.wachtend import waiting_for

staff_urls = overleg_urls

__all__ = [
    "ActieInvoer",
    "BesluitInvoer",
    "Moment",
    "Voorstel",
    "Wachtend",
    "add_actie",
    "answer_check",
    "ask_check",
    "close_overleg",
    "contribute",
    "decide",
    "finish_actie",
    "invite",
    "open_overleg",
    "plan_overleg",
    "postpone",
    "promise",
    "put_on_agenda",
    "record_presence",
    "release",
    "staff_urls",
    "treat",
    "waiting_for",
]
