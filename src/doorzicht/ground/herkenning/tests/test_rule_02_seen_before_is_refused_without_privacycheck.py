"""Product rule 2: nobody asks "seen before?" without privacycheck 1 by somebody else, nor for another's dossier."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, ProgrammingError, connection, transaction

from doorzicht.ground.access.api import Geweigerd, context, recuse
from doorzicht.ground.herkenning import api
from doorzicht.ground.herkenning.models import Vrijgave
from doorzicht.ground.herkenning.tests.conftest import ANDER, PHONE, PRIVACY, WEGER
from doorzicht.ground.logboek.models import Regel
from doorzicht.ground.vault.api import DossierOnbekend, destroy_dossier, open_dossier

ANDERS = "00000000-0000-4000-8000-000000000001"


def _sqlstate(refused) -> str:
    return refused.value.__cause__.sqlstate


def test_without_privacycheck_there_is_no_answer(dossier, ask):
    dossier(PHONE)
    with pytest.raises(Geweigerd, match="privacycheck 1"):
        ask(dossier(PHONE))


def test_a_release_that_has_ended_gives_no_answer(dossier, ask, acting_as):
    asked = dossier(PHONE)
    now = datetime.now(UTC)
    with acting_as(PRIVACY) as by:
        Vrijgave.objects.create(
            **open_dossier(asked).row(),
            soorten=["telefoon"],
            doel="privacycheck1",
            weger=ANDERS,
            door=by.medewerker_id,
            op=now - timedelta(days=2),
            tot=now - timedelta(days=1),
        )
    with pytest.raises(Geweigerd):
        ask(asked)


def test_a_release_for_one_dossier_opens_no_other(dossier, release, ask):
    released, other = dossier(PHONE), dossier(PHONE)
    release(released)
    with pytest.raises(Geweigerd):
        ask(other)


def test_another_municipality_cannot_ask_about_our_dossier(dossier, release, ask):
    asked = dossier(PHONE)
    release(asked)
    with pytest.raises(DossierOnbekend):
        ask(asked, wie=ANDER)


def test_only_who_weighs_may_ask(dossier, release, ask):
    asked = dossier(PHONE)
    release(asked)
    with pytest.raises(Geweigerd):
        ask(asked, wie="merel.meldpost")


def test_who_was_shut_out_of_the_dossier_cannot_ask(dossier, release, ask, acting_as, actor):
    asked = dossier(PHONE)
    release(asked)
    with acting_as(PRIVACY) as by:
        recuse(open_dossier(asked), actor(WEGER).medewerker_id, reden="kennis", by=by, at=datetime.now(UTC))
    with pytest.raises(DossierOnbekend):
        ask(asked)


def test_a_refused_question_leaves_no_log_row_of_an_answer(dossier, ask, acting_as):
    with pytest.raises(Geweigerd):
        ask(dossier(PHONE))
    with acting_as(WEGER):
        assert not Regel.objects.filter(recht="herkenning.vragen", uitkomst="ok").exists()


@pytest.mark.django_db
def test_without_an_actor_the_database_refuses(dossier, release):
    asked = dossier(PHONE)
    release(asked)
    with pytest.raises(DatabaseError) as refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM herkenning.herken(%s)", [asked])
    assert _sqlstate(refused) == "DZ001"


def test_who_released_cannot_ask_even_in_raw_sql(dossier, release, acting_as):
    asked = dossier(PHONE)
    release(asked)
    with (
        pytest.raises(DatabaseError) as refused,
        acting_as(PRIVACY),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("SELECT * FROM herkenning.herken(%s)", [asked])
    assert _sqlstate(refused) == "DZ003"


def test_who_weighs_cannot_release_their_own_question(dossier, actor, acting_as):
    asked = dossier(PHONE)
    with acting_as(PRIVACY) as by, pytest.raises(api.ZelfdePersoon):
        api.record_vrijgave(
            open_dossier(asked),
            soorten=["telefoon"],
            doel="privacycheck1",
            weger_id=by.medewerker_id,
            by=by,
            at=datetime.now(UTC),
        )
    with acting_as(WEGER) as by, pytest.raises(Geweigerd):
        api.record_vrijgave(
            open_dossier(asked),
            soorten=["telefoon"],
            doel="privacycheck1",
            weger_id=actor("bram.testman").medewerker_id,
            by=by,
            at=datetime.now(UTC),
        )


def _insert(asked, *, wie, door, weger):
    """Write a release around the API, as code that forgot everything would."""
    now = datetime.now(UTC)
    with context(wie), transaction.atomic():
        Vrijgave.objects.create(
            **open_dossier(asked).row(),
            soorten=["telefoon"],
            doel="privacycheck1",
            weger=weger,
            door=door,
            op=now,
            tot=now + timedelta(days=1),
        )


@pytest.mark.parametrize(
    ("wie", "door", "weger", "sqlstate"),
    [
        (WEGER, WEGER, "bram.testman", "DZ013"),  # no privacyfunctionaris
        (WEGER, PRIVACY, WEGER, "DZ011"),  # in the name of one
        (PRIVACY, PRIVACY, PRIVACY, "DZ012"),  # to oneself
    ],
)
def test_the_database_itself_binds_a_release_to_a_privacyfunctionaris(
    dossier, actor, wie, door, weger, sqlstate
):
    asked = dossier(PHONE)
    with pytest.raises(DatabaseError) as refused:
        _insert(asked, wie=actor(wie), door=actor(door).medewerker_id, weger=actor(weger).medewerker_id)
    assert _sqlstate(refused) == sqlstate


@pytest.mark.parametrize("statement", ["UPDATE {} SET tot = now() + interval '1 year'", "TRUNCATE {}"])
def test_a_release_cannot_be_changed(dossier, release, acting_as, statement):
    release(dossier(PHONE))
    with acting_as(PRIVACY), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        connection.cursor().execute(statement.format("herkenning_vrijgave"))


def test_a_release_cannot_be_removed_while_its_dossier_lives_and_goes_with_it(dossier, release, acting_as):
    released = dossier(PHONE)
    release(released)
    with acting_as(PRIVACY):
        assert Vrijgave.objects.filter(dossier_id=released).delete()[0] == 0
        destroy_dossier(released, at=datetime.now(UTC).date())
        assert Vrijgave.objects.filter(dossier_id=released).delete()[0] == 1


def test_a_release_of_an_unknown_kind_is_refused(dossier, release):
    with pytest.raises(IntegrityError):
        release(dossier(PHONE), soorten=("melder",))
