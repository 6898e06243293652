"""The only mail this house sends: something waits for you, and where to log in. It has no way to say more.

No name, no number, no content, no word about whom or what it is about: a mail lies readable in many places. Whoever
wants to know more logs in, and that is logged.
"""

from dataclasses import dataclass
from email.mime.text import MIMEText
from typing import Final, Literal

from django.conf import settings
from django.core.mail import EmailMessage

ONDERWERP: Final = "Er staat iets voor je klaar in Doorzicht"
TEKST: Final = """Hallo,

Er staat iets voor je klaar in Doorzicht. Log in om het te bekijken:

{link}

In deze mail staat met opzet niets over de inhoud. Antwoord er niet op.
"""


def start_link() -> str:
    """The address of the start page of this installation; the same for everybody."""
    host = settings.ALLOWED_HOSTS[0]
    if settings.SESSION_COOKIE_SECURE:
        return f"https://{host}/start/"
    return f"http://{settings.DOORZICHT_ADRES}:{settings.DOORZICHT_POORT}/start/"


@dataclass(frozen=True, slots=True)
class Afspraak:
    """An entry for a calendar: its bytes, and what the calendar should do with it (RFC 5546)."""

    inhoud: bytes
    methode: Literal["REQUEST", "CANCEL"]


def send_waiting(adres: str, *, afspraak: Afspraak | None = None) -> None:
    """Tell one mail address that something waits; with `afspraak` an entry for the calendar goes along, which says
    when and nothing more (docs/decisions/0088). Raises what the mail server raises, so that a job tries again."""
    message = EmailMessage(subject=ONDERWERP, body=TEKST.format(link=start_link()), to=[adres])
    if afspraak is not None:
        part = MIMEText(afspraak.inhoud.decode(), "calendar", "utf-8")
        part.set_param("method", afspraak.methode)
        part.add_header("Content-Disposition", "attachment", filename="afspraak.ics")
        message.attach(part)
    message.send()
