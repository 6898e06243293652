"""Jobs of the web door: every hour what had its time goes, so that nothing lies there because nobody came back."""

from datetime import timedelta

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django import app

from doorzicht.doors.web import concept

ENDED_SESSION = timedelta(days=1)
"""How long an ended session is remembered: by it a form that arrives late is kept for the right person."""


@app.periodic(cron="40 * * * *")
@app.task(name="web.tidy", pass_context=False)
def tidy(timestamp: int) -> None:
    """Remove kept forms, ended sessions and counters of failed logins whose time is over."""
    now = timezone.now()
    concept.forget_expired(at=now)
    Session.objects.filter(expire_date__lt=now - ENDED_SESSION).delete()
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {settings.CACHES['default']['LOCATION']} WHERE expires < %s", [now])  # noqa: S608
