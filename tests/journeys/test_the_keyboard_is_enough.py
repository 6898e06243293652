"""Without a mouse: everything in reach in the order of the page, the focus always seen and never hidden."""

import pytest

from tests.support.toneel import fill, logged_in
from tests.support.verhalen import CARD

FOCUSED = """async () => {
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const box = e.getBoundingClientRect(), style = getComputedStyle(e);
  const label = e.labels && e.labels[0] ? getComputedStyle(e.labels[0]) : style;
  const ring = s => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none';
  const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
  const y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  const own = top && (e.contains(top) || top.contains(e) || (e.labels && [...e.labels].some(l => l.contains(top))));
  return {
    tag: e.tagName + (e.name ? '[' + e.name + ']' : ''), words: (e.innerText || e.value || '').trim().slice(0, 40),
    group: e.type === 'radio' ? e.name : '', ring: ring(style) || ring(label),
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && !!own, id: e.id,
    skip: e.classList.contains('nl-skip-link'),
  };
}"""
REACHABLE = """() => [...document.querySelectorAll('main :is(a[href], button, input, select, textarea, summary)')]
  .filter(e => e.type !== 'hidden' && !e.disabled && e.checkVisibility() && e.tabIndex >= 0)
  .map(e => e.type === 'radio' ? 'radio ' + e.name
    : e.tagName + (e.name || e.innerText || e.value || '').trim().slice(0, 40))
"""
MOST = 140
"""Stops with Tab on the longest page."""


@pytest.fixture(scope="module")
def stage(server) -> str:
    """The page of a melding, on a full stage."""
    return f"/signaleren/meldingen/{fill(server)}/"


PAGES = {
    "": ("/m/", "/m/heerde/melden/", "/m/heerde/en/code/", "/inloggen/"),
    "noor.voorbeeld": ("/start/", "/signaleren/meldingen/", CARD, "melding"),
}


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("who", PAGES)
def test_tab_reaches_everything_in_the_page_and_the_focus_is_seen(server, browser, stage, who, width):
    size = {"width": width, "height": 800}
    with logged_in(server, browser, who, viewport=size, reduced_motion="reduce") as context:
        page = context.new_page()
        for address in PAGES[who]:
            page.goto(stage if address == "melding" else address)
            stops = tab_through(page)
            assert stops[0]["skip"], f"{address}: Tab does not begin at the link to the content"
            assert [s["tag"] for s in stops if not s["ring"]] == [], f"{address}: focus without a ring"
            assert [s["words"] for s in stops if not s["seen"]] == [], f"{address}: focus that is hidden"
            missed = page.evaluate(REACHABLE)
            for stop in stops:
                mark = (
                    f"radio {stop['group']}" if stop["group"] else stop["tag"].split("[")[0] + name_in(stop)
                )
                missed = [m for m in missed if m != mark]
            assert missed == [], f"{address}: not reached with Tab"


def name_in(stop: dict[str, str]) -> str:
    _, _, name = stop["tag"].partition("[")
    return name.rstrip("]") or stop["words"]


def tab_through(page) -> list[dict]:
    """Every stop with Tab until the focus leaves the page."""
    stops: list[dict] = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            break
        stops.append(stop)
    return stops


def test_the_skip_link_leads_past_the_header(server, browser, stage):
    with logged_in(server, browser, "noor.voorbeeld") as context:
        page = context.new_page()
        page.goto("/start/")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")


def test_a_card_is_filled_in_and_sent_with_the_keyboard_alone(server, browser, stage):
    with logged_in(server, browser, "bas.balie") as context:
        page = context.new_page()
        page.goto(CARD)
        focus(page, "gezien")
        page.keyboard.press("Space")
        focus(page, "verhaal")
        page.keyboard.type("Met de toetsen getypt.")
        focus(page, "label")
        page.keyboard.type("Alleen toetsen")
        for name in ("leeftijd", "spoed", "route"):
            focus(page, name)
            page.keyboard.press("Space")
        page.keyboard.press("Enter")
        page.wait_for_url("**/signaleren/ontvangen/**")


def focus(page, name: str) -> None:
    """Press Tab until the focus is in this field."""
    for _ in range(MOST):
        if page.evaluate("document.activeElement.name") == name:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never came to {name}")


def test_a_mistake_takes_the_focus_to_the_summary_and_the_summary_to_the_field(server, browser, stage):
    with logged_in(server, browser, "bas.balie") as context:
        page = context.new_page()
        page.goto(CARD)
        page.get_by_role("button", name="Melding versturen").click()
        assert page.evaluate("document.activeElement.matches('[data-foutsamenvatting]')")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.name") == "verhaal"
