"""Jobs of the web door: what had its time goes, so that nothing lies there because nobody came back; and a job whose
worker was killed under it is taken up again."""

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


@app.periodic(cron="* * * * *")
@app.task(name="web.resume", pass_context=False, queueing_lock="web.resume")
async def resume(timestamp: int) -> None:
    """Hand out again what a worker had in hand when it was killed, half a minute after its last sign of life.

    Its transaction was rolled back with it. Only a mail may go twice; none is lost.
    """
    for job in await app.job_manager.get_stalled_jobs():
        await app.job_manager.retry_job(job)
