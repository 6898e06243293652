"""Without JavaScript the main forms do their work: mistakes are told, what was typed stays, the menu opens."""

import pytest
from playwright.sync_api import expect

from tests.support import stappen
from tests.support.stappen import button, choose, submit
from tests.support.toneel import fill, logged_in
from tests.support.verhalen import fill_in_card, go_on, press


@pytest.fixture(scope="module")
def plain(server, browser, django_db_blocker):
    """`plain("bas.balie")`: a page of that person in a browser that runs no scripts."""
    fill(server)
    open_contexts = []

    def page_of(who: str = "", **options):
        manager = logged_in(server, browser, who, java_script_enabled=False, **options)
        open_contexts.append(manager)
        return manager.__enter__().new_page()

    yield page_of
    for manager in open_contexts:
        manager.__exit__(None, None, None)


def test_a_resident_reports_and_comes_back(plain):
    page = plain()
    page.goto("/m/heerde/melden/")
    go_on(page)
    expect(page.locator(".dz-fouten")).to_be_visible()
    page.check("input[name=spoed][value=kan-wachten]")
    go_on(page)
    page.fill("textarea[name=verhaal]", "Achter de loods staan zes bedden op een rij.")
    page.check("input[name=leeftijd][value=meerderjarig]")
    go_on(page)
    page.fill("input[name=dag]", "31-2-2026")
    go_on(page)
    expect(page.locator("input[name=dag]")).to_have_value("31-2-2026")
    page.fill("input[name=dag]", "gisteren")
    go_on(page)
    go_on(page, "verstuur")
    receipt = page.locator(".dz-code").first.inner_text()
    page.goto("/m/heerde/code/")
    page.fill("input[name=code]", receipt)
    press(page)
    page.fill("textarea[name=bericht]", "Er staat weer een wit busje.")
    press(page)
    expect(page.get_by_text("Er staat weer een wit busje.")).to_be_visible()


def test_an_employee_sends_a_card_after_a_mistake(plain):
    page = plain("bas.balie")
    fill_in_card(page)
    page.locator("summary", has_text="Weet je wie het is?").click()
    page.get_by_label("Telefoonnummer van die persoon").fill("06-12")
    button(page, "Melding versturen")
    expect(page.get_by_label("Telefoonnummer van die persoon")).to_have_value("06-12")
    page.get_by_label("Telefoonnummer van die persoon").fill("")
    submit(page, "Melding versturen")
    assert stappen.heading(page) == "Dank je. Je melding is binnen."


def test_the_functionary_records_a_call_and_answers(plain):
    page = plain("noor.voorbeeld")
    page.goto("/signaleren/meldingen/")
    page.get_by_role("link", name="Jongere haalt pakjes voor een oudere en pint geld").click()
    stappen.record_call(page, soort="Veilig Thuis gebeld", wie="dienstdoende", uitkomst="Zij kijken mee.")
    page.get_by_label("Wat mag de melder weten?").fill("Dank je, we kijken ernaar.")
    submit(page, "Bericht klaarzetten")
    expect(page.get_by_text("Dank je, we kijken ernaar.")).to_be_visible()


def test_the_privacyfunctionaris_answers_a_check(plain):
    page = plain("sietse.denkbeeldig")
    page.goto("/signaleren/privacychecks/")
    page.get_by_role("link", name="Meisje koopt dure spullen").click()
    choose(page, "Wat besluit je?", "Afgewezen")
    page.get_by_label("Waarom?", exact=True).fill("De vraag is te ruim.")
    submit(page, "Besluit vastleggen")


def test_the_coordinator_decides_an_item(plain):
    page = plain("bram.testman")
    page.goto("/regie/overleg/")
    addresses = [a.get_attribute("href") for a in page.locator("main a[href*='/regie/overleg/']").all()]
    for address in addresses:
        page.goto(address)
        link = page.locator("#agenda").get_by_role("link", name="Baan in de horeca bleek iets heel anders")
        if link.count():
            link.first.click()
            break
    stappen.decide(page, stappen.Besluit(soort="Casus openen", motivering="Meer partners nodig."))
    expect(page.get_by_text("Het besluit ligt vast.")).to_be_visible()


def test_the_menu_of_the_phone_opens(plain):
    page = plain("noor.voorbeeld", viewport={"width": 390, "height": 800})
    page.goto("/start/")
    page.locator("summary", has_text="Menu").click()
    page.get_by_role("navigation", name="Menu").get_by_role("link", name="Signaleren").click()
    page.wait_for_url("**/signaleren/**")
