"""A series of meetings, what is left goes on to the next one, and how many were promised and held in a year."""

from datetime import date, datetime, timedelta

import pytest

from doorzicht.ground.access.api import Actor, Geweigerd, context
from doorzicht.ground.lib.datums import AMSTERDAM, local_day, to_local
from doorzicht.wings.regie.overleg import actions, jaar, selectors
from doorzicht.wings.regie.overleg.actions.reeks import series_days
from doorzicht.wings.regie.overleg.invoer import Moment
from doorzicht.wings.regie.overleg.jaarmodel import Overlegjaar
from doorzicht.wings.regie.overleg.models import Agendapunt, Bijdrage, Deelname, Overleg
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap


def titles(overleg, by):
    return [p.titel for p in selectors.agenda(overleg, by=by)]


def test_a_day_that_is_a_holiday_is_a_week_later_and_the_rhythm_stays():
    found = series_days(date(2027, 3, 1), weken=4, aantal=4)  # Easter Monday is 29 March 2027
    assert found == [date(2027, 3, 1), date(2027, 4, 5), date(2027, 4, 26), date(2027, 5, 24)]
    assert series_days(date(2027, 3, 22), weken=1, aantal=3) == [date(2027, 3, 22), date(2027, 4, 5)]


def test_the_clock_stays_the_same_across_summer_time(bram, now):
    begin = datetime(2027, 3, 8, 13, 30, tzinfo=AMSTERDAM)
    moment = Moment(begin=begin, eind=begin + timedelta(hours=2), plaats="Kamer 2")
    with context(bram):
        made = actions.plan_series(moment, weken=4, aantal=3, by=bram, at=now)
        assert {f"{to_local(o.begin):%H:%M}-{to_local(o.eind):%H:%M}" for o in made} == {"13:30-15:30"}
        assert len({o.begin.utctimetuple().tm_hour for o in made}) == 2
        assert Overleg.objects.count() == 3


@pytest.mark.parametrize(("weken", "aantal"), [(0, 3), (14, 3), (4, 27), (4, 0)])
def test_a_series_has_limits(bram, now, weken, aantal):
    moment = Moment(begin=now, eind=now + timedelta(hours=1), plaats="Kamer 2")
    with context(bram), pytest.raises(OngeldigeStap):
        actions.plan_series(moment, weken=weken, aantal=aantal, by=bram, at=now)


def test_what_is_left_at_closing_goes_to_the_next_meeting_that_is_planned(meeting, planned, bram, now):
    overleg, _ = meeting("Niet aan toe gekomen")
    later, next_one = planned(now + timedelta(days=56)), planned(now + timedelta(days=28))
    with context(bram):
        actions.close_overleg(overleg.id, by=bram, at=now)
        assert titles(next_one, bram) == [
            "Acties van de vorige keer", "Niet aan toe gekomen", "Rondvraag en planning",
        ]  # fmt: skip
        assert len(titles(later, bram)) == 2


def test_what_was_on_a_meeting_that_is_called_off_goes_on_too(meeting, planned, bram, noor, now):
    overleg, (punt,) = meeting("Loods", geopend=False)
    next_one = planned(now + timedelta(days=28))
    with context(noor), pytest.raises(Geweigerd):
        actions.cancel_overleg(overleg.id, by=noor, at=now)
    with context(bram):
        actions.cancel_overleg(overleg.id, by=bram, at=now)
        assert Agendapunt.objects.get(vorig_punt_id=punt.id).overleg_id == next_one.id
        with pytest.raises(OngeldigeStap):
            actions.open_overleg(overleg.id, by=bram, at=now)
        (line,) = [j for j in jaar.years(by=bram, today=local_day(now)) if j.jaar == local_day(now).year]
        assert line.gehouden == 0


def test_a_meeting_that_runs_is_not_called_off(meeting, bram, now):
    overleg, _ = meeting()
    with context(bram), pytest.raises(OngeldigeStap):
        actions.cancel_overleg(overleg.id, by=bram, at=now)


def test_a_year_says_what_was_promised_and_what_was_held(meeting, planned, bram, noor, now):
    overleg, _ = meeting()
    year = local_day(overleg.begin).year
    with context(bram):
        jaar.promise(local_day(now).year, 12, by=bram, at=now)
        actions.close_overleg(overleg.id, by=bram, at=now)
        (line,) = [j for j in jaar.years(by=bram, today=local_day(now)) if j.jaar == year]
        assert (line.beloofd, line.gehouden) == (12, 1)
    with context(noor), pytest.raises(Geweigerd):
        jaar.promise(year, 1, by=noor, at=now)


def test_what_was_held_stays_when_the_meeting_is_destroyed(meeting, bram, now):
    overleg, _ = meeting()
    with context(bram):
        actions.close_overleg(overleg.id, by=bram, at=now)
    with context(Actor.systeem("0246")):
        Overlegjaar.objects.get(gehouden=1)
        for hanging in (Deelname, Bijdrage, Agendapunt):
            hanging.objects.all().delete()
        Overleg.objects.all().delete()
    with context(bram):
        assert sum(j.gehouden for j in jaar.years(by=bram, today=local_day(now))) == 1


@pytest.mark.parametrize(("years", "aantal"), [(2, 4), (-1, 4), (0, 0), (0, 61)])
def test_a_promise_is_about_this_year_or_the_next(bram, now, years, aantal):
    with context(bram), pytest.raises(OngeldigeStap):
        jaar.promise(local_day(now).year + years, aantal, by=bram, at=now)


@pytest.mark.parametrize("wie", ["hugo.handhaaf", "mila.fictief", "otto.elders"])
def test_the_year_of_a_municipality_is_for_its_standing_members(bram, actor, now, wie):
    with context(bram):
        jaar.promise(local_day(now).year, 12, by=bram, at=now)
    other = actor(wie)
    with context(other):
        assert not Overlegjaar.objects.exists()


def test_on_the_screen_a_series_is_planned_and_the_year_is_shown(client_of, now):
    page = client_of("bram.testman")
    sent = {
        "dag": "over 2 weken", "begin": "13:30", "eind": "15:30", "plaats": "Kamer 2", "weken": "4", "aantal": "",
    }  # fmt: skip
    assert "Vul in hoe vaak." in page.post("/regie/overleg/plannen/", sent).content.decode()
    assert page.post("/regie/overleg/plannen/", {**sent, "aantal": "3"}).url == "/regie/overleg/"
    assert (
        page.post("/regie/overleg/beloofd/", {"jaar": local_day(now).year, "aantal": "13"}).status_code == 302
    )
    shown = page.get("/regie/overleg/").content.decode()
    assert 'data-l="Afgesproken">13' in shown
    with context(Actor.systeem("0246")):
        found = Overleg.objects.order_by("begin").first()
    assert "Er staan 3 overleggen gepland." in shown
    assert page.post(f"/regie/overleg/{found.id}/afzeggen/").status_code == 302
    assert "Afgezegd" in page.get("/regie/overleg/").content.decode()
    assert client_of("noor.voorbeeld").post(f"/regie/overleg/{found.id}/afzeggen/").status_code == 403
