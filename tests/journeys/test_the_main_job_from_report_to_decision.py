"""Story: the way of one melding, from a resident without account to a decision and back to the resident.

Everybody works in a browser of their own: the resident, the aandachtsfunctionaris, the privacyfunctionaris, the
coordinator, and two guests of other organisations who each see their item, during the meeting, and nothing else.
"""

import re

import pytest
from playwright.sync_api import Page, expect

STORY = "Zes mannen slapen achter de loods. Een ander houdt hun paspoorten en het loon komt niet."
LABEL = "Slapen achter een loods, paspoorten bij een ander"


@pytest.fixture(scope="module")
def kept() -> dict[str, str]:
    """What the people of the story remember from one chapter to the next."""
    return {}


def button(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def choose(page: Page, question: str, answer: str) -> None:
    page.get_by_role("group", name=question).get_by_label(answer, exact=True).check()


def submit(page: Page, name: str) -> None:
    """Press a button; a form that comes back with mistakes ends the story with their text."""
    button(page, name)
    page.wait_for_load_state()
    assert page.locator(".dz-veld--fout").all_inner_texts() == []


def heading(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


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
    noor.goto("/signaleren/meldingen/")
    noor.get_by_role("link", name="Bewoner: werk en wonen").click()
    kept["melding"] = re.search(r"/meldingen/([0-9a-f-]{36})/", noor.url).group(1)
    noor.get_by_role("link", name="Naar de weging").click()
    noor.get_by_label("Bij welke taak van de gemeente hoort dit?").select_option(label="Goed verhuurderschap")
    choose(noor, "Is het in ons gebied?", "Ja")
    choose(noor, "Is het concreet?", "Ja")
    noor.get_by_label("Waarom wel of niet concreet?").fill("Plaats en handeling zijn genoemd.")
    choose(noor, "Is het recent?", "Ja")
    noor.get_by_label("Waarom wel of niet recent?").fill("Gisteren gezien.")
    expect(noor.get_by_text("Elementen van artikel 273f").first).to_be_visible()
    noor.get_by_role("group", name="Wat gebeurt er met de melding?").get_by_label("Vervolganalyse").check()
    noor.get_by_label("Waarom?", exact=True).fill("Paspoorten en loon: twee waarnemingen steunen elkaar.")
    noor.get_by_text("Vervolganalyse: je vraag aan de privacyfunctionaris").click()
    noor.get_by_label("Wat wil je weten, en waarom is dat nodig?").fill("Is dit adres eerder gezien?")
    noor.get_by_role("group", name="In welke bronnen wil je kijken?").get_by_role("checkbox").first.check()
    submit(noor, "Weging vastleggen")
    expect(noor.get_by_text("Ligt bij Sietse Denkbeeldig voor privacycheck 1.")).to_be_visible()


def test_3_the_privacyfunctionaris_releases_a_source(people):
    sietse = people.page("sietse.denkbeeldig")
    sietse.goto("/signaleren/privacychecks/")
    sietse.get_by_role("main").get_by_role("link").first.click()
    expect(sietse.get_by_text("Is dit adres eerder gezien?")).to_be_visible()
    sietse.get_by_role("group", name="Wat besluit je?").get_by_label("Akkoord").check()
    sietse.get_by_role("group", name="Welke bronnen geef je vrij?").get_by_role("checkbox").first.check()
    sietse.get_by_label("Waarom?", exact=True).fill("Past bij de taak.")
    submit(sietse, "Besluit vastleggen")


def test_4_the_functionary_proposes_fields_for_the_overleg(people, kept):
    noor = people.page("noor.voorbeeld")
    noor.goto(f"/signaleren/meldingen/{kept['melding']}/weging/")
    noor.locator("form[action$='eerder-gezien/'] button").click()
    expect(noor.get_by_text("Niet eerder gezien").first).to_be_visible()
    noor.goto(f"/signaleren/meldingen/{kept['melding']}/weging/voordracht/")
    noor.get_by_label("Waar gaat het over, in een paar woorden?").fill(LABEL)
    noor.get_by_label("Omschrijving voor het overleg").first.fill("Zes slaapplaatsen achter een loods.")
    noor.get_by_label("Waarom nodig: omschrijving voor het overleg").fill(
        "Zonder dit is er niets te besluiten."
    )
    noor.get_by_label("Op welke wettelijke grond?").select_option(index=1)
    noor.get_by_label("Waarvoor heeft het overleg dit nodig?").fill("Besluiten over een controle.")
    noor.get_by_label("Waarom kan het niet met minder?").fill("Alleen de plek en wat is gezien.")
    noor.get_by_label("Tot en met welke dag mag het overleg dit zien?").fill("over 30 dagen")
    if noor.get_by_label("Niet eerder gezien. Welke andere grond is er?").count():
        noor.get_by_label("Niet eerder gezien. Welke andere grond is er?").fill(
            "Drie waarnemingen op één plek."
        )
    submit(noor, "Voordragen")
    expect(noor.get_by_text("Privacycheck 2A").first).to_be_visible()


def test_5_the_privacyfunctionaris_releases_field_by_field(people):
    sietse = people.page("sietse.denkbeeldig")
    sietse.goto("/signaleren/privacychecks/")
    sietse.get_by_role("main").get_by_role("link").first.click()
    expect(sietse.get_by_text(STORY)).not_to_be_visible()
    sietse.get_by_role("group", name="Wat besluit je?").get_by_label("Akkoord").check()
    for yes in sietse.get_by_label("Vrijgeven", exact=True).all():
        yes.check()
    sietse.get_by_label("Waarom?", exact=True).fill("Zo min mogelijk, en nodig.")
    submit(sietse, "Besluit vastleggen")


def test_6_the_coordinator_puts_it_on_the_agenda_and_invites(people, kept):
    bram = people.page("bram.testman")
    bram.goto("/regie/overleg/plannen/")
    bram.get_by_label("Op welke dag?").fill("vandaag")
    bram.get_by_label("Van", exact=True).fill("00:01")
    bram.get_by_label("Tot", exact=True).fill("23:59")
    bram.get_by_label("Waar?").fill("Gemeentehuis, kamer De Verzonnen Den")
    bram.get_by_role("main").locator("button[type=submit]").last.click()
    kept["overleg"] = re.search(r"/overleg/([0-9a-f-]{36})/", bram.url).group(1)
    bram.goto("/regie/overleg/")
    bram.get_by_role("link", name=LABEL).click()
    expect(bram.get_by_text("Zes slaapplaatsen achter een loods.")).to_be_visible()
    bram.locator("#agenda").get_by_role("radio").or_(bram.locator("#agenda select")).first.click()
    bram.locator("#agenda").get_by_role("button").click()
    for guest in ("Joris Bedacht", "Mila Fictief"):
        bram.goto(f"/regie/overleg/{kept['overleg']}/genodigden/")
        option = bram.locator("select[name=medewerker] option", has_text=guest).get_attribute("value")
        bram.get_by_label("Wie nodig je uit?").select_option(option)
        bram.get_by_label(re.compile(LABEL)).check()
        bram.locator("#uitnodigen").get_by_role("button").click()


def test_7_before_the_meeting_a_guest_sees_nothing(people, kept):
    mila = people.page("mila.fictief")
    mila.goto("/regie/overleg/")
    assert mila.get_by_text(LABEL).count() == 0
    assert mila.goto(f"/signaleren/meldingen/{kept['melding']}/").status in {403, 404}


def test_8_the_meeting_decides_with_dissent_and_an_action(people, kept):
    bram = people.page("bram.testman")
    bram.goto(f"/regie/overleg/{kept['overleg']}/")
    button(bram, "Overleg openen")
    bram.get_by_role("link", name=LABEL).first.click()
    kept["punt"] = bram.url

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
    bram.get_by_role("group", name="Wat besluit het overleg?").get_by_label("Controle voorbereiden").check()
    bram.get_by_label("Waarom dit besluit?").fill(
        "Twee waarnemingen, en zes mensen om onderdak voor te regelen."
    )
    bram.get_by_label("Wie denkt er anders over?").fill("Politie: liever een week wachten.")
    care = bram.get_by_role("group", name="Raakt dit een plek waar iemand woont of slaapt?")
    care.get_by_role("radio").first.check()
    bram.get_by_label("Wie regelt zorg en onderdak, en hoe?").fill("Moviera houdt zes plekken vrij.")
    bram.get_by_label("Wat mag de melder weten?").fill("Er komt iemand kijken. Dank je.")
    submit(bram, "Besluit vastleggen")
    expect(bram.get_by_text("Het besluit ligt vast.")).to_be_visible()


def test_9_the_pdf_of_a_guest_and_the_end_of_access(people, kept):
    bram, mila = people.page("bram.testman"), people.page("mila.fictief")
    pdf = mila.request.get(f"/regie/overleg/{kept['overleg']}/besluitenlijst.pdf")
    assert pdf.headers["content-type"] == "application/pdf"
    bram.goto(f"/regie/overleg/{kept['overleg']}/")
    bram.get_by_text("Overleg verlengen of sluiten").click()
    button(bram, "Overleg sluiten")
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
