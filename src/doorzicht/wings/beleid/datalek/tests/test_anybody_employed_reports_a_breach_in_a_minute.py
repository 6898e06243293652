"""Everybody with an account reports a breach, and nobody reads it back."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from doorzicht.ground.access.api import Geweigerd
from doorzicht.ground.logboek.models import Regel
from doorzicht.ground.organisaties.actor import Actor
from doorzicht.ground.organisaties.models import Aanstelling, Medewerker
from doorzicht.wings.beleid.datalek import actions
from doorzicht.wings.beleid.datalek.models import Datalek
from doorzicht.wings.beleid.datalek.selectors import read_datalek
from doorzicht.wings.beleid.datalek.tests.conftest import BALIE, FG, melding
from doorzicht.wings.beleid.datalek.workflow import Onvolledig

ADRES = "/beleid/datalekken/melden/"


def typed(**changes) -> dict[str, str]:
    local = timezone.localtime() - timedelta(minutes=5)
    fields = {
        "inzending": str(uuid4()),
        "omschrijving": "Een map met dossiers lag op de balie.",
        "dag": f"{local.day}-{local.month}-{local.year}",
        "tijd": f"{local:%H:%M}",
        "gaande": "nee",
    }
    return fields | changes


@pytest.mark.parametrize(
    "who",
    [
        "bas.balie",
        "noor.voorbeeld",
        "adri.adreslijn",  # compartment laa only
        "bibi.bobbers",
        "pim.papierwerk",  # no compartment at all
        "bert.knoppen",
        "faye.toezicht",
    ],
)
def test_everybody_of_the_municipality_finds_the_link_below_and_reports(client_of, acting_as, who):
    client = client_of(who)
    assert f'href="{ADRES}"' in client.get("/start/").content.decode().partition("<footer")[2]
    done = client.post(ADRES, typed(), follow=True)
    page = done.content.decode()
    assert "Je melding heeft nummer D-" in page
    for told in ("Faye Toezicht", "Pleun Plaatsvervang", "Sietse Denkbeeldig"):
        assert told in page
    with acting_as(FG) as by:
        row = Datalek.objects.get()
        assert row.organisatie_id == "0246"
        sheet = read_datalek(row.id, by=by)
        assert sheet.tekst["omschrijving"] == "Een map met dossiers lag op de balie."
        assert sheet.namen[row.gemeld_door] == Medewerker.objects.get(gebruikersnaam=who).naam


@pytest.mark.parametrize("who", ["joris.bedacht", "zoe.zorgzaam", "wim.werkgroep", "mila.fictief"])
def test_a_partner_chooses_the_municipality_and_its_fg_reads_it(client_of, acting_as, who):
    client = client_of(who)
    refused = client.post(ADRES, typed())
    assert "Kies een gemeente." in refused.content.decode()
    done = client.post(ADRES, typed(gemeente="0246"), follow=True)
    assert "Faye Toezicht" in done.content.decode()
    with acting_as(FG):
        assert Datalek.objects.get().organisatie_id == "0246"
        assert Regel.objects.filter(handeling="maak", object_soort="datalek").exists()


def test_somebody_of_a_municipality_cannot_put_it_with_another(reported, acting_as):
    reported(gemeente="0232")
    with acting_as(FG):
        assert Datalek.objects.get().organisatie_id == "0246"


def test_nobody_reports_without_an_account(db):
    with pytest.raises(Geweigerd):
        actions.report(melding(), by=Actor.melder("0246"), at=timezone.now())


def test_the_job_is_made_in_the_transaction_of_the_report(reported):
    from procrastinate.contrib.django.models import ProcrastinateJob

    reported()
    (job,) = ProcrastinateJob.objects.filter(task_name=actions.NOTIFY_JOB)
    assert job.args == {"organisatie_id": "0246"}


def test_where_nobody_is_appointed_the_page_says_to_call(client_of):
    gone = Aanstelling.objects.filter(organisatie_id="0246", rol__in=["fg", "privacyfunctionaris"])
    gone.update(tot=timezone.localdate() - timedelta(days=1))
    page = client_of(BALIE).post(ADRES, typed(), follow=True).content.decode()
    assert "Niemand kreeg een mail" in page
    assert "Bel nu zelf je FG" in page


def test_the_same_form_twice_is_one_breach(client_of, acting_as):
    client, form = client_of(BALIE), typed()
    first = client.post(ADRES, form, follow=True).content.decode()
    second = client.post(ADRES, form, follow=True).content.decode()
    with acting_as(FG):
        number = Datalek.objects.get().nummer
    assert number in first
    assert number in second


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"omschrijving": " "}, "Schrijf in een paar woorden op wat er gebeurde."),
        ({"tijd": ""}, "Vul een tijd in"),
        ({"tijd": "25:00"}, "Schrijf de tijd als 13:30."),
        ({"dag": "gistern"}, "Deze datum begrijpen we niet"),
        ({"gaande": ""}, "Kies een antwoord."),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(client_of, acting_as, changes, sentence):
    page = client_of(BALIE).post(ADRES, typed(**changes)).content.decode()
    assert sentence in page
    if "omschrijving" not in changes:
        assert "Een map met dossiers lag op de balie." in page
    with acting_as(FG):
        assert not Datalek.objects.exists()


def test_a_moment_that_still_has_to_come_is_refused(acting_as, now):
    with acting_as(BALIE) as by, pytest.raises(Onvolledig, match="moet nog komen"):
        actions.report(melding(ontdekt_op=now + timedelta(minutes=5)), by=by, at=now)


def test_whoever_reported_it_does_not_read_the_register(client_of, reported):
    datalek_id = reported()
    for who in (BALIE, "noor.voorbeeld", "bram.testman", "bert.knoppen", "greet.ambtsketen"):
        client = client_of(who)
        assert client.get("/beleid/datalekken/").status_code == 403
        assert client.get(f"/beleid/datalekken/{datalek_id}/").status_code == 403
        assert client.get("/beleid/datalekken/register.pdf").status_code == 403
