"""Product rule 14, and what it leaves to a guest: the one action they were given at the meeting, until it is done. The
database enforces it; these tests ask the tables themselves, as the application's role, without any filter of ours."""

from datetime import timedelta

import pytest
from django.db import connection

from doorzicht.ground.access.api import Geweigerd, context, recuse
from doorzicht.ground.bewaren.api import destruction_day
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.vault import api as vault
from doorzicht.ground.vault.models import Dossier
from doorzicht.ground.verstrekking.models import Verstrekking
from doorzicht.wings.regie import api as regie
from doorzicht.wings.regie.overleg import actions
from doorzicht.wings.regie.overleg.acties import find_actie, own_acties
from doorzicht.wings.regie.overleg.invoer import ActieInvoer
from doorzicht.wings.regie.overleg.models import (
    Actie,
    Agendapunt,
    Besluit,
    Bijdrage,
    Deelname,
    Uitvoeringscheck,
)
from doorzicht.wings.regie.overleg.punt import read_punt
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap

REST_OF_THE_ITEM = (Agendapunt, Deelname, Bijdrage, Besluit, Uitvoeringscheck, Verstrekking)


@pytest.fixture
def agreed(meeting, mila, joris, bram, now):
    """Mila and Joris are guests at one item and each get an action, Bram too; answers the meeting and the actions."""

    def make(*, closed: bool = True):
        overleg, (punt,) = meeting("Loods", gasten={0: [mila, joris]})
        rows = {}
        with context(bram):
            for who, wat in ((mila, "Milieuzaken nakijken"), (joris, "Wijkagent vragen"), (bram, "Bellen")):
                task = ActieInvoer(
                    wat=wat, eigenaar=who.medewerker_id, uiterlijk=local_day(now) + timedelta(days=7)
                )
                rows[who.naam] = actions.add_actie(punt.id, task, by=bram, at=now)
            if closed:
                actions.close_overleg(overleg.id, by=bram, at=now)
        return overleg, punt, rows

    return make


def test_after_the_meeting_a_guest_sees_what_by_when_and_of_which_municipality(agreed, mila, now):
    _, _, rows = agreed()
    with context(mila):
        (found,) = own_acties(by=mila)
        assert (found.wat, found.gemeente, found.afgesproken_op) == (
            "Milieuzaken nakijken",
            "Heerde",
            local_day(now),
        )
        assert found.uiterlijk == local_day(now) + timedelta(days=7)
        assert [row.id for row in Actie.objects.all()] == [rows[mila.naam].id]


def test_everything_else_of_the_meeting_stays_shut(agreed, mila, now):
    overleg, punt, rows = agreed()
    with context(mila):
        assert all(not model.objects.exists() for model in REST_OF_THE_ITEM)
        assert set(Dossier.objects.values_list("id", flat=True)) == {overleg.id, rows[mila.naam].id}
        with pytest.raises(Agendapunt.DoesNotExist):
            read_punt(punt.id, overleg_id=overleg.id, by=mila, at=now)
        with pytest.raises(vault.DossierOnbekend):
            vault.open_dossier(punt.id)


def test_a_guest_says_that_it_is_done_and_sees_it_no_more(agreed, mila, bram, now):
    _, _, rows = agreed()
    row = rows[mila.naam]
    with context(mila):
        actions.finish_actie(row.id, "Geen vergunning gevonden.", by=mila, at=now)
    with context(mila):
        assert not Actie.objects.exists()
        with pytest.raises(vault.DossierOnbekend):
            vault.open_dossier(row.id)
        with pytest.raises(Actie.DoesNotExist):
            actions.finish_actie(row.id, "Nog iets.", by=mila, at=now)
    with context(bram):
        found = find_actie(row.id, by=bram)
        assert (found.resultaat, found.klaar_op) == ("Geen vergunning gevonden.", now)
        assert Actie.objects.get(pk=row.id).klaar_door == mila.medewerker_id


def test_it_is_done_once_also_within_one_request(agreed, mila, now):
    _, _, rows = agreed()
    with context(mila):
        actions.finish_actie(rows[mila.naam].id, "Klaar.", by=mila, at=now)
        with pytest.raises(OngeldigeStap, match="al klaar"):
            actions.finish_actie(rows[mila.naam].id, "Toch niet.", by=mila, at=now)


def test_when_the_chair_finishes_it_the_guest_is_out_too(agreed, mila, bram, now):
    _, _, rows = agreed()
    with context(bram):
        actions.finish_actie(rows[mila.naam].id, "Overgenomen.", by=bram, at=now)
    with context(mila):
        assert not Actie.objects.exists()


def test_another_guest_may_neither_see_nor_finish_it(agreed, mila, joris, now):
    _, _, rows = agreed()
    with context(joris):
        assert not Actie.objects.filter(pk=rows[mila.naam].id).exists()
        with pytest.raises(Actie.DoesNotExist):
            actions.finish_actie(rows[mila.naam].id, "Gedaan.", by=joris, at=now)


def test_during_the_meeting_the_guests_of_the_item_see_its_actions_and_finish_only_their_own(
    agreed, mila, joris, now
):
    overleg, punt, rows = agreed(closed=False)
    with context(joris):
        sheet = read_punt(punt.id, overleg_id=overleg.id, by=joris, at=now)
        assert {a.wat for a in sheet.acties} == {"Milieuzaken nakijken", "Wijkagent vragen", "Bellen"}
        assert [a.wat for a in own_acties(by=joris)] == ["Wijkagent vragen"]
        with pytest.raises(Actie.DoesNotExist):  # a page of its own is for whoever has to do it
            find_actie(rows[mila.naam].id, by=joris)
        with pytest.raises(Geweigerd):
            actions.finish_actie(rows[mila.naam].id, "Gedaan.", by=joris, at=now)
        assert not _finish_by_hand(rows[mila.naam].id, now)


def test_a_guest_of_another_item_sees_none_of_it(meeting, mila, joris, bram, now):
    _, (first, _) = meeting("Loods", "Bijgebouw", gasten={0: [mila], 1: [joris]})
    task = ActieInvoer(wat="Iets", eigenaar=mila.medewerker_id, uiterlijk=local_day(now))
    with context(bram):
        actions.add_actie(first.id, task, by=bram, at=now)
    with context(joris):
        assert not Actie.objects.exists()


def test_a_guest_who_is_let_in_later_sees_what_was_agreed_before(meeting, mila, joris, bram, now):
    overleg, (punt,) = meeting("Loods", gasten={0: [mila]})
    task = ActieInvoer(wat="Iets", eigenaar=mila.medewerker_id, uiterlijk=local_day(now))
    with context(bram):
        actions.add_actie(punt.id, task, by=bram, at=now)
        actions.invite(overleg.id, joris.medewerker_id, [punt.id], by=bram, at=now)
    with context(joris):
        (found,) = read_punt(punt.id, overleg_id=overleg.id, by=joris, at=now).acties
        assert found.wat == "Iets"


def test_who_left_early_keeps_their_action_and_loses_the_others(agreed, mila, bram, now):
    overleg, _, rows = agreed(closed=False)
    with context(bram):
        actions.record_presence(overleg.id, mila.medewerker_id, aanwezig=False, by=bram, at=now)
        actions.extend(overleg.id, eind=now + timedelta(hours=5), by=bram, at=now)
    with context(mila):
        assert list(Actie.objects.values_list("id", flat=True)) == [rows[mila.naam].id]


def test_an_invitation_is_not_taken_back_from_somebody_with_something_to_do(agreed, mila, bram, now):
    overleg, punt, _ = agreed(closed=False)
    with context(bram), pytest.raises(OngeldigeStap, match="nog een actie"):
        actions.withdraw(overleg.id, mila.medewerker_id, punt.id, by=bram, at=now)


@pytest.mark.parametrize("wie", ["otto.elders", "merel.meldpost", "faye.toezicht", "petra.ketenlid"])
def test_others_see_none_of_it_wherever_they_work(agreed, actor, wie, now):
    _, _, rows = agreed()
    stranger = actor(wie)
    with context(stranger):
        assert not Actie.objects.exists()
        assert not _finish_by_hand(rows["Mila Fictief"].id, now)


def test_who_was_shut_out_of_the_item_or_its_source_loses_the_action_too(agreed, mila, bram, now):
    """Also the colleague, who needs no access because the row is of their own organisation."""
    _, punt, _ = agreed()
    with context(bram):
        recuse(vault.open_dossier(punt.id), mila.medewerker_id, reden="buurvrouw", by=bram, at=now)
        source = Verstrekking.objects.get(pk=punt.verstrekking_id).bron_dossier_id
        recuse(vault.open_dossier(source), bram.medewerker_id, reden="zwager", by=bram, at=now)
    with context(mila):
        assert not Actie.objects.exists()
    with context(bram):
        assert not Actie.objects.exists()


def test_the_row_is_written_by_its_one_function_and_by_nothing_else_of_a_guest(agreed, mila, now):
    agreed()
    with context(mila):
        assert Actie.objects.update(uiterlijk=local_day(now) + timedelta(days=900)) == 0
        assert Actie.objects.all().delete()[0] == 0


def test_an_action_that_is_never_finished_is_shut_to_the_guest_after_the_term(meeting, mila, bram, now):
    """Three months after the day on which it should have been done: then the chair takes it over."""
    _, (punt,) = meeting("Loods", gasten={0: [mila]})
    for days, sees in ((80, True), (100, False)):
        then = now - timedelta(days=days)
        task = ActieInvoer(wat="Iets", eigenaar=mila.medewerker_id, uiterlijk=local_day(then))
        with context(bram):
            row = actions.add_actie(punt.id, task, by=bram, at=then)
        with context(mila):
            assert Actie.objects.filter(pk=row.id).exists() is sees
            assert _finish_by_hand(row.id, now) is sees


@pytest.mark.parametrize("closed", [True, False])
def test_an_action_goes_on_the_day_on_which_its_item_goes(agreed, bram, now, closed):
    _, punt, rows = agreed(closed=closed)
    with context(bram):
        days = set(
            Dossier.objects.filter(pk__in=[punt.id, *(r.id for r in rows.values())]).values_list(
                "vernietigen_op", flat=True
            )
        )
        assert days == {destruction_day("agendapunt", from_day=local_day(now))}


def test_the_start_page_shows_it_to_the_guest_and_the_page_closes_it(agreed, mila, client_of, now):
    agreed()
    page = client_of("mila.fictief")
    with context(mila):
        (line,) = regie.waiting_for(by=mila, today=local_day(now))
    assert (line.naam, line.tekst) == ("Mijn acties uit het overleg", "1 actie")
    assert line.naam in page.get("/start/").content.decode()
    shown = page.get(line.url).content.decode()
    for text in ("Milieuzaken nakijken", "Heerde", "Uiterlijk"):
        assert text in shown
    for text in ("Slapen boven", "Wijkagent", "Voorbeeldlaan", "Loods"):
        assert text not in shown
    assert page.post(line.url, {"resultaat": "Nagekeken."}).url == "/regie/overleg/"
    assert "Milieuzaken" not in page.get("/regie/overleg/").content.decode()
    assert page.get(line.url).status_code == 404
    assert page.post(line.url, {"resultaat": "Nog eens."}).status_code == 404
    assert client_of("joris.bedacht").get(line.url).status_code == 404
    assert client_of("otto.elders").get(line.url).status_code == 404


def test_the_list_of_a_guest_names_the_municipality(agreed, client_of):
    agreed()
    shown = client_of("joris.bedacht").get("/regie/overleg/").content.decode()
    assert "Wijkagent vragen" in shown
    assert 'data-l="Gemeente">Heerde' in shown
    assert "Milieuzaken" not in shown


def _finish_by_hand(actie_id, now) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT regie_actie_afmelden(%s, %s, %s)", [actie_id, b"x", now])
        return bool(cursor.fetchone()[0])
