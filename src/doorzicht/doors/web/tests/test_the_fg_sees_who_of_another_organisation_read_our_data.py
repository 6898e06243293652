"""The page of the FG says in words that a guest read our data, and can show those rows only."""

from datetime import timedelta

import pytest
from django.utils import timezone

from doorzicht.ground.access.api import context
from doorzicht.ground.organisaties.models import Medewerker, Organisatie
from doorzicht.wings.regie import api as regie
from doorzicht.wings.regie.overleg.models import Agendapunt

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
LOGBOEK = "/toezicht/logboek/"


@pytest.fixture
def as_(client, db):
    def log_in(name: str):
        client.force_login(Medewerker.objects.get(gebruikersnaam=name), BACKEND)
        return client

    return log_in


@pytest.fixture
def invited(actor):
    """A meeting of Heerde to which Joris of the police is invited for one item; its number."""
    now = timezone.now()
    with context(actor("bram.testman")) as bram:
        moment = regie.Moment(begin=now, eind=now + timedelta(hours=2), plaats="Kamer De Verzonnen Den")
        overleg = regie.plan_overleg(moment, by=bram, at=now)
        closing = Agendapunt.objects.get(overleg_id=overleg.id, soort="rondvraag")
        regie.invite(overleg.id, actor("joris.bedacht").medewerker_id, [closing.id], by=bram, at=now)
    return overleg.id


def page(client, query: str = "") -> str:
    return client.get(LOGBOEK + query).content.decode()


def test_it_says_that_a_guest_read_and_of_which_organisation(as_, invited):
    police = Organisatie.objects.get(code="politie-on").naam
    as_("joris.bedacht").get(f"/regie/overleg/{invited}/")
    shown = page(as_("faye.toezicht"))
    assert "Joris Bedacht" in shown
    assert f"gelezen door gast van {police}" in shown


def test_the_rows_of_guests_can_be_shown_alone(as_, invited):
    as_("joris.bedacht").get(f"/regie/overleg/{invited}/")
    shown = page(as_("faye.toezicht"), "?toon=gasten")
    assert "Joris Bedacht" in shown
    assert "Bram Testman" not in shown


def test_a_try_of_a_stranger_is_called_a_try(as_, invited):
    epe = Organisatie.objects.get(code="0232").naam
    assert as_("otto.elders").get(f"/regie/overleg/{invited}/").status_code == 404
    assert f"poging van iemand van {epe}" in page(as_("faye.toezicht"))
