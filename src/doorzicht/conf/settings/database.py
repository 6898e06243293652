"""PostgreSQL, by the role this process may play: the application, the owner (migrations), the sealer.

Without DATABASE_URL the embedded server of this checkout is used, over its private socket.
"""

from doorzicht.conf.omgeving import OMGEVING
from doorzicht.doors.cli.postgres import connection_settings

_verbinding = connection_settings(
    postgres_dir=OMGEVING.postgres_map,
    secrets_dir=OMGEVING.geheimen,
    database=OMGEVING.database_naam,
    url=OMGEVING.database_url,
    role=OMGEVING.database_rol,
)

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "application_name": f"doorzicht-{OMGEVING.database_rol}",
            # A transaction lives at most 30 s: the sealing of the logboek waits for the oldest one.
            "options": ""
            if OMGEVING.database_rol == "eigenaar"
            else "-c statement_timeout=25000 -c idle_in_transaction_session_timeout=30000",
        },
        **_verbinding,
    }
}

# The names of the database roles stand in migrations and grants; they derive from the database's name.
DOORZICHT_DB_ROLLEN = {
    naam: f"{OMGEVING.database_naam if OMGEVING.database_url else 'doorzicht'}_{naam}"
    for naam in ("eigenaar", "app", "zegel", "herken")
}

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "web_cache",
    }
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"
