"""Story: somebody saw something, reports without an account, copies the receipt, and comes back with it.

Once with scripts and a mouse, once without scripts and with a keyboard only, once in English.
"""

import pytest
from playwright.sync_api import Error, Page, expect

from tests.support.browser import BREED, SMAL

LICHT = 100_000
"""Bytes that one page may load, everything included."""


@pytest.fixture
def visitor(browser, server):
    """Pages of people without an account: `visitor(SMAL, java_script_enabled=False)`."""
    contexts = []

    def visit(size: dict[str, int] = BREED, **options) -> Page:
        context = browser.new_context(base_url=server.url, viewport=size, **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        return context.new_page()

    yield visit
    for context in contexts:
        context.close()


def go_on(page: Page, step: int) -> None:
    page.get_by_role("button", name=f"Verder naar stap {step}").click()


def fill_in(page: Page, story: str) -> None:
    """All steps up to the last."""
    page.get_by_label("Het kan wachten").check()
    go_on(page, 2)
    page.get_by_label("Werk en wonen").check()
    page.get_by_text("Werk en geld").click()
    page.get_by_label("Een ander heeft het paspoort of de bankpas.").check()
    page.get_by_label("Wat zag of hoorde je?").fill(story)
    page.get_by_label("Weet ik niet").last.check()
    go_on(page, 3)
    page.get_by_label("Plaats").fill("Heerde")
    page.get_by_label("Wanneer zag je dit voor het laatst?").fill("gisteren")
    go_on(page, 4)


def test_from_the_front_page_to_an_answer_and_back(visitor, people):
    page = visitor(SMAL)
    page.goto("/m/")
    page.get_by_role("link", name="Ik maak me zorgen").click()
    page.get_by_role("link", name="Heerde").click()
    fill_in(page, "Zes bedden op een rij achter de loods.")
    expect(page.get_by_role("heading", name="Weet de politie het dan?")).to_be_visible()
    page.get_by_role("button", name="Melding versturen").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Dank je. Je melding is binnen.")
    code = page.locator(".dz-code").inner_text()
    page.get_by_label("Typ je code hier over").fill("appel zeehond molen tulp regen")
    page.get_by_role("button", name="Controleer mijn code").click()
    expect(page.locator(".dz-code")).to_have_text(code)
    page.get_by_label("Typ je code hier over").fill(code)
    page.get_by_role("button", name="Controleer mijn code").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je code klopt")

    noor = people.page("noor.voorbeeld")
    noor.goto("/signaleren/meldingen/")
    noor.get_by_role("link", name="Bewoner: werk en wonen").first.click()
    expect(noor.get_by_text("Zes bedden op een rij achter de loods.")).to_be_visible()
    noor.get_by_label("Wat mag de melder weten?").fill("Zag je ook een busje?")
    noor.get_by_role("button", name="Bericht klaarzetten").click()

    later = visitor(SMAL)
    later.goto("/m/heerde/")
    later.get_by_role("link", name="Kijk wat er met mijn melding is gedaan").click()
    later.get_by_label("Je ontvangstcode").fill(code)
    later.get_by_role("button", name="Open mijn melding").click()
    expect(later.get_by_text("Je melding is gelezen.")).to_be_visible()
    expect(later.get_by_text("Zag je ook een busje?")).to_be_visible()
    later.get_by_label("Wil je iets toevoegen of antwoorden?").fill("Ja, een wit busje.")
    later.get_by_role("button", name="Bericht versturen").click()
    expect(later.get_by_text("Je bericht is binnen")).to_be_visible()
    assert code.split()[0] not in later.url

    noor.reload()
    expect(noor.get_by_text("Ja, een wit busje.").first).to_be_visible()


def test_without_scripts_and_with_the_keyboard_only(visitor):
    page = visitor(java_script_enabled=False)
    page.goto("/m/heerde/melden/")
    press_until(page, "input[name=spoed]")
    page.keyboard.press("Space")
    press_until(page, "button[value=verder]")
    page.keyboard.press("Enter")
    press_until(page, "textarea[name=verhaal]")
    page.keyboard.type("Zonder muis gemeld.")
    press_until(page, "input[name=leeftijd]")
    page.keyboard.press("Space")
    press_until(page, "button[value=verder]")
    page.keyboard.press("Enter")
    press_until(page, "button[value=verder]")
    page.keyboard.press("Enter")
    press_until(page, "button[value=verstuur]")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Dank je. Je melding is binnen.")


def press_until(page: Page, selector: str) -> None:
    """Press Tab until this has the focus; what cannot be reached fails."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.locator(f"{selector}:focus").count():
            return
    raise AssertionError(f"{selector} cannot be reached with the keyboard")


def test_a_mistake_puts_the_focus_on_the_summary_whose_link_leads_to_the_field(visitor):
    page = visitor()
    page.goto("/m/heerde/melden/")
    go_on(page, 2)

    expect(page.locator("[data-foutsamenvatting]")).to_be_focused()
    page.get_by_role("link", name="Hoe snel moet er iemand kijken?").click()
    expect(page.locator("input[name=spoed]").first).to_be_focused()
    assert page.title().startswith("Fout: ")


def test_in_english_the_receipt_is_in_digits(visitor):
    page = visitor()
    page.goto("/m/heerde/")
    page.get_by_role("link", name="English").click()
    page.get_by_role("link", name="I need help myself").click()
    page.get_by_role("link", name="Tell the municipality").click()
    page.get_by_label("Today or tomorrow").check()
    page.get_by_role("button", name="Go on to step 2").click()
    page.get_by_label("What do you want to tell us?").fill("I cannot leave.")
    page.get_by_label("I would rather not say").check()
    page.get_by_role("button", name="Go on to step 3").click()
    page.get_by_role("button", name="Go on to step 4").click()
    page.get_by_label("I want an interpreter").check()
    page.get_by_role("button", name="Send my report").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. Your report has arrived.")
    assert page.locator(".dz-code").inner_text().replace(" ", "").isdigit()


@pytest.mark.parametrize("scripts", [True, False])
def test_the_browsers_own_back_shows_no_text_and_forward_brings_it_back(visitor, scripts):
    page = visitor(java_script_enabled=scripts)
    page.goto("/m/heerde/melden/")
    page.get_by_label("Het kan wachten").check()
    go_on(page, 2)
    page.get_by_label("Wat zag of hoorde je?").fill("Zes bedden op een rij.")
    page.get_by_label("Weet ik niet").last.check()
    go_on(page, 3)
    expect(page.get_by_text("Terug met deze knop, niet met die van je browser.")).to_be_visible()

    with pytest.raises(Error, match="ERR_CACHE_MISS"):
        page.go_back()
    page.wait_for_timeout(500)  # the browser's own page comes, which asks whether to send again
    assert "Zes bedden" not in page.content()
    with pytest.raises(Error, match="ERR_CACHE_MISS"):
        page.go_forward()
    page.wait_for_timeout(500)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Waar en wanneer was het?")

    page.get_by_role("button", name="Terug", exact=True).click()
    expect(page.get_by_label("Wat zag of hoorde je?")).to_have_value("Zes bedden op een rij.")


def test_the_way_out_leaves_nothing_to_go_back_to(visitor, server):
    page = visitor()
    page.goto("/m/heerde/code/")
    page.route("https://**", lambda route: route.fulfill(body="elsewhere"))
    page.get_by_role("link", name="Sluit deze website meteen").click()
    page.wait_for_url("https://**")

    page.go_back()
    assert server.url not in page.url


def test_a_page_is_light_and_asks_nothing_of_anybody_else(visitor, server):
    page = visitor()
    asked, loaded = [], {}
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda r: loaded.__setitem__(r.url, int(r.headers.get("content-length", LICHT))))
    page.goto("/m/heerde/melden/")
    page.get_by_label("Nu", exact=True).check()
    go_on(page, 2)  # the longest page
    page.wait_for_load_state("networkidle")

    assert all(url.startswith(server.url) for url in asked)
    assert len(loaded) >= 5
    assert sum(loaded.values()) < LICHT, loaded


def press(page: Page, selector: str) -> None:
    """Press a button and wait for the page it leads to."""
    with page.expect_navigation():
        page.click(selector)
