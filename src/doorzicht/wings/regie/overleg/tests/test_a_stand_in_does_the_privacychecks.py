"""When the privacyfunctionaris is away or shut out somebody else does check 2B, and never who proposed it."""

from datetime import timedelta

import pytest

from doorzicht.ground.access.api import Geweigerd, context, recuse
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.organisaties.models import Aanstelling, Medewerker
from doorzicht.ground.vault import api as vault
from doorzicht.wings.regie.overleg import actions, selectors, vervanging
from doorzicht.wings.regie.overleg.invoer import BesluitInvoer
from doorzicht.wings.regie.overleg.models import Uitvoeringscheck
from doorzicht.wings.regie.overleg.tests.test_nothing_leaves_without_privacycheck_2b import voorstel
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap


@pytest.fixture
def jet(actor):
    """The jurist: neither weighs nor chairs."""
    return actor("jet.rechtlijn")


@pytest.fixture
def appointed(sietse, jet, now):
    """`appointed(begin, days)`: Jet stands in from a day on."""

    def make(begin=0, days=7):
        first = local_day(now) + timedelta(days=begin)
        with context(sietse):
            return vervanging.appoint_stand_in(
                jet.medewerker_id, vanaf=first, tot=first + timedelta(days=days), by=sietse, at=now
            )

    return make


@pytest.fixture
def ask(meeting, bram, now):
    _, (punt,) = meeting()
    with context(bram):
        actions.decide(punt.id, BesluitInvoer(soort="casus", motivering="Nodig."), by=bram, at=now)

    def make():
        with context(bram):
            return actions.ask_check(punt.id, voorstel(), by=bram, at=now)

    make.punt = punt
    return make


def test_a_stand_in_is_first_in_turn_sees_the_queue_and_answers(appointed, ask, jet, actor, now):
    appointed()
    row = ask()
    stand_in = actor("jet.rechtlijn")
    assert row.gericht_aan == jet.medewerker_id
    with context(stand_in):
        (sheet,) = selectors.checks(by=stand_in, open_only=True)
        assert sheet.aan_zet == "Jet Rechtlijn"
        actions.answer_check(row.id, "afgewezen", reden="Te veel.", velden=[], by=stand_in, at=now)
        assert Uitvoeringscheck.objects.get().als_vervanger is False


@pytest.mark.parametrize("begin", [1, 30])
def test_before_its_first_day_a_stand_in_does_nothing(appointed, ask, sietse, client_of, begin):
    appointed(begin)
    assert ask().gericht_aan == sietse.medewerker_id
    assert client_of("jet.rechtlijn").get("/regie/overleg/toetsen/").status_code == 403


def test_who_is_shut_out_is_passed_over_and_a_deputy_is_written_down_as_one(ask, bram, sietse, actor, now):
    pleun = actor("pleun.plaatsvervang")
    row = ask()
    assert row.gericht_aan == sietse.medewerker_id
    with context(pleun):
        actions.answer_check(row.id, "afgewezen", reden="Te veel.", velden=[], by=pleun, at=now)
        assert Uitvoeringscheck.objects.get().als_vervanger is True
    with context(bram):
        recuse(vault.open_dossier(ask.punt.id), sietse.medewerker_id, reden="zwager", by=bram, at=now)
    assert ask().gericht_aan == pleun.medewerker_id
    with context(bram):
        recuse(vault.open_dossier(ask.punt.id), pleun.medewerker_id, reden="buur", by=bram, at=now)
    with pytest.raises(OngeldigeStap, match="vervanger aan te wijzen"):
        ask()


def test_the_queue_never_shows_a_proposal_to_who_made_it(ask, bram, actor):
    ask()
    medewerker = Medewerker.objects.get(pk=bram.medewerker_id)
    Aanstelling.objects.create(
        medewerker=medewerker, organisatie_id="0246", rol="privacyfunctionaris", vanaf="2026-01-01"
    )
    both = actor("bram.testman")
    with context(both):
        assert selectors.checks(by=both, open_only=True) == []


@pytest.mark.parametrize(
    "wie", ["noor.voorbeeld", "bram.testman", "hugo.handhaaf", "faye.toezicht", "otto.elders"]
)
def test_who_weighs_chairs_executes_or_watches_cannot_stand_in(sietse, actor, now, wie):
    other, today = actor(wie), local_day(now)
    with context(sietse), pytest.raises(OngeldigeStap, match="kan niet vervangen"):
        vervanging.appoint_stand_in(other.medewerker_id, vanaf=today, tot=today, by=sietse, at=now)


def test_who_may_not_hold_both_roles_does_not_stand_in_and_a_jurist_may():
    clash = {"coordinator", "aandachtsfunctionaris", "meldpuntmedewerker", "fg"}
    assert clash | {"toezichthouder", "beheerder", "privacyfunctionaris"} == vervanging.NOT_INDEPENDENT
    assert "jurist" not in vervanging.NOT_INDEPENDENT


@pytest.mark.parametrize(("begin", "days"), [(-1, 3), (0, -1), (0, 93)])
def test_the_days_are_ahead_in_order_and_at_most_three_months(appointed, begin, days):
    with pytest.raises(OngeldigeStap):
        appointed(begin, days)


def test_the_proposer_does_not_appoint_who_checks(bram, jet, now):
    today = local_day(now)
    with context(bram), pytest.raises(Geweigerd):
        vervanging.appoint_stand_in(jet.medewerker_id, vanaf=today, tot=today, by=bram, at=now)


def test_on_the_screen_a_stand_in_is_appointed_and_ended(client_of, jet):
    page, url = client_of("sietse.denkbeeldig"), "/regie/overleg/toetsen/vervanger/"
    sent = {"medewerker": jet.medewerker_id, "vanaf": "morgen", "tot": "over 10 dagen"}
    assert "Kies een collega." in page.post(url, {**sent, "medewerker": ""}).content.decode()
    assert page.post(url, sent).status_code == 302
    assert "Jet Rechtlijn" in page.get(url).content.decode()
    assert page.post(f"{url}{jet.medewerker_id}/einde/").status_code == 302
    assert "Jet Rechtlijn</th>" not in page.get(url).content.decode()
    assert page.post(f"{url}{jet.medewerker_id}/einde/").status_code == 404
    assert client_of("bram.testman").get(url).status_code == 403
