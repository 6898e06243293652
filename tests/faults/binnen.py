"""Run inside the installation of the drill: make the forms that will be sent, and afterwards look what is there.

`python -m tests.faults.binnen forms N` prints sendings as JSON; `count` reads the texts that were sent on standard
input and prints what it found of each.
"""

import base64
import hashlib
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

WIE = "fenna.verzonnen"
GEMEENTE = "0246"
EVERY_NTH_PHOTO = 10


def main(task: str, *arguments: str) -> None:
    """Print the answer to one question."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "doorzicht.conf.settings")
    django.setup()
    answer = forms(int(arguments[0])) if task == "forms" else count(json.load(sys.stdin))
    print(json.dumps(answer))


def forms(n: int) -> list[dict[str, Any]]:
    """Half of them from an employee with a session, half from a resident without; some residents send a photo."""
    from doorzicht.doors.cli.meten.taken import KAART, _form, _logged_in

    _, cookies = _logged_in(WIE)
    head = {"Cookie": "; ".join(f"{k}={v}" for k, v in cookies.items()), "X-CSRFToken": cookies["dz_csrf"]}
    made = []
    for number in range(n):
        story, mark = f"oefening {number} {os.urandom(6).hex()}", os.urandom(32)
        if number % 2:
            from django.core.signing import Signer

            fields = _form() | {"verhaal": story, "inzending": Signer(salt="inzending").sign(mark.hex())}
            made.append(_sending(KAART, fields, mark, story, head) | {"door": "medewerker"})
        else:
            made.append(_resident(number, mark, story))
    return made


def _resident(number: int, mark: bytes, story: str) -> dict[str, Any]:
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.utils import timezone

    from doorzicht.wings.signaleren.publiek.bewijs import Formulier
    from doorzicht.wings.signaleren.publiek.tests.conftest import ANTWOORDEN
    from tests.support.bestanden import photo

    fields: dict[str, Any] = ANTWOORDEN | {
        "bewijs": str(Formulier(mark, GEMEENTE, timezone.localdate())),
        "stap": "4", "naar": "verstuur", "verhaal": story,
    }  # fmt: skip
    files = 1 if number % EVERY_NTH_PHOTO == 0 else 0
    if files:
        fields["bestanden"] = SimpleUploadedFile("foto.jpg", photo(), "image/jpeg")
    return _sending("/m/heerde/melden/", fields, mark, story, {}) | {"door": "bewoner", "bestanden": files}


def _sending(
    path: str, fields: dict[str, Any], mark: bytes, story: str, head: dict[str, str]
) -> dict[str, Any]:
    from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

    body = base64.b64encode(encode_multipart(BOUNDARY, fields)).decode()
    head = head | {"Content-Type": MULTIPART_CONTENT, "Host": "127.0.0.1"}
    return {"pad": path, "kop": head, "inhoud": body, "merk": mark.hex(), "verhaal": story, "bestanden": 0}


def count(sent: list[dict[str, Any]]) -> dict[str, Any]:
    """Of every sending: how often it is there, and what is missing of it. And the totals of what belongs to it."""
    from procrastinate.contrib.django.models import ProcrastinateJob

    from doorzicht.ground.access.api import Actor, context
    from doorzicht.ground.logboek.models import AnoniemeRegel, Regel
    from doorzicht.wings.signaleren.melding.models import Melding
    from doorzicht.wings.signaleren.melding.ontvangen import NOTIFY_JOB

    with context(Actor.systeem(GEMEENTE)):
        rows = list(Melding.objects.filter(organisatie_id=GEMEENTE))
        made = Regel.objects.filter(handeling="maak", object_soort="melding")
        logged = Counter(str(i) for ids in made.values_list("object_ids", flat=True) for i in ids)
        anonymous = AnoniemeRegel.objects.filter(handeling="maak", object_soort="melding").count()
        found = {one["merk"]: dict(_look(one, rows, logged)) for one in sent}
    jobs = Counter(ProcrastinateJob.objects.filter(task_name=NOTIFY_JOB).values_list("status", flat=True))
    return {
        "meldingen": len(rows), "gevonden": found, "anonieme_regels": anonymous, "taken": dict(jobs),
        "anoniem": sum(row.ontvangen_op is None for row in rows),
    }  # fmt: skip


def _look(one: dict[str, Any], rows: list[Any], logged: Counter[str]) -> Iterator[tuple[str, Any]]:
    """How often this sending is there; and whether its text, its parts, its files and its log row are."""
    from doorzicht.ground.bestanden import opslag
    from doorzicht.ground.bestanden.models import Bestand
    from doorzicht.ground.vault.api import open_dossier
    from doorzicht.wings.signaleren.melding.models import Gegeven, Persoon, Waarneming

    mark = hashlib.sha256(bytes.fromhex(one["merk"])).digest()
    same = [row for row in rows if bytes(row.inzending) == mark]
    yield "keer", len(same)
    if len(same) != 1:
        return
    row, wrong = same[0], []
    if not open_dossier(row.id).decrypt(row, "verhaal").startswith(one["verhaal"]):
        wrong.append("verhaal")
    parts = (Persoon, Waarneming, Gegeven) if one["door"] == "medewerker" else (Persoon, Waarneming)
    wrong += [m.__name__ for m in parts if not m.objects.filter(dossier_id=row.id).exists()]
    files = list(Bestand.objects.filter(dossier_id=row.id))
    if len(files) != one["bestanden"] or any(
        opslag.digest_of(file.id)[0] != bytes(file.controlegetal) for file in files
    ):
        wrong.append("bestanden")
    if one["door"] == "medewerker" and logged[str(row.id)] != 1:
        wrong.append("logregel")
    yield "mist", wrong


if __name__ == "__main__":
    main(*sys.argv[1:])
