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
from doorzicht.ground.verstrekking.kaders import KADERS, ROUTES, WINGS, NietToegestaan
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
    "OnvolledigeVerstrekking",
    "Veld",
    "VerstrekkingOnbekend",
    "VoortgangBlad",
    "accept",
    "expire_due",
    "given_by",
    "let_in",
    "of_numbers",
    "offer",
    "offered_to",
    "read",
    "refuse",
    "report_back",
    "reports_for",
    "revoke",
    "shut_out",
    "standings",
]
