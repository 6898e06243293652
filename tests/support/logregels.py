"""Reading the logboek back, for tests that ask whether an act was written down."""

from uuid import UUID

from doorzicht.ground.logboek.models import Regel


def rows_of(object_id: UUID, *, organisatie_id: str) -> list[Regel]:
    """Who touched this object, newest first, as far as the context of the test may see."""
    found = Regel.objects.filter(organisatie_id=organisatie_id, object_ids__contains=[object_id])
    return list(found.order_by("-id"))
