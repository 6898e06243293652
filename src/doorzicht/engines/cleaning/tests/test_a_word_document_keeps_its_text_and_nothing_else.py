"""A Word document knows who wrote, when, on which machine and in how many sittings. The text is what we keep."""

import io
import re
import zipfile

import pytest
from lxml import etree
from tests.support.bestanden import MAKER, OFFICE, ZICHTBAAR, docx, everything_in, photo

from doorzicht.engines.cleaning import Onbruikbaar, clean


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_name_of_the_maker_is_nowhere():
    assert everything_in(docx()).count(MAKER.encode()) >= 8, "the test sends nothing that could be removed"

    assert MAKER.encode() not in everything_in(clean(docx()).inhoud)


def test_moments_and_sittings_are_nowhere():
    after = everything_in(clean(docx()).inhoud)

    assert not re.search(rb"2026-11-24|rsid|00AB12CD|initials", after)


def test_text_additions_and_remarks_stay():
    after = unpacked(clean(docx()).inhoud)

    assert ZICHTBAAR.encode() in after["word/document.xml"]
    assert b" erbij" in after["word/document.xml"]
    assert b"opmerking" in after["word/comments.xml"]


def test_parts_that_are_not_the_text_are_gone():
    names = set(unpacked(clean(docx()).inhoud))

    assert names == {
        "[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/document.xml",
        "word/comments.xml", "word/settings.xml", "word/media/foto.jpg",
    }  # fmt: skip


def test_a_photo_in_a_document_loses_its_place_too():
    assert b"Exif" in unpacked(docx())["word/media/foto.jpg"]

    assert b"Exif" not in unpacked(clean(docx()).inhoud)["word/media/foto.jpg"]


def test_the_new_package_has_no_moments_of_its_own():
    with zipfile.ZipFile(io.BytesIO(clean(docx()).inhoud)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_reference_in_the_new_package_finds_its_part():
    parts = unpacked(clean(docx()).inhoud)
    for name, data in parts.items():
        if name.endswith(".rels"):
            root = etree.fromstring(data)
            folder = name.rsplit("_rels/", 1)[0]
            assert all(folder + child.get("Target") in parts for child in root)


def test_a_path_on_somebodys_disk_is_gone():
    """Word writes the path of a picture as its name, and that of the template as a reference."""
    template = (
        f'<Relationship Id="rIdT" Type="{OFFICE}/attachedTemplate" Target="file:///C:/Users/Kareltje/Normal.dotm" '
        'TargetMode="External"/>'
    )
    body = (
        '<w:p><w:r><w:drawing><wp:docPr xmlns:wp="wp" id="1" name="C:\\Kareltje\\foto.jpg" '
        'descr="C:\\Kareltje\\foto.jpg"/></w:drawing></w:r></w:p>'
    )

    assert b"Kareltje" not in everything_in(clean(docx(body, relations=template)).inhoud)


def test_a_description_for_who_cannot_see_stays():
    drawing = '<w:drawing><wp:docPr xmlns:wp="wp" id="1" name="x" descr="Kamer met bedden"/></w:drawing>'
    body = f"<w:p><w:r>{drawing}</w:r></w:p>"

    assert b"Kamer met bedden" in everything_in(clean(docx(body)).inhoud)


@pytest.mark.parametrize(
    ("target", "stays"),
    [("https://voorbeeld.example/", True), ("file://server/map", False), (r"\\server\map", False)],
)
def test_a_link_stays_only_when_it_goes_to_a_website(target, stays):
    link = f'<Relationship Id="rIdL" Type="{OFFICE}/hyperlink" Target="{target}" TargetMode="External"/>'
    body = '<w:p><w:hyperlink r:id="rIdL"><w:r><w:t>klik</w:t></w:r></w:hyperlink></w:p>'

    after = unpacked(clean(docx(body, relations=link)).inhoud)

    assert (b"rIdL" in after["word/document.xml"]) is stays
    assert b"klik" in after["word/document.xml"]


def test_a_drawing_that_cannot_be_looked_into_is_refused():
    emf = f'<Relationship Id="rIdE" Type="{OFFICE}/image" Target="media/oud.emf"/>'

    with pytest.raises(Onbruikbaar, match="tekening"):
        clean(docx(relations=emf, parts={"word/media/oud.emf": b"\x01\0\0\0" + b"x" * 60}))


def test_a_picture_is_judged_by_what_it_is_and_not_by_its_name():
    lie = f'<Relationship Id="rIdP" Type="{OFFICE}/image" Target="media/plaatje.png"/>'

    after = unpacked(clean(docx(relations=lie, parts={"word/media/plaatje.png": photo()})).inhoud)

    assert "word/media/plaatje.jpg" in after
