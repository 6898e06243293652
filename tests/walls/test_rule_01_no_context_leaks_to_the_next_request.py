"""Product rule 1: what one request was allowed to see is forgotten before the next one on the same connection."""

from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from doorzicht.ground.access.api import GeenContext, context, current_actor
from doorzicht.ground.organisaties.actor import Actor
from doorzicht.ground.vault import api as vault
from doorzicht.ground.vault.models import Dossier


def _actor(organisatie: str, *rollen: str) -> Actor:
    return Actor(
        organisatie, frozenset(rollen or ("jurist",)), uuid4(), organisaties=frozenset({organisatie})
    )


HEERDE, EPE, ZORG = _actor("0246"), _actor("0232"), _actor("0246", "zorgcoordinator")


@pytest.fixture
def dossiers(transactional_db) -> dict[str, UUID]:
    """A committed dossier in Heerde and one in Epe."""
    made = {}
    for actor in (HEERDE, EPE):
        with context(actor):
            made[actor.organisatie_id] = vault.create_dossier(
                soort="proef",
                organisatie_id=actor.organisatie_id,
                compartiment="algemeen",
                bewaarregel="proef",
            ).dossier_id
    return made


def _seen() -> set[str]:
    return set(Dossier.objects.values_list("organisatie_id", flat=True))


def _backend() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def _settings() -> list[str]:
    names = ("organisaties", "compartimenten", "medewerker", "toegekend", "uitgesloten")
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(f"coalesce(current_setting('dz.{n}', true), '')" for n in names))
        return list(cursor.fetchone())


def test_the_next_transaction_on_the_same_connection_sees_nothing(dossiers):
    with context(HEERDE):
        first, seen = _backend(), _seen()
    assert seen == {"0246"}
    with transaction.atomic():
        assert (_backend(), _seen()) == (first, set())
    assert (_backend(), _seen(), _settings()) == (first, set(), [""] * 5)


def test_the_next_actor_on_the_same_connection_sees_their_own_rows_only(dossiers):
    with context(HEERDE):
        first = _backend()
    with context(EPE):
        assert (_backend(), _seen()) == (first, {"0232"})


def test_nothing_stays_behind_after_an_exception(dossiers):
    with pytest.raises(ZeroDivisionError), context(HEERDE):
        raise ZeroDivisionError

    assert (_seen(), _settings()) == (set(), [""] * 5)


def test_an_error_of_the_database_inside_a_context_is_told_as_it_is_and_nothing_stays_behind(dossiers):
    with pytest.raises(DatabaseError, match="does not exist"), context(HEERDE), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM er_is_geen_tabel")

    assert (_seen(), _settings()) == (set(), [""] * 5)


def test_an_inner_context_gives_the_outer_one_back(dossiers):
    with context(HEERDE):
        with context(EPE):
            assert (current_actor(), _seen()) == (EPE, {"0232"})
        assert (current_actor(), _seen()) == (HEERDE, {"0246"})


def test_an_inner_context_that_fails_gives_the_outer_one_back(dossiers):
    with context(HEERDE):
        with pytest.raises(DatabaseError), context(EPE), connection.cursor() as cursor:
            cursor.execute("SELECT * FROM er_is_geen_tabel")
        assert (current_actor(), _seen()) == (HEERDE, {"0246"})


def test_an_inner_context_in_a_plain_transaction_leaves_nothing_behind(dossiers):
    """Tests and jobs that hold a transaction open: the setting would outlive the inner block."""
    with transaction.atomic():
        with context(HEERDE):
            assert _seen() == {"0246"}
        assert (_seen(), _settings()) == (set(), [""] * 5)


def test_outside_a_context_there_is_no_actor(db):
    with pytest.raises(GeenContext):
        current_actor()


def test_rule_08_a_sealed_compartment_needs_its_own_role(dossiers):
    with context(ZORG):
        sealed = vault.create_dossier(
            soort="proef", organisatie_id="0246", compartiment="zorg", bewaarregel="proef"
        ).dossier_id
        assert list(Dossier.objects.values_list("id", flat=True)) == [sealed]
    with context(HEERDE):
        assert list(Dossier.objects.values_list("id", flat=True)) == [dossiers["0246"]]
        with pytest.raises(vault.DossierOnbekend):
            vault.open_dossier(sealed)


def test_rule_08_nobody_can_make_a_dossier_in_a_compartment_that_is_closed_to_them(dossiers):
    for compartiment in ("zorg", "bibob", "wpg", "laa"):
        with pytest.raises(DatabaseError, match="row-level security"), context(HEERDE):
            vault.create_dossier(
                soort="proef", organisatie_id="0246", compartiment=compartiment, bewaarregel="proef"
            )
