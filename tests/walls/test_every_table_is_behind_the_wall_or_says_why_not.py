"""Over all tables in pg_class: each is behind the wall, or declared with its grants and the reason it is not.

Whoever adds a table reads here what to add: the failure says it.
"""

import pytest

from doorzicht.ground.access.tabellen import TABELLEN
from tests.walls import walk
from tests.walls.conftest import Huis
from tests.walls.walk import ROLES

HOW = """
{problems}

A table with personal data: let its model derive from DossierRow and put ProtectTable("Model", ...) in its migration.
A table with reference data only: GrantTable("Model") in its migration, and Privacy.gegevens = "geen; ...".
Any other table (of a library, of an organisation and not of a dossier): a line in ground/access/tabellen.py.
"""


def _fail_on(problems: list[str]) -> None:
    if problems:
        pytest.fail(HOW.format(problems="\n".join(sorted(problems))), pytrace=False)


def test_every_table_is_known_to_the_house(house: Huis):
    declared = walk.dossier_tables().keys() | walk.declared_grants().keys() | TABELLEN.keys()
    _fail_on(
        [
            f"{name}: nobody declared this table"
            for name, kind in walk.tables(house.owner).items()
            if kind in "rp" and name not in declared
        ]
    )


def test_there_is_no_view_or_foreign_table_through_which_the_wall_could_be_passed(house: Huis):
    """A view reads with the rights of its owner and would step over every policy."""
    assert [name for name, kind in walk.tables(house.owner).items() if kind in "vmf"] == []


def test_every_table_of_a_dossier_has_the_four_policies_of_the_wall_and_no_other_way_in(house: Huis):
    expected = {(p.command, p.using, p.check) for p in walk.policies(house.owner, "muur_ouder")}
    assert {command for command, _, _ in expected} == {"r", "a", "w", "d"}
    problems = []
    for table in walk.dossier_tables():
        if not walk.is_protected(house.owner, table):
            problems.append(f"{table}: row-level security is off")
        found = [p for p in walk.policies(house.owner, table) if p.roles & {ROLES["app"], "PUBLIC"}]
        permissive = {(p.command, p.using, p.check) for p in found if p.permissive}
        problems += [f"{table}: policy for {c!r} is missing or differs" for c, _, _ in expected - permissive]
        problems += [
            f"{table}: policy {c!r} opens more than the wall does" for c, _, _ in permissive - expected
        ]
    _fail_on(problems)


def test_every_other_table_of_an_organisation_has_a_policy_on_the_organisation(house: Huis):
    problems = []
    for tabel in TABELLEN.values():
        if not tabel.eigen_beleid:
            continue
        if not walk.is_protected(house.owner, tabel.naam):
            problems.append(f"{tabel.naam}: row-level security is off")
        for p in walk.policies(house.owner, tabel.naam):
            conditions = [c for c in (p.using, p.check) if c is not None]
            if p.roles & {ROLES["app"], "PUBLIC"} and not all("ctx.organisaties()" in c for c in conditions):
                problems.append(f"{tabel.naam}: policy {p.naam} does not ask for the organisation")
    _fail_on(problems)


def test_no_policy_is_for_everybody_and_none_for_a_role_we_do_not_have(house: Huis):
    known = {ROLES["app"], ROLES["zegel"], ROLES["herken"]}
    _fail_on(
        [
            f"{table}: policy {p.naam} is for {', '.join(p.roles - known)}"
            for table in walk.tables(house.owner)
            for p in walk.policies(house.owner, table)
            if p.roles - known
        ]
    )


def test_every_table_gives_the_application_and_the_sealer_exactly_what_is_declared(house: Huis):
    in_migrations = walk.declared_grants()
    problems = []
    for table in walk.tables(house.owner):
        tabel = TABELLEN.get(table)
        declared = {
            ROLES["app"]: walk.parse_grants(tabel.grants) if tabel else in_migrations.get(table, set()),
            ROLES["zegel"]: walk.parse_grants(tabel.zegel) if tabel else set(),
            "PUBLIC": set(),
        }
        given = walk.grants(house.owner, table)
        for role, rights in declared.items():
            more, less = given.get(role, set()) - rights, rights - given.get(role, set())
            problems += [f"{table}: {role} has {right}, which is not declared" for right in more]
            problems += [f"{table}: {role} should have {right} and has it not" for right in less]
    _fail_on(problems)


def test_nobody_at_run_time_may_empty_a_table_or_hang_something_on_it(house: Huis):
    _fail_on(
        [
            f"{table}: {role} has {right}"
            for table in walk.tables(house.owner)
            for role, rights in walk.grants(house.owner, table).items()
            for right in rights
            if right.split("(")[0] in {"TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN"}
        ]
    )


def test_the_role_of_the_functions_sees_columns_and_never_a_whole_table(house: Huis):
    """What {herken} may see is named column by column, so that a new column is not seen by accident."""
    _fail_on(
        [
            f"{table}: {ROLES['herken']} has {right} on the whole table; name the columns"
            for table in walk.tables(house.owner)
            for right in walk.grants(house.owner, table).get(ROLES["herken"], set())
            if "(" not in right or right.startswith("DELETE")
        ]
    )


def test_every_row_of_a_dossier_hangs_on_its_dossier_with_organisation_and_compartment(house: Huis):
    whole = walk.ForeignKey(
        ("dossier_id", "organisatie_id", "compartiment"),
        "vault_dossier",
        ("id", "organisatie_id", "compartiment"),
    )
    _fail_on(
        [
            f"{table}: no composite foreign key to its dossier (ProtectTable makes it)"
            for table in walk.dossier_tables()
            if whole not in walk.foreign_keys(house.owner, table)
        ]
    )


def test_no_foreign_key_to_a_row_behind_the_wall_leaves_the_organisation_out(house: Huis):
    """The check of a foreign key does not see row-level security: a plain one accepts another organisation's row."""
    behind = walk.dossier_tables().keys() | {t.naam for t in TABELLEN.values() if t.eigen_beleid}
    own_policy = {t.naam for t in TABELLEN.values() if t.eigen_beleid}
    problems = []
    for table in walk.tables(house.owner):
        keys = walk.foreign_keys(house.owner, table)
        safe = {
            key.columns[0]
            for key in keys
            if "organisatie_id" in key.columns and "organisatie_id" in key.other
        }
        for key in keys:
            # Django's own foreign key may stand beside the composite one on a table with a policy of its own.
            doubled = table in own_policy and key.columns[0] in safe
            if key.table in behind and "organisatie_id" not in key.columns and not doubled:
                problems.append(
                    f"{table}.{key.columns[0]} refers to {key.table} without the organisation: make it a UUIDField "
                    f'and add parents={{"{key.columns[0]}": "..."}} to ProtectTable, is_parent=True on the other'
                )
    _fail_on(problems)


def test_every_number_of_another_row_has_a_foreign_key_or_says_why_not(house: Huis):
    """A UUIDField without a key would accept any number, also of another organisation's row."""
    people = {"medewerker_id", "dossier_id"}
    problems = []
    for table, model in walk.dossier_tables().items():
        keyed = {key.columns[0] for key in walk.foreign_keys(house.owner, table)}
        free = getattr(model.Privacy, "verwijzingen", {})  # type: ignore[attr-defined]
        for field in model._meta.concrete_fields:
            name = field.column
            if (
                field.get_internal_type() == "UUIDField"
                and name.endswith("_id")
                and name not in people | keyed | free.keys()
            ):
                problems.append(
                    f'{table}.{name}: add parents={{"{name}": "Model"}} to ProtectTable, or '
                    f'Privacy.verwijzingen = {{"{name}": "waarom zonder sleutel"}}'
                )
    _fail_on(problems)


def test_every_table_that_stands_outside_says_why():
    assert [t.naam for t in TABELLEN.values() if len(t.reden) < 10] == []


def test_no_declared_table_has_been_forgotten(house: Huis):
    """A declaration without a table is a hole waiting for one."""
    libraries_not_here_yet = {"procrastinate_workers"}
    assert TABELLEN.keys() - walk.tables(house.owner).keys() - libraries_not_here_yet == set()
