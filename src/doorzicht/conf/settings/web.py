"""Pages: templates, static files, mail."""

from doorzicht.conf.omgeving import OMGEVING

ROOT_URLCONF = "doorzicht.doors.web.urls"
WSGI_APPLICATION = "doorzicht.doors.web.wsgi.application"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": False,
        "DIRS": [OMGEVING.base / "src" / "doorzicht" / "doors" / "web" / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "doorzicht.doors.web.context.layout",
            ],
            "builtins": ["django.templatetags.static", "doorzicht.doors.web.templatetags.dz"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

STATIC_URL = "/static/"
# No STATIC_ROOT and no collectstatic: WhiteNoise serves what is installed with the packages.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if OMGEVING.mail_url
    else "django.core.mail.backends.filebased.EmailBackend"
)
EMAIL_FILE_PATH = OMGEVING.var / "mail"
EMAIL_HOST, _, _port = OMGEVING.mail_url.removeprefix("smtp://").partition(":")
EMAIL_PORT = int(_port or 25)
EMAIL_TIMEOUT = 10  # a mail server that is silent must not hold a job, and its transaction, open
DEFAULT_FROM_EMAIL = OMGEVING.mail_afzender
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# A municipality's own colours, by the huisstijl its organisation names (docs/vormgeving.md). Empty: the region's.
DOORZICHT_HUISSTIJL: dict[str, dict[str, str]] = {}
