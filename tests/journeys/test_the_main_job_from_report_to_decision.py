"""Story: the way of one melding, from a resident without account to a decision and back to the resident.

Everybody works in a browser of their own: the resident, the aandachtsfunctionaris, the privacyfunctionaris, the
coordinator, and two guests of other organisations who each see their item, during the meeting, and nothing else.
"""

import pytest
from playwright.sync_api import expect

from tests.support import stappen
from tests.support.stappen import Besluit, Oordeel, Voordracht, button, choose, heading, submit

STORY = "Zes mannen slapen achter de loods. Een ander houdt hun paspoorten en het loon komt niet."
LABEL = "Slapen achter een loods, paspoorten bij een ander"


@pytest.fixture(scope="module")
def kept() -> dict[str, str]:
    """What the people of the story remember from one chapter to the next."""
    return {}


def test_1_a_resident_reports_without_an_account(people, kept):
    page = people.page()
    page.goto("/m/heerde/melden/")
    page.get_by_label("Vandaag of morgen").check()
    button(page, "Verder naar stap 2")
    page.get_by_label("Werk en wonen").check()
    page.get_by_text("Werk en geld").click()
    page.get_by_label("Een ander heeft het paspoort of de bankpas.").check()
    page.get_by_label("Iemand krijgt te weinig loon, of geen loon.").check()
    page.get_by_text("Wonen", exact=True).click()
    page.get_by_label("Iemand woont bij de werkgever, in een slechte of te volle ruimte.").check()
    page.get_by_label("Wat zag of hoorde je?").fill(STORY)
    choose(page, "Gaat het om iemand jonger dan 18?", "Nee")
    button(page, "Verder naar stap 3")
    page.get_by_label("Plaats").fill("Heerde")
    page.get_by_label("Wanneer zag je dit voor het laatst?").fill("gisteren")
    button(page, "Verder naar stap 4")
    submit(page, "Melding versturen")
    kept["code"] = page.locator(".dz-code").inner_text()
    page.get_by_label("Typ je code hier over").fill(kept["code"])
    button(page, "Controleer mijn code")
    assert heading(page) == "Je code klopt"


def test_2_the_functionary_weighs_and_asks_for_privacycheck_1(people, kept):
    noor = people.page("noor.voorbeeld")
    kept["melding"] = stappen.open_weighing(noor, "Bewoner: werk en wonen")
    expect(noor.get_by_text("Elementen van artikel 273f").first).to_be_visible()
    stappen.weigh(
        noor,
        Oordeel(
            taak="Goed verhuurderschap",
            concreet="Plaats en handeling zijn genoemd.",
            recent="Gisteren gezien.",
            reden="Paspoorten en loon: twee waarnemingen steunen elkaar.",
            vraag="Is dit adres eerder gezien?",
            bron="Eerder gezien: adres",
        ),
    )
    expect(noor.get_by_text("Ligt bij Sietse Denkbeeldig voor privacycheck 1.")).to_be_visible()


def test_3_the_privacyfunctionaris_releases_a_source(people):
    sietse = people.page("sietse.denkbeeldig")
    stappen.open_check(sietse, "Bewoner: werk en wonen")
    expect(sietse.get_by_text("Is dit adres eerder gezien?")).to_be_visible()
    stappen.answer_check_1(sietse, bron="Eerder gezien: adres", reden="Past bij de taak.")


def test_4_the_functionary_proposes_fields_for_the_overleg(people, kept):
    noor = people.page("noor.voorbeeld")
    stappen.ask_seen_before(noor, kept["melding"])
    expect(noor.get_by_text("Niet eerder gezien").first).to_be_visible()
    stappen.propose(
        noor,
        kept["melding"],
        Voordracht(
            label=LABEL,
            omschrijving="Zes slaapplaatsen achter een loods.",
            waarom_omschrijving="Zonder dit is er niets te besluiten.",
            doel="Besluiten over een controle.",
            noodzaak="Alleen de plek en wat is gezien.",
            andere_grond="Drie waarnemingen op één plek.",
        ),
    )
    expect(noor.get_by_text("Privacycheck 2A").first).to_be_visible()


def test_5_the_privacyfunctionaris_releases_field_by_field(people):
    sietse = people.page("sietse.denkbeeldig")
    stappen.open_check(sietse, "Bewoner: werk en wonen")
    expect(sietse.get_by_text(STORY)).not_to_be_visible()
    stappen.answer_check_2a(sietse, reden="Zo min mogelijk, en nodig.")


def test_6_the_coordinator_puts_it_on_the_agenda_and_invites(people, kept):
    bram = people.page("bram.testman")
    kept["overleg"] = stappen.plan_overleg(bram, waar="Gemeentehuis, kamer De Verzonnen Den")
    stappen.open_offer(bram, LABEL)
    expect(bram.get_by_text("Zes slaapplaatsen achter een loods.")).to_be_visible()
    stappen.put_on_agenda(bram, kept["overleg"])
    for guest in ("Joris Bedacht", "Mila Fictief"):
        stappen.invite(bram, kept["overleg"], wie=guest, punten=[LABEL])


def test_7_before_the_meeting_a_guest_sees_nothing(people, kept):
    mila = people.page("mila.fictief")
    mila.goto("/regie/overleg/")
    assert mila.get_by_text(LABEL).count() == 0
    assert mila.goto(f"/signaleren/meldingen/{kept['melding']}/").status in {403, 404}


def test_8_the_meeting_decides_with_dissent_and_an_action(people, kept):
    bram = people.page("bram.testman")
    stappen.open_overleg(bram, kept["overleg"])
    kept["punt"] = stappen.open_item(bram, kept["overleg"], LABEL)

    joris = people.page("joris.bedacht")
    joris.goto(kept["punt"])
    expect(joris.get_by_text("Zes slaapplaatsen achter een loods.")).to_be_visible()
    joris.get_by_text("Zelf iets inbrengen").click()
    joris.get_by_label("Wat breng je in?").fill("Politie-inbreng alleen voor de voorzitter.")
    joris.get_by_label("Wat breng je in?").locator("xpath=ancestor::form").get_by_role("button").click()

    mila = people.page("mila.fictief")
    mila.goto(kept["punt"])
    expect(mila.get_by_text("Zes slaapplaatsen achter een loods.")).to_be_visible()
    assert mila.get_by_text("Politie-inbreng").count() == 0

    bram.goto(kept["punt"])
    expect(bram.get_by_text("Politie-inbreng alleen voor de voorzitter.")).to_be_visible()
    stappen.decide(
        bram,
        Besluit(
            soort="Controle voorbereiden",
            motivering="Twee waarnemingen, en zes mensen om onderdak voor te regelen.",
            anders="Politie: liever een week wachten.",
            zorgcheck="Zorg en onderdak zijn geregeld",
            zorg="Moviera houdt zes plekken vrij.",
            aan_melder="Er komt iemand kijken. Dank je.",
        ),
    )
    expect(bram.get_by_text("Het besluit ligt vast.")).to_be_visible()


def test_9_the_pdf_of_a_guest_and_the_end_of_access(people, kept):
    bram, mila = people.page("bram.testman"), people.page("mila.fictief")
    pdf = mila.request.get(f"/regie/overleg/{kept['overleg']}/besluitenlijst.pdf")
    assert pdf.headers["content-type"] == "application/pdf"
    stappen.close_overleg(bram, kept["overleg"])
    mila.goto(kept["punt"])
    expect(mila.get_by_text("Zes slaapplaatsen achter een loods.")).not_to_be_visible()
    expect(mila.get_by_role("heading", level=1)).to_contain_text("Toegang dicht")


def test_10_what_may_be_told_goes_back_through_the_receipt(people, kept):
    noor = people.page("noor.voorbeeld")
    noor.goto(f"/signaleren/meldingen/{kept['melding']}/weging/")
    expect(noor.get_by_text("Er komt iemand kijken. Dank je.")).to_be_visible()
    noor.goto(f"/signaleren/meldingen/{kept['melding']}/")
    noor.get_by_label("Wat mag de melder weten?").fill("Er komt iemand kijken. Dank je.")
    button(noor, "Bericht klaarzetten")
    noor.get_by_role("button", name="Melding afronden").click()

    page = people.page()
    page.goto("/m/heerde/")
    page.get_by_role("link", name="Kijk wat er met mijn melding is gedaan").click()
    page.get_by_label("Je ontvangstcode").fill(kept["code"])
    button(page, "Open mijn melding")
    expect(page.get_by_text("Er is iets gedaan met je melding.")).to_be_visible()
    expect(page.get_by_text("Er komt iemand kijken. Dank je.")).to_be_visible()
