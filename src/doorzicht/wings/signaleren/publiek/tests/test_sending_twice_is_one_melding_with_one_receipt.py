"""A button that is pressed twice makes one melding, and both answers show the same receipt."""

import os
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection
from django.utils import timezone

from doorzicht.ground.access.api import Actor, context
from doorzicht.wings.signaleren.melding.invoer import MeldingInvoer
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.publiek import actions


def test_the_same_form_twice_is_one_melding(bewoner, meldingen):
    bewoner.vul_in()
    form = bewoner.verborgen() | {"naar": "verstuur"}

    bewoner.post(bewoner.adres, form)
    first = bewoner.code
    page = bewoner.post(bewoner.adres, form)

    assert bewoner.code == first
    assert "Deze melding was al binnen" in page
    assert len(meldingen()) == 1


def test_two_forms_are_two_meldingen_with_their_own_receipts(bewoner, meldingen):
    bewoner.verstuur()
    first = bewoner.code
    bewoner.verstuur()

    assert bewoner.code != first
    assert len(meldingen()) == 2


def test_two_presses_at_the_same_moment_are_one_melding(transactional_db):
    invoer = MeldingInvoer(
        "bewoner", os.urandom(32), label="Bewoner: werk", verhaal="Eén keer, niet twee keer."
    )
    together = Barrier(2)

    def press() -> str:
        try:
            with context(Actor.melder("0246")) as melder:
                together.wait(timeout=10)
                return actions.report(invoer, by=melder, at=timezone.now()).code.woorden
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        codes = [future.result() for future in [pool.submit(press), pool.submit(press)]]

    assert codes[0] == codes[1]
    with context(Actor.melder("0246")):
        assert Melding.objects.count() == 1
