"""Closing an account or ending a role leaves no post empty: not for a stand-in of some days, not by two at once."""

from datetime import timedelta

import pytest
from django.db import OperationalError, connection, transaction
from django.utils import timezone
from tests.support.cast import PASSWORD
from tests.support.zegel import role_connection

from doorzicht.ground.access import rollencontrole, vertrek
from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.access.openwerk import KanNietOvernemen
from doorzicht.ground.access.rollencontrole import KanNietStoppen
from doorzicht.ground.access.vertrek import NiemandGekozen, Overname
from doorzicht.ground.logboek.models import Regel
from doorzicht.ground.organisaties import api as organisaties
from doorzicht.ground.organisaties.models import Aanstelling, Medewerker, Organisatie

ROL = "privacyfunctionaris"


@pytest.fixture
def bert(db, actor) -> Actor:
    """The manager of Heerde, who closes accounts."""
    return actor("bert.knoppen")


@pytest.fixture
def bram(db, actor) -> Actor:
    """The coordinator of Heerde, who says which roles go on."""
    return actor("bram.testman")


@pytest.fixture
def sietse(db) -> Medewerker:
    """The only privacyfunctionaris of Heerde."""
    found = Medewerker.objects.get(gebruikersnaam="sietse.denkbeeldig")
    organisatie = Organisatie.objects.get(code="0246")
    organisaties.aangesteld("0246", [ROL], on=timezone.localdate()).exclude(medewerker=found).update(
        tot=timezone.localdate() - timedelta(days=1)
    )
    assert found.organisatie == organisatie
    return found


@pytest.fixture
def colleague(db) -> Medewerker:
    """Somebody of Heerde without a role yet."""
    return Medewerker.objects.create_account(
        gebruikersnaam="nova.nieuw", naam="Nova Nieuw", email="",
        organisatie=Organisatie.objects.get(code="0246"), wachtwoord=PASSWORD,
    )  # fmt: skip


def appoint(who: Medewerker, *, days: int | None = None) -> Aanstelling:
    """Make somebody the deputy: for some days, or for good."""
    today = timezone.localdate()
    row = organisaties.appoint(who, ROL, organisatie=who.organisatie, vanaf=today, plaatsvervanger=True)
    if days is not None:
        row.tot = today + timedelta(days=days)
        row.save(update_fields=["tot"])
    return row


def close(who: Medewerker, by: Actor, **overname: dict) -> None:
    with context(by):
        vertrek.close_account(who.id, Overname(**overname), by=by, at=timezone.now())


def end(who: Medewerker, by: Actor) -> None:
    row = Aanstelling.objects.get(medewerker=who, rol=ROL)
    with context(by):
        rollencontrole.end(row.pk, by=by, at=timezone.now())


def test_a_stand_in_for_some_days_does_not_fill_the_post_of_who_leaves(bert, sietse, colleague):
    appoint(colleague, days=3)

    with pytest.raises(NiemandGekozen, match="Niemand anders is privacyfunctionaris"):
        close(sietse, bert)


def test_nor_of_who_stops(bram, sietse, colleague):
    appoint(colleague, days=3)

    with pytest.raises(KanNietStoppen, match="Wijs eerst een opvolger aan"), transaction.atomic():
        end(sietse, bram)


def test_a_deputy_for_good_does(bram, sietse, colleague):
    appoint(colleague)

    end(sietse, bram)

    assert ROL not in organisaties.roles_of(sietse, on=timezone.localdate())


def test_standing_in_for_some_days_is_not_handed_on(bert, sietse, colleague):
    appoint(colleague, days=3)

    close(colleague, bert)

    assert list(
        Aanstelling.objects.filter(rol=ROL, medewerker__is_active=True, organisatie="0246", tot=None)
    ) == [Aanstelling.objects.get(medewerker=sietse, rol=ROL)]


def test_who_has_the_role_already_does_not_get_it_twice(bert, sietse, colleague):
    row = appoint(colleague)
    Aanstelling.objects.filter(pk=row.pk).update(plaatsvervanger=False)

    close(sietse, bert, rollen={ROL: colleague.id})

    assert Aanstelling.objects.filter(medewerker=colleague, rol=ROL).count() == 1


def test_the_logboek_says_who_got_which_role(bert, sietse, colleague):
    close(sietse, bert, rollen={ROL: colleague.id})

    with context(Actor.systeem("0246")):
        row = Regel.objects.get(recht="account.sluiten", handeling="wijzig")
    assert row.bijzonderheden["rollen"] == {ROL: str(colleague.id)}


def test_a_colleague_whose_account_was_closed_meanwhile_is_told_and_gets_nothing(bert, sietse, colleague):
    Medewerker.objects.filter(pk=colleague.pk).update(is_active=False)

    with pytest.raises(KanNietOvernemen, match="geen account meer"):
        close(sietse, bert, rollen={ROL: colleague.id})


def test_whoever_leaves_takes_nothing_over(bert, sietse):
    with pytest.raises(KanNietOvernemen, match="neemt zelf niets over"):
        close(sietse, bert, rollen={ROL: sietse.id})


@pytest.mark.parametrize(("verb", "who"), [(close, "bert.knoppen"), (end, "bram.testman")])
def test_two_who_change_the_posts_at_the_same_moment_wait_for_each_other(actor, sietse, colleague, verb, who):
    appoint(colleague)
    with role_connection("app") as elsewhere, elsewhere.transaction():
        elsewhere.execute("SELECT pg_advisory_xact_lock(hashtextextended('organisaties.bezetting:0246', 0))")
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '50ms'")
        with pytest.raises(OperationalError, match="lock timeout"), transaction.atomic():
            verb(sietse, actor(who))
