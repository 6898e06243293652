"""Whoever needs help finds people to talk to before any form, and is never asked to prove or to denounce."""

from django.utils import timezone

from doorzicht.wings.signaleren.melding import actions, selectors
from doorzicht.wings.signaleren.publiek.tests.conftest import Bewoner


def test_the_numbers_of_care_stand_above_the_way_to_the_form(bewoner):
    page = bewoner.get("/m/heerde/hulp/")

    assert page.index("0800 - 2000") < page.index("088 - 374 47 44") < page.index("/m/heerde/hulp/vertellen/")
    assert page.index("tel:112") < page.index("0800 - 2000")
    assert "Je hoeft geen aangifte te doen" in page


def test_who_asks_for_help_becomes_a_possible_victim_whose_name_stays_apart(meldingen, acting_as, db):
    resident = Bewoner("/m/heerde/hulp/vertellen/")
    resident.verstuur(leeftijd="minderjarig", mijn_naam="Sam", tolk_nodig="on", gezien=["pub-12"])

    [melding] = meldingen()
    with acting_as("noor.voorbeeld") as noor:
        sheet = selectors.read_sheet(actions.open_melding(melding.id, by=noor, at=timezone.now()))
        reporter = selectors.reporter_of(melding, by=noor)
    [persoon] = sheet.personen
    assert persoon.huidige_rollen == ["slachtoffer"]
    assert (persoon.naam, persoon.gegevens) == ("", [])
    assert persoon.rij.tolk_nodig
    assert reporter == ("Sam", "", "")
    assert sheet.label == "Hulpvraag: werk en wonen"


def test_nobody_is_asked_for_the_name_of_another_when_they_need_help_themselves(db):
    page = Bewoner("/m/heerde/hulp/vertellen/").vul_in()

    assert 'name="mijn_naam"' in page
    assert 'name="naam"' not in page


def test_rule_09_danger_or_a_minor_shows_whom_to_call_before_going_on(bewoner):
    page = bewoner.vul_in(tot=2, spoed="nu")
    assert page.index("Bel nu 112") < page.index("Waar gaat het over?")

    page = bewoner.druk("verder", verhaal="Een kind.", leeftijd="minderjarig")
    assert page.index("Bel ook Veilig Thuis") < page.index('name="straat"')


def test_no_banner_where_there_is_no_danger(bewoner):
    page = bewoner.vul_in(tot=3, leeftijd="meerderjarig")
    assert "Bel nu 112" not in page
    assert "Bel ook Veilig Thuis" not in page
