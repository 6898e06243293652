"""Which meldingen go on together. One occurrence is one family: what holds for a member holds for all of them."""

from uuid import UUID

from django.db import connection
from django.db.models import BooleanField, Func

from doorzicht.ground.lib.queries import read_queries
from doorzicht.wings.signaleren.melding.models import Melding

QUERIES = read_queries("doorzicht.wings.signaleren", "familie.sql")


def hold_families(organisatie_id: str) -> None:
    """Let no other family of this organisation change until the transaction ends. Take it before any melding is locked:
    a recusal and a merge at the same moment would each miss what the other is about to write."""
    with connection.cursor() as cursor:
        cursor.execute(QUERIES["slot"], {"organisatie_id": organisatie_id})


def whole_family(melding: Melding) -> list[UUID]:
    """Every member of the family this melding is in, at any depth, above and below it; itself included."""
    with connection.cursor() as cursor:
        cursor.execute(
            QUERIES["hele_familie"], {"organisatie_id": melding.organisatie_id, "melding_id": melding.id}
        )
        return [row[0] for row in cursor.fetchall()]


class BijFunctionaris(Func):
    """Whether a melding went on under one that was sent straight to the aandachtsfunctionaris: asked of one row at a
    time (`sql/functionaris.sql`), so that a page costs the same among a hundred meldingen and a million."""

    function = "signaleren_onder_functionaris"
    output_field = BooleanField()

    def __init__(self) -> None:
        super().__init__("id", "organisatie_id")
