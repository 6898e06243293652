"""Agenda and besluitenlijst are PDF/UA, in Dutch, with a title and tags, made of what this reader may see."""

import io

import pikepdf
import pytest
from tests.support.pdftekst import words

from doorzicht.ground.access.api import Geweigerd, context
from doorzicht.ground.lib.datums import local_day
from doorzicht.wings.regie.overleg import actions, pdf
from doorzicht.wings.regie.overleg.invoer import ActieInvoer, BesluitInvoer
from doorzicht.wings.regie.overleg.models import Overleg

BESLUIT = BesluitInvoer(soort="casus", motivering="Zesbedden", anders="Tegengeluid", aan_melder="Melderzin")


@pytest.fixture
def decided(meeting, mila, bram, now):
    overleg, (mine, other) = meeting("Loodspunt", "Bijgebouwpunt", gasten={0: [mila]})
    with context(bram):
        for punt in (mine, other):
            actions.decide(punt.id, BESLUIT, by=bram, at=now)
        task = ActieInvoer(wat="Tolkregelen", eigenaar=bram.medewerker_id, uiterlijk=local_day(now))
        actions.add_actie(other.id, task, by=bram, at=now)
    return overleg


@pytest.mark.parametrize("soort", ["agenda", "besluitenlijst"])
def test_it_is_pdf_ua_in_dutch_with_a_title_and_tags(decided, bram, now, soort):
    with context(bram):
        content = pdf.render(decided.id, soort, by=bram, at=now)
    with pikepdf.open(io.BytesIO(content)) as document:
        meta = document.open_metadata()
        assert meta["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
        assert meta["dc:title"] == f"{soort.capitalize()} Lokaal Ondermijningsoverleg Heerde"
        assert str(document.Root.Lang).startswith("nl")
        assert document.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in document.Root
        assert document.Root.ViewerPreferences.DisplayDocTitle


def test_a_standing_member_gets_every_item(decided, noor, now):
    with context(noor):
        text = words(pdf.render(decided.id, "besluitenlijst", by=noor, at=now))
    for word in ("Loodspunt", "Bijgebouwpunt", "Zesbedden", "Tegengeluid", "Tolkregelen"):
        assert word in text


def test_a_guest_gets_their_items_and_no_others(decided, mila, now):
    with context(mila):
        text = words(pdf.render(decided.id, "besluitenlijst", by=mila, at=now))
    assert "Loodspunt" in text
    for word in ("Bijgebouwpunt", "Tolkregelen", "Acties van de vorige keer", "Rondvraag"):
        assert word not in text


def test_what_the_reporter_may_know_is_in_no_document(decided, bram, now):
    with context(bram):
        assert "Melderzin" not in words(pdf.render(decided.id, "besluitenlijst", by=bram, at=now))


def test_the_agenda_holds_no_decision(decided, bram, now):
    with context(bram):
        text = words(pdf.render(decided.id, "agenda", by=bram, at=now))
    assert "Loodspunt" in text
    assert "Zesbedden" not in text


def test_another_municipality_or_an_employee_gets_none(decided, actor, now):
    otto, fenna = actor("otto.elders"), actor("fenna.verzonnen")
    with context(otto), pytest.raises(Overleg.DoesNotExist):
        pdf.render(decided.id, "agenda", by=otto, at=now)
    with context(fenna), pytest.raises(Geweigerd):
        pdf.render(decided.id, "agenda", by=fenna, at=now)


def test_nothing_is_written_to_a_disk(decided, bram, now, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with context(bram):
        pdf.render(decided.id, "besluitenlijst", by=bram, at=now)
    assert list(tmp_path.iterdir()) == []


def test_the_answer_is_kept_by_no_browser(decided, client_of):
    answer = client_of("bram.testman").get(f"/regie/overleg/{decided.id}/agenda.pdf")
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("application/pdf", "no-store")
    assert answer["Content-Disposition"] == 'inline; filename="agenda.pdf"'


def test_odd_signs_in_a_title_stay_text(meeting, bram, now):
    odd = '#panic("x") *a* $y$ <z> \\ "q" @w'
    overleg, _ = meeting(odd)
    with context(bram):
        text = words(pdf.render(overleg.id, "agenda", by=bram, at=now))
    assert all(sign in text for sign in ("#panic(", "*a*", "$y$", "<z>", "@w"))


def test_a_character_no_font_has_does_not_take_the_list_away(meeting, bram, now):
    overleg, (punt,) = meeting("Loodspunt")
    typed = BesluitInvoer(
        soort="casus", motivering="Zesbedden \U0001f600 \u4e2d\x01 #set \\ Жолт", anders="", aan_melder=""
    )
    with context(bram):
        actions.decide(punt.id, typed, by=bram, at=now)
        printed = words(pdf.render(overleg.id, "besluitenlijst", by=bram, at=now))
    assert "Zesbedden" in printed
    assert "Жолт" in printed
    assert "#set" in printed.replace(" ", "")
