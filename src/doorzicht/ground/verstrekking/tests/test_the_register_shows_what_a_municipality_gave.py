"""The register: to whom, why, until when, what became of it; filtered and paged, for who leads, checks or watches."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from doorzicht.ground.access.api import Actor, Geweigerd, context
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.logboek.models import Regel
from doorzicht.ground.verstrekking import api
from doorzicht.ground.verstrekking import register as rooms
from doorzicht.ground.verstrekking.api import Ontvanger, Zoekvraag

POLITIE = {"aan": Ontvanger("politie-on", "partner"), "kader": "politie"}
ALLES = Zoekvraag()


@pytest.fixture
def faye(actor) -> Actor:
    return actor("faye.toezicht")


def _numbers(vraag: Zoekvraag, *, by: Actor, at) -> set[str]:
    with context(by):
        return {line.nummer for line in api.register(vraag, by=by, at=at)[0]}


def test_a_line_says_to_whom_why_until_when_and_by_whom_it_was_checked(offered, aanbod, faye, now):
    row = offered()

    with context(faye):
        (line,), more = api.register(ALLES, by=faye, at=now)
    assert (line.nummer, line.aan, line.grondslag) == (row.nummer, aanbod.aan, "avg-6-1-e")
    assert (line.doel, line.veldcodes) == ("besluiten over een controle", ("locatie", "ARB10"))
    assert (line.privacycheck_door, line.vervalt_op, more) == (
        aanbod.privacycheck_door,
        row.vervalt_op,
        False,
    )


def test_what_was_released_is_nowhere_in_it(offered, faye, now):
    offered()

    with context(faye):
        (line,), _more = api.register(ALLES, by=faye, at=now)
    assert "Voorbeeldlaan" not in "".join(str(getattr(line, name)) for name in line.__slots__)


def test_it_is_filtered_by_state_receiver_ground_and_period(offered, noor, faye, now):
    mine, police = offered().nummer, offered(**POLITIE, grondslag="aangifte", taak="")
    with context(noor):
        api.revoke(police.id, reden="klaar", by=noor, at=now)
    today = local_day(now)

    for vraag, expected in (
        (ALLES, {mine, police.nummer}),
        (Zoekvraag(stand="aangeboden"), {mine}),
        (Zoekvraag(stand="ingetrokken"), {police.nummer}),
        (Zoekvraag(stand="te_bevestigen"), {police.nummer}),
        (Zoekvraag(stand="te_laat"), set()),
        (Zoekvraag(ontvanger="politie-on"), {police.nummer}),
        (Zoekvraag(grondslag="avg-6-1-e"), {mine}),
        (Zoekvraag(vanaf=today, tot_en_met=today), {mine, police.nummer}),
        (Zoekvraag(vanaf=today + timedelta(days=1)), set()),
        (Zoekvraag(tot_en_met=today - timedelta(days=1)), set()),
    ):
        assert _numbers(vraag, by=faye, at=now) == expected, vraag


def test_a_confirmation_that_is_late_shows_to_the_fg(offered, noor, faye, now):
    row = offered(**POLITIE)
    with context(noor):
        api.revoke(row.id, reden="klaar", by=noor, at=now)
    late = now + timedelta(days=16)

    assert _numbers(Zoekvraag(stand="te_laat"), by=faye, at=late) == {row.nummer}
    with context(faye):
        assert api.overdue(by=faye, at=now) == 0
        assert api.overdue(by=faye, at=late) == 1


@pytest.mark.parametrize("who", ["noor.voorbeeld", "joris.bedacht", "bert.knoppen", "zoe.zorgzaam"])
def test_others_may_not_see_it(offered, actor, now, who):
    person = actor(who)
    with context(person), pytest.raises(Geweigerd):
        api.register(ALLES, by=person, at=now)


def test_another_municipality_has_its_own(offered, now, faye):
    offered(aan=Ontvanger("0232", "regie"))
    elsewhere = Actor("0232", frozenset({"fg"}), faye.medewerker_id, organisaties=frozenset({"0232"}))

    assert _numbers(ALLES, by=elsewhere, at=now) == set()


def test_it_goes_by_pages(offered, faye, now, monkeypatch):
    monkeypatch.setattr(rooms, "RIJEN", 2)
    everything = {offered().nummer for _ in range(3)}

    with context(faye):
        first, more = api.register(ALLES, by=faye, at=now)
        second, no_more = api.register(ALLES, by=faye, at=now, page=2)
    assert ([len(first), len(second)], more, no_more) == ([2, 1], True, False)
    assert {line.nummer for line in (*first, *second)} == everything


@pytest.mark.parametrize("count", [1, 4])
def test_a_page_costs_the_same_however_long_it_is(offered, faye, now, count):
    for _ in range(count):
        offered()

    with context(faye), CaptureQueriesContext(connection) as statements:
        assert len(api.register(ALLES, by=faye, at=now)[0]) == count
    assert len(statements) == 4  # rows, keys, logboek, field codes


def test_an_export_opens_nothing_and_is_logged_as_a_disclosure(offered, faye, now):
    row = offered()

    with context(faye):
        (line,) = api.export(ALLES, by=faye, at=now)
        logged = Regel.objects.get(handeling="verstrek", object_soort="verstrekkingenregister")
    assert line.doel == ""
    assert (logged.object_ids, logged.doel) == ([row.id], "export")
