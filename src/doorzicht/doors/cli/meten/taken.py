"""What is measured: prepared inside the stand by a process of its own, which knows the stand's keys.

Run as a module it makes the data and prints, as JSON, the requests to send and the number of SQL statements one
of them takes (counted by Django, BEGIN and COMMIT included).
"""

import itertools
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from doorzicht.doors.cli.meten.verkeer import Verzoek

if TYPE_CHECKING:
    from doorzicht.doors.cli.meten.stand import Stand

WIE = {"intake": "fenna.verzonnen", "worklist": "noor.voorbeeld"}
LIJST = "/signaleren/meldingen/"
KAART = "/signaleren/invoeren/toezichthouder/"
FORMULIEREN = 1200


@dataclass(frozen=True, slots=True)
class Taak:
    """A task ready to be measured."""

    make: Callable[[], Verzoek]
    statements: int
    verwacht: int


def prepare(stand: "Stand", *, meldingen: int) -> None:
    """Organisations, the cast and `meldingen` open meldingen of one municipality."""
    _run(stand, "vul", str(meldingen))


def run_in_stand(stand: "Stand", taak: str) -> Taak:
    """Log a member of the cast in and make the requests of a task."""
    made = json.loads(_run(stand, taak))
    cookie = "; ".join(f"{name}={value}" for name, value in made["koekjes"].items())
    head = {"Cookie": cookie, "Host": "127.0.0.1", "X-CSRFToken": made["koekjes"]["dz_csrf"]}
    if taak == "worklist":
        return Taak(lambda: Verzoek("GET", LIJST, head), made["statements"], 200)
    head["Content-Type"] = "application/x-www-form-urlencoded"
    bodies = itertools.cycle(made["formulieren"])
    return Taak(lambda: Verzoek("POST", KAART, head, next(bodies).encode()), made["statements"], 302)


def _run(stand: "Stand", *arguments: str) -> str:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", __name__, *arguments],
        env=stand.environ,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout


def _main(taak: str, *arguments: str) -> None:
    """Inside the stand."""
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "doorzicht.conf.settings"
    django.setup()
    if taak == "vul":
        _fill(int(arguments[0]))
    else:
        print(json.dumps(_describe(taak)))


def _fill(aantal: int) -> None:
    from allauth.mfa.models import Authenticator
    from django.utils import timezone

    from doorzicht.ground.access.api import Actor, context
    from doorzicht.ground.organisaties import inrichten
    from doorzicht.ground.organisaties.kanalen import MEDEWERKER
    from doorzicht.ground.organisaties.models import Medewerker
    from doorzicht.wings.signaleren import api as signaleren

    inrichten.install_organisaties()
    list(inrichten.install_cast(password_for=lambda _: os.urandom(12).hex(), vanaf=timezone.localdate()))
    for account in Medewerker.objects.filter(gebruikersnaam__in=WIE.values()):
        Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={})
    fenna = Medewerker.objects.get(gebruikersnaam=WIE["intake"])
    with context(Actor.of(fenna, {"medewerker"}, fenna.organisatie_id)) as actor:
        for _ in range(aantal):
            invoer = signaleren.MeldingInvoer(
                MEDEWERKER, os.urandom(32), "Een korte aanduiding", "Een zin of twee."
            )
            signaleren.receive(invoer, by=actor, at=timezone.now())


def _describe(taak: str) -> dict[str, Any]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client, cookies = _logged_in(WIE[taak])
    forms = [urlencode(_form(), doseq=True) for _ in range(FORMULIEREN)] if taak == "intake" else []
    head = {"X-CSRFToken": cookies["dz_csrf"]}
    client.get("/start/", headers={"host": "127.0.0.1"})
    with CaptureQueriesContext(connection) as seen:
        if taak == "intake":
            response = client.post(KAART, _form(), headers=head | {"host": "127.0.0.1"})
        else:
            response = client.get(LIJST, headers={"host": "127.0.0.1"})
    if response.status_code not in {200, 302}:
        raise RuntimeError(f"{taak} answered {response.status_code}")
    return {"koekjes": cookies, "formulieren": forms, "statements": len(seen)}


def _logged_in(gebruikersnaam: str) -> tuple[Any, dict[str, str]]:
    """A client with a session, made as allauth leaves it after both factors."""
    from django.middleware.csrf import _get_new_csrf_string
    from django.test import Client

    from doorzicht.ground.organisaties.models import Medewerker

    client = Client(enforce_csrf_checks=True)
    client.force_login(
        Medewerker.objects.get(gebruikersnaam=gebruikersnaam),
        "allauth.account.auth_backends.AuthenticationBackend",
    )
    client.cookies["dz_csrf"] = _get_new_csrf_string()
    return client, {name: morsel.value for name, morsel in client.cookies.items()}


def _form() -> dict[str, Any]:
    """A card filled in with two people's worth of typing: a story, a place, observations, identifiers."""
    from django.core.signing import Signer

    return {
        "inzending": Signer(salt="inzending").sign(os.urandom(32).hex()),
        "gezien": ["toe-4", "toe-5", "toe-6", "toe-1"],
        "verhaal": "Zes bedden op een rij achter de loods. " * 8,
        "label": "Slapen achter een loods",
        "leeftijd": "meerderjarig",
        "spoed": "gewoon",
        "vormen": ["arbeid"],
        "dag": "gisteren",
        "straat": "Voorbeeldlaan",
        "huisnummer": "12",
        "postcode": "8181ZZ",
        "plaats": "Heerde",
        "kenteken": "XX-999-X",
        "route": "meldpunt",
        "naam": "Bas Bedachtman",
        "geboortejaar": "1990",
        "telefoon": "0612345678",
        "rollen": ["slachtoffer", "getuige"],
    }


if __name__ == "__main__":
    _main(*sys.argv[1:])
