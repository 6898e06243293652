"""On top of a melding stands one sentence: the next step, and who takes it. For every state, and for every reader."""

import pytest

from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.melding.volgende import KLAAR, VOLGENDE, next_step
from doorzicht.wings.signaleren.melding.workflow import AAN_ZET, OPEN, STATUSSEN

HOUDERS = {
    "aandachtsfunctionaris": ["Noor Voorbeeld"],
    "coordinator": ["Merel Meldpost", "Kim Coordinaat"],
    "privacyfunctionaris": ["Sietse Denkbeeldig"],
}


@pytest.fixture
def sentence(actor):
    def run(
        status: str, *, reader: str = "noor.voorbeeld", care: bool = False, houders=HOUDERS, onder=""
    ) -> str:
        melding = Melding(status=status)
        return next_step(melding, zorg_eerst=care, houders=houders, onder=onder, by=actor(reader))

    return run


def test_every_state_has_exactly_one_sentence():
    assert set(VOLGENDE) | set(KLAAR) == set(STATUSSEN)
    assert not set(VOLGENDE) & set(KLAAR)
    assert set(OPEN) <= set(VOLGENDE)


@pytest.mark.parametrize("status", sorted(STATUSSEN))
def test_it_is_one_sentence(sentence, status):
    text = sentence(status)
    assert text.endswith(".")
    assert text.count(".") == 1


@pytest.mark.parametrize("status", sorted(AAN_ZET))
def test_it_names_who_is_next_with_their_role_or_says_that_it_is_you(sentence, status):
    rol = AAN_ZET[status]
    if rol == "aandachtsfunctionaris":
        assert " jij " in sentence(status)
        assert "Noor" not in sentence(status)
    else:
        assert f"{' of '.join(HOUDERS[rol])} (" in sentence(status)
        assert " jij " not in sentence(status)


def test_without_a_holder_it_names_the_role(sentence):
    assert "de privacyfunctionaris doet" in sentence("privacycheck_1", houders={})


@pytest.mark.parametrize("status", ["nieuw", "gelezen", "vervolganalyse"])
def test_while_nobody_called_the_next_step_is_to_call(sentence, status):
    assert "jij belt eerst Veilig Thuis" in sentence(status, care=True)


@pytest.mark.parametrize("status", ["privacycheck_1", "tweede_mens", "besloten"])
def test_who_does_not_weigh_is_not_sent_to_the_phone(sentence, status):
    assert "belt" not in sentence(status, care=True)


def test_a_merged_melding_names_the_number_it_goes_on_under(sentence):
    assert "M-2026-000123" in sentence("samengevoegd", onder="M-2026-000123")
