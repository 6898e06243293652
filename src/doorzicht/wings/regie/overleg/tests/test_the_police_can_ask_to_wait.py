"""The mark "wacht: lopend onderzoek": a day and whose wish, nothing else. Nobody else sets it, nobody else lifts it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.utils import ProgrammingError

from doorzicht.ground.access.api import Geweigerd, context
from doorzicht.ground.lib.datums import local_day
from doorzicht.wings.regie.overleg import actions, wacht
from doorzicht.wings.regie.overleg.actions.wacht import set_wacht
from doorzicht.wings.regie.overleg.vooruitblik import Vooruitblik
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap

AHEAD = "/regie/overleg/vooruitblik/"


def _ask(who, at, *, days: int | None = 7) -> None:
    with context(who):
        row = Vooruitblik.objects.get(medewerker_id=who.medewerker_id)
        set_wacht(row.id, tot=None if days is None else local_day(at) + timedelta(days=days), by=who, at=at)


def _waits(punt, who, at) -> wacht.Wacht | None:
    with context(who):
        return wacht.waiting([punt.id], at=at).get(punt.id)


@pytest.fixture
def asked(meeting, joris, mila, now):
    """A meeting with one item of which the police asked, before the opening, to wait for a week."""
    overleg, (punt,) = meeting("Loods", gasten={0: [joris, mila]}, geopend=False)
    _ask(joris, now)
    return overleg, punt


def test_the_chair_sees_by_whom_and_until_when(asked, bram, now):
    _overleg, punt = asked

    assert _waits(punt, bram, now) == wacht.Wacht("politie-on", local_day(now) + timedelta(days=7))


def test_another_guest_learns_only_that_it_waits(asked, bram, mila, client_of, item_url, now):
    overleg, punt = asked
    with context(bram):
        actions.open_overleg(overleg.id, by=bram, at=now)

    assert _waits(punt, mila, now) == wacht.Wacht(None, None)
    page = client_of("mila.fictief").get(item_url(overleg, punt)).content.decode()
    assert "Wacht" in page
    assert "onderzoek" not in page
    chair = client_of("bram.testman").get(item_url(overleg, punt)).content.decode()
    assert "Wacht: lopend onderzoek (Politie" in chair


def test_a_guest_of_the_municipality_itself_reads_no_more(
    meeting, joris, hugo, bram, client_of, item_url, now
):
    overleg, (punt,) = meeting("Loods", gasten={0: [joris, hugo]}, geopend=False)
    _ask(joris, now)
    with context(bram):
        actions.open_overleg(overleg.id, by=bram, at=now)

    page = client_of("hugo.handhaaf").get(item_url(overleg, punt)).content.decode()
    assert "Wacht" in page
    assert "onderzoek" not in page


def test_who_is_not_at_the_item_learns_nothing(asked, actor, now):
    _overleg, punt = asked

    assert _waits(punt, actor("tess.denkbeeld"), now) is None


def test_it_ends_on_its_day(asked, bram, now):
    _overleg, punt = asked

    assert _waits(punt, bram, now + timedelta(days=7)) is not None
    assert _waits(punt, bram, now + timedelta(days=8)) is None


def test_the_police_take_it_back_themselves(asked, joris, bram, now):
    _overleg, punt = asked
    _ask(joris, now, days=None)

    assert _waits(punt, bram, now) is None


def test_the_chair_cannot_lift_it(asked, bram, now):
    _overleg, punt = asked
    with context(bram):
        row = Vooruitblik.objects.get(agendapunt_id=punt.id)
        with pytest.raises(Geweigerd):
            set_wacht(row.id, tot=None, by=bram, at=now)
        with connection.cursor() as cursor:
            cursor.execute("SELECT regie_wacht_zetten(%s, NULL, %s)", [row.id, now])
            assert cursor.fetchone() == (False,)
        assert Vooruitblik.objects.filter(pk=row.id).delete()[0] == 0
        with pytest.raises(ProgrammingError, match="permission denied"):
            Vooruitblik.objects.filter(pk=row.id).update(wacht_tot=None)


def test_it_stays_when_the_invitation_is_taken_back(asked, joris, bram, now):
    overleg, punt = asked
    with context(bram):
        actions.withdraw(overleg.id, joris.medewerker_id, punt.id, by=bram, at=now)

    assert _waits(punt, bram, now) is not None


@pytest.mark.parametrize("days", [-1, 100])
def test_a_day_that_is_over_or_far_away_is_refused(meeting, joris, now, days):
    meeting("Loods", gasten={0: [joris]}, geopend=False)

    with pytest.raises(OngeldigeStap, match="3 maanden"):
        _ask(joris, now, days=days)


def test_today_is_a_day_and_the_words_say_so(meeting, joris, bram, client_of, now):
    _overleg, (punt,) = meeting("Loods", gasten={0: [joris]}, geopend=False)
    words = "Vandaag of een dag die nog komt, hooguit 3 maanden vooruit."
    assert words in client_of("joris.bedacht").get(AHEAD).content.decode()
    _ask(joris, now, days=0)

    assert _waits(punt, bram, now) == wacht.Wacht("politie-on", local_day(now))


def test_there_is_no_place_for_a_reason():
    names = {f.name for f in Vooruitblik._meta.get_fields()}

    assert {n for n in names if n.startswith("wacht")} == {"wacht_tot", "wacht_op"}


def test_the_police_do_it_on_their_screen(meeting, joris, bram, client_of, now):
    _overleg, (punt,) = meeting("Loods", gasten={0: [joris]}, geopend=False)
    police, day = client_of("joris.bedacht"), local_day(now) + timedelta(days=3)
    with context(joris):
        row = Vooruitblik.objects.get()
    wrong = police.post(f"{AHEAD}{row.id}/", {"tot": ""}).content.decode()
    assert "Vul een dag in." in wrong

    page = police.post(f"{AHEAD}{row.id}/", {"tot": f"{day.day}-{day.month}-{day.year}"}, follow=True)
    assert "Wacht: lopend onderzoek" in page.content.decode()
    assert _waits(punt, bram, now) == wacht.Wacht("politie-on", day)
    police.post(f"{AHEAD}{row.id}/intrekken/")
    assert _waits(punt, bram, now) is None


def test_nobody_else_comes_there(meeting, joris, client_of):
    meeting("Loods", gasten={0: [joris]}, geopend=False)
    with context(joris):
        row = Vooruitblik.objects.get()

    for who in ("mila.fictief", "bram.testman"):
        client = client_of(who)
        client.raise_request_exception = False
        assert client.get(AHEAD).status_code == 403
        assert client.post(f"{AHEAD}{row.id}/", {"tot": "31-12-2026"}).status_code == 403
