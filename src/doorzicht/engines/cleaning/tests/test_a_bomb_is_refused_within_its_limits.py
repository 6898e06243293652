"""A few kilobytes that unpack to gigabytes: refused, quickly, and the process that asked hardly notices."""

import resource
import struct
import time
import zipfile
import zlib
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from tests.support.bestanden import OFFICE, document, docx, photo, png_chunk, png_of_size, saved, zipped

from doorzicht.engines.cleaning import Onbruikbaar, clean
from doorzicht.engines.cleaning.types import MAX_BLADZIJDEN, MAX_DELEN, MAX_IN, MAX_OBJECTEN

ZEROES = 400_000_000
"""Bytes in a bomb here: more than may be unpacked, and still quick to make."""


def squeezed(size: int = ZEROES, byte: bytes = b"\0") -> bytes:
    packer = zlib.compressobj(9)
    million = byte * 1_000_000
    return b"".join(packer.compress(million) for _ in range(size // 1_000_000)) + packer.flush()


def reason(data: bytes) -> str:
    """Why it is refused; and that this process grew by less than 200 MB and waited less than 30 s for it."""
    assert len(data) < 2_000_000, "a bomb is small"
    before, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    with pytest.raises(Onbruikbaar) as refusal:
        clean(data)
    assert time.monotonic() - begun < 30
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000
    return refusal.value.reden


def test_a_picture_of_too_many_pixels():
    assert reason(png_of_size(50_000, 50_000)) == "te_veel_beeld"


def test_a_picture_of_too_many_pixels_whose_sides_are_not_too_long():
    assert reason(png_of_size(8_000, 8_000)) == "te_veel_beeld"


def test_a_picture_that_is_too_long():
    assert reason(png_of_size(30_000, 10)) == "te_veel_beeld"


def test_a_picture_that_says_it_is_small_and_goes_on():
    header = png_chunk(b"IHDR", struct.pack(">IIBBBBB", 10, 10, 8, 2, 0, 0, 0))
    sent = b"\x89PNG\r\n\x1a\n" + header + png_chunk(b"IDAT", squeezed()) + png_chunk(b"IEND", b"")

    assert clean(sent).soort == "png"  # the decoder stops after the last pixel


def test_text_in_a_picture_that_unpacks_without_end():
    header = png_chunk(b"IHDR", struct.pack(">IIBBBBB", 10, 10, 8, 2, 0, 0, 0))
    text = png_chunk(b"zTXt", b"Comment\0\0" + squeezed())

    assert reason(b"\x89PNG\r\n\x1a\n" + header + text + png_chunk(b"IEND", b"")) in ("kapot", "te_zwaar")


def test_a_picture_that_moves():
    from PIL import Image

    out = BytesIO()
    frames = [Image.new("RGB", (10, 10), colour) for colour in ("red", "green", "blue")]
    frames[0].save(out, "PNG", save_all=True, append_images=frames[1:])

    assert reason(out.getvalue()) == "beweegt"


def test_a_pdf_stream_that_unpacks_without_end():
    made = document()
    stream = pikepdf.Stream(made, b"")
    stream.write(squeezed(), filter=Name.FlateDecode)
    made.pages[0].obj.Contents = made.make_indirect(stream)

    assert reason(saved(made)) == "bom"


def test_a_pdf_stream_that_was_packed_twice():
    made = document()
    stream = pikepdf.Stream(made, b"")
    stream.write(zlib.compress(squeezed()), filter=Array([Name.FlateDecode, Name.FlateDecode]))
    made.pages[0].obj.Contents = made.make_indirect(stream)

    assert reason(saved(made)) == "bom"


def test_many_pdf_streams_that_are_each_just_small_enough():
    made = document()
    packed = squeezed(100_000_000)
    for number in range(3):
        stream = pikepdf.Stream(made, b"")
        stream.write(packed, filter=Name.FlateDecode)
        made.Root[f"/X{number}"] = made.make_indirect(stream)

    assert reason(saved(made)) == "bom"


def test_a_picture_in_a_pdf_of_too_many_pixels():
    made = document()
    foto = made.pages[0].obj.Resources.XObject.Im1
    foto.Width = foto.Height = 100_000

    assert reason(saved(made)) == "te_veel_beeld"


def test_a_pdf_of_too_many_objects():
    made = pikepdf.new()
    made.add_blank_page()
    made.Root.X = Array([made.make_indirect(Dictionary(A=n)) for n in range(MAX_OBJECTEN + 10)])

    assert reason(saved(made, object_stream_mode=pikepdf.ObjectStreamMode.generate)) == "te_zwaar"


def test_a_pdf_of_too_many_pages():
    made = pikepdf.new()
    for _ in range(MAX_BLADZIJDEN + 1):
        made.add_blank_page()

    assert reason(saved(made)) == "te_zwaar"


def test_a_pdf_that_lies_nested_a_thousand_deep():
    deep = b"[" * 5_000 + b"]" * 5_000
    body = saved(document())
    at = body.index(b"<<")

    assert reason(body[: at + 2] + b"/Diep " + deep + body[at + 2 :]) in ("kapot", "te_zwaar")


def test_a_word_part_that_unpacks_without_end():
    assert reason(docx(parts={"word/media/leeg.bin": b"\0" * ZEROES})) == "bom"


def test_a_word_part_that_lies_about_its_size():
    sent = bytearray(docx(parts={"word/media/leeg.bin": b"\0" * 200_000_000}))
    with zipfile.ZipFile(BytesIO(bytes(sent))) as archive:
        size = archive.getinfo("word/media/leeg.bin").file_size
    lie = bytes(sent).replace(struct.pack("<I", size), struct.pack("<I", 10))

    assert lie != bytes(sent)
    assert reason(lie) in ("bom", "kapot")


def test_an_archive_of_too_many_parts():
    assert reason(zipped({f"{n}.xml": b"" for n in range(MAX_DELEN + 1)})) == "bom"


def test_an_archive_in_an_archive():
    inside = f'<Relationship Id="rIdZ" Type="{OFFICE}/iets" Target="media/x.zip"/>'

    assert reason(docx(relations=inside, parts={"word/media/x.zip": zipped({"a": b"a"})})) == "bijlage"


def test_xml_that_names_itself_ten_times_over():
    laughs = b"<!DOCTYPE x [<!ENTITY a 'ha'>" + b"".join(
        b"<!ENTITY %c '%s'>" % (98 + n, (b"&%c;" % (97 + n)) * 10) for n in range(9)
    )

    assert reason(docx(parts={"word/settings.xml": laughs + b"]><x>&j;</x>"})) in ("bom", "kapot")


def test_xml_that_reads_a_file_of_ours():
    outside = b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>"

    assert reason(docx(parts={"word/settings.xml": outside})) == "bom"


def test_a_file_that_is_too_big_is_not_even_handed_over():
    with pytest.raises(Onbruikbaar, match="te_groot"):
        clean(photo() + b"\0" * MAX_IN)
