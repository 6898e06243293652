"""`doorzicht serve`: the web server alone, for a process manager such as systemd or `doorzicht start`."""

import os
import sys

import click
from django.conf import settings

from doorzicht.doors.cli.listen import listen_address, url_of
from doorzicht.doors.cli.sleutelproef import refuse_wrong_keys_when_it_answers

APPLICATION = "doorzicht.doors.web.wsgi:application"

NO_SCANNER = (
    "Warning: nobody looks for viruses in the files that people send. Set DOORZICHT_SCANNER "
    "(docs/beheer/bestanden.md)."
)


@click.command()
def command() -> None:
    """Serve on DOORZICHT_ADRES:PORT with gunicorn, two workers unless DOORZICHT_WERKERS says otherwise."""
    if settings.SECURE_SSL_REDIRECT and not settings.DOORZICHT_SCANNER:
        click.echo(NO_SCANNER, err=True)
    refuse_wrong_keys_when_it_answers()
    os.execv(sys.executable, [sys.executable, "-m", "gunicorn", *gunicorn_options(), APPLICATION])  # noqa: S606


def gunicorn_options() -> list[str]:
    """Options for gunicorn. It keeps no access log and says no client's address: a reporter may be one."""
    host, port = listen_address()
    return [
        f"--bind={url_of(host, port).removeprefix('http://')}",
        f"--workers={settings.DOORZICHT_WERKERS}",
        "--worker-class=doorzicht.doors.web.werker.Werker",
        "--timeout=60",
        "--graceful-timeout=20",
        # Workers are replaced now and then, not all at once: a slow leak never becomes an outage.
        "--max-requests=5000",
        "--max-requests-jitter=500",
        # Below "error" gunicorn writes the address of whoever sent a malformed request.
        "--log-level=error",
        "--no-control-socket",
    ]
