"""The application log: what happened to the machine, never what people wrote. Ids and codes only."""

from doorzicht.conf.omgeving import OMGEVING

_map = OMGEVING.var / "log"
_map.mkdir(mode=0o700, parents=True, exist_ok=True)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"regel": {"()": "doorzicht.ground.lib.veiliglog.SafeFormatter"}},
    "handlers": {
        "bestand": {
            "class": "logging.handlers.WatchedFileHandler",
            "filename": _map / "doorzicht.log",
            "formatter": "regel",
        },
        "scherm": {"class": "logging.StreamHandler", "formatter": "regel", "level": "WARNING"},
    },
    "root": {"handlers": ["bestand", "scherm"], "level": "INFO"},
    "loggers": {
        # Django writes request paths here; ours hold no personal data, but a mistyped URL of a visitor may.
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "ERROR"},
        # Quotes the Host header that a visitor sent; the answer (400) says enough.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        # Without this Django would mail every error, with the whole form that was sent, to whoever stands in ADMINS.
        "django": {"handlers": [], "level": "INFO"},
        "procrastinate": {"level": "WARNING"},
        "httpx": {"level": "WARNING"},  # else it writes every address it asks
    },
}
