"""Open work of this wing: it lies with roles, never with one person, so it goes over with the role."""

from doorzicht.ground.access.openwerk import VanRol, register
from doorzicht.ground.access.rechten import MELDPUNT
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.melding.workflow import OPEN
from doorzicht.wings.signaleren.weging.models import Privacycheck

MEER = 100
"""Counted up to here: an exact count would grow with the number of meldingen."""


def register_open_work() -> None:
    """Tell the house what lies with which roles."""
    register(
        VanRol("signaleren-melding", "open melding", "open meldingen", MELDPUNT, _meldingen),
        VanRol(
            "signaleren-check", "privacycheck", "privacychecks", frozenset({"privacyfunctionaris"}), _checks
        ),
    )


def _meldingen(code: str) -> int:
    found = Melding.objects.filter(organisatie_id=code, verzegeld=False, status__in=OPEN)
    return len(found.values_list("id")[:MEER])


def _checks(code: str) -> int:
    return len(Privacycheck.objects.filter(organisatie_id=code, besluit="").values_list("id")[:MEER])
