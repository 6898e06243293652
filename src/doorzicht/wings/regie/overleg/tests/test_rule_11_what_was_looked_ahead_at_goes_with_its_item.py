"""Product rule 11: the copy for the police is kept as long as its item, also after the meeting moved or ended."""

from datetime import timedelta

from doorzicht.ground.access.api import context
from doorzicht.ground.vault.models import Dossier
from doorzicht.wings.regie.overleg import actions
from doorzicht.wings.regie.overleg.invoer import Moment
from doorzicht.wings.regie.overleg.vooruitblik import Vooruitblik


def _days(punt, by):
    """The day on which the item must be gone, and that of the look ahead."""
    with context(by):
        row = Vooruitblik.objects.get(agendapunt_id=punt.id)
        found = Dossier.objects.in_bulk([punt.id, row.id])
        return found[punt.id].vernietigen_op, found[row.id].vernietigen_op


def test_it_moves_with_the_meeting(meeting, joris, bram, now):
    overleg, (punt,) = meeting("Loods", gasten={0: [joris]}, geopend=False)
    before, _ = _days(punt, bram)
    begin = now + timedelta(days=60)
    with context(bram):
        moment = Moment(begin=begin, eind=begin + timedelta(hours=2), plaats="Kamer 2")
        actions.reschedule(overleg.id, moment, by=bram, at=now)

    item, ahead = _days(punt, bram)
    assert before < item == ahead


def test_it_moves_with_the_end_of_the_meeting(meeting, joris, bram, now):
    overleg, (punt,) = meeting("Loods", gasten={0: [joris]})
    before, _ = _days(punt, bram)
    with context(bram):
        actions.close_overleg(overleg.id, by=bram, at=now + timedelta(days=3))

    item, ahead = _days(punt, bram)
    assert before < item == ahead


def test_it_does_not_move_without_the_meeting(meeting, joris, bram):
    _, (punt,) = meeting("Loods", gasten={0: [joris]}, geopend=False)

    item, ahead = _days(punt, bram)
    assert item == ahead
