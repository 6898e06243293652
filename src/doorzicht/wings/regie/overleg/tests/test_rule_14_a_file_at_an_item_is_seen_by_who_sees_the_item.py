"""The chair puts a file with an item. Its guests open it while the meeting lasts; nobody else, and not later."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.support.bestanden import photo

from doorzicht.ground.access.api import context
from doorzicht.ground.bestanden.api import Bestand
from doorzicht.ground.logboek.models import Regel
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.wings.regie.overleg import actions


@pytest.fixture(autouse=True)
def folder(settings, tmp_path) -> Path:
    settings.DOORZICHT_BESTANDEN = tmp_path / "bestanden"
    return settings.DOORZICHT_BESTANDEN


def put(client, url: str, *files: tuple[str, bytes]):
    given = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post(url + "bestanden/", {"bijlagen": given}, follow=True)


@pytest.fixture
def filled(meeting, client_of, item_url, mila, bram):
    """An open meeting of two items, Mila at the first; Bram put a photo there. Answers meeting, items, address."""
    overleg, punten = meeting("Loods", "Bijgebouw", gasten={0: [mila]})
    url = item_url(overleg, punten[0], "")
    page = put(client_of("bram.testman"), url, ("kaart.jpg", photo())).content.decode()
    assert "Het staat bij dit punt." in page
    with context(bram):
        bestand = Bestand.objects.get()
    return overleg, punten, f"{url}bestanden/{bestand.id}/"


def test_the_chair_sees_it_on_the_page_of_the_item_and_on_no_other(filled, client_of, item_url):
    overleg, punten, address = filled
    bram = client_of("bram.testman")

    assert address in bram.get(item_url(overleg, punten[0], "")).content.decode()
    assert "kaart.jpg" not in bram.get(item_url(overleg, punten[1], "")).content.decode()


def test_a_guest_of_the_item_opens_it_and_that_is_logged(filled, client_of, mila):
    _, punten, address = filled
    answer = client_of("mila.fictief").get(address)

    assert b"".join(answer.streaming_content).startswith(b"\xff\xd8")
    assert answer["Content-Disposition"] == 'attachment; filename="kaart.jpg"'
    with context(mila):
        row = Regel.objects.filter(object_soort="bestand", handeling="lees").latest("id")
    assert (row.object_ids[0], row.recht) == (punten[0].id, "overleg.zien")


def test_after_the_meeting_the_guest_is_out(filled, client_of, bram, now):
    overleg, _, address = filled
    with context(bram):
        actions.close_overleg(overleg.id, by=bram, at=now)

    assert client_of("mila.fictief").get(address).status_code == 403
    assert client_of("bram.testman").get(address).status_code == 200


def test_a_guest_of_another_item_does_not_get_it(meeting, client_of, item_url, mila, bram):
    overleg, punten = meeting("Loods", "Bijgebouw", gasten={1: [mila]})
    url = item_url(overleg, punten[0], "")
    put(client_of("bram.testman"), url, ("kaart.jpg", photo()))
    with context(bram):
        bestand = Bestand.objects.get()

    mine = item_url(overleg, punten[1], "")
    assert client_of("mila.fictief").get(f"{url}bestanden/{bestand.id}/").status_code == 403
    assert client_of("mila.fictief").get(f"{mine}bestanden/{bestand.id}/").status_code in (403, 404)


@pytest.mark.parametrize("who", ["bas.balie", "otto.elders"])
def test_somebody_outside_the_meeting_does_not_get_it(filled, client_of, who):
    _, _, address = filled
    assert client_of(who).get(address).status_code in (403, 404)


def test_a_guest_puts_nothing_with_an_item(filled, client_of, item_url, bram):
    overleg, punten, _ = filled
    url = item_url(overleg, punten[0], "")
    answer = put(client_of("mila.fictief"), url, ("mijn.jpg", photo()))

    assert answer.status_code == 403
    assert "Bestand toevoegen" not in client_of("mila.fictief").get(url).content.decode()
    with context(bram):
        assert Bestand.objects.count() == 1


def test_what_is_withdrawn_closes_the_files_of_its_item_too(filled, client_of, noor, now):
    _, punten, address = filled
    assert client_of("noor.voorbeeld").get(address).status_code == 200

    with context(noor):
        verstrekking.revoke(punten[0].verstrekking_id, reden="toch niet nodig", by=noor, at=now)
    assert client_of("noor.voorbeeld").get(address).status_code == 403


def test_a_refused_file_is_told_without_its_name(filled, client_of, item_url):
    overleg, punten, _ = filled
    page = put(
        client_of("bram.testman"), item_url(overleg, punten[0], ""), ("Kareltje.jpg", b"x")
    ).content.decode()

    assert "Een bestand ging niet mee." in page
    assert "Kareltje" not in page


def test_a_closed_meeting_takes_no_file(filled, client_of, item_url, bram, now):
    overleg, punten, _ = filled
    with context(bram):
        actions.close_overleg(overleg.id, by=bram, at=now)
    page = put(
        client_of("bram.testman"), item_url(overleg, punten[0], ""), ("b.jpg", photo())
    ).content.decode()

    assert "Dit overleg is gesloten" in page
    with context(bram):
        assert Bestand.objects.count() == 1
