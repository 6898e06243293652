"""Before the meeting the police see the title and the labels of their items; never contents, never another item."""

from datetime import timedelta

import pytest

from doorzicht.ground.access.api import Geweigerd, context
from doorzicht.ground.logboek.models import Regel
from doorzicht.ground.vault import api as vault
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.ground.verstrekking.api import Aanbod
from doorzicht.wings.regie.overleg import actions, wacht
from doorzicht.wings.regie.overleg.models import Agendapunt
from doorzicht.wings.regie.overleg.vooruitblik import Vooruitblik

AHEAD = "/regie/overleg/vooruitblik/"


def _seen(who, at) -> list[tuple[str, tuple[str, ...]]]:
    with context(who):
        return [(sheet.titel, sheet.velden) for sheet in wacht.looking_ahead(by=who, at=at)]


def test_an_invitation_shows_the_title_and_the_labels(meeting, joris, now):
    meeting("Loods", "Bijgebouw", gasten={0: [joris]}, geopend=False)

    assert _seen(joris, now) == [("Loods", ("Locatie", "Waarneming ARB10"))]


def test_the_item_itself_stays_shut_until_the_opening(meeting, joris, now):
    _overleg, (punt,) = meeting("Loods", gasten={0: [joris]}, geopend=False)

    with context(joris):
        assert not Agendapunt.objects.exists()
        with pytest.raises(verstrekking.VerstrekkingOnbekend):
            verstrekking.read(punt.verstrekking_id, by=joris, at=now)


def test_the_page_holds_labels_and_no_contents(meeting, joris, client_of):
    meeting("Loods", gasten={0: [joris]}, geopend=False)

    page = client_of("joris.bedacht").get(AHEAD).content.decode()
    assert "Waarneming ARB10" in page
    for content in ("Voorbeeldlaan", "slapen op het werk", "besluiten over een controle"):
        assert content not in page, content


def test_of_a_sealed_compartment_there_is_nothing(planned, offered, bram, joris, now):
    open_one, overleg = offered("Open"), planned()
    with context(bram):
        bron = vault.create_dossier(
            soort="casus", organisatie_id="0246", compartiment="wpg", bewaarregel="melding-open"
        )
        like = verstrekking.read(open_one, by=bram, at=now)
        sealed = Aanbod(
            bron_dossier_id=bron.dossier_id, organisatie_id="0246", van_wing="regie", aan=like.aan,
            kader=like.kader, grondslag=like.grondslag, taak=like.taak, doel=like.doel, noodzaak=like.noodzaak,
            label="Uit politiegegevens", velden=like.velden, niet_vrijgegeven=(), slachtoffer=False,
            minderjarig="nee", vervalt_op=like.vervalt_op, privacycheck_door=like.privacycheck_door,
        )  # fmt: skip
        row = verstrekking.offer(sealed, by=bram, at=now)
        punt = actions.put_on_agenda(row.id, overleg.id, by=bram, at=now)
        actions.invite(overleg.id, joris.medewerker_id, [punt.id], by=bram, at=now)

    assert _seen(joris, now) == [("", ())]


def test_another_guest_and_the_chair_do_not_look_ahead(meeting, joris, mila, bram, now):
    meeting("Loods", gasten={0: [joris, mila]}, geopend=False)

    for who in (mila, bram):
        with context(who), pytest.raises(Geweigerd):
            wacht.looking_ahead(by=who, at=now)
    with context(mila):
        assert not Vooruitblik.objects.exists()


def test_looking_is_logged_on_both_sides(meeting, joris, bram, now):
    meeting("Loods", gasten={0: [joris]}, geopend=False)
    _seen(joris, now)

    for who in (joris, bram):
        with context(who):
            assert Regel.objects.filter(handeling="lees", object_soort="vooruitblik").count() == 1


def test_after_the_invitation_was_taken_back_there_is_nothing(meeting, joris, bram, now):
    overleg, (punt,) = meeting("Loods", gasten={0: [joris]}, geopend=False)
    with context(bram):
        actions.withdraw(overleg.id, joris.medewerker_id, punt.id, by=bram, at=now)

    assert _seen(joris, now) == []


@pytest.mark.parametrize("geopend", [False, True])
def test_who_will_not_be_there_looks_ahead_no_more_until_they_come(meeting, joris, bram, now, geopend):
    overleg, _punten = meeting("Loods", gasten={0: [joris]}, geopend=geopend)
    for aanwezig, seen in ((False, 0), (False, 0), (True, 1), (True, 1)):
        with context(bram):
            actions.record_presence(overleg.id, joris.medewerker_id, aanwezig=aanwezig, by=bram, at=now)
        assert len(_seen(joris, now)) == seen


def test_after_the_meeting_there_is_nothing(meeting, joris, bram, now):
    overleg, _punten = meeting("Loods", gasten={0: [joris]})
    with context(bram):
        actions.close_overleg(overleg.id, by=bram, at=now + timedelta(minutes=1))

    assert _seen(joris, now) == []
