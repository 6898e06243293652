"""Every table that is not simply a dossier's, by name, with its grants and the reason it stands where it stands.

Identity tables are read before there is a context (login), so no organisation policy can be on them. Tables of
an organisation and not of a dossier (the logboek, lists of what must be destroyed) have a policy of their own. A
table that is not here, is not made by `ProtectTable` or `GrantTable`, fails the test that walks pg_class.
"""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import connections

_ALL = "SELECT, INSERT, UPDATE, DELETE"


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table: what the application may do with it, and why that is right.

    With `eigen_beleid` its policies and grants stand in its own migration; without, it is outside row-level
    security. `zegel` is what the sealer of the logboek may do.
    """

    naam: str
    grants: str
    reden: str
    eigen_beleid: bool = False
    zegel: str = ""


TABELLEN: dict[str, Tabel] = {
    t.naam: t
    for t in (
        Tabel("organisaties_organisatie", "SELECT, INSERT, UPDATE", "openbare gegevens van organisaties"),
        Tabel(
            "organisaties_medewerker",
            "SELECT, INSERT, UPDATE",
            "identiteit: gelezen vóór de context (inloggen)",
        ),
        Tabel(
            "organisaties_koppeling",
            "SELECT, INSERT, DELETE",
            "identiteit: gelezen vóór de context (inloggen met een gemeente-account)",
        ),
        Tabel("organisaties_aanstelling", "SELECT, INSERT, UPDATE", "rollen: gelezen vóór de context"),
        Tabel("organisaties_kanaal", "SELECT, INSERT, UPDATE", "stand van de kanalen, geen persoonsgegevens"),
        Tabel("catalogus_catalogusversie", "SELECT", "wet, waarnemingen en regels; geen persoonsgegevens"),
        Tabel("account_emailaddress", _ALL, "identiteit: inloggen"),
        Tabel("account_emailconfirmation", _ALL, "identiteit: inloggen"),
        Tabel("mfa_authenticator", _ALL, "identiteit: tweede factor, geheim versleuteld door de adapter"),
        Tabel("django_session", _ALL, "sessies: gelezen vóór de context"),
        Tabel(
            "web_concept", _ALL, "formulier na een verlopen sessie, versleuteld met een sleutel in de browser"
        ),
        Tabel("web_cache", _ALL, "tellers van mislukte inlogpogingen per account"),
        Tabel("django_content_type", "SELECT", "Django zelf"),
        Tabel("auth_permission", "SELECT", "Django zelf; niet gebruikt"),
        Tabel("auth_group", "SELECT", "Django zelf; niet gebruikt"),
        Tabel("auth_group_permissions", "SELECT", "Django zelf; niet gebruikt"),
        Tabel("django_migrations", "SELECT", "Django zelf"),
        Tabel("procrastinate_jobs", _ALL, "taken: alleen nummers"),
        Tabel("procrastinate_events", _ALL, "taken: alleen nummers"),
        Tabel("procrastinate_periodic_defers", _ALL, "taken: alleen nummers"),
        Tabel("procrastinate_workers", _ALL, "taken: alleen nummers"),
        Tabel(
            "vault_dossier",
            "SELECT, INSERT, UPDATE (ingepakt, sleutelversie, bewaarregel, vernietigen_op, vernietigd_op)",
            "het dossier zelf: zijn eigen nummer is het dossier; het verandert nooit van eigenaar",
            eigen_beleid=True,
        ),
        Tabel(
            "vault_hoofdsleutel",
            "SELECT",
            "welke versies van de hoofdsleutel er zijn; alleen de eigenaar schrijft",
            zegel="SELECT",
        ),
        Tabel(
            "vault_sleutelmerk",
            "SELECT",
            "welke sleutels bij deze database horen; alleen de eigenaar schrijft",
            zegel="SELECT",
        ),
        Tabel(
            "logboek_regel",
            "SELECT, INSERT (organisatie_id, medewerker_id, rol, handeling, recht, object_soort, object_ids, "
            "doel, uitkomst, bijzonderheden, trace_id)",
            "van een organisatie, niet van een dossier; alleen toevoegen, plaats en tijd geeft de database",
            eigen_beleid=True,
            zegel="SELECT",
        ),
        Tabel(
            "logboek_anoniemeregel",
            "SELECT (id, dag, organisatie_id, handeling, object_soort), "
            "INSERT (id, dag, organisatie_id, handeling, object_soort)",
            "van een organisatie; per kolom, zodat niemand de volgorde kan opvragen",
            eigen_beleid=True,
            zegel="SELECT, UPDATE (dag)",
        ),
        Tabel("logboek_zegel", "", "alleen de verzegelaar; getallen", zegel="SELECT, INSERT"),
        Tabel("logboek_dagzegel", "", "alleen de verzegelaar; getallen", zegel="SELECT, INSERT"),
        Tabel(
            "logboek_zegelstand",
            "SELECT",
            "tot waar het logboek verzegeld is; voor de pagina van de FG",
            zegel="SELECT, UPDATE (watermerk, watermerk_incarnatie, volgnummer, kop, ronde_op, gezegeld_op, "
            "oudste_open)",
        ),
        Tabel(
            "herkenning_regioafspraak",
            "SELECT, INSERT, UPDATE (ingetrokken_op, ingetrokken_door)",
            "van een organisatie: grond, regeling en DPIA; niemand verandert wat er staat, intrekken kan één keer",
            eigen_beleid=True,
        ),
        Tabel(
            "access_rolbesluit",
            "SELECT, INSERT",
            "van een organisatie: wie een rol bevestigde of stopte; niemand neemt een besluit terug",
            eigen_beleid=True,
        ),
        Tabel(
            "bewaren_vernietigingslijst",
            "SELECT, INSERT, UPDATE (status)",
            "van een organisatie: overleeft het dossier",
            eigen_beleid=True,
        ),
        Tabel(
            "bewaren_lijstregel",
            "SELECT, INSERT, UPDATE (uitkomst, aangehouden_reden, aangehouden_door)",
            "van een organisatie: overleeft het dossier",
            eigen_beleid=True,
        ),
        Tabel(
            "bewaren_bevestiging",
            "SELECT, INSERT",
            "van een organisatie: overleeft het dossier; niemand neemt een bevestiging terug",
            eigen_beleid=True,
        ),
        Tabel(
            "bewaren_vernietigingsbewijs",
            "SELECT, INSERT",
            "van een organisatie: overleeft het dossier; niemand neemt een bewijs terug",
            eigen_beleid=True,
        ),
    )
}


def grant_library_tables(using: str, **_: Any) -> None:
    """Give the application its declared rights on tables that libraries made, and on their sequences.

    Runs after every migration, over what exists: a library that adds a table later is not missed, and the
    test over pg_class fails until the new table is declared.
    """
    connection = connections[using]
    app = settings.DOORZICHT_DB_ROLLEN["app"]
    with connection.cursor() as cursor:
        present = set(connection.introspection.table_names(cursor))
        for tabel in TABELLEN.values():
            if tabel.naam in present and tabel.grants and not tabel.eigen_beleid:
                cursor.execute(f"GRANT {tabel.grants} ON {tabel.naam} TO {app}")
        cursor.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {app}")
