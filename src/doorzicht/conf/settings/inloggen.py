"""Logging in: password and a second step (TOTP or a passkey), lockout per account and never shared between accounts."""

AUTH_USER_MODEL = "organisaties.Medewerker"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]

LOGIN_URL = "/inloggen/"
LOGIN_REDIRECT_URL = "/start/"
LOGOUT_REDIRECT_URL = "/inloggen/"

ACCOUNT_ADAPTER = "doorzicht.doors.web.inloggen.AccountAdapter"
MFA_ADAPTER = "doorzicht.doors.web.inloggen.MFAAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = "gebruikersnaam"
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_PRESERVE_USERNAME_CASING = (
    False  # looked up exactly: never by what a database's locale takes for the same
)
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
# Failures are counted per account name only: no address of a visitor is kept, and one account's failures
# never slow another one down.
ACCOUNT_RATE_LIMITS = {"login_failed": "5/15m/key", "login": "", "reset_password": "5/h/key"}
# No codes on paper: whoever lost their phone and keys is helped by the functional manager, who knows them.
MFA_SUPPORTED_TYPES = ["totp", "webauthn"]
# A key is a second step beside the password, never instead of it, and asks for a finger, a face or a pin where it can.
MFA_PASSKEY_LOGIN_ENABLED = False
MFA_WEBAUTHN_USER_VERIFICATION = "preferred"
MFA_TOTP_ISSUER = "Doorzicht"
MFA_TOTP_TOLERANCE = 1  # a code typed as it changes still counts; each code counts once

SESSION_COOKIE_AGE = 60 * 60  # after the last click; see StaffAuthentication
SESSION_SAVE_EVERY_REQUEST = False
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
