"""A role is held between two days, both included; whom it asks for comes first, deputies after."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError

from doorzicht.ground.organisaties import api
from doorzicht.ground.organisaties.actor import Actor
from doorzicht.ground.organisaties.models import Medewerker, Organisatie
from doorzicht.ground.organisaties.rollen import ROLLEN

FIRST, LAST = date(2026, 11, 24), date(2026, 12, 31)
ONE = timedelta(days=1)


@pytest.fixture
def anna(db) -> Medewerker:
    """Holds the role of jurist in Heerde for five weeks."""
    heerde = Organisatie.objects.get(code="0246")
    anna = Medewerker.objects.create_account(
        gebruikersnaam="anna",
        naam="Anna Proef",
        email="",
        organisatie=heerde,
        wachtwoord="een lang wachtwoord",
    )
    row = api.appoint(anna, "jurist", organisatie=heerde, vanaf=FIRST)
    row.tot = LAST
    row.save()
    return anna


@pytest.mark.parametrize(
    ("day", "holds"), [(FIRST - ONE, False), (FIRST, True), (LAST, True), (LAST + ONE, False)]
)
def test_it_holds_on_its_first_and_last_day_and_not_outside(anna, day, holds):
    found = {a.medewerker_id for a in api.aangesteld("0246", ["jurist"], on=day)}
    assert (anna.id in found) is holds


def test_it_holds_for_that_role_and_that_organisation_only(anna):
    assert anna.id not in {a.medewerker_id for a in api.aangesteld("0246", ["fg"], on=FIRST)}
    assert anna.id not in {a.medewerker_id for a in api.aangesteld("0232", ["jurist"], on=FIRST)}


def test_a_role_that_does_not_exist_cannot_be_given(anna):
    with pytest.raises(KeyError):
        api.appoint(anna, "baas", organisatie=anna.organisatie, vanaf=FIRST)


def test_an_appointment_cannot_end_before_it_begins(anna):
    with pytest.raises(IntegrityError, match="periode"):
        anna.aanstellingen.update(tot=FIRST - ONE)


def test_the_holder_comes_before_the_deputy(db):
    found = api.aangesteld("0246", ["aandachtsfunctionaris"], on=FIRST)
    assert [a.plaatsvervanger for a in found] == [False, True]


def test_a_password_is_never_kept_readable(anna):
    assert anna.password.startswith("argon2")
    assert "wachtwoord" not in anna.password


def test_nobody_stands_above_the_permission_table(anna):
    assert not anna.is_superuser
    assert not anna.is_staff
    assert not anna.has_perm("alles")


@pytest.mark.parametrize("rol", ROLLEN.values(), ids=lambda rol: rol.code)
def test_an_actor_may_enter_the_compartments_of_their_roles_and_no_others(rol):
    assert Actor("0246", frozenset({rol.code})).compartimenten == frozenset(rol.compartimenten)


def test_two_roles_open_the_compartments_of_both():
    both = Actor("0246", frozenset({"jurist", "zorgcoordinator"}))
    assert both.compartimenten == {"algemeen", "hulp", "zorg"}


def test_a_reporter_enters_the_general_compartment_only_and_has_no_name():
    melder = Actor.melder("0246")
    assert (melder.compartimenten, melder.medewerker_id, melder.naam) == ({"algemeen"}, None, "")


def test_rule_08_no_role_opens_two_sealed_compartments_at_once():
    sealed = {"zorg", "bibob", "laa"}
    assert [rol.code for rol in ROLLEN.values() if len(sealed & set(rol.compartimenten)) > 1] == []


def test_an_actor_acts_for_one_organisation(db):
    noor = Medewerker.objects.get(gebruikersnaam="noor.voorbeeld")
    actor = Actor.of(noor, ["aandachtsfunctionaris"], noor.organisatie_id)
    assert (actor.organisaties, actor.organisatie_id) == ({"0246"}, "0246")


def test_the_cast_is_invented_and_covers_every_role(db):
    taken = set(
        Medewerker.objects.filter(aanstellingen__isnull=False).values_list("aanstellingen__rol", flat=True)
    )
    assert ROLLEN.keys() - taken == set()
    assert not Medewerker.objects.exclude(email__endswith=".example").exclude(email="").exists()
