"""The logboek's door. No log row, no answer: `record` runs in the caller's transaction and lets errors rise."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db import connection
from django.db.models import CharField, DateTimeField
from django.db.models.expressions import RawSQL
from django.db.models.functions import Now, TruncDate

from doorzicht.ground.logboek.models import AnoniemeRegel, Regel
from doorzicht.ground.logboek.staat import Zegelstaat, seal_state
from doorzicht.ground.organisaties.actor import Actor

__all__ = ["HANDELINGEN", "GeenTransactie", "Zegelstaat", "latest", "record", "seal_state"]

HANDELINGEN = ("lees", "zoek", "maak", "wijzig", "verstrek", "weiger", "vernietig", "inloggen", "zegel")


class GeenTransactie(RuntimeError):
    """A log row outside the transaction of the act could be lost or stand alone; that is a programming error."""


def record(
    actor: Actor,
    handeling: str,
    object_soort: str,
    object_ids: Iterable[UUID] = (),
    *,
    recht: str,
    doel: str = "",
    uitkomst: str = "ok",
    bijzonderheden: Mapping[str, object] | None = None,
) -> None:
    """Write one log row (a list of a hundred rows read is one row with a hundred ids).

    `bijzonderheden` holds codes and names of fields, never what stood in them. A reporter's act is kept by
    the day only, without the id of what was made. Name dossiers: of those of another organisation the database
    writes a second row, in the logboek of that organisation.
    """
    if handeling not in HANDELINGEN:
        raise ValueError(f"unknown act {handeling!r}")
    if not connection.in_atomic_block:
        raise GeenTransactie("record() must run inside the transaction of the act")
    if "melder" in actor.rollen:
        _record_anonymous(actor, handeling, object_soort)
        return
    Regel.objects.create(
        organisatie_id=actor.organisatie_id,
        medewerker_id=actor.medewerker_id,
        rol=actor.rol,
        handeling=handeling,
        recht=recht,
        object_soort=object_soort,
        object_ids=list(object_ids),
        doel=doel,
        uitkomst=uitkomst,
        bijzonderheden=dict(bijzonderheden or {}),
    )


def _record_anonymous(actor: Actor, handeling: str, object_soort: str) -> None:
    AnoniemeRegel.objects.create(
        dag=TruncDate(Now()),
        organisatie_id=actor.organisatie_id,
        handeling=handeling,
        object_soort=object_soort,
    )


def latest(
    *, organisatie_id: str, limit: int, before: int | None = None, gasten: bool = False
) -> list[Regel]:
    """The newest rows of an organisation, each with what the database gave it: the moment (`tijd`), and for acts of
    somebody of another organisation which (`van`, else empty). `gasten`: those only."""
    found = Regel.objects.filter(organisatie_id=organisatie_id).annotate(
        tijd=RawSQL("logboek_regel.tijd", (), output_field=DateTimeField()),
        van=RawSQL("logboek_regel.van_organisatie_id", (), output_field=CharField()),
    )
    if before is not None:
        found = found.filter(id__lt=before)
    if gasten:
        found = found.exclude(van="")
    return list(found.order_by("-id")[:limit])
