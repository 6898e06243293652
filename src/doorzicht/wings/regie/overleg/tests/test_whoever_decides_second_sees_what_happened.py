"""Two people decide, write or accept at once: the first one counts, the second sees it, and nothing is overwritten."""

import threading
from datetime import timedelta

import pytest
from django.db import connections
from django.utils import timezone

from doorzicht.ground.access.api import context
from doorzicht.wings.regie.overleg import actions
from doorzicht.wings.regie.overleg.invoer import BesluitInvoer
from doorzicht.wings.regie.overleg.models import Besluit
from doorzicht.wings.regie.overleg.punt import read_punt
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap

CASUS = BesluitInvoer(soort="casus", motivering="Meer partners nodig.")
SLUITEN = BesluitInvoer(soort="sluiten", motivering="Geen vervolg.")


def test_the_second_decision_is_refused_and_the_first_one_stands(meeting, bram, now):
    overleg, (punt,) = meeting()
    with context(bram):
        actions.decide(punt.id, CASUS, by=bram, at=now)
        with pytest.raises(actions.AlBesloten):
            actions.decide(punt.id, SLUITEN, by=bram, at=now)
        with pytest.raises(actions.AlBesloten):
            actions.postpone(punt.id, by=bram, at=now)
        assert (
            read_punt(punt.id, overleg_id=overleg.id, by=bram, at=now).besluit.motivering == CASUS.motivering
        )


def test_the_screen_shows_the_first_decision_and_the_typed_text(meeting, client_of, item_url, bram, now):
    overleg, (punt,) = meeting()
    with context(bram):
        actions.decide(punt.id, CASUS, by=bram, at=now)
    sent = {"soort": "sluiten", "motivering": "Mijn lange motivering die weg zou zijn"}
    answer = client_of("bram.testman").post(item_url(overleg, punt, "besluit/"), sent)
    page = answer.content.decode()
    assert answer.status_code == 409
    for text in ("Meer partners nodig.", "Casus openen", "net al besloten", sent["motivering"]):
        assert text in page


def test_of_two_at_the_same_moment_exactly_one_decides(transactional_db, meeting, bram):
    _, (punt,) = meeting()
    outcomes: list[str] = []
    gate = threading.Barrier(2)

    def decide(invoer: BesluitInvoer) -> None:
        try:
            with context(bram):
                gate.wait(timeout=10)
                actions.decide(punt.id, invoer, by=bram, at=timezone.now())
            outcomes.append(invoer.soort)
        except actions.AlBesloten:
            outcomes.append("te laat")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=decide, args=(invoer,)) for invoer in (CASUS, SLUITEN)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    with context(bram):
        assert sorted(outcomes) == sorted(["te laat", Besluit.objects.get().soort])


def test_what_somebody_wrote_in_between_is_not_overwritten(meeting, mila, bram, now):
    overleg, (punt,) = meeting("Loods", gasten={0: [mila]})
    with context(bram):
        actions.contribute(
            punt.id, "Mila zei: geen woonbestemming.", eerder=None, namens=mila.medewerker_id, by=bram, at=now
        )
    with context(mila):
        with pytest.raises(OngeldigeStap):
            actions.contribute(punt.id, "Iets anders.", eerder=None, by=mila, at=now + timedelta(seconds=1))
        (mine,) = [b for b in read_punt(punt.id, overleg_id=overleg.id, by=mila, at=now).bijdragen if b.op]
        assert mine.tekst == "Mila zei: geen woonbestemming."
        actions.contribute(punt.id, "Aangevuld.", eerder=mine.op, by=mila, at=now + timedelta(seconds=2))


def test_an_item_can_be_accepted_once(planned, offered, client_of, bram, now):
    number, overleg = offered(), planned()
    with context(bram):
        actions.put_on_agenda(number, overleg.id, by=bram, at=now)
    url = f"/regie/overleg/aangeboden/{number}/agenda/"
    answer = client_of("bram.testman").post(url, {"overleg": str(overleg.id)})
    assert answer.status_code == 409
    assert "staat al op een agenda" in answer.content.decode()
