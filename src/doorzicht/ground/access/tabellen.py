"""Every table without a policy, by name, with its grants and the reason it may stand outside the wall.

Identity tables are read before there is a context (login), so no organisation policy can be on them. A table
that is not here, is not protected and is not reference data fails the test that walks pg_class.
"""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import connections

_ALL = "SELECT, INSERT, UPDATE, DELETE"


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table outside row-level security: what the application may do with it, and why that is right."""

    naam: str
    grants: str
    reden: str


TABELLEN: dict[str, Tabel] = {
    t.naam: t
    for t in (
        Tabel("organisaties_organisatie", "SELECT, INSERT, UPDATE", "openbare gegevens van organisaties"),
        Tabel(
            "organisaties_medewerker",
            "SELECT, INSERT, UPDATE",
            "identiteit: gelezen vóór de context (inloggen)",
        ),
        Tabel("organisaties_aanstelling", "SELECT, INSERT, UPDATE", "rollen: gelezen vóór de context"),
        Tabel("organisaties_kanaal", "SELECT, INSERT, UPDATE", "stand van de kanalen, geen persoonsgegevens"),
        Tabel("catalogus_catalogusversie", "SELECT", "wet, waarnemingen en regels; geen persoonsgegevens"),
        Tabel("account_emailaddress", _ALL, "identiteit: inloggen"),
        Tabel("account_emailconfirmation", _ALL, "identiteit: inloggen"),
        Tabel("mfa_authenticator", _ALL, "identiteit: tweede factor, geheim versleuteld door de adapter"),
        Tabel("django_session", _ALL, "sessies: gelezen vóór de context"),
        Tabel("web_concept", _ALL, "formulier na een verlopen sessie, versleuteld met een sleutel in de browser"),
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
            if tabel.naam in present:
                cursor.execute(f"GRANT {tabel.grants} ON {tabel.naam} TO {app}")
        cursor.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {app}")
