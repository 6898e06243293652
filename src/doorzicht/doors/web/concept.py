"""Nothing typed is lost when a session ends: the form waits, encrypted, until the same person logs in again.

The ciphertext lies in the database, its key only in a cookie of that browser; it is bound to the account whose
session ended, so that somebody else at the same machine cannot open it.
"""

import json
import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

from cryptography.exceptions import InvalidTag
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils import timezone

from doorzicht.doors.web.models import Concept
from doorzicht.ground.vault import crypto

COOKIE = "dz_concept"
LIFETIME = timedelta(hours=1)
IGNORED = {"csrfmiddlewaretoken"}


@dataclass(frozen=True, slots=True)
class Bewaard:
    """A kept form: where it was going and what it held, a list of values for each name."""

    concept_id: UUID
    pad: str
    velden: dict[str, list[str]]


def redirect_to_login(request: HttpRequest) -> HttpResponseRedirect:
    """To the login page; a form that was on its way is kept first."""
    if request.method != "POST":
        return redirect(f"{settings.LOGIN_URL}?{urlencode({'next': request.get_full_path()})}")
    owner = _owner_of_ended_session(request)
    if owner is None:
        return redirect(settings.LOGIN_URL)
    response = redirect(f"{settings.LOGIN_URL}?{urlencode({'next': '/verder/'})}")
    _keep(request, owner, response)
    return response


def find(request: HttpRequest, medewerker_id: UUID) -> Bewaard | None:
    """The form this browser kept for this person, or None: wrong person, wrong key, too late."""
    concept_id, _, key = request.COOKIES.get(COOKIE, "").partition(".")
    try:
        row = Concept.objects.filter(pk=UUID(concept_id), medewerker_id=medewerker_id).first()
        if row is None or row.verloopt_op < timezone.now():
            return None
        plain = crypto.decrypt(bytes.fromhex(key), bytes(row.inhoud), _place(row))
    except (ValueError, InvalidTag):
        return None
    content: dict[str, Any] = json.loads(plain)
    return Bewaard(row.id, content["pad"], content["velden"])


def forget(concept_id: UUID) -> None:
    """The form arrived: what was kept goes."""
    Concept.objects.filter(pk=concept_id).delete()


def forget_expired(*, at: datetime) -> None:
    """What waited too long goes, whether or not anybody came back for it."""
    Concept.objects.filter(verloopt_op__lt=at).delete()


def _owner_of_ended_session(request: HttpRequest) -> UUID | None:
    """Whose session the browser's cookie belonged to; sessions that were logged out are gone and give None."""
    row = Session.objects.filter(session_key=request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")).first()
    owner = row.get_decoded().get(SESSION_KEY) if row else None
    return UUID(owner) if owner else None


def _keep(request: HttpRequest, owner: UUID, response: HttpResponseRedirect) -> None:
    fields = {name: values for name, values in request.POST.lists() if name not in IGNORED}
    key = os.urandom(32)
    row = Concept(id=uuid4(), medewerker_id=owner, verloopt_op=timezone.now() + LIFETIME)
    content = json.dumps({"pad": request.get_full_path(), "velden": fields}).encode()
    row.inhoud = crypto.encrypt(key, content, _place(row))
    row.save(force_insert=True)
    response.set_cookie(
        COOKIE,
        f"{row.id}.{key.hex()}",
        max_age=LIFETIME,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Strict",
    )


def _place(row: Concept) -> bytes:
    return f"concept|{row.id}|{row.medewerker_id}".encode()
