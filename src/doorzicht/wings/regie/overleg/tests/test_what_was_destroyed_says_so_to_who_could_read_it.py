"""A link to a meeting, item, action or check that was destroyed: by which rule and when, for the people of the
municipality who could read it; for guests and everybody else there is no such page."""

import pytest
from django.utils import timezone

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.bewaren.actions import destroy_again
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.vault import api as vault
from doorzicht.wings.regie.overleg import actions
from doorzicht.wings.regie.overleg.invoer import ActieInvoer, BesluitInvoer
from doorzicht.wings.regie.overleg.models import Actie, Agendapunt
from doorzicht.wings.regie.overleg.tests.test_nothing_leaves_without_privacycheck_2b import voorstel

SENTENCE = "Dit dossier is vernietigd"


def destroy(*ids, rows: bool) -> None:
    """Every key, and with `rows` then every row, with a proof each. What refers goes before what it refers to."""
    house = Actor.systeem("0246")
    with context(house):
        for dossier_id in ids:
            vault.destroy_dossier(dossier_id, at=timezone.localdate())
            if rows:
                assert destroy_again(dossier_id, on=timezone.localdate(), by=house)


@pytest.fixture
def story(meeting, mila, bram, now):
    """A meeting with one item and an action for its guest, still running."""
    overleg, (punt,) = meeting("Loods", gasten={0: [mila]})
    with context(bram):
        task = ActieInvoer(wat="Nakijken", eigenaar=mila.medewerker_id, uiterlijk=local_day(now))
        actie = actions.add_actie(punt.id, task, by=bram, at=now)
        rest = Agendapunt.objects.filter(overleg_id=overleg.id).exclude(id=punt.id)
        return overleg, punt, actie, list(rest.values_list("id", flat=True))


@pytest.mark.parametrize("rows", [True, False], ids=["destroyed", "key only"])
def test_the_standing_members_read_the_rule_and_the_day(story, client_of, item_url, rows):
    overleg, punt, actie, rest = story
    destroy(actie.id, punt.id, *rest, overleg.id, rows=rows)
    for url in (
        item_url(overleg, punt),
        f"/regie/overleg/{overleg.id}/",
        f"/regie/overleg/acties/{actie.id}/",
    ):
        answer = client_of("noor.voorbeeld").get(url)
        text = answer.content.decode()
        assert (answer.status_code, SENTENCE in text) == (410, True), url
        assert "1 jaar na datum van het overleg" in text
        assert ("bewijs van vernietiging" in text) is rows


@pytest.mark.parametrize("rows", [True, False], ids=["destroyed", "key only"])
@pytest.mark.parametrize(
    "wie", ["mila.fictief", "joris.bedacht", "otto.elders", "hugo.handhaaf", "merel.meldpost"]
)
def test_for_everybody_else_there_is_no_such_page(story, client_of, item_url, rows, wie):
    overleg, punt, actie, rest = story
    destroy(actie.id, punt.id, *rest, overleg.id, rows=rows)
    for url in (
        item_url(overleg, punt),
        f"/regie/overleg/{overleg.id}/",
        f"/regie/overleg/acties/{actie.id}/",
    ):
        answer = client_of(wie).get(url)
        assert answer.status_code in (403, 404)
        assert SENTENCE not in answer.content.decode()


def test_a_destroyed_check_is_told_to_the_privacyfunctionaris_and_to_no_colleague(
    story, client_of, bram, sietse, now
):
    _, punt, actie, _ = story
    with context(bram):
        actions.decide(punt.id, BesluitInvoer(soort="casus", motivering="Nodig."), by=bram, at=now)
        check = actions.ask_check(punt.id, voorstel(), by=bram, at=now)
    destroy(actie.id, punt.id, rows=False)
    address = f"/regie/overleg/toetsen/{check.id}/"
    answer = client_of("sietse.denkbeeldig").get(address)
    assert (answer.status_code, SENTENCE in answer.content.decode()) == (410, True)
    assert client_of("merel.meldpost").get(address).status_code == 403


def test_a_verb_on_it_changes_nothing_and_says_so(story, client_of, item_url, bram):
    overleg, punt, actie, _ = story
    destroy(actie.id, punt.id, rows=False)
    chair = client_of("bram.testman")
    sent = {"soort": "casus", "motivering": "Nodig."}
    assert chair.post(item_url(overleg, punt, "besluit/"), sent).status_code == 410
    assert chair.post(f"/regie/overleg/acties/{actie.id}/", {"resultaat": "Klaar."}).status_code == 410
    with context(bram):
        assert Agendapunt.objects.get(pk=punt.id).status == "straks"
        assert Actie.objects.get(pk=actie.id).klaar_op is None


def test_the_rest_of_the_meeting_can_still_be_read(story, client_of, item_url):
    overleg, punt, actie, rest = story
    destroy(actie.id, punt.id, rows=True)
    for number in rest:
        answer = client_of("noor.voorbeeld").get(f"/regie/overleg/{overleg.id}/punt/{number}/")
        assert answer.status_code == 200
