"""A dossier's fields can be read with its key, and by nobody once the key is destroyed."""

from datetime import date

import pytest
from cryptography.exceptions import InvalidTag

from doorzicht.ground.access.models import Uitsluiting
from doorzicht.ground.vault import api as vault


@pytest.fixture
def sleutel(acting_as):
    with acting_as("noor.voorbeeld"):
        yield vault.create_dossier(
            soort="melding", organisatie_id="0246", compartiment="algemeen", bewaarregel="melding_open"
        )


def _row(sleutel: vault.DossierSleutel, text: str) -> Uitsluiting:
    row = Uitsluiting(**sleutel.row())
    sleutel.encrypt(row, "reden", text)
    return row


def test_what_was_encrypted_can_be_read_with_the_key_of_the_dossier(sleutel):
    row = _row(sleutel, "een zin over iemand")

    assert vault.open_dossier(sleutel.dossier_id).decrypt(row, "reden") == "een zin over iemand"
    assert b"iemand" not in bytes(row.reden)


def test_a_ciphertext_moved_to_another_row_does_not_open(sleutel):
    first, second = _row(sleutel, "de ene"), _row(sleutel, "de andere")
    second.reden = first.reden

    with pytest.raises(InvalidTag):
        sleutel.decrypt(second, "reden")


def test_nothing_opens_after_the_key_was_destroyed(sleutel):
    vault.destroy_dossier(sleutel.dossier_id, at=date(2026, 11, 24))

    with pytest.raises(vault.SleutelVernietigd):
        vault.open_dossier(sleutel.dossier_id)


def test_an_older_dump_that_is_put_back_does_not_bring_the_key_back(sleutel):
    before = vault.Dossier.objects.get(pk=sleutel.dossier_id).ingepakt
    vault.destroy_dossier(sleutel.dossier_id, at=date(2026, 11, 24))
    vault.Dossier.objects.filter(pk=sleutel.dossier_id).update(ingepakt=before, vernietigd_op=None)

    with pytest.raises(vault.SleutelVernietigd):
        vault.open_dossier(sleutel.dossier_id)


def test_plaintext_can_never_reach_the_column(sleutel):
    row = _row(sleutel, "versleuteld")
    row.reden = "leesbaar"

    with pytest.raises(TypeError):
        row.save(force_insert=True)
