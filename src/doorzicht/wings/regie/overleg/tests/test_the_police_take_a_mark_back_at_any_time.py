"""A mark outlives the meeting it was set for, and so does the way to take it back; nothing else of the item does."""

from datetime import timedelta

import pytest
from django.db import connection

from doorzicht.ground.access.api import context
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.wings.regie.overleg import actions, wacht
from doorzicht.wings.regie.overleg.actions.wacht import set_wacht
from doorzicht.wings.regie.overleg.models import Agendapunt
from doorzicht.wings.regie.overleg.vooruitblik import Vooruitblik


def _sheets(who, at):
    with context(who):
        return wacht.looking_ahead(by=who, at=at)


def _set(sheet_id, tot, who, at):
    with context(who):
        set_wacht(sheet_id, tot=tot, by=who, at=at)


@pytest.fixture
def asked(meeting, joris, now):
    """A meeting that did not open yet, with one item of which the police asked to wait for a month."""
    overleg, (punt,) = meeting("Loods", gasten={0: [joris]}, geopend=False)
    (sheet,) = _sheets(joris, now)
    _set(sheet.id, local_day(now) + timedelta(days=30), joris, now)
    return overleg, punt


@pytest.fixture
def over(asked, planned, bram, now):
    """That meeting is over; its item goes on at the next one."""
    overleg, punt = asked
    with context(bram):
        actions.open_overleg(overleg.id, by=bram, at=now)
        actions.close_overleg(overleg.id, by=bram, at=now)
    following = planned(now + timedelta(days=14))
    with context(bram):
        return following, Agendapunt.objects.get(vorig_punt_id=punt.id)


def _waits(punt, who, at):
    with context(who):
        return wacht.waiting([punt.id], at=at)


def test_invited_again_they_see_their_mark_and_take_it_back(over, joris, bram, now):
    following, punt = over
    with context(bram):
        actions.invite(following.id, joris.medewerker_id, [punt.id], by=bram, at=now)
    (sheet,) = _sheets(joris, now)
    assert (sheet.titel, sheet.wacht_tot) == ("Loods", local_day(now) + timedelta(days=30))
    assert _waits(punt, bram, now)

    _set(sheet.id, None, joris, now)
    assert _waits(punt, bram, now) == {}
    (sheet,) = _sheets(joris, now)
    assert sheet.wacht_tot is None


def test_an_earlier_day_takes_the_place_of_a_later_one(over, joris, bram, now):
    following, punt = over
    with context(bram):
        actions.invite(following.id, joris.medewerker_id, [punt.id], by=bram, at=now)
    (sheet,) = _sheets(joris, now)
    _set(sheet.id, local_day(now) + timedelta(days=2), joris, now)

    assert _waits(punt, bram, now)[punt.id].tot == local_day(now) + timedelta(days=2)


def test_without_a_new_invitation_they_see_the_mark_and_no_title(over, joris, bram, now):
    _following, punt = over
    (sheet,) = _sheets(joris, now)
    assert (sheet.dicht, sheet.titel, sheet.velden, sheet.gemeente) == (True, "", (), "Heerde")
    with context(joris):
        assert not Vooruitblik.objects.exists()

    _set(sheet.id, None, joris, now)
    assert _waits(punt, bram, now) == {}
    assert _sheets(joris, now) == []


@pytest.mark.parametrize("how", ["uitnodiging", "verstrekking", "afwezig"])
def test_when_it_was_shut_before_the_meeting_too(asked, joris, noor, bram, now, how):
    overleg, punt = asked
    with context(noor if how == "verstrekking" else bram):
        if how == "verstrekking":
            verstrekking.revoke(punt.verstrekking_id, reden="vergissing", by=noor, at=now)
        elif how == "uitnodiging":
            actions.withdraw(overleg.id, joris.medewerker_id, punt.id, by=bram, at=now)
        else:
            actions.record_presence(overleg.id, joris.medewerker_id, aanwezig=False, by=bram, at=now)
    (sheet,) = _sheets(joris, now)
    assert sheet.dicht

    _set(sheet.id, None, joris, now)
    assert _sheets(joris, now) == []


def test_what_is_shut_takes_no_new_day_and_goes_back_once(over, joris, now):
    (sheet,) = _sheets(joris, now)
    with pytest.raises(Vooruitblik.DoesNotExist):
        _set(sheet.id, local_day(now) + timedelta(days=60), joris, now)
    _set(sheet.id, None, joris, now)
    with pytest.raises(Vooruitblik.DoesNotExist):
        _set(sheet.id, None, joris, now)


def test_nobody_else_finds_it_or_takes_it_back(over, joris, bram, mila, now):
    _following, punt = over
    (sheet,) = _sheets(joris, now)
    for who in (bram, mila):
        with context(who), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM regie_eigen_wacht(%s)", [local_day(now)])
            assert cursor.fetchone() == (0,)
            cursor.execute("SELECT regie_wacht_zetten(%s, NULL, %s)", [sheet.id, now])
            assert cursor.fetchone() == (False,)
    assert _waits(punt, bram, now)


def test_after_its_day_it_is_gone(over, joris, now):
    assert _sheets(joris, now + timedelta(days=30)) != []
    assert _sheets(joris, now + timedelta(days=31)) == []


def test_on_their_screen(over, joris, client_of):
    police, ahead = client_of("joris.bedacht"), "/regie/overleg/vooruitblik/"
    page = police.get(ahead).content.decode()
    assert "Punt dat je niet meer ziet" in page
    assert "Loods" not in page
    with context(joris), connection.cursor() as cursor:
        cursor.execute("SELECT vooruitblik FROM regie_eigen_wacht(now()::date)")
        (number,) = cursor.fetchone()

    assert police.post(f"{ahead}{number}/intrekken/").status_code == 302
    assert "Punt dat je niet meer ziet" not in police.get(ahead).content.decode()
