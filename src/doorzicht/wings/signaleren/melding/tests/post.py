"""The post of the tests: run the jobs that send a mail, and say who got one."""

from django.core import mail
from procrastinate.contrib.django.models import ProcrastinateJob

from doorzicht.ground.access import jobs


def receivers() -> set[str]:
    """Who gets a mail, by the first part of the address, once the jobs that were put ready have run."""
    for job in ProcrastinateJob.objects.filter(task_name="access.mail").order_by("id"):
        jobs.mail(**job.args)
    return {address.partition("@")[0] for message in mail.outbox for address in message.to}
