"""Both pages of a melding say, after every step, what is next and whose turn it is."""

from django.urls import reverse

from doorzicht.ground.access.api import context
from doorzicht.wings.signaleren.weging import actions
from doorzicht.wings.signaleren.weging.tests.conftest import besluit


def _pages(client, melding_id) -> tuple[str, str]:
    where = {"melding_id": melding_id}
    return (
        client.get(reverse("melding", kwargs=where)).content.decode(),
        client.get(reverse("weging", kwargs=where)).content.decode(),
    )


def test_an_open_melding_says_that_it_must_be_weighed(melding, client_of):
    page, _ = _pages(client_of("noor"), melding())
    assert "Volgende stap: jij weegt de melding." in page


def test_while_nobody_called_both_say_to_call_first(melding, client_of):
    melding_id = melding(leeftijd="minderjarig", gebeld=False)
    for page in _pages(client_of("noor"), melding_id):
        assert "Volgende stap: jij belt eerst Veilig Thuis" in page


def test_after_a_question_for_analysis_both_name_the_privacyfunctionaris(melding, cast, client_of, now):
    melding_id = melding()
    with context(cast("noor")) as noor:
        actions.record(melding_id, besluit("vervolganalyse"), by=noor, at=now)
    for page in _pages(client_of("noor"), melding_id):
        assert "Volgende stap: Sietse Denkbeeldig (privacyfunctionaris) doet privacycheck 1" in page


def test_where_the_form_of_the_decision_stands_the_weighing_says_nothing_more(melding, client_of):
    _, page = _pages(client_of("noor"), melding())
    assert "Volgende stap" not in page
