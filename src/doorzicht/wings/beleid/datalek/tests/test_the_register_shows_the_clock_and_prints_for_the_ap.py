"""The screens: the running clock on the start page, the register, one breach, the document; every look is logged."""

import io
from datetime import timedelta

import pikepdf
import pytest
from django.utils import timezone
from tests.support.pdftekst import words

from doorzicht.ground.logboek.models import Regel
from doorzicht.wings.beleid.datalek import actions, pdf
from doorzicht.wings.beleid.datalek.models import Datalek
from doorzicht.wings.beleid.datalek.tests.conftest import (
    FEITEN,
    FG,
    NIEMAND,
    PRIVACY,
    besluit,
)
from doorzicht.wings.beleid.datalek.wachtend import waiting_for

LIJST = "/beleid/datalekken/"


def squeezed(text: str) -> str:
    """Without spaces: where a line ends there is none."""
    return "".join(text.split())


def test_the_start_page_of_the_fg_shows_every_running_clock_the_first_to_end_on_top(
    client_of, reported, acting_as, now
):
    told = reported(ontdekt_op=now - timedelta(hours=90))
    with acting_as(FG) as by:
        actions.decide(told, besluit(**NIEMAND), by=by, at=now)
    late = reported(ontdekt_op=now - timedelta(hours=75))
    soon = reported(ontdekt_op=now - timedelta(hours=60))
    fresh = reported(ontdekt_op=now - timedelta(minutes=5))
    for who in (FG, PRIVACY):
        page = client_of(who).get("/start/").content.decode()
        places = [page.index(f"/beleid/datalekken/{i}/") for i in (late, soon, fresh, told)]
        assert places == sorted(places)
        for text in ("3 uur te laat", "Nog 11 uur", "Nog 71 uur"):
            assert text in page


def test_others_have_nothing_of_it_on_their_start_page(client_of, reported):
    datalek_id = reported()
    for who in ("noor.voorbeeld", "bas.balie", "puck.elders", "bert.knoppen"):
        assert str(datalek_id) not in client_of(who).get("/start/").content.decode()


def test_a_clock_that_was_stopped_says_so_until_it_is_closed(reported, acting_as, now):
    datalek_id = reported(ontdekt_op=now - timedelta(hours=40))
    with acting_as(FG) as by:
        actions.decide(datalek_id, besluit(**NIEMAND), by=by, at=now)
        (line,) = waiting_for(by=by, now=now + timedelta(hours=90))
        assert (line.soort, line.tekst) == ("klaar", "Besloten niet te melden na 40 uur")
        actions.add_facts(datalek_id, FEITEN, by=by, at=now)
        actions.close(datalek_id, by=by, at=now)
        assert waiting_for(by=by, now=now) == []


def test_telling_the_ap_stops_the_clock(reported, acting_as, now):
    datalek_id = reported(ontdekt_op=now - timedelta(hours=40))
    with acting_as(FG) as by:
        actions.decide(datalek_id, besluit(), by=by, at=now)
        (line,) = waiting_for(by=by, now=now)
        assert line.tekst == "Nog 32 uur"
        actions.tell_ap(datalek_id, op=now, kenmerk="AP-1", by=by, at=now)
        (line,) = waiting_for(by=by, now=now)
        assert line.tekst == "Gemeld na 40 uur"


def test_the_register_holds_numbers_and_clocks_and_no_content(client_of, reported, acting_as):
    datalek_id = reported()
    page = client_of(FG).get(LIJST).content.decode()
    with acting_as(FG):
        row = Datalek.objects.get(pk=datalek_id)
        assert Regel.objects.filter(object_soort="datalekregister", object_ids=[datalek_id]).exists()
    assert row.nummer in page
    assert "verkeerd adres" not in page


def test_one_breach_shows_what_was_told_and_reading_it_is_logged(client_of, reported, acting_as):
    datalek_id = reported()
    page = client_of(FG).get(f"{LIJST}{datalek_id}/").content.decode()
    assert "Mail met een lijst ging naar een verkeerd adres." in page
    assert "Bas Balie" in page
    assert "Nog 70 uur" in page or "Nog 71 uur" in page
    with acting_as(FG):
        assert Regel.objects.filter(
            handeling="lees", object_soort="datalek", object_ids=[datalek_id]
        ).exists()


def test_the_whole_way_on_the_screen(client_of, reported, acting_as):
    datalek_id = reported()
    address, faye = f"{LIJST}{datalek_id}/", client_of(FG)
    at = timezone.localtime()
    when = {"dag": f"{at.day}-{at.month}-{at.year}", "tijd": f"{at:%H:%M}"}
    refused = faye.post(f"{address}besluit/", {"ap": "nee", "ap_reden": "Klein."}).content.decode()
    assert "Kies ja of nee." in refused
    assert "Klein." in refused
    steps = (
        (
            "feiten",
            {"versie": "0", "aard": ["integriteit"], "feiten": "f", "gevolgen": "g", "maatregelen": "m"},
        ),
        ("klok", when | {"reden": "Toen wist de helpdesk het."}),
        ("besluit", {"ap": "ja", "ap_reden": "r", "betrokkenen": "ja", "betrokkenen_reden": "r"}),
        ("ap", when | {"kenmerk": "AP-7"}),
        ("ingelicht", when | {"hoe": "Gebeld."}),
        ("afsluiten", {}),
    )
    for name, data in steps:
        assert faye.post(f"{address}{name}/", data).status_code == 302, name
    with acting_as(FG):
        assert Datalek.objects.get().status == "afgesloten"
    page = faye.get(address).content.decode()
    assert "AP-7" in page
    assert "Besluit vastleggen" not in page


def test_without_the_fg_the_privacyfunctionaris_is_told_whom_to_ask(client_of, reported):
    datalek_id = reported()
    data = {"ap": "nee", "ap_reden": "r", "betrokkenen": "nee", "betrokkenen_reden": "r",
            "uitzondering": "geen_hoog_risico"}  # fmt: skip
    answer = client_of(PRIVACY).post(f"{LIJST}{datalek_id}/besluit/", data)
    assert answer.status_code == 403
    assert "kan alleen met de FG" in answer.content.decode()


def test_another_municipality_meets_no_page_of_it(client_of, reported):
    datalek_id = reported()
    puck = client_of("puck.elders")
    for name in ("", "datalek.pdf"):
        assert puck.get(f"{LIJST}{datalek_id}/{name}").status_code == 404
    for name in ("feiten", "besluit", "ap", "ingelicht", "klok", "afsluiten"):
        assert puck.post(f"{LIJST}{datalek_id}/{name}/", {"aard": ""}).status_code in {403, 404}, name
    assert "Geen open datalekken" in puck.get(LIJST).content.decode()


@pytest.mark.parametrize("who", [FG, PRIVACY])
def test_the_document_holds_what_article_33_asks_and_is_pdf_ua(reported, acting_as, now, who):
    datalek_id = reported(omschrijving="Mail met een lijst ging naar een verkeerd adres. \U0001f600")
    with acting_as(PRIVACY) as by:
        actions.add_facts(datalek_id, FEITEN, by=by, at=now)
        actions.decide(datalek_id, besluit(), by=by, at=now)
        actions.tell_ap(datalek_id, op=now, kenmerk="AP-42", by=by, at=now)
    with acting_as(who) as by:
        content = pdf.render(datalek_id, by=by, at=now)
        whole = pdf.render_register(by=by, at=now)
        assert Regel.objects.filter(object_soort="datalek_pdf", object_ids=[datalek_id]).exists()
    for made in (content, whole):
        text = words(made)
        for part in (
            "verkeerd adres",
            "Ongeveer 12 inwoners",
            "12 regels",
            "wie hulp kreeg",
            "bevestigd",
            "AP-42",
        ):
            assert squeezed(part) in squeezed(text), part
        with pikepdf.open(io.BytesIO(made)) as document:
            assert document.Root.MarkInfo.Marked
            assert document.Root.Lang == "nl-NL"
            assert 'pdfuaid:part="1"' in str(document.open_metadata()) or "pdfuaid" in str(
                document.open_metadata()
            )


def test_an_empty_register_prints_too(acting_as, now):
    with acting_as(FG) as by:
        assert squeezed("Er staat niets in het register") in squeezed(
            words(pdf.render_register(by=by, at=now))
        )
