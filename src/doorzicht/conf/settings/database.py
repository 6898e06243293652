"""PostgreSQL, by the role this process may play: the application, the owner (migrations), the sealer.

Without DATABASE_URL the embedded server of this checkout is used, over its private socket.
"""

from doorzicht.conf.omgeving import OMGEVING
from doorzicht.doors.cli.server.connections import (
    connection_options,
    connection_settings,
    role_prefix,
)
from doorzicht.doors.cli.server.roles import ROLES

_verbinding = connection_settings(
    postgres_dir=OMGEVING.postgres_map,
    secrets_dir=OMGEVING.geheimen,
    database=OMGEVING.database_naam,
    url=OMGEVING.database_url,
    role=OMGEVING.database_rol,
)

DOORZICHT_DB_ROL = OMGEVING.database_rol
DOORZICHT_POSTGRES = OMGEVING.postgres_map
DOORZICHT_DATABASE_URL = OMGEVING.database_url
DOORZICHT_DUURZAAM = OMGEVING.duurzaam

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            **connection_options(url=OMGEVING.database_url),
            "application_name": f"doorzicht-{OMGEVING.database_rol}",
            # A transaction lives at most 30 s: the sealing of the logboek waits for the oldest one.
            "options": ""
            if OMGEVING.database_rol == "eigenaar"
            else "-c statement_timeout=25000 -c idle_in_transaction_session_timeout=30000",
        },
        **_verbinding,
    }
}

# The names of the database roles stand in migrations and grants. On an external server they derive from the
# database's name; on the embedded server they are the same whatever its databases are called.
DOORZICHT_DB_ROLLEN = {naam: f"{role_prefix(url=OMGEVING.database_url)}_{naam}" for naam in ROLES}

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "web_cache",
        # Django's 300 would let somebody push another account's counter of failed logins out by trying many names.
        "OPTIONS": {"MAX_ENTRIES": 1_000_000},
    }
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"
