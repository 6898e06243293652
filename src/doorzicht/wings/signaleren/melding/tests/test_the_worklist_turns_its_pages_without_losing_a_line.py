"""Page after page of the worklist: every melding once, also where many share their last day."""

import os

from django.utils import timezone

from doorzicht.ground.access.api import context
from doorzicht.wings.signaleren.melding.invoer import MeldingInvoer
from doorzicht.wings.signaleren.melding.ontvangen import receive
from doorzicht.wings.signaleren.melding.werklijst import worklist


def test_every_melding_comes_by_once(actor):
    today = timezone.localdate()
    with context(actor("fenna.verzonnen")) as fenna:
        made = [
            receive(MeldingInvoer("medewerker", os.urandom(32), "L", "V"), by=fenna, at=timezone.now()).nummer
            for _ in range(5)
        ]
    seen, key = [], ""
    with context(actor("noor.voorbeeld")) as noor:
        for _ in range(5):
            page = worklist(by=noor, today=today, na=key, limit=2)
            seen += [r.nummer for r in page.regels]
            key = page.na
            if not key:
                break
    assert sorted(seen) == sorted(made)


def test_an_address_that_somebody_changed_gives_the_first_page(actor):
    with context(actor("noor.voorbeeld")) as noor:
        assert worklist(by=noor, today=timezone.localdate(), na="gisteren~x").regels == ()
