"""The application as gunicorn starts it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "doorzicht.conf.settings")

application = get_wsgi_application()
