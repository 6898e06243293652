"""The questions of the public room: which municipalities take reports, what a reporter may read."""

import hashlib
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from doorzicht.ground.access.api import Actor, require
from doorzicht.ground.bestanden.api import Bijlage, attachments
from doorzicht.ground.organisaties.api import Kanaal, Organisatie
from doorzicht.ground.organisaties.kanalen import BEWONER
from doorzicht.ground.vault import api as vault
from doorzicht.wings.signaleren.melding import workflow
from doorzicht.wings.signaleren.melding.models import Melder, Melding
from doorzicht.wings.signaleren.melding.selectors import messages
from doorzicht.wings.signaleren.publiek.teksten import Woorden


@dataclass(frozen=True, slots=True)
class Gemeente:
    """A municipality as the public site sees it. `open`: somebody reads what residents report."""

    organisatie: Organisatie
    open: bool

    @property
    def naam(self) -> str:
        return self.organisatie.naam

    @property
    def slug(self) -> str:
        return self.organisatie.slug


def _municipalities(**kept: str) -> list[Gemeente]:
    """One statement: every municipality, with whether its channel for residents stands open."""
    channel = Kanaal.objects.filter(organisatie=OuterRef("pk"), soort=BEWONER, aan=True)
    found = Organisatie.objects.filter(soort="gemeente", **kept).annotate(leest=Exists(channel))
    return [Gemeente(o, o.in_gebruik and o.leest) for o in found.order_by("naam")]


def gemeenten() -> list[Gemeente]:
    """All municipalities, by name."""
    return _municipalities()


def gemeente(slug: str) -> Gemeente | None:
    """One municipality by its address, or None."""
    return next(iter(_municipalities(slug=slug)), None)


def naam_van(organisatie_id: str) -> str:
    """The name of a municipality by its code."""
    return Organisatie.objects.get(pk=organisatie_id).naam


@dataclass(frozen=True, slots=True)
class Regel:
    """A message of the dialogue, with its day."""

    van_melder: bool
    dag: date
    tekst: str
    bijlagen: tuple[Bijlage, ...] = ()


@dataclass(frozen=True, slots=True)
class Gespreksblad:
    """What a reporter may read of their melding: the day, the state in plain words, the messages. `dicht`:
    nobody reads what is added."""

    dag: date
    stand: str
    berichten: tuple[Regel, ...]
    dicht: bool
    heeft_gegevens: bool


def read_dialogue(melding: Melding, *, t: Woorden, by: Actor) -> Gespreksblad:
    """The dialogue of a melding that was opened with its receipt."""
    require(by, "melding.terugkomen", dossier_id=melding.id)
    sleutel = vault.open_dossier(melding.id)
    files = attachments({melding.id: sleutel})
    return Gespreksblad(
        dag=melding.ontvangen_dag,
        stand=state_in_words(melding.status, t),
        berichten=tuple(
            Regel(b.van_melder, b.dag, tekst, tuple(f for f in files if f.hoort_bij == b.id))
            for b, tekst in messages(melding, sleutel)
        ),
        dicht=melding.verzegeld,
        heeft_gegevens=Melder.objects.filter(dossier_id=melding.id, wie__isnull=True).exists(),
    )


def state_in_words(status: str, t: Woorden) -> str:
    """What a reporter may know of the state, in the language of the page."""
    if t["taal"] == "nl":
        return workflow.voor_melder(status)
    return str(t["standen"].get(status, t["standen"]["anders"]))


def submitted_melding(inzending: bytes, *, by: Actor) -> Melding | None:
    """The melding that a form made, by the mark in it."""
    found = Melding.objects.filter(
        organisatie_id=by.organisatie_id, inzending=hashlib.sha256(inzending).digest()
    )
    return found.first()
