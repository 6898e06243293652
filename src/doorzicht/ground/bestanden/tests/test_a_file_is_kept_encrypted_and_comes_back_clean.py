"""In goes what somebody sent; on the disk lies noise; out comes the same picture without its secrets."""

import io
import os
import stat

import pytest
from cryptography.exceptions import InvalidTag
from PIL import Image
from tests.support.bestanden import MAKER, ZICHTBAAR, docx, everything_in, pdf, photo

from doorzicht.engines.cleaning import Schoon
from doorzicht.ground.access.api import Actor, Geweigerd, context
from doorzicht.ground.bestanden import opslag
from doorzicht.ground.bestanden.actions import Geopend, Klaar, keep
from doorzicht.ground.bestanden.api import Aangeboden, Bestand, attachments, open_file
from doorzicht.ground.bestanden.tests.conftest import RECHT, store_all
from doorzicht.ground.vault import api as vault

LEZEN = "melding.lezen"


def read(geopend: Geopend) -> bytes:
    content = b"".join(geopend.stroom)
    geopend.stroom.close()
    return content


def test_a_photo_comes_back_without_place_and_maker(bewaar, sleutel, noor):
    row = bewaar(photo(), "vakantie.JPG")

    geopend = open_file(row.id, dossier_id=sleutel.dossier_id, recht=LEZEN, by=noor)
    content = read(geopend)

    assert (geopend.naam, geopend.soort) == ("vakantie.jpg", "jpg")
    assert geopend.stroom.lengte == len(content)
    assert Image.open(io.BytesIO(content)).size == (120, 90)
    assert dict(Image.open(io.BytesIO(content)).getexif()) == {}
    assert MAKER.encode() not in content


@pytest.mark.parametrize(("make", "soort"), [(pdf, "pdf"), (docx, "docx")])
def test_a_document_comes_back_with_its_text_and_without_its_maker(bewaar, sleutel, noor, make, soort):
    row = bewaar(make(), f"verslag.{soort}")

    content = everything_in(read(open_file(row.id, dossier_id=sleutel.dossier_id, recht=LEZEN, by=noor)))

    assert ZICHTBAAR.encode() in content
    assert MAKER.encode() not in content


def test_neither_disk_nor_database_shows_name_or_content(bewaar, sleutel, map_van_bestanden, noor, nu):
    marker = b"kanarie in een document " * 40
    row = keep(Klaar("kanarienaam.pdf", Schoon("pdf", marker)), sleutel, recht=RECHT, by=noor, at=nu)

    on_disk = b"".join(path.read_bytes() for path in map_van_bestanden.rglob("*") if path.is_file())
    in_database = Bestand.objects.filter(pk=row.id).values().get()

    assert b"kanarie" not in on_disk
    assert "kanarie" not in str(
        {k: bytes(v) if isinstance(v, memoryview) else v for k, v in in_database.items()}
    )
    assert [b.naam for b in attachments({sleutel.dossier_id: sleutel})] == ["kanarienaam.pdf"]


def test_a_file_on_the_disk_is_named_after_nothing_but_its_random_number(bewaar, map_van_bestanden):
    row = bewaar()

    assert [path.name for path in map_van_bestanden.rglob("*") if path.is_file()] == [row.id.hex]


def test_files_and_folders_are_for_the_service_alone(bewaar, map_van_bestanden):
    bewaar()

    assert {oct(path.stat().st_mode & 0o777) for path in map_van_bestanden.rglob("*")} == {"0o600", "0o700"}


def test_a_file_that_was_changed_on_the_disk_does_not_open(bewaar, sleutel, noor, map_van_bestanden):
    row = bewaar()
    (path,) = [path for path in map_van_bestanden.rglob("*") if path.is_file()]
    path.write_bytes(path.read_bytes()[:-1] + b"\0")

    with pytest.raises(InvalidTag):
        read(open_file(row.id, dossier_id=sleutel.dossier_id, recht=LEZEN, by=noor))


def test_two_files_that_changed_places_do_not_open(bewaar, sleutel, noor, map_van_bestanden):
    one, other = bewaar(), bewaar()
    a, b = (map_van_bestanden / "vandaag" / row.id.hex for row in (one, other))
    first, second = a.read_bytes(), b.read_bytes()
    a.write_bytes(second)
    b.write_bytes(first)

    for row in (one, other):
        with pytest.raises(InvalidTag):
            open_file(row.id, dossier_id=sleutel.dossier_id, recht=LEZEN, by=noor)


def test_somebody_without_the_right_adds_nothing(sleutel, map_van_bestanden, nu):
    with pytest.raises(Geweigerd):
        store_all([Aangeboden("x.jpg", photo())], sleutel, recht=RECHT, by=Actor.melder("0246"), at=nu)

    assert not map_van_bestanden.exists()


def test_nor_one_file_by_itself_nor_a_refusal(sleutel, map_van_bestanden, nu):
    """Each verb asks for the right itself, whoever calls it: also when there is nothing to keep."""
    reporter = Actor.melder("0246")
    with pytest.raises(Geweigerd):
        keep(Klaar("x.jpg", Schoon("jpg", b"x")), sleutel, recht=RECHT, by=reporter, at=nu)
    with pytest.raises(Geweigerd):
        store_all([Aangeboden("x.mp4", b"geen foto")], sleutel, recht=RECHT, by=reporter, at=nu)

    assert not map_van_bestanden.exists()


def test_another_dossier_does_not_have_it(bewaar, sleutel, noor):
    row = bewaar()
    other = vault.create_dossier(
        soort="x", organisatie_id="0246", compartiment="algemeen", bewaarregel="melding-niets"
    )

    with pytest.raises(Bestand.DoesNotExist):
        open_file(row.id, dossier_id=other.dossier_id, recht=LEZEN, by=noor)


def test_rows_say_the_day_and_no_moment(bewaar):
    assert {f.get_internal_type() for f in Bestand._meta.concrete_fields} & {
        "DateTimeField",
        "TimeField",
    } == set()


def test_another_municipality_sees_no_row(bewaar, sleutel):
    row = bewaar()

    with context(Actor.systeem("0232")):
        assert not Bestand.objects.filter(pk=row.id).exists()


def test_what_is_kept_first_is_on_the_disk_before_its_row(sleutel, noor, nu, monkeypatch):
    """The other way round a crash would leave a row that promises a file."""
    seen = []
    monkeypatch.setattr(Bestand, "save", lambda self, **_: seen.append(opslag.digest_of(self.id)))

    row = keep(Klaar("a.jpg", Schoon("jpg", b"x")), sleutel, recht=RECHT, by=noor, at=nu)

    assert seen == [(row.controlegetal, 65536 + 29)]


def test_its_bytes_are_on_the_disk_before_its_name_and_its_name_before_we_go_on(bewaar, monkeypatch):
    done: list[str] = []
    fsync, replace = os.fsync, os.replace

    def watched_fsync(handle: int) -> None:
        done.append("map" if stat.S_ISDIR(os.fstat(handle).st_mode) else "inhoud")
        fsync(handle)

    def watched_replace(*paths: object) -> None:
        done.append("naam")
        replace(*paths)

    monkeypatch.setattr(opslag.os, "fsync", watched_fsync)
    monkeypatch.setattr(opslag.os, "replace", watched_replace)
    bewaar()

    assert done == ["inhoud", "naam", "map"]
