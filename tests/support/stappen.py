"""The steps of the main job, from a melding to a decision, as people take them in their browsers.

Each step goes to the page where it is done, fills in one form and sends it. A form that comes back with mistakes
ends the story with their text. What a story wants to know about a page it asks itself, between two steps.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

UUID = "[0-9a-f-]{36}"


# ---- what every step is made of


def button(page: Page | Locator, name: str) -> None:
    """Press the button with exactly this text."""
    page.get_by_role("button", name=name, exact=True).click()


def choose(page: Page | Locator, question: str, answer: str) -> None:
    """Choose an answer to a question; what the answer explains about itself need not be given."""
    starts_with = re.compile(f"^{re.escape(answer)}")
    page.get_by_role("group", name=question).get_by_label(starts_with).check()


def submit(page: Page, name: str) -> None:
    """Press a button; a form that comes back with mistakes ends the story with their text."""
    with page.expect_navigation():
        button(page, name)
    assert page.locator(".dz-veld--fout").all_inner_texts() == []


def heading(page: Page) -> str:
    """The title of the page."""
    return page.get_by_role("heading", level=1).inner_text()


def id_in(page: Page, part: str) -> str:
    """The id that stands behind `part` in the address of the page, as soon as the page is there."""
    address = re.compile(f"/{part}/({UUID})/")
    page.wait_for_url(address)
    found = address.search(page.url)
    assert found is not None
    return found.group(1)


# ---- weighing


def open_weighing(page: Page, label: str) -> str:
    """From the worklist by way of the melding to its weighing; the id of the melding."""
    page.goto("/signaleren/meldingen/")
    page.get_by_role("link", name=label, exact=True).click()
    page.get_by_role("link", name="Naar de weging").click()
    return id_in(page, "meldingen")


def record_call(page: Page, *, soort: str, wie: str, uitkomst: str) -> None:
    """On a weighing that asks for care first: who was called, and what was agreed."""
    card = page.locator("#bellen")
    choose(card, "Wie heb je gebeld?", soort)
    card.get_by_label("Wie sprak je?").fill(wie)
    card.get_by_label("Wat is afgesproken?").fill(uitkomst)
    submit(page, "Telefoontje vastleggen")


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What a human decides about a melding, and asks of the privacyfunctionaris: vervolganalyse."""

    taak: str
    concreet: str
    recent: str
    reden: str
    vraag: str
    bron: str


def weigh(page: Page, oordeel: Oordeel) -> None:
    """On an open weighing: the four gates, the decision with its reason, and the question for privacycheck 1."""
    page.get_by_label("Bij welke taak van de gemeente hoort dit?").select_option(label=oordeel.taak)
    choose(page, "Is het in ons gebied?", "Ja")
    choose(page, "Is het concreet?", "Ja")
    page.get_by_label("Waarom wel of niet concreet?").fill(oordeel.concreet)
    choose(page, "Is het recent?", "Ja")
    page.get_by_label("Waarom wel of niet recent?").fill(oordeel.recent)
    choose(page, "Wat gebeurt er met de melding?", "Vervolganalyse")
    page.get_by_label("Waarom?", exact=True).fill(oordeel.reden)
    page.get_by_label("Wat wil je weten, en waarom is dat nodig?").fill(oordeel.vraag)
    choose(page, "In welke bronnen wil je kijken?", oordeel.bron)
    submit(page, "Weging vastleggen")


def ask_seen_before(page: Page, melding: str) -> None:
    """Ask whether what privacycheck 1 released was seen before: yes or no, nothing else."""
    page.goto(f"/signaleren/meldingen/{melding}/weging/")
    button(page, "Vraag: eerder gezien?")
    expect(page.get_by_role("button", name="Vraag: eerder gezien?")).to_have_count(0)


# ---- privacychecks


def open_check(page: Page, label: str) -> None:
    """From the list of open privacychecks to the one about this melding."""
    page.goto("/signaleren/privacychecks/")
    page.get_by_role("main").get_by_role("link", name=label, exact=True).click()


def answer_check_1(page: Page, *, bron: str, reden: str) -> None:
    """On an open privacycheck 1: agree, and release one source."""
    choose(page, "Wat besluit je?", "Akkoord")
    choose(page, "Welke bronnen geef je vrij?", bron)
    page.get_by_label("Waarom?", exact=True).fill(reden)
    submit(page, "Besluit vastleggen")


def answer_check_2a(page: Page, *, reden: str) -> None:
    """On an open privacycheck 2A: agree, and release every field that was proposed."""
    choose(page, "Wat besluit je?", "Akkoord")
    for yes in page.get_by_label("Vrijgeven", exact=True).all():
        yes.check()
    page.get_by_label("Waarom?", exact=True).fill(reden)
    submit(page, "Besluit vastleggen")


# ---- verstrekking


@dataclass(frozen=True, slots=True)
class Voordracht:
    """What is proposed for the overleg. `velden`: fields of the melding by their label, each with why.

    `andere_grond` is asked when nothing was seen before.
    """

    label: str
    doel: str
    noodzaak: str
    velden: Mapping[str, str] = field(default_factory=dict)
    omschrijving: str = ""
    waarom_omschrijving: str = ""
    andere_grond: str = ""


def propose(page: Page, melding: str, voordracht: Voordracht) -> None:
    """Propose fields of a melding for the overleg, for thirty days."""
    page.goto(f"/signaleren/meldingen/{melding}/weging/voordracht/")
    page.get_by_label("Waar gaat het over, in een paar woorden?").fill(voordracht.label)
    for label, why in voordracht.velden.items():
        page.get_by_role("checkbox", name=label).check()
        page.get_by_label(f"Waarom nodig: {label.lower()}").fill(why)
    page.get_by_label("Omschrijving voor het overleg").first.fill(voordracht.omschrijving)
    page.get_by_label("Waarom nodig: omschrijving voor het overleg").fill(voordracht.waarom_omschrijving)
    page.get_by_label("Op welke wettelijke grond?").select_option(index=1)
    page.get_by_label("Waarvoor heeft het overleg dit nodig?").fill(voordracht.doel)
    page.get_by_label("Waarom kan het niet met minder?").fill(voordracht.noodzaak)
    page.get_by_label("Tot en met welke dag mag het overleg dit zien?").fill("over 30 dagen")
    if voordracht.andere_grond:
        page.get_by_label("Niet eerder gezien. Welke andere grond is er?").fill(voordracht.andere_grond)
    submit(page, "Voordragen")


# ---- overleg


def plan_overleg(page: Page, *, waar: str) -> str:
    """Plan an overleg that lasts all of today; its id."""
    page.goto("/regie/overleg/plannen/")
    page.get_by_label("Op welke dag?").fill("vandaag")
    page.get_by_label("Van", exact=True).fill("00:01")
    page.get_by_label("Tot", exact=True).fill("23:59")
    page.get_by_label("Waar?").fill(waar)
    submit(page, "Overleg plannen")
    return id_in(page, "overleg")


def open_offer(page: Page, label: str) -> None:
    """From the list of overleggen to what was offered for an agenda."""
    page.goto("/regie/overleg/")
    page.get_by_role("link", name=label, exact=True).click()


def put_on_agenda(page: Page, overleg: str) -> None:
    """On an offer: accept it, and put it on the agenda of this overleg."""
    page.locator(f"#agenda input[value='{overleg}']").check()
    submit(page, "Op de agenda zetten")


def invite(page: Page, overleg: str, *, wie: str, punten: Sequence[str]) -> None:
    """Invite a guest for these items of an overleg, and no others."""
    page.goto(f"/regie/overleg/{overleg}/genodigden/")
    person = page.locator("select[name=medewerker] option", has_text=wie).get_attribute("value")
    page.get_by_label("Wie nodig je uit?").select_option(person)
    for label in punten:
        page.get_by_role("checkbox", name=label).check()
    submit(page, "Uitnodigen")


def open_overleg(page: Page, overleg: str) -> None:
    """Begin: from now on guests see their items."""
    page.goto(f"/regie/overleg/{overleg}/")
    button(page, "Overleg openen")


def open_item(page: Page, overleg: str, label: str) -> str:
    """From the agenda to one item; its address."""
    page.goto(f"/regie/overleg/{overleg}/")
    page.locator("#agenda").get_by_role("link", name=label, exact=True).click()
    page.wait_for_url(re.compile(f"/overleg/{overleg}/.*{UUID}"))
    return page.url


@dataclass(frozen=True, slots=True)
class Besluit:
    """What an overleg decides. `zorgcheck` and `zorg` go with a control or a measure: care comes first."""

    soort: str
    motivering: str
    anders: str = ""
    zorgcheck: str = ""
    zorg: str = ""
    aan_melder: str = ""


def decide(page: Page, besluit: Besluit) -> None:
    """On an item of an open overleg: record the decision."""
    choose(page, "Wat besluit het overleg?", besluit.soort)
    page.get_by_label("Waarom dit besluit?").fill(besluit.motivering)
    page.get_by_label("Wie denkt er anders over?").fill(besluit.anders)
    if besluit.zorgcheck:
        choose(page, "Raakt dit een plek waar iemand woont of slaapt?", besluit.zorgcheck)
        page.get_by_label("Wie regelt zorg en onderdak, en hoe?").fill(besluit.zorg)
    page.get_by_label("Wat mag de melder weten?").fill(besluit.aan_melder)
    submit(page, "Besluit vastleggen")


def close_overleg(page: Page, overleg: str) -> None:
    """End: the access of guests ends with it."""
    page.goto(f"/regie/overleg/{overleg}/")
    page.get_by_text("Overleg verlengen of sluiten").click()
    button(page, "Overleg sluiten")
