"""Product rule 12: who of another organisation reads our data is in our logboek too. The database writes that row;
these tests ask the tables with raw SQL, as the application's role."""

from datetime import date
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import IntegrityError, connection
from psycopg import errors
from tests.support.zegel import role_connection

from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.logboek import api
from doorzicht.ground.logboek.gebroken import KetenGebroken
from doorzicht.ground.vault import api as vault

HEERDE, EPE, POLITIE, DIENST = "0246", "0232", "politie-on", "odnv"


def person(organisatie: str, rol: str = "loo_partner") -> Actor:
    return Actor(organisatie, frozenset({rol}), uuid4(), organisaties=frozenset({organisatie}))


@pytest.fixture
def dossier(db):
    """`dossier("0246")`: the number of a dossier of that organisation."""

    def make(organisatie: str) -> UUID:
        with context(Actor.systeem(organisatie)):
            return vault.create_dossier(
                soort="proef", organisatie_id=organisatie, compartiment="algemeen", bewaarregel="agendapunt"
            ).dossier_id

    return make


@pytest.fixture
def guest() -> Actor:
    return person(POLITIE, "politie")


def act(by: Actor, *ids: UUID, handeling: str = "lees", uitkomst: str = "ok") -> None:
    with context(by):
        api.record(by, handeling, "agendapunt", ids, recht="overleg.zien", uitkomst=uitkomst)


def seen_by(who: Actor) -> list[tuple]:
    """(whose logboek, of which other organisation, who, objects) of every row the wall shows, without any filter."""
    with context(who), connection.cursor() as cursor:
        cursor.execute(
            "SELECT organisatie_id, van_organisatie_id, medewerker_id, object_ids FROM logboek_regel ORDER BY id"
        )
        return cursor.fetchall()


def test_the_fg_of_the_owner_sees_the_reading_and_of_which_organisation_the_reader_is(dossier, guest):
    theirs = dossier(HEERDE)
    act(guest, theirs)
    fg = person(HEERDE, "fg")
    assert seen_by(fg) == [(HEERDE, POLITIE, guest.medewerker_id, [theirs])]
    with context(fg):
        (row,) = api.latest(organisatie_id=HEERDE, limit=5, gasten=True)
        assert (row.van, row.handeling, row.recht) == (POLITIE, "lees", "overleg.zien")


def test_the_organisation_of_the_guest_still_sees_its_own_part(dossier, guest):
    theirs, unknown = dossier(HEERDE), uuid4()
    act(guest, theirs, unknown)
    assert seen_by(person(POLITIE, "fg")) == [(POLITIE, "", guest.medewerker_id, [theirs, unknown])]


@pytest.mark.parametrize("rol", ["fg", "coordinator", "beheerder"])
@pytest.mark.parametrize("elsewhere", [EPE, DIENST])
def test_nobody_of_a_third_organisation_sees_it(dossier, guest, elsewhere, rol):
    act(guest, dossier(HEERDE))
    assert seen_by(person(elsewhere, rol)) == []
    with context(person(elsewhere, rol)):
        assert api.latest(organisatie_id=HEERDE, limit=5) == []


def test_of_a_list_across_municipalities_each_sees_its_own_objects_only(dossier, guest):
    ours, first, second = dossier(POLITIE), dossier(EPE), dossier(HEERDE)
    third = dossier(EPE)
    act(guest, third, ours, first, second)
    assert seen_by(person(HEERDE, "fg")) == [(HEERDE, POLITIE, guest.medewerker_id, [second])]
    assert seen_by(person(EPE, "fg")) == [(EPE, POLITIE, guest.medewerker_id, [third, first])]


def test_the_two_rows_are_one_act(dossier, guest):
    act(guest, dossier(HEERDE))
    found = []
    for who in (person(POLITIE), person(HEERDE)):
        with context(who), connection.cursor() as cursor:
            cursor.execute("SELECT trace_id, xid::text FROM logboek_regel")
            found += cursor.fetchall()
    assert len(found) == 2
    assert found[0] == found[1]


def test_a_try_that_was_refused_is_seen_too(dossier, guest):
    act(guest, dossier(HEERDE), handeling="weiger", uitkomst="geweigerd")
    with context(person(HEERDE, "fg")):
        (row,) = api.latest(organisatie_id=HEERDE, limit=5)
        assert (row.handeling, row.uitkomst, row.van) == ("weiger", "geweigerd", POLITIE)


def test_what_somebody_does_with_data_of_their_own_organisation_is_one_row(dossier):
    noor = person(HEERDE, "aandachtsfunctionaris")
    act(noor, dossier(HEERDE), uuid4())
    assert [row[1] for row in seen_by(noor)] == [""]
    with context(noor):
        assert api.latest(organisatie_id=HEERDE, limit=5, gasten=True) == []


def test_a_destroyed_dossier_still_has_an_owner(dossier, guest):
    theirs = dossier(HEERDE)
    with context(Actor.systeem(HEERDE)):
        vault.destroy_dossier(theirs, at=date(2026, 11, 24))
    act(guest, theirs)
    assert len(seen_by(person(HEERDE, "fg"))) == 1


def test_rule_07_an_act_of_a_reporter_or_of_the_house_has_no_second_row(dossier):
    """A reporter's act has no row with a clock at all, and so none in another logboek."""
    theirs = dossier(HEERDE)
    for by in (Actor.melder(EPE), Actor.systeem(EPE)):
        act(by, theirs)
    assert seen_by(person(HEERDE, "fg")) == []
    with context(person(HEERDE, "fg")), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM logboek_anoniemeregel")
        assert cursor.fetchone() == (0,)


INSERT = (
    "INSERT INTO logboek_regel (organisatie_id, medewerker_id, rol, handeling, recht, object_soort, object_ids, doel, "
    "uitkomst, bijzonderheden, trace_id{column}) VALUES (%s, %s, 'x', 'lees', 'x', 'x', '{{}}', '', 'ok', '{{}}', "
    "gen_random_uuid(){value})"
)


def write_by_hand(organisatie: str, *, acting_for: str, column: str = "", value: str = "") -> None:
    who = uuid4()
    with role_connection("app") as app, app.transaction():
        app.execute("SELECT ctx.enter(%s, 'algemeen', %s)", [acting_for, who])
        app.execute(INSERT.format(column=column, value=value), [organisatie, who])


@pytest.mark.parametrize("value", ["'politie-on'", "''", "DEFAULT"])
def test_the_application_cannot_say_itself_whose_guest_acted(db, value):
    with pytest.raises(errors.InsufficientPrivilege):
        write_by_hand(HEERDE, acting_for=HEERDE, column=", van_organisatie_id", value=f", {value}")


def test_the_application_cannot_write_in_the_logboek_of_another_organisation(db):
    with pytest.raises(errors.InsufficientPrivilege):
        write_by_hand(HEERDE, acting_for=POLITIE)


def test_nor_by_calling_the_function_of_the_database(db):
    with role_connection("app") as app, pytest.raises(psycopg.Error):
        app.execute("SELECT logboek_ook_bij_eigenaar()")


def of_heerde() -> UUID:
    with context(Actor.systeem(HEERDE)):
        return vault.create_dossier(
            soort="proef", organisatie_id=HEERDE, compartiment="algemeen", bewaarregel="agendapunt"
        ).dossier_id


def test_no_second_row_no_answer(logboek, guest):
    """What cannot be told to the owner is not shown to the guest: the act fails as a whole."""
    theirs = of_heerde()
    logboek.owner.execute(
        "ALTER TABLE logboek_regel ADD CONSTRAINT vol CHECK (van_organisatie_id = '') NOT VALID"
    )
    with pytest.raises(IntegrityError):
        act(guest, theirs)
    assert seen_by(person(POLITIE)) == []


def test_both_rows_are_sealed_and_the_second_is_guarded_like_every_row(logboek, guest):
    act(guest, of_heerde())
    assert logboek.seal() == 2
    assert logboek.verify().regels == 2
    logboek.owner.execute(
        "UPDATE logboek_regel SET van_organisatie_id = 'odnv' WHERE van_organisatie_id <> ''"
    )
    with pytest.raises(KetenGebroken, match="was changed after it was sealed"):
        logboek.verify()
