"""A link to a melding that was destroyed: by which rule and when, for who could weigh or check it; for everybody else,
and for what was sealed long before, there is no such page."""

import pytest
from django.utils import timezone
from tests.support.logregels import rows_of

from doorzicht.ground.access.api import Actor, context, recuse
from doorzicht.ground.bewaren import api as bewaren
from doorzicht.ground.bewaren.actions import destroy_again
from doorzicht.ground.vault import api as vault
from doorzicht.wings.signaleren.weging import actions
from doorzicht.wings.signaleren.weging.models import Privacycheck
from doorzicht.wings.signaleren.weging.tests.conftest import besluit

SENTENCE = "Dit dossier is vernietigd"


@pytest.fixture
def destroy():
    """`destroy(id)` destroys key, rows and leaves a proof; `destroy(id, rows=False)` stops after the key."""

    def run(melding_id, *, rows: bool = True) -> None:
        house = Actor.systeem("0246")
        with context(house):
            vault.destroy_dossier(melding_id, at=timezone.localdate())
            if rows:
                assert destroy_again(melding_id, on=timezone.localdate(), by=house)

    return run


def page(melding_id) -> str:
    return f"/signaleren/meldingen/{melding_id}/weging/"


@pytest.mark.parametrize("rows", [True, False], ids=["destroyed", "key only"])
@pytest.mark.parametrize("wie", ["noor", "bram"])
def test_who_weighs_reads_the_rule_and_the_day(melding, client_of, destroy, rows, wie):
    melding_id = melding()
    destroy(melding_id, rows=rows)
    answer = client_of(wie).get(page(melding_id))
    text = answer.content.decode()
    assert answer.status_code == 410
    assert SENTENCE in text
    assert "Melding in behandeling, 1 jaar na laatste handeling" in text
    assert f"{timezone.localdate():%Y}" in text
    assert ("bewijs van vernietiging" in text) is rows


def test_nothing_can_be_done_with_it(melding, client_of, destroy):
    melding_id = melding()
    destroy(melding_id, rows=False)
    for act in ("", "aanvullen/", "opnieuw/"):
        answer = client_of("noor").post(page(melding_id) + act, {"tekst": "x"}, follow=True)
        assert answer.status_code == 410


@pytest.mark.parametrize("rows", [True, False], ids=["destroyed", "key only"])
@pytest.mark.parametrize("wie", ["otto", "fenna", "jet"])
def test_for_everybody_else_there_is_no_such_page(melding, client_of, destroy, rows, wie):
    melding_id = melding()
    before = client_of(wie).get(page(melding_id)).status_code
    destroy(melding_id, rows=rows)
    answer = client_of(wie).get(page(melding_id))
    assert answer.status_code == before in (403, 404)
    assert SENTENCE not in answer.content.decode()


def test_who_was_shut_out_of_it_is_not_told(melding, cast, client_of, destroy, now):
    melding_id = melding()
    with context(cast("bram")) as bram:
        recuse(vault.open_dossier(melding_id), cast("noor").medewerker_id, reden="zus", by=bram, at=now)
    destroy(melding_id, rows=False)
    assert client_of("noor").get(page(melding_id)).status_code == 404


def test_what_went_straight_to_the_functionary_is_told_to_nobody_else(melding, client_of, destroy):
    melding_id = melding(route="functionaris")
    destroy(melding_id, rows=False)
    assert client_of("merel").get(f"/signaleren/meldingen/{melding_id}/").status_code == 404
    assert client_of("noor").get(f"/signaleren/meldingen/{melding_id}/").status_code == 410


def test_the_privacyfunctionaris_is_told_at_the_check(melding, cast, client_of, destroy, now):
    melding_id = melding()
    with context(cast("noor")) as noor:
        actions.record(melding_id, besluit("vervolganalyse"), by=noor, at=now)
        check = Privacycheck.objects.get(dossier_id=melding_id)
    destroy(melding_id, rows=False)
    answer = client_of("sietse").get(f"/signaleren/privacychecks/{check.id}/")
    assert (answer.status_code, SENTENCE in answer.content.decode()) == (410, True)


def test_what_was_sealed_before_is_not_told_at_all(melding, cast, client_of, destroy, now):
    melding_id = melding()
    with context(cast("noor")) as noor:
        actions.record(melding_id, besluit("niets"), by=noor, at=now)
    destroy(melding_id)
    assert client_of("noor").get(page(melding_id)).status_code == 404


def test_a_dossier_that_lives_is_never_called_destroyed(melding, cast):
    melding_id = melding()
    with context(cast("noor")) as noor:
        assert bewaren.find_destroyed(melding_id, by=noor, recht="melding.lezen") is None


def test_the_look_is_logged(melding, cast, client_of, destroy):
    melding_id = melding()
    destroy(melding_id)
    client_of("noor").get(page(melding_id))
    with context(cast("noor")):
        last = rows_of(melding_id, organisatie_id="0246")[0]
        assert (last.handeling, last.uitkomst) == ("weiger", "vernietigd")


def test_a_dossier_that_came_back_from_an_older_dump_is_told_without_a_day(melding, cast, destroy):
    """The key store remembers; the row of the dossier of the dump does not."""
    melding_id = melding()
    with context(cast("noor")):
        wrapped = bytes(vault.Dossier.objects.get(pk=melding_id).ingepakt)
    destroy(melding_id, rows=False)
    with context(Actor.systeem("0246")):
        vault.Dossier.objects.filter(pk=melding_id).update(ingepakt=wrapped, vernietigd_op=None)
    with context(cast("noor")) as noor:
        found = bewaren.find_destroyed(melding_id, by=noor, recht="melding.lezen")
        assert (found.op, found.bewezen) == (None, False)
