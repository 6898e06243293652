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
_hoe = {"create": OMGEVING.demo or not OMGEVING.https, "herstel": OMGEVING.herstel}
SECRET_KEY = read_geheim(GEHEIMEN_DIR, "django", **_hoe).hex()
# The master key itself is read by the vault, which notices a newer version without a restart.
ensure_hoofdsleutel(GEHEIMEN_DIR, **_hoe)
DOORZICHT_INDEXSLEUTEL = read_geheim(GEHEIMEN_DIR, "index", **_hoe)
DOORZICHT_LOGBOEKSLEUTEL = read_geheim(GEHEIMEN_DIR, "logboek", **_hoe)
DOORZICHT_ONTVANGSTSLEUTEL = read_geheim(GEHEIMEN_DIR, "ontvangst", **_hoe)
DOORZICHT_SLEUTELKLUIS = VAR_DIR / "sleutelkluis" / f"{OMGEVING.database_naam}.sqlite3"
DOORZICHT_BACKUP = OMGEVING.backup
DOORZICHT_HERSTEL = OMGEVING.herstel
