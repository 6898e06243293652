"""How far the weighing of a melding is: its drafts and records, the checks, the answer to "seen before?"."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from doorzicht.ground.access.api import Actor
from doorzicht.ground.vault import api as vault
from doorzicht.ground.vault.api import DossierSleutel
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.weging.models import (
    Aanvulling,
    Herkenvraag,
    Privacycheck,
    Voordracht,
    VoordrachtVeld,
    Weging,
)
from doorzicht.wings.signaleren.weging.workflow import Poorten


@dataclass(frozen=True, slots=True)
class WegingBlad:
    """A weighing, decrypted."""

    rij: Weging
    poorten: Poorten
    reden: str
    overdracht_aan: str
    overdracht_hoe: str
    vraag: str
    tweede_reden: str
    aanvullingen: list[tuple[Aanvulling, str]]


@dataclass(frozen=True, slots=True)
class VeldBlad:
    """A proposed field, decrypted."""

    rij: VoordrachtVeld
    label: str
    inhoud: str
    waarom: str


@dataclass(frozen=True, slots=True)
class VoordrachtBlad:
    """A proposal for the overleg, decrypted."""

    rij: Voordracht
    label: str
    doel: str
    noodzaak: str
    andere_grond: str
    niet_gekozen: tuple[str, ...]
    velden: list[VeldBlad] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Regioblad:
    """What the region answered, and when: lines with municipality, kind, answer and whom to call."""

    op: datetime
    regels: tuple[Mapping[str, str], ...]

    @property
    def hit(self) -> bool:
        """Whether any municipality knew something."""
        return any(regel["antwoord"] == "hit" for regel in self.regels)


@dataclass(frozen=True, slots=True)
class CheckBlad:
    """A privacycheck, decrypted; 2A with its proposal."""

    rij: Privacycheck
    vraag: str
    reden: str
    tegenvoorstel: str
    voordracht: VoordrachtBlad | None = None
    gezien: Mapping[str, str] | None = None
    regio: Regioblad | None = None

    @property
    def open(self) -> bool:
        """Whether the privacyfunctionaris still has to decide."""
        return self.rij.besluit == ""

    @property
    def is_hit(self) -> bool:
        """Seen before, here or in another municipality of the region."""
        here = self.gezien is not None and "hit" in self.gezien.values()
        return here or (self.regio is not None and self.regio.hit)


@dataclass(frozen=True, slots=True)
class Stand:
    """All weighings and checks of one melding, oldest first."""

    wegingen: list[WegingBlad]
    checks: list[CheckBlad]

    @property
    def concept(self) -> WegingBlad | None:
        """The draft, if there is one."""
        return next((w for w in self.wegingen if w.rij.concept), None)

    @property
    def vastgelegd(self) -> WegingBlad | None:
        """The last weighing that was recorded."""
        return next((w for w in reversed(self.wegingen) if not w.rij.concept), None)

    def check(self, soort: str) -> CheckBlad | None:
        """The last check of a kind."""
        return next((c for c in reversed(self.checks) if c.rij.soort == soort), None)

    @property
    def vrijgave(self) -> CheckBlad | None:
        """Privacycheck 1 if its last answer was yes: only then anything may be asked."""
        found = self.check("1")
        return found if found is not None and found.rij.besluit == "akkoord" else None


def read_standing(melding: Melding, *, by: Actor) -> Stand:
    """Weighings and checks of a melding whose reading the caller logged. Six statements, whatever their number."""
    key = vault.open_dossier(melding.id)
    extra: defaultdict[UUID, list[tuple[Aanvulling, str]]] = defaultdict(list)
    for row in Aanvulling.objects.filter(dossier_id=melding.id).order_by("op", "id"):
        extra[row.weging_id].append((row, key.decrypt(row, "tekst")))
    weighings = Weging.objects.filter(dossier_id=melding.id).order_by("volgnummer")
    return Stand([_weighing(w, key, extra[w.id]) for w in weighings], read_checks(melding.id, key))


def read_checks(dossier_id: UUID, key: DossierSleutel) -> list[CheckBlad]:
    """The checks of a dossier with what belongs to them."""
    proposals = _proposals(dossier_id, key)
    seen, region = {}, {}
    for h in Herkenvraag.objects.filter(dossier_id=dossier_id).order_by("op", "id"):
        answer = key.decrypt_json(h, "antwoord")
        if h.bereik == "regio":
            region[h.privacycheck_id] = Regioblad(h.op, tuple(answer or ()))
        else:
            seen[h.privacycheck_id] = answer or {}
    rows = Privacycheck.objects.filter(dossier_id=dossier_id).order_by("gevraagd_op", "id")
    return [
        CheckBlad(
            row,
            key.decrypt(row, "vraag"),
            key.decrypt(row, "reden"),
            key.decrypt(row, "tegenvoorstel"),
            proposals.get(row.id),
            seen.get(row.id),
            region.get(row.id),
        )
        for row in rows
    ]


def _proposals(dossier_id: UUID, key: DossierSleutel) -> dict[UUID, VoordrachtBlad]:
    found = {
        row.id: VoordrachtBlad(
            rij=row,
            label=key.decrypt(row, "label"),
            doel=key.decrypt(row, "doel"),
            noodzaak=key.decrypt(row, "noodzaak"),
            andere_grond=key.decrypt(row, "andere_grond"),
            niet_gekozen=tuple(key.decrypt_json(row, "niet_gekozen") or ()),
        )
        for row in Voordracht.objects.filter(dossier_id=dossier_id)
    }
    for item in VoordrachtVeld.objects.filter(dossier_id=dossier_id).order_by("volgnummer"):
        found[item.voordracht_id].velden.append(
            VeldBlad(item, *(key.decrypt(item, veld) for veld in ("label", "inhoud", "waarom")))
        )
    return {sheet.rij.privacycheck_id: sheet for sheet in found.values()}


def _weighing(row: Weging, key: DossierSleutel, extra: list[tuple[Aanvulling, str]]) -> WegingBlad:
    words: dict[str, Any] = {
        veld: key.decrypt(row, veld)
        for veld in ("reden", "overdracht_aan", "overdracht_hoe", "vraag", "tweede_reden")
    }
    gates = Poorten(
        taak=row.taak,
        gebied=row.gebied,
        concreet=row.concreet,
        concreet_uitleg=key.decrypt(row, "concreet_uitleg"),
        recent=row.recent,
        recent_uitleg=key.decrypt(row, "recent_uitleg"),
    )
    return WegingBlad(rij=row, poorten=gates, aanvullingen=extra, **words)
