"""Open work of this room that goes to a colleague when somebody leaves: actions and meetings to chair."""

from datetime import datetime
from uuid import UUID

from doorzicht.ground.access.api import Actor, context, require
from doorzicht.ground.access.openwerk import KanNietOvernemen, Persoonlijk, VanRol, register
from doorzicht.ground.logboek import api as logboek
from doorzicht.wings.regie.overleg.actions.genodigden import notify
from doorzicht.wings.regie.overleg.models import Actie, Overleg, Uitvoeringscheck
from doorzicht.wings.regie.overleg.workflow import VOORBIJ

RECHT = "werk.overdragen"


def register_open_work() -> None:
    """Tell the house what lies with a person or a role in this room."""
    register(
        Persoonlijk(
            "regie-actie",
            "actie uit het overleg",
            "acties uit het overleg",
            "actie.eigen_zien",
            lambda wie: Actie.objects.filter(eigenaar=wie, klaar_op__isnull=True).count(),
            hand_over_acties,
        ),
        Persoonlijk(
            "regie-overleg",
            "overleg voorzitten",
            "overleggen voorzitten",
            "overleg.beheren",
            lambda wie: Overleg.objects.filter(voorzitter=wie).exclude(status__in=VOORBIJ).count(),
            hand_over_overleggen,
        ),
        VanRol(
            "regie-check-2b",
            "privacycheck 2B",
            "privacychecks 2B",
            frozenset({"privacyfunctionaris"}),
            lambda code: Uitvoeringscheck.objects.filter(organisatie_id=code, besluit="").count(),
        ),
    )


def hand_over_acties(*, van: UUID, naar: Actor, by: Actor, at: datetime) -> None:
    """The open actions of one person become those of another, with their day. Raises `KanNietOvernemen` when the other
    may not see one of them: whoever was shut out of an item does not get its action either."""
    require(by, RECHT)
    rows = Actie.objects.filter(organisatie_id=by.organisatie_id, eigenaar=van, klaar_op__isnull=True)
    ids = sorted(rows.values_list("id", flat=True))
    rows.update(eigenaar=naar.mens)
    with context(naar):
        seen = Actie.objects.filter(id__in=ids).count()
    if seen != len(ids):
        raise KanNietOvernemen(f"{naar.naam} kan niet alle acties overnemen. Kies iemand anders.")
    logboek.record(by, "wijzig", "actie", ids, recht=RECHT)
    if ids:
        notify(naar.mens, by=by)


def hand_over_overleggen(*, van: UUID, naar: Actor, by: Actor, at: datetime) -> None:
    """Somebody else chairs the meetings that are not over."""
    require(by, RECHT)
    rows = Overleg.objects.filter(organisatie_id=by.organisatie_id, voorzitter=van).exclude(
        status__in=VOORBIJ
    )
    ids = sorted(rows.values_list("id", flat=True))
    rows.update(voorzitter=naar.mens)
    logboek.record(by, "wijzig", "overleg", ids, recht=RECHT)
