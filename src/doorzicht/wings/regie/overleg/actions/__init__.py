"""The verbs of the room, by subject. Each is one transaction, checks the right, moves by the table and is logged."""

from doorzicht.wings.regie.overleg.actions.acties import add_actie, finish_actie
from doorzicht.wings.regie.overleg.actions.agenda import (
    extend,
    plan_overleg,
    put_on_agenda,
    refuse_offer,
    reschedule,
)
from doorzicht.wings.regie.overleg.actions.behandelen import (
    close_overleg,
    contribute,
    open_overleg,
    treat,
)
from doorzicht.wings.regie.overleg.actions.besluiten import (
    AlBesloten,
    ZorgEerst,
    decide,
    postpone,
)
from doorzicht.wings.regie.overleg.actions.genodigden import (
    NietUitTeNodigen,
    invite,
    record_presence,
    withdraw,
)
from doorzicht.wings.regie.overleg.actions.reeks import cancel_overleg, plan_series
from doorzicht.wings.regie.overleg.actions.uitvoeren import (
    ZonderAkkoord,
    answer_check,
    ask_check,
    release,
)

__all__ = [
    "AlBesloten",
    "NietUitTeNodigen",
    "ZonderAkkoord",
    "ZorgEerst",
    "add_actie",
    "answer_check",
    "ask_check",
    "cancel_overleg",
    "close_overleg",
    "contribute",
    "decide",
    "extend",
    "finish_actie",
    "invite",
    "open_overleg",
    "plan_overleg",
    "plan_series",
    "postpone",
    "put_on_agenda",
    "record_presence",
    "refuse_offer",
    "release",
    "reschedule",
    "treat",
    "withdraw",
]
