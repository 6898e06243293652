"""One dossier can be closed to one person, and opened to one person or organisation between two moments."""

from uuid import UUID, uuid4

import pytest
from psycopg import errors

from tests.walls.conftest import EPE, HEERDE, Huis

NOOR, BRAM, OTTO = uuid4(), uuid4(), uuid4()
POLITIE = "politie-on"


def _recuse(house: Huis, medewerker: UUID, *, ingetrokken: bool = False) -> None:
    house.app.execute(
        "INSERT INTO access_uitsluiting (id, dossier_id, organisatie_id, compartiment, medewerker_id, door, op, "
        "ingetrokken_op) VALUES (gen_random_uuid(), %s, %s, 'algemeen', %s, %s, now(), "
        "CASE WHEN %s THEN now() END)",
        [house.parent(HEERDE), HEERDE, medewerker, BRAM, ingetrokken],
    )


def _allow(
    house: Huis,
    van: str = "- interval '1 hour'",
    tot: str = "+ interval '1 hour'",
    *,
    medewerker: UUID | None = OTTO,
    organisatie: str | None = None,
    ingetrokken: bool = False,
) -> None:
    house.app.execute(
        "INSERT INTO access_toegang (id, dossier_id, organisatie_id, compartiment, medewerker_id, "
        "voor_organisatie_id, kader, van, tot, door, ingetrokken_op) VALUES (gen_random_uuid(), %s, %s, "
        f"'algemeen', %s, %s, 'loo', now() {van}, now() {tot}, %s, CASE WHEN %s THEN now() END)",
        [house.parent(HEERDE), HEERDE, medewerker, organisatie, BRAM, ingetrokken],
    )


def _enter(house: Huis, organisatie: str, medewerker: UUID | None, compartimenten: str = "algemeen") -> None:
    """Another person, in the same transaction: the moment stands still, so that the borders are exact."""
    house.app.execute("SELECT ctx.enter(%s, %s, %s)", [organisatie, compartimenten, medewerker])


TABLES = ("vault_dossier", "muur_ouder", "muur_kind")


def _seen(house: Huis) -> set[int]:
    return {house.count(table) for table in TABLES}


def test_recusal_hides_the_dossier_and_its_rows_from_that_person_and_nobody_else(house: Huis):
    with house.acting(HEERDE, medewerker=BRAM):
        _recuse(house, NOOR)
        _enter(house, HEERDE, NOOR)
        assert _seen(house) == {0}
        assert house.count("access_uitsluiting") == 0
        _enter(house, HEERDE, BRAM)
        assert _seen(house) == {1}


def test_recusal_hides_that_dossier_and_no_other(house: Huis):
    with house.acting(HEERDE, "algemeen,zorg", medewerker=BRAM):
        _recuse(house, NOOR)
        _enter(house, HEERDE, NOOR, "algemeen,zorg")
        assert house.app.execute("SELECT id FROM vault_dossier").fetchall() == [
            (house.parent(HEERDE, "zorg"),)
        ]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE muur_ouder SET tekst = 'x'",
        "DELETE FROM muur_kind",
        "UPDATE vault_dossier SET ingepakt = NULL, vernietigd_op = current_date",
        "UPDATE access_uitsluiting SET ingetrokken_op = now()",
        "DELETE FROM access_uitsluiting",
    ],
)
def test_whoever_is_shut_out_cannot_change_blindly_either(house: Huis, statement):
    """A statement without a condition needs no right to read, so the policy for writing must say it again."""
    with house.acting(HEERDE, medewerker=BRAM):
        _recuse(house, NOOR)
        _enter(house, HEERDE, NOOR)
        assert house.app.execute(statement).rowcount == 0


def test_whoever_is_shut_out_cannot_add_to_the_dossier(house: Huis):
    with house.acting(HEERDE, medewerker=BRAM) as db:
        _recuse(house, NOOR)
        _enter(house, HEERDE, NOOR)
        with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
            db.execute(
                "INSERT INTO muur_ouder (dossier_id, organisatie_id, compartiment) VALUES (%s, %s, 'algemeen')",
                [house.parent(HEERDE), HEERDE],
            )


def test_a_recusal_that_was_taken_back_no_longer_hides(house: Huis):
    with house.acting(HEERDE, medewerker=BRAM):
        _recuse(house, NOOR, ingetrokken=True)
        _enter(house, HEERDE, NOOR)
        assert _seen(house) == {1}


def test_access_opens_exactly_that_dossier(house: Huis):
    with house.acting(HEERDE, medewerker=BRAM):
        _allow(house)
        _enter(house, EPE, OTTO, "algemeen,zorg")
        seen = {row[0] for row in house.app.execute("SELECT id FROM vault_dossier")}
        assert seen == {house.parent(EPE), house.parent(HEERDE)}
        assert house.count("muur_kind") == 2


@pytest.mark.parametrize(
    ("van", "tot", "open_now"),
    [
        ("- interval '1 hour'", "+ interval '1 hour'", True),
        ("", "+ interval '1 microsecond'", True),
        ("+ interval '1 microsecond'", "+ interval '1 hour'", False),
        ("- interval '1 hour'", "", False),
        ("- interval '2 hours'", "- interval '1 hour'", False),
    ],
    ids=["halfway", "at its first moment", "just before it", "at its last moment", "long after"],
)
def test_access_opens_between_its_moments_and_not_a_microsecond_longer(house: Huis, van, tot, open_now):
    with house.acting(HEERDE, medewerker=BRAM):
        _allow(house, van, tot)
        _enter(house, EPE, OTTO)
        assert (house.count("muur_ouder") == 2) is open_now


def test_access_that_was_taken_back_is_closed(house: Huis):
    with house.acting(HEERDE, medewerker=BRAM):
        _allow(house, ingetrokken=True)
        _enter(house, EPE, OTTO)
        assert _seen(house) == {1}


def test_access_for_a_person_is_not_for_their_colleagues(house: Huis):
    with house.acting(HEERDE, medewerker=BRAM):
        _allow(house)
        _enter(house, EPE, uuid4())
        assert _seen(house) == {1}


def test_access_for_an_organisation_is_for_that_organisation_only(house: Huis):
    with house.acting(HEERDE, medewerker=BRAM):
        _allow(house, medewerker=None, organisatie=POLITIE)
        _enter(house, POLITIE, uuid4())
        assert _seen(house) == {1}
        _enter(house, "riec-on", uuid4())
        assert _seen(house) == {0}


def test_access_does_not_open_a_compartment_that_is_closed_to_the_role(house: Huis):
    with house.acting(HEERDE, medewerker=BRAM):
        _allow(house)
        _enter(house, EPE, OTTO, "zorg")
        assert _seen(house) == {0}


def test_access_is_for_reading_not_for_writing(house: Huis):
    with house.acting(HEERDE, medewerker=BRAM) as db:
        _allow(house)
        _enter(house, EPE, OTTO)
        for statement in (
            "UPDATE muur_ouder SET tekst = 'x' WHERE organisatie_id = '0246'",
            "DELETE FROM muur_kind WHERE organisatie_id = '0246'",
            "UPDATE access_toegang SET tot = tot + interval '1 year'",
        ):
            assert db.execute(statement).rowcount == 0
        with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
            db.execute(
                "INSERT INTO muur_ouder (dossier_id, organisatie_id, compartiment) VALUES (%s, %s, 'algemeen')",
                [house.parent(HEERDE), HEERDE],
            )


def test_nobody_can_let_themselves_in(house: Huis):
    with house.acting(EPE, medewerker=OTTO), pytest.raises(errors.InsufficientPrivilege):
        _allow(house)


def test_recusal_is_stronger_than_access(house: Huis):
    with house.acting(HEERDE, medewerker=BRAM):
        _allow(house, medewerker=OTTO)
        _recuse(house, OTTO)
        _enter(house, EPE, OTTO)
        assert _seen(house) == {1}
