"""The application's role sees no index: not by SQL, not by shadowing what the function reads."""

import pytest
from django.db import DatabaseError, IntegrityError, ProgrammingError, connection, transaction

from doorzicht.engines.matching.kenmerk import Kenmerk as Herkenbaar
from doorzicht.engines.matching.normalise import SOORTEN
from doorzicht.ground.herkenning import api
from doorzicht.ground.herkenning.models import Kenmerk
from doorzicht.ground.herkenning.tests.conftest import ANDER, PHONE, WEGER
from doorzicht.ground.vault.api import create_dossier


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT indexwaarde FROM herkenning_kenmerk",
        "SELECT * FROM herkenning_kenmerk",
        "SELECT dossier_id FROM herkenning_kenmerk WHERE indexwaarde = '\\x00'::bytea",
        "DELETE FROM herkenning_kenmerk WHERE indexwaarde = '\\x00'::bytea",
        "UPDATE herkenning_kenmerk SET soort = 'kvk'",
        "INSERT INTO herkenning_kenmerk (indexwaarde) VALUES ('') ON CONFLICT (dossier_id, indexwaarde) DO NOTHING",
        "SELECT indexwaarde FROM herkenning_regiokenmerk",
        "SELECT k.id FROM herkenning_regiokenmerk k JOIN herkenning_regiokenmerk a ON a.indexwaarde = k.indexwaarde",
        "UPDATE herkenning_regiokenmerk SET soort = 'kvk'",
    ],
)
def test_the_application_cannot_read_or_compare_an_index(dossier, acting_as, statement):
    dossier(PHONE)
    with acting_as(WEGER), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        connection.cursor().execute(statement)


def test_tables_of_ones_own_with_the_same_names_change_nothing(dossier, acting_as):
    """A shadow of every table the function reads, first in the search path, with a release in it."""
    asked = dossier(PHONE)
    with acting_as(WEGER), connection.cursor() as cursor:
        for table in ("vault_dossier", "herkenning_kenmerk", "organisaties_aanstelling", "logboek_regel"):
            cursor.execute(f"CREATE TEMP TABLE {table} (id uuid)")
        cursor.execute("CREATE TEMP TABLE herkenning_vrijgave (dossier_id uuid, organisatie_id text, soorten text[],"
                       " door uuid, tot timestamptz)")  # fmt: skip
        cursor.execute("INSERT INTO pg_temp.herkenning_vrijgave VALUES (%s, '0246', '{telefoon}', gen_random_uuid(),"
                       " now() + interval '1 day')", [asked])  # fmt: skip
        cursor.execute("SET LOCAL search_path = pg_temp, public")
        with pytest.raises(DatabaseError, match="no release"), transaction.atomic():
            cursor.execute("SELECT * FROM herkenning.herken(%s)", [asked])
        cursor.execute("SET LOCAL search_path = public")
        cursor.execute("DISCARD TEMP")


@pytest.mark.django_db
def test_the_functions_look_nowhere_else_and_only_the_application_may_call_a_question(settings):
    with connection.cursor() as cursor:
        cursor.execute("SELECT proname, proconfig, proowner::regrole::text, array_to_string(proacl, ' ') FROM pg_proc"
                       " WHERE pronamespace = 'herkenning'::regnamespace ORDER BY proname")  # fmt: skip
        found = {name: (config, owner, acl) for name, config, owner, acl in cursor.fetchall()}
    roles = settings.DOORZICHT_DB_ROLLEN
    for guard in ("bewaak_afspraak", "bewaak_vrijgave"):
        assert found.pop(guard)[:2] == (["search_path=pg_catalog, pg_temp"], roles["eigenaar"])
    assert found.pop("vandaag")[:2] == (["search_path=pg_catalog"], roles["eigenaar"])
    assert found.keys() == {"herken", "herken_regio", "regiostand"}
    for config, owner, acl in found.values():
        assert (config, owner) == (["search_path=pg_catalog, pg_temp"], roles["herken"])
        assert {grant.split("=")[0] for grant in acl.split()} == {roles["app"], roles["herken"]}


@pytest.mark.parametrize(
    "statement",
    [
        "SET ROLE {herken}",
        "ALTER FUNCTION herkenning.herken(uuid) RESET ALL",
        "CREATE FUNCTION herkenning.mijn() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "DROP TRIGGER bewaak_vrijgave ON herkenning_vrijgave",
        "ALTER TABLE herkenning_vrijgave DISABLE TRIGGER ALL",
        "ALTER TABLE herkenning_regioafspraak DISABLE TRIGGER ALL",
        "ALTER FUNCTION herkenning.herken_regio(uuid) RESET ALL",
        "UPDATE herkenning_regiogrens SET aantal = 5",
        "SET session_replication_role = replica",
    ],
)
def test_the_application_cannot_take_the_place_of_the_function(acting_as, settings, statement):
    with acting_as(WEGER), pytest.raises(ProgrammingError), transaction.atomic():
        connection.cursor().execute(statement.format(**settings.DOORZICHT_DB_ROLLEN))


def test_another_municipality_sees_and_removes_nothing_of_ours(dossier, acting_as):
    ours = dossier(PHONE)
    with acting_as(ANDER):
        assert not Kenmerk.objects.filter(dossier_id=ours).exists()
        api.withdraw_kenmerken(ours)
    with acting_as(WEGER):
        assert Kenmerk.objects.filter(dossier_id=ours).count() == 1


def test_an_index_cannot_hang_under_another_municipalitys_dossier(dossier, acting_as):
    ours = dossier(PHONE)
    with acting_as(ANDER), pytest.raises(IntegrityError), transaction.atomic():
        Kenmerk.objects.create(
            dossier_id=ours,
            organisatie_id="0232",
            compartiment="algemeen",
            soort="telefoon",
            indexwaarde=b"x" * 16,
        )


def test_rule_07_there_is_no_kind_for_a_reporter(acting_as):
    """A reporter's contact data is never indexed: no kind exists that could hold it apart, and none can be made."""
    assert SOORTEN == ("telefoon", "email", "kenteken", "iban", "kvk", "url", "adres")
    with acting_as(WEGER):
        sleutel = create_dossier(
            soort="melding", organisatie_id="0246", compartiment="algemeen", bewaarregel="melding-open"
        )
        with pytest.raises(IntegrityError), transaction.atomic():
            api.index_kenmerken(sleutel, [Herkenbaar("melder", "+31687654321")])


def test_the_same_identifier_twice_is_one_row_and_one_statement(acting_as, django_assert_num_queries):
    with acting_as(WEGER):
        sleutel = create_dossier(
            soort="melding", organisatie_id="0246", compartiment="algemeen", bewaarregel="melding-open"
        )
        with django_assert_num_queries(1):
            api.index_kenmerken(sleutel, [PHONE, PHONE])
        api.index_kenmerken(sleutel, [PHONE])
        assert Kenmerk.objects.filter(dossier_id=sleutel.dossier_id).count() == 1


def test_no_column_could_hold_the_value_itself():
    columns = {f.column for f in Kenmerk._meta.fields}
    assert columns == {"id", "dossier_id", "organisatie_id", "compartiment", "soort", "indexwaarde"}
