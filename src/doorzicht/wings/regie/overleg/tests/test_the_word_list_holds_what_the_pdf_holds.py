"""The besluitenlijst in Word is made per reader, in memory, of what the PDF holds and nothing else."""

import io
import zipfile

import docx
import pytest

from doorzicht.ground.access.api import Geweigerd, context
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.logboek.models import Regel
from doorzicht.wings.regie.overleg import actions, pdf, word
from doorzicht.wings.regie.overleg.invoer import ActieInvoer, BesluitInvoer
from doorzicht.wings.regie.overleg.models import Overleg

ODD = 'Zesbedden {{ punten }} {% for %} <b>vet</b> & "q" \x01 \U0001f600'
BESLUIT = BesluitInvoer(soort="casus", motivering=ODD, anders="Tegengeluid", aan_melder="Melderzin")


def text(content):
    found = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in found.tables for row in table.rows for cell in row.cells]
    return "\n".join(
        [*(p.text for p in found.paragraphs), *cells, found.sections[0].footer.paragraphs[0].text]
    )


@pytest.fixture
def decided(meeting, mila, joris, bram, now):
    overleg, (mine, other) = meeting("Loodspunt", "Bijgebouwpunt", gasten={0: [mila], 1: [joris]})
    with context(bram):
        for punt in (mine, other):
            actions.decide(punt.id, BESLUIT, by=bram, at=now)
        task = ActieInvoer(wat="Tolkregelen", eigenaar=bram.medewerker_id, uiterlijk=local_day(now))
        actions.add_actie(other.id, task, by=bram, at=now)
    with context(joris):
        actions.contribute(other.id, "Politiezin", eerder=None, by=joris, at=now)
    return overleg


def printed(value):
    """Every line of a document that is printed, from the data of the PDF."""
    if isinstance(value, str):
        return [value] if value else []
    parts = value.values() if isinstance(value, dict) else value
    return [line for part in parts for line in printed(part)]


@pytest.mark.parametrize("wie", ["bram.testman", "noor.voorbeeld", "mila.fictief", "joris.bedacht"])
def test_every_reader_finds_what_their_pdf_holds(decided, actor, now, wie):
    reader = actor(wie)
    with context(reader):
        shown = text(word.render(decided.id, by=reader, at=now))
        data = pdf.gather(decided.id, "besluitenlijst", by=reader, at=now)
    for line in printed(data):
        assert line.replace("\x01", "") in shown
    for never in ("Melderzin", "Politiezin"):
        assert never not in shown


def test_a_guest_gets_their_items_and_no_others(decided, mila, now):
    with context(mila):
        shown = text(word.render(decided.id, by=mila, at=now))
    assert "Loodspunt" in shown
    assert "Mila Fictief" in shown
    for absent in ("Bijgebouwpunt", "Tolkregelen", "Rondvraag", "Acties van de vorige keer"):
        assert absent not in shown


def test_nothing_hidden_lies_in_the_file(decided, mila, now):
    """The parts of the zip too: properties, settings, comments."""
    with context(mila):
        content = word.render(decided.id, by=mila, at=now)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        whole = "".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    for absent in ("Bijgebouwpunt", "Politiezin", "Melderzin", str(decided.id)):
        assert absent not in whole


def test_who_may_not_see_the_meeting_gets_none(decided, actor, now):
    for wie, error in (("otto.elders", Overleg.DoesNotExist), ("fenna.verzonnen", Geweigerd)):
        other = actor(wie)
        with context(other), pytest.raises(error):
            word.render(decided.id, by=other, at=now)


def test_after_the_meeting_a_guest_gets_the_page_that_says_why(decided, bram, client_of, now):
    url = f"/regie/overleg/{decided.id}/besluitenlijst.docx"
    answer = client_of("mila.fictief").get(url)
    assert (answer.status_code, answer["Content-Type"], answer["Cache-Control"]) == (
        200,
        word.MIME,
        "no-store",
    )
    with context(bram):
        actions.close_overleg(decided.id, by=bram, at=now)
    closed = client_of("mila.fictief").get(url)
    assert closed.status_code == 403
    assert "Toegang dicht" in closed.content.decode()


def test_making_one_is_logged_as_reading_every_item_in_it(decided, mila, now):
    with context(mila):
        word.render(decided.id, by=mila, at=now)
        (row,) = Regel.objects.filter(
            object_soort="overleg_pdf", doel="besluitenlijst", medewerker_id=mila.medewerker_id
        )
        assert len(row.object_ids) == 2


def test_nothing_is_written_to_a_disk(decided, bram, now, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with context(bram):
        word.render(decided.id, by=bram, at=now)
    assert list(tmp_path.iterdir()) == []
