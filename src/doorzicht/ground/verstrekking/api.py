"""The door of verstrekking. Wings meet here and nowhere else."""

from doorzicht.ground.verstrekking.actions import (
    accept,
    expire_due,
    let_in,
    offer,
    refuse,
    report_back,
    revoke,
    shut_out,
)
from doorzicht.ground.verstrekking.gegevens import (
    Aanbod,
    GevolgdeVerstrekking,
    Inhoud,
    Kop,
    Ontvanger,
    Veld,
    VoortgangBlad,
)
from doorzicht.ground.verstrekking.herinneren import to_remind
from doorzicht.ground.verstrekking.kaders import KADERS, ROUTES, WINGS, NietToegestaan
from doorzicht.ground.verstrekking.ontvangst import (
    Ontvangst,
    confirm_destroyed,
    open_received,
    received,
    waiting,
)
from doorzicht.ground.verstrekking.register import (
    STANDEN_REGISTER,
    Registerregel,
    Zoekvraag,
    export,
    overdue,
    receivers,
    register,
)
from doorzicht.ground.verstrekking.selectors import (
    given_by,
    of_numbers,
    offered_to,
    read,
    reports_for,
    standings,
)
from doorzicht.ground.verstrekking.toetsing import OnvolledigeVerstrekking, VerstrekkingOnbekend
from doorzicht.ground.verstrekking.workflow import STANDEN, STAPPEN, STATUSSEN, OngeldigeStap

__all__ = [
    "KADERS",
    "ROUTES",
    "STANDEN",
    "STANDEN_REGISTER",
    "STAPPEN",
    "STATUSSEN",
    "WINGS",
    "Aanbod",
    "GevolgdeVerstrekking",
    "Inhoud",
    "Kop",
    "NietToegestaan",
    "OngeldigeStap",
    "Ontvanger",
    "Ontvangst",
    "OnvolledigeVerstrekking",
    "Registerregel",
    "Veld",
    "VerstrekkingOnbekend",
    "VoortgangBlad",
    "Zoekvraag",
    "accept",
    "confirm_destroyed",
    "expire_due",
    "export",
    "given_by",
    "let_in",
    "of_numbers",
    "offer",
    "offered_to",
    "open_received",
    "overdue",
    "read",
    "received",
    "receivers",
    "refuse",
    "register",
    "report_back",
    "reports_for",
    "revoke",
    "shut_out",
    "standings",
    "to_remind",
    "waiting",
]
