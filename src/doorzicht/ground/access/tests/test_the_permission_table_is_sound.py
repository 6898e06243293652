"""The permission table names roles that exist, has a sentence for every right, and is the only place for rights."""

import ast
from pathlib import Path

import pytest

from doorzicht.ground.access.api import RECHTEN, Actor, Geweigerd, may, require
from doorzicht.ground.organisaties.rollen import ROLLEN

SRC = Path(__file__).parents[3]
NOT_A_STAFF_ROLE = {"melder", "systeem"}
ASK = {"require", "may"}


def _actor(*rollen: str) -> Actor:
    return Actor("0246", frozenset(rollen), organisaties=frozenset({"0246"}))


def test_every_right_is_for_roles_that_exist():
    unknown = {r.code: r.rollen - ROLLEN.keys() - NOT_A_STAFF_ROLE for r in RECHTEN.values()}
    assert {code: rollen for code, rollen in unknown.items() if rollen} == {}


def test_every_right_is_for_somebody_and_says_why_in_a_sentence():
    assert [r.code for r in RECHTEN.values() if not r.rollen or not r.zin.endswith(".")] == []


def test_whoever_has_a_role_of_the_right_may(db):
    for recht in RECHTEN.values():
        for rol in recht.rollen:
            require(_actor(rol), recht.code)


def test_whoever_has_none_of_its_roles_may_not(db):
    everybody = ROLLEN.keys() | NOT_A_STAFF_ROLE
    for recht in RECHTEN.values():
        for rol in everybody - recht.rollen:
            assert not may(_actor(rol), recht.code), (rol, recht.code)
            with pytest.raises(Geweigerd):
                require(_actor(rol), recht.code)


def test_nobody_without_a_role_may_anything():
    assert [code for code in RECHTEN if may(_actor(), code)] == []


def test_two_roles_give_what_either_gives_and_nothing_more():
    for recht in RECHTEN.values():
        both = may(_actor("jurist", "fg"), recht.code)
        assert both == (may(_actor("jurist"), recht.code) or may(_actor("fg"), recht.code))


def test_a_right_that_is_not_in_the_table_is_a_programming_error():
    with pytest.raises(KeyError):
        may(_actor("jurist"), "alles.mogen")


@pytest.mark.parametrize("rol", ["beheerder", "werkgroep_iv", "beleidsmedewerker"])
def test_roles_that_see_no_content_may_read_no_melding_and_enter_no_compartment(rol):
    assert ROLLEN[rol].compartimenten == ()
    for code in (
        "melding.lezen",
        "melding.lijst",
        "melding.melder_zien",
        "verstrekking.lezen",
        "overleg.zien",
    ):
        assert not may(_actor(rol), code)


def test_the_privacy_check_is_never_done_by_who_weighs():
    weighs, checks = RECHTEN["weging.uitvoeren"].rollen, RECHTEN["privacycheck.uitvoeren"].rollen
    assert weighs & checks == set()


def test_the_logboek_is_read_by_somebody_who_does_nothing_else_with_meldingen():
    for rol in RECHTEN["logboek.lezen"].rollen:
        assert not may(_actor(rol), "melding.lezen")
        assert not may(_actor(rol), "weging.uitvoeren")


def test_a_refusal_says_who_may_without_saying_what_is_behind_the_door():
    with pytest.raises(Geweigerd) as refusal:
        require(_actor("jurist"), "weging.uitvoeren")

    assert refusal.value.uitleg.startswith("Dit is niet voor jou vrijgegeven.")


def _asked_for() -> dict[str, set[str]]:
    """Every right named in the code, with the files that name it."""
    found: dict[str, set[str]] = {}
    for path in SRC.rglob("*.py"):
        if {"tests", "migrations"} & set(path.parts):
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call):
                for code in _rights_in(node):
                    found.setdefault(code, set()).add(str(path.relative_to(SRC)))
    return found


def _rights_in(call: ast.Call) -> list[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    second = call.args[1:2] if name in ASK else []
    named = [k.value for k in call.keywords if k.arg == "recht"]
    return [a.value for a in (*second, *named) if isinstance(a, ast.Constant) and isinstance(a.value, str)]


def test_every_right_the_code_asks_for_is_in_the_table():
    unknown = {code: files for code, files in _asked_for().items() if code and code not in RECHTEN}
    assert unknown == {}, "add the right to ground/access/rechten.py, with its sentence"
