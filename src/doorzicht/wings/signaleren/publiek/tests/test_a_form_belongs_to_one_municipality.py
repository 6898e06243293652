"""A form and its receipt are of one municipality: sent elsewhere nothing is stored and the text stays."""

import os

import pytest
from django.utils import timezone

from doorzicht.ground.access.api import Actor, context
from doorzicht.wings.signaleren.melding.invoer import MeldingInvoer
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.publiek import actions
from doorzicht.wings.signaleren.publiek.bewijs import AndereGemeente, Formulier, VerlopenBewijs

EPE = "/m/epe/melden/"
TEKST = "Achter de loods staan zes bedden op een rij."


def meldingen_of(code: str) -> int:
    with context(Actor.systeem(code)):
        return Melding.objects.count()


@pytest.fixture
def formulier(bewoner) -> dict:
    """The last page of a form of Heerde, about to be sent."""
    bewoner.vul_in()
    return bewoner.verborgen() | {"naar": "verstuur", "mijn_naam": "Sam"}


def test_sent_to_another_municipality_it_is_refused_and_the_text_stays(bewoner, formulier):
    page = bewoner.post(EPE, formulier)

    assert "Is dit de goede gemeente?" in page
    assert "Dit formulier is van de gemeente Heerde." in page
    assert TEKST in page
    assert 'value="Sam"' in page
    assert "Je melding is binnen" not in page
    assert (meldingen_of("0232"), meldingen_of("0246")) == (0, 0)


def test_whoever_means_the_other_municipality_sends_it_once_more(bewoner, formulier):
    bewoner.post(EPE, formulier)
    bewoner.adres = EPE

    assert "Je melding is binnen" in bewoner.druk("verstuur")
    assert (meldingen_of("0232"), meldingen_of("0246")) == (1, 0)


def test_two_municipalities_never_get_one_receipt(bewoner, formulier):
    bewoner.post(bewoner.adres, formulier)
    first = bewoner.code
    bewoner.post(EPE, formulier)
    assert bewoner.code == ""
    bewoner.adres = EPE
    bewoner.druk("verstuur")

    assert bewoner.code not in {first, ""}
    assert "Hoe staat het ervoor?" in bewoner.post("/m/heerde/code/", {"code": first})
    assert "Hoe staat het ervoor?" not in bewoner.post("/m/epe/code/", {"code": first})


def test_the_page_is_there_in_english_and_on_every_step(bewoner):
    bewoner.vul_in(tot=2)
    page = bewoner.post("/m/epe/en/melden/", bewoner.verborgen() | {"naar": "verder", "verhaal": TEKST})

    assert "This form belongs to the municipality of Heerde." in page
    assert TEKST in page


def test_the_receipt_follows_from_the_municipality_too(db):
    invoer = MeldingInvoer("bewoner", os.urandom(32), label="Bewoner: werk", verhaal=TEKST)
    codes = set()
    for code in ("0246", "0232"):
        with context(Actor.melder(code)) as melder:
            codes.add(actions.report(invoer, by=melder, at=timezone.now()).code.getal)

    assert len(codes) == 2


def test_the_mark_names_its_municipality_and_cannot_be_rewritten():
    today = timezone.localdate()
    mark = Formulier.new(organisatie_id="0246", vandaag=today)

    assert Formulier.read(str(mark), organisatie_id="0246", vandaag=today) == mark
    with pytest.raises(AndereGemeente) as elsewhere:
        Formulier.read(str(mark), organisatie_id="0232", vandaag=today)
    assert elsewhere.value.organisatie_id == "0246"
    with pytest.raises(VerlopenBewijs):
        Formulier.read(str(mark).replace("0246", "0232"), organisatie_id="0232", vandaag=today)
