"""Product rule 12: the search on the merge form is a search too. Without the right every number answers the same."""

import os
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from doorzicht.ground.access.api import context
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties.models import Medewerker
from doorzicht.wings.signaleren.melding.invoer import MeldingInvoer
from doorzicht.wings.signaleren.melding.ontvangen import Ontvangen, receive


@pytest.fixture
def melding(actor) -> Ontvangen:
    with context(actor("fenna.verzonnen")) as fenna:
        invoer = MeldingInvoer("medewerker", os.urandom(32), "Een label", "Een verhaal.")
        return receive(invoer, by=fenna, at=timezone.now())


def _merge(who: str, melding_id: object, nummer: str) -> str:
    client = Client()
    client.force_login(
        Medewerker.objects.get(gebruikersnaam=who), "allauth.account.auth_backends.AuthenticationBackend"
    )
    data = {"nummer": nummer, "reden": "dezelfde loods"}
    page = client.post(reverse("melding-samenvoegen", kwargs={"melding_id": melding_id}), data)
    return f"{page.status_code} {page.context['uitleg'] if page.status_code == 403 else ''}"


@pytest.mark.parametrize("who", ["fenna.verzonnen", "merel.meldpost", "joris.bedacht"])
def test_without_the_right_a_number_that_exists_and_one_that_does_not_answer_the_same(melding, who):
    known, unknown = (_merge(who, uuid4(), nummer) for nummer in (melding.nummer, "M-2026-000001"))

    assert known == unknown
    assert known.startswith("403")


def test_a_number_somebody_merges_with_is_logged_as_a_search(melding, actor):
    _merge("noor.voorbeeld", melding.melding_id, "M-2026-000001")

    with context(actor("noor.voorbeeld")) as noor:
        rows = logboek.latest(organisatie_id=noor.organisatie_id, limit=20)
        assert ("zoek", "melding.samenvoegen") in {(row.handeling, row.recht) for row in rows}
