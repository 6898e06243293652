"""Section 5 of the issue in a browser: what is wrong is told beside the field, and what was typed stays.

Also tested: a session that ends while typing (test_an_employee_reports_and_the_meldpunt_reads), the public form
(signaleren/publiek/tests), two presses at the same moment and a database that goes away (doors/web/tests).
"""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from doorzicht.ground.verstrekking import api as verstrekking
from tests.support.stappen import button
from tests.support.toneel import being, fill, logged_in
from tests.support.verhalen import CARD, fill_in_card

LONG = "Een lang verhaal. " * 300


@pytest.fixture(scope="module")
def stage(server):
    fill(server)
    return server


def count(server) -> int:
    with server.owner() as db:
        (found,) = db.execute("SELECT count(*) FROM signaleren_melding").fetchone()
        return found


def test_a_card_with_everything_wrong_says_so_at_each_field_and_keeps_it_all(stage, browser):
    before = count(stage)
    wrong = {
        "Vertel het in je eigen woorden": (LONG, "tekens te lang"),
        "Waar gaat het over, in een paar woorden?": ("x" * 91, "90"),
        "Wanneer zag je dit voor het laatst?": ("31-2-2026", "bestaat niet"),
        "Kenteken": ("!!", ""),
        "Geboortejaar": ("98", "vier cijfers"),
        "Telefoonnummer van die persoon": ("06-12", ""),
    }
    with logged_in(stage, browser, "bas.balie") as context:
        page = context.new_page()
        page.goto(CARD)
        page.get_by_text("Weet je wie het is?").click()
        page.evaluate("document.querySelectorAll('[maxlength]').forEach(e => e.removeAttribute('maxlength'))")
        for label, (typed, _) in wrong.items():
            page.get_by_label(label).fill(typed)
        button(page, "Melding versturen")
        for label, (typed, told) in wrong.items():
            field = page.get_by_label(label)
            expect(field).to_have_value(typed)
            expect(field).to_have_attribute("aria-invalid", "true")
            said = page.locator(f"#{field.get_attribute('aria-describedby').split()[-1]}")
            expect(said).to_contain_text(told)
        expect(page.get_by_label("Geboortejaar")).to_be_visible()
    assert count(stage) == before


def test_a_double_click_and_a_form_sent_again_make_one_melding_with_one_number(stage, browser):
    before = count(stage)
    with logged_in(stage, browser, "bas.balie") as context:
        page = context.new_page()
        fill_in_card(page, story="Twee keer gedrukt.")
        form = page.evaluate("[...new FormData(document.querySelector('main form'))]")
        page.get_by_role("button", name="Melding versturen").dblclick()
        page.wait_for_url("**/ontvangen/**")
        again = context.request.post(CARD, form=dict(form), headers={"Referer": f"{stage.url}{CARD}"})
        assert again.url.partition("?")[0] == page.url.partition("?")[0]
        assert "Deze melding was al binnen" in again.text()
    assert count(stage) == before + 1


def test_a_decision_that_is_too_long_is_kept_and_not_recorded(stage, browser):
    with logged_in(stage, browser, "noor.voorbeeld") as context:
        page = context.new_page()
        page.goto("/signaleren/meldingen/")
        page.get_by_role("link", name="Kinderen stelen in groep").click()
        page.get_by_role("link", name="Naar de weging").click()
        field = page.get_by_label("Waarom?", exact=True)
        field.fill(LONG)
        button(page, "Weging vastleggen")
        expect(page.locator(".dz-fouten")).to_contain_text("tekens te lang")
        expect(field).to_have_value(LONG)


def test_a_verstrekking_that_ended_is_refused_by_its_address_and_the_try_is_logged(stage, browser):
    with stage.inside(), being("bram.testman") as bram:
        heads = verstrekking.offered_to("0246", "regie", by=bram, at=timezone.now())
        number = next(
            h.id for h in heads if h.label == "Vrouwen die moeilijk leren werken in een vakantiehuis"
        )
    address = f"/regie/overleg/aangeboden/{number}/"
    tried = "SELECT count(*) FROM logboek_regel WHERE handeling = 'weiger' AND %s = ANY (object_ids)"
    set_end = "UPDATE verstrekking_verstrekking SET vervalt_op = %s WHERE id = %s"
    with logged_in(stage, browser, "bram.testman") as context, stage.owner() as db:
        page = context.new_page()
        assert page.goto(address).status == 200

        db.execute(set_end, [timezone.now() - timedelta(seconds=1), number])
        assert page.goto(address).status == 403
        assert db.execute(tried, [number]).fetchone() == (1,)

        db.execute(set_end, [timezone.now() + timedelta(days=1), number])
        with stage.inside(), being("noor.voorbeeld") as noor:
            verstrekking.revoke(number, reden="Niet meer nodig.", by=noor, at=timezone.now())
        assert page.goto(address).status == 403
        assert db.execute(tried, [number]).fetchone() == (2,)
        assert page.get_by_text("Bedachtpad").count() == 0
