"""Shutting somebody out and letting somebody in: by who may, at once, with a log row and an encrypted reason."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection
from django.utils import timezone

from doorzicht.ground.access import api as access
from doorzicht.ground.access.models import Toegang, Uitsluiting
from doorzicht.ground.logboek.models import Regel
from doorzicht.ground.vault import api as vault

NOW = timezone.now()
HOUR = timedelta(hours=1)
REDEN = "de betrokkene is mijn zwager"


@pytest.fixture
def people(actor):
    """Bram may shut out, Noor weighs, Otto works elsewhere."""
    return {name.split(".")[0]: actor(name) for name in ("bram.testman", "noor.voorbeeld", "otto.elders")}


@pytest.fixture
def sleutel(people) -> vault.DossierSleutel:
    """A dossier in Heerde."""
    with access.context(people["bram"]):
        return vault.create_dossier(
            soort="proef", organisatie_id="0246", compartiment="algemeen", bewaarregel="proef"
        )


def _sees(actor: access.Actor) -> bool:
    with access.context(actor):
        return vault.Dossier.objects.exists()


def _log() -> list[tuple[str, str]]:
    return list(Regel.objects.order_by("id").values_list("handeling", "recht"))


def test_whoever_is_shut_out_sees_the_dossier_no_longer_and_others_do(people, sleutel):
    with access.context(people["bram"]):
        access.recuse(sleutel, people["noor"].medewerker_id, reden=REDEN, by=people["bram"], at=NOW)
        assert _log() == [("wijzig", "uitsluiting.zetten")]

    assert not _sees(people["noor"])
    assert _sees(people["bram"])


def test_the_reason_is_encrypted_and_stands_in_no_log(people, sleutel):
    with access.context(people["bram"]):
        row = access.recuse(sleutel, people["noor"].medewerker_id, reden=REDEN, by=people["bram"], at=NOW)
        stored = Uitsluiting.objects.get(pk=row.pk)

        assert b"zwager" not in bytes(stored.reden)
        assert sleutel.decrypt(stored, "reden") == REDEN
        with connection.cursor() as cursor:
            cursor.execute("SELECT logboek_regel::text FROM logboek_regel")
            assert "zwager" not in str(cursor.fetchall())


def test_whoever_may_not_shut_out_cannot(people, sleutel, actor):
    jet = actor("jet.rechtlijn")
    with pytest.raises(access.Geweigerd), access.context(jet):
        access.recuse(sleutel, people["noor"].medewerker_id, reden=REDEN, by=jet, at=NOW)

    assert _sees(people["noor"])


@pytest.fixture
def other(people) -> vault.DossierSleutel:
    """Another dossier in Heerde, about the same occurrence."""
    with access.context(people["bram"]):
        return vault.create_dossier(
            soort="proef", organisatie_id="0246", compartiment="algemeen", bewaarregel="proef"
        )


def test_a_recusal_that_is_shared_holds_for_the_other_dossier_and_is_recorded(people, sleutel, other):
    bram, noor = people["bram"], people["noor"]
    with access.context(bram):
        access.recuse(sleutel, noor.medewerker_id, reden=REDEN, by=bram, at=NOW)
        assert access.share_recusals([sleutel, other], by=bram, at=NOW) == 1
        assert access.share_recusals([sleutel, other], by=bram, at=NOW) == 0
        assert Regel.objects.filter(object_ids=[other.dossier_id]).count() == 1

    assert not _sees(noor)
    assert _sees(bram)


def test_whoever_may_not_shut_out_cannot_share_it_either(people, sleutel, other, actor):
    bram, jet = people["bram"], actor("jet.rechtlijn")
    with access.context(bram):
        access.recuse(sleutel, people["noor"].medewerker_id, reden=REDEN, by=bram, at=NOW)
    with pytest.raises(access.Geweigerd), access.context(jet):
        access.share_recusals([sleutel, other], by=jet, at=NOW)

    assert _sees(people["noor"])


def test_access_opens_the_dossier_to_somebody_of_another_organisation_and_is_recorded(people, sleutel):
    assert not _sees(people["otto"])
    with access.context(people["bram"]):
        access.allow_until(
            sleutel,
            kader="loo",
            van=NOW - HOUR,
            tot=NOW + HOUR,
            by=people["bram"],
            recht="overleg.beheren",
            medewerker_id=people["otto"].medewerker_id,
        )
        assert _log() == [("verstrek", "overleg.beheren")]

    assert _sees(people["otto"])


def test_access_that_is_ended_closes_at_once_and_is_recorded(people, sleutel):
    otto = people["otto"].medewerker_id
    with access.context(people["bram"]):
        access.allow_until(
            sleutel,
            kader="loo",
            van=NOW - HOUR,
            tot=NOW + HOUR,
            by=people["bram"],
            recht="overleg.beheren",
            medewerker_id=otto,
        )
        ended = access.end_access(sleutel.dossier_id, by=people["bram"], at=NOW, recht="overleg.beheren")
        assert ended == 1
        assert _log()[-1] == ("wijzig", "overleg.beheren")

    assert not _sees(people["otto"])


@pytest.mark.parametrize(
    ("person", "organisation"), [(True, "politie-on"), (False, None)], ids=["both", "nobody"]
)
def test_access_is_for_a_person_or_an_organisation_and_not_for_both_or_nobody(
    people, sleutel, person, organisation
):
    with access.context(people["bram"]), pytest.raises(IntegrityError, match="een_ontvanger"):
        Toegang.objects.create(
            **sleutel.row(),
            medewerker_id=people["otto"].medewerker_id if person else None,
            voor_organisatie_id=organisation,
            kader="loo",
            van=NOW,
            tot=NOW + HOUR,
            door=people["bram"].medewerker_id,
        )


def test_access_always_ends(people, sleutel):
    with access.context(people["bram"]), pytest.raises(IntegrityError, match="periode"):
        access.allow_until(
            sleutel,
            kader="loo",
            van=NOW,
            tot=NOW,
            by=people["bram"],
            recht="overleg.beheren",
            medewerker_id=people["otto"].medewerker_id,
        )


def test_a_refusal_is_recorded_with_the_right_and_the_dossier_and_no_content(people, sleutel):
    with access.context(people["noor"]):
        with pytest.raises(access.Geweigerd) as refusal:
            access.require(people["noor"], "logboek.lezen", dossier_id=sleutel.dossier_id)
        access.record_refusal(refusal.value)
        row = Regel.objects.get()

    assert (row.handeling, row.recht, row.uitkomst) == ("weiger", "logboek.lezen", "geweigerd")
    assert row.object_ids == [sleutel.dossier_id]
    assert row.bijzonderheden == {}
