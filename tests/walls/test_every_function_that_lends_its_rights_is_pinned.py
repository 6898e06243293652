"""A SECURITY DEFINER function runs with the rights of its owner: whom it belongs to and what it finds is fixed."""

import pytest

from tests.walls.conftest import Huis
from tests.walls.walk import ROLES

OURS = (
    "pronamespace IN (SELECT oid FROM pg_namespace "
    "WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema')"
)


def _lending(house: Huis, columns: str) -> list[tuple]:
    return house.owner.execute(
        f"SELECT p.oid::regprocedure::text, {columns} FROM pg_proc p WHERE prosecdef AND {OURS} ORDER BY 1"
    ).fetchall()


def test_there_is_one_at_least_so_that_this_file_tests_something(house: Huis):
    assert "ctx.enter(text,text,uuid)" in [name for (name, _) in _lending(house, "1")]


def test_each_has_a_pinned_search_path_that_ends_with_the_temporary_schema(house: Huis):
    """A temporary table or a function of the caller must never be found before the real one."""
    for name, config in _lending(house, "proconfig"):
        path = next((c for c in config or [] if c.startswith("search_path=")), "")
        assert path, f"{name}: SET search_path is missing"
        schemas = [s.strip(' "') for s in path.removeprefix("search_path=").split(",")]
        assert schemas[0] == "pg_catalog", name
        assert schemas[-1] == "pg_temp", f"{name}: end the search_path with pg_temp"


def test_each_belongs_to_the_role_that_can_log_in_nowhere(house: Huis):
    for name, owner in _lending(house, "proowner::regrole::text"):
        assert owner == ROLES["herken"], f"{name}: ALTER FUNCTION ... OWNER TO {{herken}}"


def test_none_can_be_called_by_everybody(house: Huis):
    """Take the right away before the function changes hands: afterwards REVOKE is only a warning."""
    open_to_all = [
        name
        for name, by_all in _lending(house, "has_function_privilege('public', p.oid, 'EXECUTE')")
        if by_all
    ]
    assert open_to_all == [], "REVOKE ALL ON FUNCTION ... FROM PUBLIC, before ALTER FUNCTION ... OWNER TO"


def test_none_builds_sql_out_of_text(house: Huis):
    for name, source in _lending(house, "prosrc"):
        assert "execute " not in f" {source.lower()} ", f"{name}: no dynamic SQL with lent rights"


def test_a_temporary_table_of_the_caller_does_not_mislead_one(house: Huis):
    """The caller shadows a table the function reads: it must find the real one."""
    with house.acting("0246") as db:
        db.execute(
            "CREATE TEMP TABLE access_toegang (dossier_id uuid, medewerker_id uuid, voor_organisatie_id text, "
            "van timestamptz, tot timestamptz, ingetrokken_op timestamptz)"
        )
        db.execute(
            "INSERT INTO pg_temp.access_toegang VALUES (%s, NULL, '0246', now() - interval '1 hour', "
            "now() + interval '1 hour', NULL)",
            [house.parent("0232")],
        )
        db.execute("SELECT ctx.enter('0246', 'algemeen', NULL)")
        assert db.execute("SELECT ctx.toegekend()").fetchone() == ([],)


@pytest.mark.parametrize(
    "function", ["organisaties", "compartimenten", "medewerker", "toegekend", "uitgesloten"]
)
def test_the_context_is_read_by_functions_nobody_can_replace(house: Huis, function):
    owner = house.owner.execute(f"SELECT proowner::regrole::text FROM pg_proc WHERE proname = '{function}'")
    assert owner.fetchone() == (ROLES["eigenaar"],)
