"""What is measured: prepared inside the stand by a process of its own, which knows the stand's keys.

Run as a module it prints, as JSON, the requests to send and the number of SQL statements one of them takes (counted
by Django, BEGIN and COMMIT included); or asks "seen before?" itself and prints how long that took.
"""

import itertools
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from doorzicht.doors.cli.meten.verkeer import Tijden, Verzoek

if TYPE_CHECKING:
    from doorzicht.doors.cli.meten.stand import Stand

WIE = {"intake": "fenna.verzonnen", "worklist": "noor.voorbeeld", "start": "noor.voorbeeld"}
PAGINA = {"worklist": "/signaleren/meldingen/", "start": "/start/"}
KAART = "/signaleren/invoeren/toezichthouder/"
FORMULIEREN = 1200


@dataclass(frozen=True, slots=True)
class Taak:
    """A task ready to be measured."""

    make: Callable[[], Verzoek]
    statements: int
    verwacht: int


@dataclass(frozen=True, slots=True)
class Herkend:
    """How long the question took, among how many identifiers, in how many statements."""

    tijden: Tijden
    kenmerken: int
    statements: int


def ask_many(stand: "Stand", n: int) -> Herkend:
    """Ask "seen before?" of `n` dossiers with five identifiers."""
    told = json.loads(_run(stand, "herkenning", str(n)))
    return Herkend(Tijden.of(told["ms"]), told["kenmerken"], told["statements"])


def run_in_stand(stand: "Stand", taak: str) -> Taak:
    """Log a member of the cast in and make the requests of a task."""
    made = json.loads(_run(stand, taak))
    cookie = "; ".join(f"{name}={value}" for name, value in made["koekjes"].items())
    head = {"Cookie": cookie, "Host": "127.0.0.1", "X-CSRFToken": made["koekjes"]["dz_csrf"]}
    if taak in PAGINA:
        return Taak(lambda: Verzoek("GET", PAGINA[taak], head), made["statements"], 200)
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
    print(json.dumps(_ask(int(arguments[0])) if taak == "herkenning" else _describe(taak)))


def _ask(n: int) -> dict[str, Any]:
    """The release is recorded beforehand by the privacyfunctionaris; what is timed is the question, as the one who
    weighs, from BEGIN to COMMIT, its log rows included."""
    from django.db import connection
    from django.db.models import Count
    from django.test.utils import CaptureQueriesContext
    from django.utils import timezone

    from doorzicht.ground.access.api import context
    from doorzicht.ground.herkenning import api as herkenning
    from doorzicht.ground.herkenning.models import Kenmerk
    from doorzicht.ground.vault import api as vault

    weigher, checker = _actor("noor.voorbeeld"), _actor("sietse.denkbeeldig")
    now, taken = timezone.now(), []
    with context(checker):
        here = Kenmerk.objects.filter(organisatie_id=checker.organisatie_id)
        counted = here.values("dossier_id").annotate(aantal=Count("id")).filter(aantal=5)
        ids = list(counted.order_by("dossier_id").values_list("dossier_id", flat=True)[: n + 50])
        for key in vault.open_dossiers(ids).values():
            herkenning.record_vrijgave(
                key, soorten=["telefoon", "kenteken", "iban", "adres"], doel="privacycheck1",
                weger_id=weigher.mens, by=checker, at=now, tot=now + timedelta(days=1),
            )  # fmt: skip
    for dossier_id in ids:
        begun = time.perf_counter()
        with context(weigher):
            herkenning.herken(dossier_id, by=weigher)
        taken.append((time.perf_counter() - begun) * 1000)
    with CaptureQueriesContext(connection) as seen, context(weigher):
        herkenning.herken(ids[0], by=weigher)
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples::bigint FROM pg_class WHERE oid = 'herkenning_kenmerk'::regclass")
        among = cursor.fetchone()[0]
    return {"ms": taken[50:], "kenmerken": among, "statements": len(seen)}


def _actor(gebruikersnaam: str) -> Any:
    from doorzicht.ground.access.api import Actor
    from doorzicht.ground.organisaties.models import Medewerker

    who = Medewerker.objects.get(gebruikersnaam=gebruikersnaam)
    return Actor.of(who, who.aanstellingen.values_list("rol", flat=True), who.organisatie_id)


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
            response = client.get(PAGINA[taak], headers={"host": "127.0.0.1"})
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
