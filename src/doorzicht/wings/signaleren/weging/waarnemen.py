"""Choosing what was seen, while weighing: at a person, at somebody new, or at the place."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from doorzicht.ground.access.api import Actor, require
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault import api as vault
from doorzicht.wings.signaleren.melding.actions import add_observation, drop_observation, locked
from doorzicht.wings.signaleren.melding.invoer import WaarnemingInvoer
from doorzicht.wings.signaleren.melding.models import Melding, Persoon, RolVanPersoon, Waarneming
from doorzicht.wings.signaleren.weging.selectors import family

RECHT = "melding.bewerken"


@dataclass(frozen=True, slots=True)
class Gekozen:
    """What somebody chose: codes of the catalogue, and words for what speaks against. `bron`: who told or saw it."""

    waarnemingen: tuple[str, ...] = ()
    kwetsbaarheden: tuple[str, ...] = ()
    tegen: str = field(default="", repr=False)
    toelichting: str = field(default="", repr=False)
    bron: str = field(default="", repr=False)
    dag: date | None = None

    def rows(self) -> list[WaarnemingInvoer]:
        """One observation for each code; about a place it is a place, whoever it was chosen for."""
        about_place = {w.code for w in catalogus.waarnemingen() if w.alleen_locatie}
        rows = [
            WaarnemingInvoer(
                code,
                "locatie" if code in about_place else "waarneming",
                self.toelichting,
                self.bron,
                self.dag,
            )
            for code in self.waarnemingen
        ]
        rows += [WaarnemingInvoer(code, "kwetsbaarheid", bron=self.bron) for code in self.kwetsbaarheden]
        if self.tegen.strip():
            rows.append(WaarnemingInvoer("", "tegenfeit", self.tegen.strip(), self.bron, self.dag))
        return rows


@transaction.atomic
def choose(melding_id: UUID, gekozen: Gekozen, *, persoon_id: UUID | None, by: Actor) -> list[Waarneming]:
    """Add what was chosen, at somebody of this melding or of one merged into it.

    An observation about a place is never hung on a person.
    """
    melding = _open(melding_id, by)
    dossier_id = _person(melding, persoon_id).dossier_id if persoon_id else melding.id
    return [
        add_observation(melding.id, row, persoon_id=None, by=by)
        if row.soort == "locatie"
        else add_observation(dossier_id, row, persoon_id=persoon_id, by=by)
        for row in gekozen.rows()
    ]


@transaction.atomic
def drop(melding_id: UUID, waarneming_id: UUID, *, by: Actor) -> None:
    """A choice was a mistake: it stays in the database as dropped and no longer counts."""
    melding = _open(melding_id, by)
    row = Waarneming.objects.get(pk=waarneming_id, dossier_id__in=_ids(melding))
    drop_observation(row.dossier_id, row.id, by=by)


@transaction.atomic
def add_person(melding_id: UUID, *, aanduiding: str, leeftijd: str, by: Actor) -> Persoon:
    """Somebody else the melding speaks of. No role is given: that is a choice of its own."""
    melding = _open(melding_id, by)
    last = Persoon.objects.filter(dossier_id=melding.id).aggregate(n=Max("volgnummer"))["n"] or 0
    key = vault.open_dossier(melding.id)
    row = Persoon(**key.row(), volgnummer=last + 1, leeftijd=leeftijd)
    key.encrypt(row, "aanduiding", aanduiding.strip() or f"Persoon {last + 1}")
    row.save(force_insert=True)
    logboek.record(by, "wijzig", "melding", [melding.id], recht=RECHT, bijzonderheden={"persoon": last + 1})
    return row


@transaction.atomic
def set_age(melding_id: UUID, persoon_id: UUID, leeftijd: str, *, by: Actor) -> None:
    """What is now known of somebody's age; the melding follows, so that lists and the care step know too.

    Unknown counts as possibly a minor (product rule 10).
    """
    person = _person(_open(melding_id, by), persoon_id)
    melding = locked(person.dossier_id, by)
    Persoon.objects.filter(pk=person.id).update(leeftijd=leeftijd)
    ages = _ages_of_presumed_victims(melding)
    melding.leeftijd = next((a for a in ("minderjarig", "onbekend") if a in ages), "meerderjarig")
    melding.save(update_fields=["leeftijd"])
    logboek.record(
        by, "wijzig", "melding", [melding.id], recht=RECHT,
        bijzonderheden={"persoon": person.volgnummer, "veld": "leeftijd"},
    )  # fmt: skip


def _ages_of_presumed_victims(melding: Melding) -> set[str]:
    """Of those who may be a victim; of everybody while nobody has a role."""
    roles = RolVanPersoon.objects.filter(dossier_id=melding.id, tot__isnull=True)
    victims = {r.persoon_id for r in roles if r.rol == "slachtoffer"}
    others = {r.persoon_id for r in roles} - victims
    people = Persoon.objects.filter(dossier_id=melding.id)
    return {p.leeftijd for p in people if p.id not in others} or {p.leeftijd for p in people}


def _ids(melding: Melding) -> list[UUID]:
    return [lid.melding.id for lid in family(melding)]


def _person(melding: Melding, persoon_id: UUID) -> Persoon:
    """Somebody of the melding or of one merged into it. Raises `Persoon.DoesNotExist`."""
    return Persoon.objects.get(pk=persoon_id, dossier_id__in=_ids(melding))


def _open(melding_id: UUID, by: Actor) -> Melding:
    require(by, RECHT, dossier_id=melding_id)
    return locked(melding_id, by)
