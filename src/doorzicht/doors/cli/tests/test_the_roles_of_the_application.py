"""The roles: the owner owns, the application and the sealer own nothing, nobody is superuser."""

import psycopg
import pytest

ROLES = ("doorzicht_eigenaar", "doorzicht_app", "doorzicht_zegel", "doorzicht_herken")


def test_none_of_them_is_superuser_or_steps_over_row_level_security(server, connect):
    with connect(server, "doorzicht_app") as db:
        rows = db.execute(
            "SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin"
            " FROM pg_roles WHERE rolname = ANY(%s)",
            [list(ROLES)],
        ).fetchall()
    assert sorted(rows) == [
        ("doorzicht_app", False, False, False, False, True),
        ("doorzicht_eigenaar", False, False, False, True, True),
        ("doorzicht_herken", False, False, False, False, False),
        ("doorzicht_zegel", False, False, False, False, True),
    ]


@pytest.mark.parametrize("role", ["doorzicht_app", "doorzicht_zegel"])
def test_the_application_and_the_sealer_own_and_make_nothing(server, connect, role):
    with connect(server, role) as db:
        owned = db.execute(
            "SELECT count(*) FROM pg_shdepend d JOIN pg_roles r ON r.oid = d.refobjid"
            " WHERE r.rolname = current_user AND d.deptype = 'o'"
        ).fetchone()
        assert owned == (0,)
        for attempt in (
            "CREATE TABLE public.van_mij (x int)",
            "CREATE SCHEMA van_mij",
            "CREATE TEMP TABLE van_mij (x int)",
            "CREATE DATABASE van_mij",
            "CREATE ROLE van_mij",
            "SET ROLE doorzicht_eigenaar",
            "SET ROLE doorzicht_herken",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                db.execute(attempt)


def test_the_owner_may_hand_a_function_to_the_recogniser_but_inherits_nothing_from_it(server, connect):
    with connect(server, "doorzicht_eigenaar") as db:
        db.execute("CREATE FUNCTION raad() RETURNS int LANGUAGE sql AS 'SELECT 1'")
        db.execute("GRANT CREATE ON SCHEMA public TO doorzicht_herken")
        db.execute("ALTER FUNCTION raad() OWNER TO doorzicht_herken")
        db.execute("REVOKE CREATE ON SCHEMA public FROM doorzicht_herken")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            db.execute("ALTER FUNCTION raad() COST 7")


@pytest.mark.parametrize("role", ["postgres", "doorzicht_herken"])
def test_nobody_can_log_in_as_superuser_or_as_the_recogniser(server, connect, role):
    with pytest.raises(psycopg.OperationalError):
        connect(server, role)


def test_the_owner_makes_databases_for_tests_and_may_work_in_them(server, connect):
    with connect(server, "doorzicht_eigenaar") as db:
        db.execute("CREATE DATABASE proef TEMPLATE template0")
    with connect(server, "doorzicht_eigenaar", "proef") as db:
        db.execute("CREATE TABLE van_de_eigenaar (x int)")
