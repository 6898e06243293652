"""Product rule 7: what reporters tell of themselves is encrypted and stands in no index; no question leads to them."""

from django.utils import timezone

from doorzicht.ground.herkenning.models import Kenmerk
from doorzicht.ground.vault import api as vault
from doorzicht.wings.signaleren.melding import actions, selectors
from doorzicht.wings.signaleren.melding.models import Gegeven, Melder


def test_what_a_reporter_gave_of_themselves_is_in_no_index(bewoner, meldingen, acting_as):
    bewoner.verstuur(mijn_naam="Sam", mijn_telefoon="06 12345678", mijn_email="sam@voorbeeld.example")

    [melding] = meldingen()
    with acting_as("noor.voorbeeld") as noor:
        assert Kenmerk.objects.count() == 0
        assert Gegeven.objects.count() == 0
        assert [m.wie for m in Melder.objects.all()] == [None]
        sheet = selectors.read_sheet(actions.open_melding(melding.id, by=noor, at=timezone.now()))
    assert sheet.gegevens == []
    assert all(not p.naam and not p.gegevens for p in sheet.personen)


def test_what_was_said_of_another_stands_with_that_person_and_not_with_the_reporter(
    bewoner, meldingen, acting_as
):
    bewoner.verstuur(telefoon="06 87654321", mijn_telefoon="06 12345678")

    with acting_as("noor.voorbeeld"):
        key = vault.open_dossier(meldingen()[0].id)
        assert [key.decrypt(g, "waarde") for g in Gegeven.objects.all()] == ["+31687654321"]
