"""Headers, cookies and hosts. Nothing is loaded from another host, nothing may frame us."""

from doorzicht.conf.omgeving import OMGEVING

ALLOWED_HOSTS = list(OMGEVING.toegestane_hosts)
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if OMGEVING.https else []

SESSION_COOKIE_NAME = "dz_sessie"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = OMGEVING.https
CSRF_COOKIE_NAME = "dz_csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SECURE = OMGEVING.https
CSRF_FAILURE_VIEW = "doorzicht.doors.web.fouten.csrf_failure"

SECURE_SSL_REDIRECT = OMGEVING.https
SECURE_HSTS_SECONDS = 63072000 if OMGEVING.https else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"  # no-referrer makes browsers send Origin: null, which CSRF refuses
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if OMGEVING.https else None

DOORZICHT_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"
)
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400
FILE_UPLOAD_HANDLERS = ["doorzicht.doors.web.bestanden.InHetGeheugen"]
