"""Where we are, which language we speak, which keys we hold."""

from doorzicht.conf.geheimen import ensure_hoofdsleutel, read_geheim
from doorzicht.conf.omgeving import OMGEVING

BASE_DIR = OMGEVING.base
VAR_DIR = OMGEVING.var
SHARED_DIR = OMGEVING.shared
DOORZICHT_DEMO = OMGEVING.demo
DOORZICHT_ADRES = OMGEVING.adres
DOORZICHT_POORT = OMGEVING.poort
DOORZICHT_WERKERS = OMGEVING.werkers

DEBUG = False
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# A first start may make its own keys where nothing can be lost yet: in the demo and in tests. Production
# places the files (docs/beheer/starten.md) so that a missing key is an alarm and never a silent new one.
GEHEIMEN_DIR = OMGEVING.geheimen
_create = OMGEVING.demo or not OMGEVING.https
SECRET_KEY = read_geheim(GEHEIMEN_DIR, "django", create=_create).hex()
ensure_hoofdsleutel(
    GEHEIMEN_DIR, create=_create
)  # read by the vault, which notices a newer version by itself
DOORZICHT_INDEXSLEUTEL = read_geheim(GEHEIMEN_DIR, "index", create=_create)
DOORZICHT_LOGBOEKSLEUTEL = read_geheim(GEHEIMEN_DIR, "logboek", create=_create)
DOORZICHT_ONTVANGSTSLEUTEL = read_geheim(GEHEIMEN_DIR, "ontvangst", create=_create)
DOORZICHT_SLEUTELKLUIS = VAR_DIR / "sleutelkluis" / f"{OMGEVING.database_naam}.sqlite3"
