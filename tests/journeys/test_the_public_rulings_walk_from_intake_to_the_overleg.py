"""Story: fourteen public rulings come in as meldingen; all are looked at, three go all the way to a decision.

`doorzicht import-uitspraken` reads them. All fourteen are opened in a browser and weighed by the page, care first
where the age asks for it: every counter-fact stands there, and the page supports exactly the elements that the engine
gives. Three go on: a conviction and an acquittal about labour, and a child that begs. The way of one costs as much as
looking at seven, so that all fourteen would take two and a half times as long as this file (about 40 seconds of
processor time) and show nothing new. Nothing here scores the software on the outcome of a case: a person decides.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Any

import pytest
import yaml
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Page, expect

from doorzicht.engines.weighing import Persoon, Weegcatalogus, Weging, weigh
from doorzicht.ground.catalogus.bestand import weegcatalogus_on
from doorzicht.ground.catalogus.codering import PersoonCodering, read_coding
from tests.support import stappen
from tests.support.stappen import Besluit, Oordeel, Voordracht

RULINGS = settings.SHARED_DIR / "data" / "rechtspraak" / "open.yaml"
pytestmark = pytest.mark.skipif(
    not RULINGS.exists(),
    reason="the rulings are not beside this checkout; DOORZICHT_SHARED can point at them",
)

BRON = "Vergunningen van de gemeente"
GEZIEN, TEGEN, LEEFTIJD = (
    "Gezien bij persoon 1",
    "Wat ertegen spreekt bij persoon 1",
    "Leeftijd van persoon 1",
)
SOORTEN = {"handeling": "Handeling", "middel": "Middel", "doel": "Doel"}
READ_PERSON = """section => ({
  redenen: [...section.querySelectorAll('.dz-lijst--reden strong')].map(e => e.innerText.trim()),
  rijen: [...section.querySelectorAll('.dz-matrix tbody tr')].map(row => [...row.querySelectorAll('td')].map(
    cell => ({stand: cell.className.match(/dz-cel--(\\w+)/)[1], tekst: cell.innerText.toLowerCase()}))),
})"""


@dataclass(frozen=True, slots=True)
class Weg:
    """What people write and decide about one ruling on its way."""

    oordeel: Oordeel
    voordracht: Voordracht
    besluit: Besluit


WEGEN = {
    "O05": Weg(
        Oordeel(
            taak="Veilig en gezond wonen",
            concreet="Werk, loon en slaapplek zijn beschreven.",
            recent="Het gaat over dit oogstseizoen.",
            reden="Lange dagen, geen loon, en wie weggaat is het loon kwijt.",
            vraag="Is er een vergunning om hier mensen te laten slapen?",
            bron=BRON,
        ),
        Voordracht(
            label="Seizoenswerk zonder loon, slapen bij de werkgever",
            velden={GEZIEN: "Om af te spreken wie gaat kijken."},
            doel="Besluiten over een controle van de slaapplekken.",
            noodzaak="Alleen wat is gezien, zonder verhaal.",
        ),
        Besluit(
            soort="Controle voorbereiden",
            motivering="Mensen slapen onveilig en kunnen niet weg zonder hun loon te verliezen.",
            zorgcheck="Zorg en onderdak zijn geregeld",
            zorg="De zorgcoördinator houdt die dag slaapplekken vrij.",
        ),
    ),
    "O06": Weg(
        Oordeel(
            taak="Openbare orde en veiligheid",
            concreet="Werktijden en loon zijn beschreven.",
            recent="Hij werkt daar nog.",
            reden="Te weinig loon, en een paar keer gehinderd bij het weggaan. Hij liep ook vaak zelf weg.",
            vraag="Heeft het bedrijf vergunningen waar voorwaarden aan zitten?",
            bron=BRON,
        ),
        Voordracht(
            label="Medewerker op een kwekerij krijgt te weinig loon",
            velden={GEZIEN: "Om samen te wegen.", TEGEN: "Het overleg moet ook zien wat ertegen spreekt."},
            doel="Besluiten of dit verder moet.",
            noodzaak="Zonder naam en zonder verhaal.",
        ),
        Besluit(
            soort="Sluiten",
            motivering="Slecht werkgeverschap. Hij kon gaan wanneer hij wilde.",
            anders="Zorg: bel hem nog een keer.",
        ),
    ),
    "O14": Weg(
        Oordeel(
            taak="Jeugdhulp en kinderbescherming",
            concreet="Wie bedelt en voor wie is beschreven.",
            recent="Het gebeurt deze zomer.",
            reden="Een kind van veertien bedelt en de opbrengst is voor anderen.",
            vraag="Is er toestemming gegeven om geld op te halen?",
            bron=BRON,
        ),
        Voordracht(
            label="Kind bedelt in treinen, opbrengst voor anderen",
            velden={GEZIEN: "Om hulp te kiezen.", LEEFTIJD: "Het gaat om een kind."},
            doel="Besluiten welke hulp nodig is.",
            noodzaak="Zonder naam en zonder verhaal.",
        ),
        Besluit(
            soort="Zorg inzetten", motivering="Zorg eerst. Wie aan het kind verdient, zorgt ook voor haar."
        ),
    ),
}


@pytest.fixture(scope="module")
def uitspraken() -> dict[str, dict[str, Any]]:
    """The rulings by id."""
    path = settings.SHARED_DIR / "data" / "rechtspraak" / "open.yaml"
    if not path.is_file():
        pytest.skip(
            "the public rulings are not beside this checkout, and DOORZICHT_SHARED does not say where"
        )
    return {ruling["id"]: ruling for ruling in yaml.safe_load(path.read_text())["rulings"]}


@pytest.fixture(scope="module")
def kept() -> dict[str, str]:
    """What the people of the story remember from one chapter to the next."""
    return {}


@pytest.fixture(scope="module")
def counted() -> Counter[str]:
    """What was found on the screens and how much there was to find."""
    return Counter()


def label(code: str) -> str:
    return f"Openbare uitspraak {code}"


def against(ruling: dict[str, Any]) -> list[str]:
    """What weighed against a finding, by the source or by our coding."""
    coded = {f.feit for f in read_coding()[ruling["id"]].feiten if f.soort == "tegenfeit"}
    return [f["text"] for n, f in enumerate(ruling["facts"], start=1) if f.get("counter") or n in coded]


def test_1_the_command_makes_a_melding_of_each_ruling_once(server, uitspraken):
    path = str(settings.SHARED_DIR / "data" / "rechtspraak" / "open.yaml")
    facts = [(code, fact) for code in uitspraken for fact in read_coding()[code].feiten]
    uncoded = [(code, fact) for code, fact in facts if fact.soort == "ongecodeerd"]
    first = server.run("import-uitspraken", path)
    print(first.stdout)
    assert first.returncode == 0, first.stderr
    assert (
        f"14 rulings read, 14 new; {len(facts)} facts, {len(facts) - len(uncoded)} of them coded."
        in first.stdout
    )
    assert f"(n = {len(uncoded)} of {len(facts)})" in first.stdout
    for code, fact in uncoded:
        assert f"{code} fact {fact.feit}: {fact.reden}" in first.stdout
    assert "14 rulings read, 0 new" in server.run("import-uitspraken", path).stdout


@pytest.mark.parametrize("code", read_coding())
def test_2_its_page_shows_what_speaks_against_it_and_what_the_engine_touches(
    people, uitspraken, counted, code
):
    noor = people.page("noor.voorbeeld")
    stappen.open_weighing(noor, label(code))
    care_first(noor, code)
    for text in against(uitspraken[code]):
        expect(noor.get_by_role("main")).to_contain_text(text)
        counted["tegenfeiten"] += 1
    cat = weegcatalogus_on(timezone.localdate())
    for persoon in read_coding()[code].personen:
        counted["elementen"] += matrix_is_that_of_the_engine(noor, cat, code, persoon)
    counted["uitspraken"] += 1


def care_first(page: Page, code: str) -> None:
    """A page about a possible minor asks for the call and shows nothing else until it is recorded."""
    possible_minor = any(p.leeftijd != "meerderjarig" for p in read_coding()[code].personen)
    assert page.locator("#bellen").count() == possible_minor
    if possible_minor:
        assert page.locator(".dz-matrix").count() == 0
        stappen.record_call(
            page,
            soort="Veilig Thuis gebeld",
            wie="dienstdoende medewerker",
            uitkomst="Zij kijken mee en bellen terug.",
        )


def matrix_is_that_of_the_engine(page: Page, cat: Weegcatalogus, code: str, persoon: PersoonCodering) -> int:
    """Compare one person's reasons and matrix with the engine's answer; how many elements it touches."""
    section = page.locator(
        "section", has=page.get_by_role("heading", name=f"Persoon {persoon.id}", exact=True)
    )
    found = section.evaluate(READ_PERSON)
    answer = weigh(
        cat, Persoon(persoon.leeftijd, persoon.vorm, read_coding()[code].observations_of(persoon.id))
    )
    touched = {cat.elementen[e] for beeld in answer.lid1 for e in beeld.waardoor}
    headings = {f"{SOORTEN[e.soort]}: {e.naam}" for e in touched if e.soort in SOORTEN}
    assert set(found["redenen"]) - {"Middel niet vereist"} == headings
    assert [[cell["stand"] for cell in row] for row in found["rijen"]] == states(answer)
    for beeld, cells in zip(answer.lid1, found["rijen"], strict=True):
        for elements, cell in zip((beeld.handeling, beeld.middel, beeld.doel), cells, strict=True):
            if cell["stand"] != "nvt":
                assert all(cat.elementen[e].naam.lower() in cell["tekst"] for e in elements)
    return len(headings)


def states(answer: Weging) -> list[list[str]]:
    """Act, means and purpose of each sub-clause: supported, not seen, or not asked for."""
    word = {True: "gesteund", False: "geen"}
    return [
        [
            word[bool(b.handeling)],
            word[bool(b.middel)] if b.middel_vereist == "ja" else "nvt",
            word[bool(b.doel) and not any(gap.startswith("doel:") for gap in b.ontbreekt)],
        ]
        for b in answer.lid1
    ]


def test_3_nothing_that_speaks_against_was_left_out(uitspraken, counted):
    total = sum(len(against(ruling)) for ruling in uitspraken.values())
    print(f"uitspraken bekeken in de browser: {counted['uitspraken']} van n={len(uitspraken)}")
    print(f"tegenfeiten op het scherm: {counted['tegenfeiten']} van n={total}")
    print(
        f"geraakte elementen op het scherm, per persoon geteld: n={counted['elementen']}, alle gelijk aan de engine"
    )
    assert counted["uitspraken"] == len(uitspraken) == 14
    assert counted["tegenfeiten"] == total


@pytest.mark.parametrize("code", WEGEN)
def test_4_a_human_weighs_and_both_privacychecks_are_passed(people, kept, code):
    weg = WEGEN[code]
    noor, sietse = people.page("noor.voorbeeld"), people.page("sietse.denkbeeldig")
    kept[code] = stappen.open_weighing(noor, label(code))
    assert noor.locator("input[name=uitkomst]:checked").count() == 0
    stappen.weigh(noor, weg.oordeel)

    stappen.open_check(sietse, label(code))
    expect(sietse.get_by_text(weg.oordeel.vraag)).to_be_visible()
    stappen.answer_check_1(sietse, bron=BRON, reden="Past bij de taak.")

    # A ruling names no phone, plate or address: there is nothing to ask "seen before?" about, and the page says so.
    noor.goto(f"/signaleren/meldingen/{kept[code]}/weging/")
    expect(noor.get_by_text("Er is niets vrijgegeven om op te zoeken.")).to_be_visible()
    stappen.propose(noor, kept[code], weg.voordracht)

    stappen.open_check(sietse, label(code))
    stappen.answer_check_2a(sietse, reden="Zo min mogelijk, en nodig.")


def test_5_all_three_are_on_one_agenda(people, kept):
    bram = people.page("bram.testman")
    kept["overleg"] = stappen.plan_overleg(bram, waar="Gemeentehuis, kamer De Verzonnen Den")
    for weg in WEGEN.values():
        stappen.open_offer(bram, weg.voordracht.label)
        for field in weg.voordracht.velden:
            expect(bram.get_by_role("rowheader", name=field)).to_be_visible()
        stappen.put_on_agenda(bram, kept["overleg"])
    child = WEGEN["O14"].voordracht.label
    stappen.invite(bram, kept["overleg"], wie="Mila Fictief", punten=[child])


def test_6_the_overleg_decides_on_each_and_a_guest_saw_only_hers(people, uitspraken, kept):
    bram, mila = people.page("bram.testman"), people.page("mila.fictief")
    stappen.open_overleg(bram, kept["overleg"])
    mila.goto(f"/regie/overleg/{kept['overleg']}/")
    for code, weg in WEGEN.items():
        shown = mila.locator("#agenda").get_by_text(weg.voordracht.label, exact=True)
        expect(shown).to_have_count(1 if code == "O14" else 0)
    for code, weg in WEGEN.items():
        stappen.open_item(bram, kept["overleg"], weg.voordracht.label)
        if TEGEN in weg.voordracht.velden:
            for text in against(uitspraken[code]):
                expect(bram.get_by_role("main")).to_contain_text(text)
        stappen.decide(bram, weg.besluit)
        expect(bram.get_by_text("Het besluit ligt vast.")).to_be_visible()
        expect(bram.locator("#besluit")).to_contain_text(weg.besluit.motivering)
    stappen.close_overleg(bram, kept["overleg"])
