"""Product rule 1: the application connects as a role that owns nothing, so that it cannot take the wall down."""

import pytest
from django.conf import settings
from django.db import connection
from psycopg import errors

from tests.walls.conftest import HEERDE, Huis

ROLES = settings.DOORZICHT_DB_ROLLEN


def test_tests_and_application_run_as_the_role_that_owns_nothing(house: Huis, db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, session_user")
        assert cursor.fetchone() == (ROLES["app"], ROLES["app"])


def test_it_owns_no_table_schema_function_or_database(house: Huis):
    owned = house.owner.execute(
        "SELECT c.relname FROM pg_class c WHERE c.relowner = %(r)s::regrole "
        "UNION ALL SELECT nspname FROM pg_namespace WHERE nspowner = %(r)s::regrole "
        "UNION ALL SELECT proname FROM pg_proc WHERE proowner = %(r)s::regrole "
        "UNION ALL SELECT datname FROM pg_database WHERE datdba = %(r)s::regrole",
        {"r": ROLES["app"]},
    ).fetchall()
    assert owned == []


@pytest.mark.parametrize("role", ["app", "zegel", "herken"])
def test_no_role_at_run_time_steps_over_a_policy_or_belongs_to_another_role(house: Huis, role):
    attributes = house.owner.execute(
        "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication FROM pg_roles WHERE rolname = %s",
        [ROLES[role]],
    ).fetchone()
    member = house.owner.execute(
        "SELECT count(*) FROM pg_auth_members WHERE member = %s::regrole", [ROLES[role]]
    ).fetchone()
    assert attributes == (False,) * 5
    assert member == (0,)


def test_nobody_can_log_in_as_the_role_of_the_functions(house: Huis):
    found = house.owner.execute("SELECT rolcanlogin FROM pg_roles WHERE rolname = %s", [ROLES["herken"]])
    assert found.fetchone() == (False,)


@pytest.mark.parametrize(
    "statement",
    [
        f"SET ROLE {ROLES['eigenaar']}",
        f"SET ROLE {ROLES['herken']}",
        f"SET SESSION AUTHORIZATION {ROLES['eigenaar']}",
        "ALTER TABLE muur_ouder DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE muur_ouder NO FORCE ROW LEVEL SECURITY",
        "ALTER TABLE muur_ouder OWNER TO CURRENT_USER",
        "ALTER TABLE muur_kind DROP CONSTRAINT muur_kind_dossier",
        "DROP POLICY muur_ouder_lezen ON muur_ouder",
        "CREATE POLICY alles ON muur_ouder FOR SELECT USING (true)",
        "TRUNCATE muur_ouder",
        "DROP TABLE muur_ouder",
        "CREATE TABLE public.van_mij (a int)",
        "CREATE TABLE ctx.van_mij (a int)",
        "CREATE SCHEMA van_mij",
        "CREATE FUNCTION public.van_mij() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE OR REPLACE FUNCTION ctx.organisaties() RETURNS text[] LANGUAGE sql AS 'SELECT NULL::text[]'",
        "CREATE VIEW public.van_mij AS SELECT * FROM muur_ouder",
        "CREATE RULE van_mij AS ON INSERT TO muur_ouder DO NOTHING",
        "CREATE TRIGGER van_mij BEFORE INSERT ON muur_ouder EXECUTE FUNCTION suppress_redundant_updates_trigger()",
        "DROP EXTENSION plpgsql",
        "CREATE ROLE van_mij",
        "COPY muur_ouder TO PROGRAM 'cat'",
        "COPY muur_ouder TO '/tmp/van_mij'",
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT pg_reload_conf()",
        "SELECT lo_import('/etc/passwd')",
    ],
)
def test_it_cannot_take_the_wall_down_or_build_its_own(house: Huis, statement):
    with house.acting(HEERDE) as db, pytest.raises(errors.InsufficientPrivilege):
        db.execute(statement)


def test_switching_row_security_off_gives_an_error_and_no_rows(house: Huis):
    with house.acting(HEERDE) as db:
        db.execute("SET LOCAL row_security = off")
        with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
            db.execute("SELECT * FROM muur_ouder")


def test_a_row_that_the_wall_hides_is_not_told_by_a_function_in_the_condition(house: Huis):
    """A leaky function must not run before the policy: it would report the rows it is given."""
    leaky = "SELECT * FROM muur_ouder WHERE 1 / (length(organisatie_id) - 4) > 0"
    assert house.app.execute(leaky).fetchall() == []
    with house.acting(HEERDE) as db, pytest.raises(errors.DivisionByZero):
        db.execute(leaky)


def test_it_cannot_give_its_rights_away(house: Huis):
    with house.acting(HEERDE) as db:
        db.execute("GRANT SELECT ON muur_ouder TO PUBLIC")
        given = db.execute(
            "SELECT count(*) FROM pg_class c, aclexplode(c.relacl) a WHERE relname = 'muur_ouder' AND a.grantee = 0"
        )
        assert given.fetchone() == (0,)
