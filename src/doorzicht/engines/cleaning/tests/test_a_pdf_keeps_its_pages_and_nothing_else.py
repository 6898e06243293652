"""A PDF names who made it, with what and when, and may carry more than its pages. The pages are what we keep."""

import io
import shutil
import subprocess
import zlib

import pikepdf
import pytest
from tests.support.bestanden import MAKER, ZICHTBAAR, document, everything_in, pdf, photo, saved

from doorzicht.engines.cleaning import clean
from doorzicht.engines.cleaning.jpeg import strip_jpeg, strip_jpeg2000
from doorzicht.engines.cleaning.pdf import NEVER_KEYS, PAGE_KEYS, ROOT_KEYS


def test_the_name_of_the_maker_is_nowhere():
    assert everything_in(pdf()).count(MAKER.encode()) >= 5, "the test sends nothing that could be removed"

    assert MAKER.encode() not in everything_in(clean(pdf()).inhoud)


def test_the_text_stays_text():
    assert ZICHTBAAR.encode() in everything_in(clean(pdf()).inhoud)


def test_only_keys_that_show_something_are_left():
    with pikepdf.open(io.BytesIO(clean(pdf()).inhoud)) as made:
        assert set(made.Root.keys()) <= ROOT_KEYS
        assert all(set(page.obj.keys()) <= PAGE_KEYS for page in made.pages)
        assert "/Info" not in made.trailer
        for item in made.objects:
            if isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
                assert not set(item.keys()) & NEVER_KEYS


def test_a_photo_in_a_pdf_loses_its_place_too_and_is_still_the_same_photo():
    with pikepdf.open(io.BytesIO(clean(pdf()).inhoud)) as made:
        foto = made.pages[0].obj.Resources.XObject.Im1
        raw = foto.read_raw_bytes()
        shown = pikepdf.PdfImage(foto).as_pil_image().convert("RGB")
    assert b"Exif" not in raw
    assert MAKER.encode() not in raw
    assert shown.size == (120, 90)
    assert shown.getpixel((10, 10))[0] > 150


def test_a_photo_that_was_packed_twice_is_unpacked_first():
    made = document()
    foto = made.pages[0].obj.Resources.XObject.Im1
    foto.write(
        zlib.compress(photo()), filter=pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.DCTDecode])
    )

    assert MAKER.encode() not in everything_in(clean(saved(made)).inhoud)


@pytest.mark.skipif(
    not shutil.which("exiftool"), reason="exiftool is not installed: our own reader looked only"
)
def test_an_independent_reader_finds_nothing_either(tmp_path):
    path = tmp_path / "x.pdf"
    path.write_bytes(clean(pdf()).inhoud)
    out = subprocess.run(["exiftool", "-a", "-ee", "-u", path], capture_output=True, text=True, check=True)

    assert MAKER not in out.stdout
    assert not any(word in out.stdout for word in ("Author", "Producer", "Creat", "XMP", "GPS"))


def test_what_was_filled_in_on_a_form_becomes_part_of_the_page():
    made = document()
    field = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, T="naam", V="Ingevuld",
        Rect=[20, 100, 200, 130], DA="/F1 12 Tf 0 g",
    )  # fmt: skip
    widget = made.make_indirect(field)
    made.pages[0].obj.Annots = pikepdf.Array([widget])
    fonts = made.pages[0].obj.Resources.Font
    made.Root.AcroForm = pikepdf.Dictionary(
        Fields=[widget], DR=pikepdf.Dictionary(Font=fonts), DA="/F1 12 Tf 0 g"
    )

    after = everything_in(clean(saved(made)).inhoud)

    assert b"Ingevuld" in after
    assert b"/AcroForm" not in after


def test_what_a_screen_reader_needs_stays():
    made = document()
    remark = made.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, T=MAKER)
    )
    made.pages[0].obj.Annots = pikepdf.Array([remark])
    part = pikepdf.Dictionary(
        Type=pikepdf.Name.StructElem, S=pikepdf.Name.Figure, Alt="Een foto van een kamer",
        K=pikepdf.Array([pikepdf.Dictionary(Type=pikepdf.Name.OBJR, Obj=remark)]),
    )  # fmt: skip
    made.Root.StructTreeRoot = made.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot, K=made.make_indirect(part))
    )
    made.Root.Lang = "nl"

    after = everything_in(clean(saved(made)).inhoud)

    assert b"Een foto van een kamer" in after
    assert MAKER.encode() not in after


def test_an_older_version_that_was_saved_over_is_gone():
    """A PDF may be changed by adding to its end: the earlier text still stands in the file."""
    before = saved(document(text="dit is doorgehaald"))
    with pikepdf.open(io.BytesIO(before)) as opened:
        opened.pages[0].obj.Contents = opened.make_stream(b"BT ET")
        later = saved(opened)

    assert b"doorgehaald" not in everything_in(clean(later + b"\n%% " + b"\n").inhoud)


def test_a_jpeg_in_several_scans_stays_bit_for_bit():
    from PIL import Image
    from tests.support.bestanden import picture

    out = io.BytesIO()
    picture((200, 200)).save(out, "JPEG", progressive=True, comment=b"weg ermee")
    stripped = strip_jpeg(out.getvalue() + b"erachter")

    assert b"weg ermee" not in stripped
    assert stripped.endswith(b"\xff\xd9")
    assert Image.open(io.BytesIO(stripped)).tobytes() == Image.open(io.BytesIO(out.getvalue())).tobytes()


def test_the_boxes_of_a_jpeg_2000_that_describe_are_taken_out():
    def box(name: bytes, data: bytes) -> bytes:
        return (len(data) + 8).to_bytes(4, "big") + name + data

    start = box(b"jP  ", b"\r\n\x87\n") + box(b"ftyp", b"jp2 ")
    sent = start + box(b"xml ", MAKER.encode()) + box(b"uuid", b"x" * 20) + box(b"jp2c", b"beeld")

    assert strip_jpeg2000(sent) == start + box(b"jp2c", b"beeld")
