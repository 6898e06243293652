"""Product rule 8: a contribution of the police lies in the compartment wpg. The police person and the coordinator read
it; nobody else at the same item does, it never leaves with a decision, and a day after the meeting it is destroyed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from doorzicht.ground.access.api import context
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.vault.models import Dossier
from doorzicht.wings.regie.overleg import actions
from doorzicht.wings.regie.overleg.invoer import BesluitInvoer
from doorzicht.wings.regie.overleg.models import Bijdrage
from doorzicht.wings.regie.overleg.pdf import document
from doorzicht.wings.regie.overleg.punt import read_punt
from doorzicht.wings.regie.overleg.selectors import find_overleg
from doorzicht.wings.regie.overleg.views.toets import proposable

GEHEIM = "Op dit adres loopt een onderzoek."


@pytest.fixture
def said(meeting, joris, mila, hugo, now):
    """An item with police, omgevingsdienst and a toezichthouder; the police said something."""
    overleg, (punt,) = meeting("Loods", gasten={0: [joris, mila, hugo]})
    with context(joris):
        actions.contribute(punt.id, GEHEIM, eerder=None, by=joris, at=now)
    return overleg, punt


@pytest.mark.parametrize("wie", ["joris.bedacht", "bram.testman"])
def test_the_police_person_and_the_coordinator_read_it(said, actor, now, wie):
    overleg, punt = said
    reader = actor(wie)
    with context(reader):
        sheet = read_punt(punt.id, overleg_id=overleg.id, by=reader, at=now)
    assert (GEHEIM, True) in [(b.tekst, b.politie) for b in sheet.bijdragen]


@pytest.mark.parametrize("wie", ["mila.fictief", "hugo.handhaaf", "noor.voorbeeld", "sietse.denkbeeldig"])
def test_nobody_else_at_the_same_item_has_it_in_their_tables(said, actor, wie):
    with context(actor(wie)):
        assert Bijdrage.objects.exists()  # the other places at this item are theirs to see
        assert not Bijdrage.objects.filter(compartiment="wpg").exists()


def test_it_is_never_among_what_may_go_to_who_executes(said, bram, now):
    overleg, punt = said
    with context(bram):
        casus = BesluitInvoer(soort="casus", motivering="Meer partners nodig.")
        actions.decide(punt.id, casus, by=bram, at=now)
        fields = proposable(read_punt(punt.id, overleg_id=overleg.id, by=bram, at=now))
    assert {v.code for v in fields} == {"locatie", "ARB10", "besluit"}
    assert all(GEHEIM not in v.inhoud for v in fields)


def test_it_is_in_no_document_not_even_the_coordinators(said, bram, now):
    overleg, punt = said
    with context(bram):
        sheet = read_punt(punt.id, overleg_id=overleg.id, by=bram, at=now)
        printed = document(find_overleg(overleg.id, by=bram), [sheet], "besluitenlijst", by=bram, at=now)
    assert GEHEIM not in str(printed)


def test_it_is_due_a_day_after_the_meeting_and_the_decision_stays(said, bram):
    overleg, _ = said
    with context(bram):
        actions.close_overleg(overleg.id, by=bram, at=timezone.now())
        sealed = Bijdrage.objects.get(compartiment="wpg")
        dossier = Dossier.objects.get(pk=sealed.dossier_id)
    assert dossier.bewaarregel == "bijdrage-politie"
    assert dossier.vernietigen_op == local_day(overleg.eind) + timedelta(days=1)


def test_what_others_bring_in_is_read_by_everybody_at_the_item_and_by_nobody_outside(
    said, mila, joris, hugo, now
):
    overleg, punt = said
    with context(mila):
        actions.contribute(punt.id, "Geen woonbestemming.", eerder=None, by=mila, at=now)
    for reader in (joris, hugo):
        with context(reader):
            sheet = read_punt(punt.id, overleg_id=overleg.id, by=reader, at=now)
            assert "Geen woonbestemming." in [b.tekst for b in sheet.bijdragen]
