"""What was decided goes to who executes it only after privacycheck 2B by somebody else, and exactly as agreed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import ProgrammingError

from doorzicht.ground.access.api import Actor, Geweigerd, context
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.ground.verstrekking.api import OnvolledigeVerstrekking, Veld
from doorzicht.ground.verstrekking.models import Verstrekking
from doorzicht.wings.regie.overleg import actions
from doorzicht.wings.regie.overleg.actions import uitvoeren
from doorzicht.wings.regie.overleg.invoer import BesluitInvoer, Voorstel
from doorzicht.wings.regie.overleg.models import Besluit, Uitvoeringscheck
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap

VELD = Veld("locatie", "Locatie", "Voorbeeldlaan 12, loods", "om te kunnen plannen")


def voorstel(**anders):
    return Voorstel(
        **{
            "aan_organisatie": "odnv",
            "grondslag": "avg-6-1-e",
            "taak": "omgevingsplan",
            "doel": "de controle voorbereiden",
            "noodzaak": "zonder adres geen controle",
            "velden": (VELD,),
            "niet_vrijgegeven": ("Waarneming ARB10",),
            **anders,
        }
    )


@pytest.fixture
def decided(meeting, bram, now):
    overleg, (punt,) = meeting()
    with context(bram):
        actions.decide(punt.id, BesluitInvoer(soort="casus", motivering="Nodig."), by=bram, at=now)
    return overleg, punt


@pytest.fixture
def asked(decided, bram, now):
    with context(bram):
        return actions.ask_check(decided[1].id, voorstel(), by=bram, at=now)


def release(check, by, now):
    return actions.release(check.id, vervalt_op=now + timedelta(days=30), by=by, at=now)


def test_after_an_agreement_exactly_the_agreed_fields_go_to_that_party(asked, bram, sietse, mila, now):
    with context(sietse):
        actions.answer_check(
            asked.id, "akkoord", reden="Niet meer dan nodig.", velden=["locatie"], by=sietse, at=now
        )
    with context(bram):
        number = release(asked, bram, now)
    with context(mila):
        (kop,) = verstrekking.offered_to("odnv", "partner", by=mila, at=now)
        inhoud = verstrekking.read(number, by=mila, at=now)
        assert (kop.id, inhoud.velden, inhoud.van_wing) == (number, (VELD,), "regie")
        assert (inhoud.slachtoffer, inhoud.minderjarig) == (True, "onbekend")
        assert inhoud.privacycheck_door == sietse.medewerker_id


def test_what_leaves_is_named_in_the_words_of_the_version_that_was_decided_in(
    asked, bram, sietse, now, monkeypatch
):
    with context(sietse):
        actions.answer_check(asked.id, "akkoord", reden="Genoeg.", velden=["locatie"], by=sietse, at=now)
    versions = []
    real = uitvoeren.catalogus.op_code

    def spy(naam, *args, versie=None):
        versions.append((naam, versie))
        return real(naam, *args, versie=versie)

    monkeypatch.setattr(uitvoeren.catalogus, "op_code", spy)
    with context(bram):
        release(asked, bram, now)
        versie = Besluit.objects.get(agendapunt_id=asked.agendapunt_id).versie

    assert {found for naam, found in versions if naam == "besluiten"} == {versie}


@pytest.mark.parametrize("antwoord", [None, "afgewezen", "tegenvoorstel"])
def test_without_an_agreement_nothing_leaves(asked, bram, sietse, now, antwoord):
    with context(sietse):
        if antwoord:
            actions.answer_check(asked.id, antwoord, reden="Te veel.", velden=["locatie"], by=sietse, at=now)
    with context(bram):
        with pytest.raises(actions.ZonderAkkoord):
            release(asked, bram, now)
        assert not Verstrekking.objects.filter(van_wing="regie").exists()


def test_the_database_refuses_a_release_without_an_agreement_too(asked, bram, now):
    with context(bram), pytest.raises(IntegrityError), transaction.atomic():
        Uitvoeringscheck.objects.filter(pk=asked.id).update(verstrekking_id=asked.id)


def test_the_proposal_cannot_be_changed_after_it_was_asked(asked, bram):
    with context(bram), pytest.raises(ProgrammingError), transaction.atomic():
        Uitvoeringscheck.objects.filter(pk=asked.id).update(velden=None)


def test_once_only(asked, bram, sietse, now):
    with context(sietse):
        actions.answer_check(asked.id, "akkoord", reden="Goed.", velden=["locatie"], by=sietse, at=now)
        with pytest.raises(OngeldigeStap, match="al gedaan"):
            actions.answer_check(
                asked.id, "afgewezen", reden="Toch niet.", velden=["locatie"], by=sietse, at=now
            )
    with context(bram):
        release(asked, bram, now)
        with pytest.raises(actions.ZonderAkkoord):
            release(asked, bram, now)


@pytest.mark.parametrize("wie", ["bram.testman", "noor.voorbeeld", "mila.fictief"])
def test_only_the_privacyfunctionaris_answers(asked, actor, now, wie):
    other = actor(wie)
    with context(other), pytest.raises(Geweigerd):
        actions.answer_check(asked.id, "akkoord", reden="Goed.", velden=["locatie"], by=other, at=now)


def test_who_asked_does_not_answer_even_with_both_roles(asked, bram, now):
    both = replace(bram, rollen=bram.rollen | {"privacyfunctionaris"})
    with context(both), pytest.raises(Geweigerd):
        actions.answer_check(asked.id, "akkoord", reden="Goed.", velden=["locatie"], by=both, at=now)


def test_another_municipality_does_not_find_the_check(asked, actor, now):
    otto = actor("otto.elders")
    with context(otto):
        assert not Uitvoeringscheck.objects.exists()
        with pytest.raises(Uitvoeringscheck.DoesNotExist):
            release(asked, otto, now)


@pytest.mark.parametrize("leeg", ["doel", "noodzaak", "velden", "grondslag", "aan_organisatie"])
def test_a_proposal_says_to_whom_why_and_what(decided, bram, now, leeg):
    with context(bram), pytest.raises(OnvolledigeVerstrekking):
        actions.ask_check(decided[1].id, voorstel(**{leeg: () if leeg == "velden" else ""}), by=bram, at=now)


def test_there_is_nothing_to_ask_without_a_decision_or_for_one_that_stays_here(meeting, bram, now):
    _, (open_item, closed) = meeting("Loods", "Bijgebouw")
    with context(bram):
        actions.decide(closed.id, BesluitInvoer(soort="sluiten", motivering="Klaar."), by=bram, at=now)
        for punt in (open_item, closed):
            with pytest.raises(OngeldigeStap):
                actions.ask_check(punt.id, voorstel(), by=bram, at=now)


def test_on_the_screens_the_check_is_asked_answered_and_released(decided, client_of, item_url):
    overleg, punt = decided
    bram, sietse = client_of("bram.testman"), client_of("sietse.denkbeeldig")
    page = item_url(overleg, punt, "toets/")
    empty = bram.post(page, {"doel": "de controle voorbereiden"}).content.decode()
    assert "Kies minstens één veld" in empty
    assert "de controle voorbereiden" in empty
    sent = {
        "aan_organisatie": "odnv", "grondslag": "avg-6-1-e", "taak": "omgevingsplan", "doel": "controle",
        "noodzaak": "Anders kan het niet.", "veld_0": "on", "waarom_0": "om te plannen",
    }  # fmt: skip
    assert bram.post(page, sent).status_code == 302
    with context(Actor.systeem("0246")):
        check = Uitvoeringscheck.objects.get()
    url = f"/regie/overleg/toetsen/{check.id}/"
    assert "Voorbeeldlaan 12" in sietse.get(url).content.decode()
    assert "slapen op het werk" not in sietse.get(url).content.decode()
    assert bram.get(url).status_code == 403
    assert sietse.post(url, {"besluit": "akkoord", "veld_0": "ja", "reden": "Goed zo."}).status_code == 302
    assert bram.post(item_url(overleg, punt, f"toets/{check.id}/verstrekken/")).status_code == 302
    assert "Verstrekt" in bram.get(item_url(overleg, punt)).content.decode()


@pytest.fixture
def two_fields(decided, bram, now):
    both = voorstel(velden=(VELD, Veld("ARB10", "Waarneming ARB10", "slapen op het werk", "weten wat er is")))
    with context(bram):
        return actions.ask_check(decided[1].id, both, by=bram, at=now)


def test_the_check_says_yes_or_no_for_each_field_and_only_the_yes_leaves(two_fields, bram, sietse, mila, now):
    with context(sietse):
        actions.answer_check(
            two_fields.id, "akkoord", reden="Plek is genoeg.", velden=["locatie"], by=sietse, at=now
        )
    with context(bram):
        number = release(two_fields, bram, now)
    with context(mila):
        inhoud = verstrekking.read(number, by=mila, at=now)
        assert inhoud.velden == (VELD,)
        assert inhoud.niet_vrijgegeven == ("Waarneming ARB10", "Waarneming ARB10")


@pytest.mark.parametrize("velden", [[], ["tolk"], ["locatie", "tolk"]])
def test_an_agreement_names_fields_that_were_proposed(two_fields, sietse, now, velden):
    with context(sietse), pytest.raises(OngeldigeStap, match="Kies welke velden"):
        actions.answer_check(two_fields.id, "akkoord", reden="Goed.", velden=velden, by=sietse, at=now)


def test_on_the_screen_every_field_gets_an_answer(two_fields, client_of):
    page, url = client_of("sietse.denkbeeldig"), f"/regie/overleg/toetsen/{two_fields.id}/"
    sent = {"besluit": "akkoord", "reden": "Goed zo.", "veld_0": "ja"}
    assert "Kies vrijgeven of niet." in page.post(url, sent).content.decode()
    nothing = {**sent, "veld_0": "nee", "veld_1": "nee"}
    assert "Kies dan afgewezen" in page.post(url, nothing).content.decode()
    assert page.post(url, {**sent, "veld_1": "nee"}).status_code == 302
    assert "Vrijgegeven" in page.get(url).content.decode()


def test_why_a_party_needs_a_field_is_not_filled_in_beforehand(decided, client_of, item_url):
    shown = client_of("bram.testman").get(item_url(*decided, "toets/")).content.decode()
    assert "Voorbeeldlaan 12" in shown
    assert "zonder adres geen controle" not in shown
    assert "om te weten wat is besloten" not in shown
