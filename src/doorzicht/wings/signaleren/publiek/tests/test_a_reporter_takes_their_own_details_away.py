"""With the receipt a reporter erases the name and contact they gave; the melding stays. Nobody else can do it."""

from doorzicht.wings.signaleren.melding import selectors
from doorzicht.wings.signaleren.melding.models import Melder

ERBIJ = "/m/heerde/code/toevoegen/"


def test_name_and_contact_are_gone_and_the_melding_stays(bewoner, meldingen, acting_as):
    bewoner.verstuur(mijn_naam="Sam", mijn_telefoon="06 12345678", veilig="alleen bellen")
    code = bewoner.code
    [melding] = meldingen()
    with acting_as("noor.voorbeeld") as noor:
        assert selectors.reporter_of(melding, by=noor) == ("Sam", "+31612345678", "alleen bellen")

    bewoner.post("/m/heerde/code/", {"code": code})
    page = bewoner.post(ERBIJ, bewoner.verborgen() | {"wissen": "ja"})

    assert "Je gegevens zijn weg" in page
    assert "Wis mijn naam" not in page
    assert len(meldingen()) == 1
    with acting_as("noor.voorbeeld") as noor:
        assert selectors.reporter_of(melding, by=noor) is None


def test_without_the_mark_of_the_receipt_nothing_is_erased(bewoner, meldingen, acting_as):
    bewoner.verstuur(mijn_naam="Sam")
    bewoner.post(ERBIJ, {"wissen": "ja", "gesprek": str(meldingen()[0].id)})

    with acting_as("noor.voorbeeld"):
        assert Melder.objects.count() == 1


def test_whoever_gave_nothing_is_offered_nothing_to_erase(bewoner):
    bewoner.verstuur()
    assert "Wis mijn naam" not in bewoner.post("/m/heerde/code/", {"code": bewoner.code})
