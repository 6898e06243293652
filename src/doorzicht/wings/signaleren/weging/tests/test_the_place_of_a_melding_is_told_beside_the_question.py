"""What the address says of the territory stands beside the question, and answers it for nobody."""

import pytest
from django.urls import reverse

from doorzicht.ground.access.api import context
from doorzicht.wings.signaleren.melding.models import Melding


@pytest.mark.parametrize(
    ("ligging", "told"),
    [
        ("ja", "ligt in onze gemeente"),
        ("nee", "ligt buiten onze gemeente"),
        ("onbekend", "is dat niet te zien"),
    ],
)
def test_it_is_told_and_nothing_is_chosen(melding, cast, client_of, ligging, told):
    melding_id = melding()
    with context(cast("noor")):
        Melding.objects.filter(pk=melding_id).update(gebied=ligging)
    page = client_of("noor").get(reverse("weging", kwargs={"melding_id": melding_id})).content.decode()
    assert told in page
    question = page.split('name="gebied"', 1)[1].split('name="concreet"')[0]
    assert "checked" not in question
