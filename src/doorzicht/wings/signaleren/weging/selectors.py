"""What lies on the table when a melding is weighed: people, what was seen of each, and whether care comes first.

A melding is read together with those that were merged into it: a fixed number of statements, whatever their number.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import connection

from doorzicht.ground.access.api import Actor
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.catalogus.soorten import Omstandigheid
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault import api as vault
from doorzicht.wings.signaleren.melding.familie import QUERIES
from doorzicht.wings.signaleren.melding.models import (
    AcuteStap,
    Gegeven,
    Melding,
    Persoon,
    RolVanPersoon,
    Samenvoeging,
    Waarneming,
)
from doorzicht.wings.signaleren.weging.models import Privacycheck


@dataclass(frozen=True, slots=True)
class Gezien:
    """An observation as it lies on the table. `nummer` is W1, W2 ...; B1, C1 ... for merged meldingen."""

    rij: Waarneming
    nummer: str
    toelichting: str
    bron: str

    @property
    def over_plek(self) -> bool:
        """Whether it is about a place: then it never counts for a person."""
        entry = catalogus.op_code("waarnemingen").get(self.rij.code)
        return self.rij.soort == "locatie" or (entry is not None and entry["rol"] == "locatie")

    @property
    def weegt_mee(self) -> bool:
        """Whether the weighing aid is given it: an observation with a code, about a person."""
        return self.rij.soort == "waarneming" and bool(self.rij.code) and not self.over_plek


@dataclass(slots=True)
class PersoonOpTafel:
    """A person of the melding or of one merged into it. Never put together with another."""

    rij: Persoon
    aanduiding: str
    uit: str
    rollen: list[str] = field(default_factory=list)
    gezien: list[Gezien] = field(default_factory=list)

    @property
    def wordt_gewogen(self) -> bool:
        """A presumed victim; or somebody nobody gave a role yet, of whom something was seen."""
        return "slachtoffer" in self.rollen or (not self.rollen and any(g.weegt_mee for g in self.gezien))


@dataclass(frozen=True, slots=True)
class Overgang:
    """How a melding went on under another: under which, when, and in which state it was until then."""

    onder: UUID
    op: datetime
    status_ervoor: str


@dataclass(frozen=True, slots=True)
class Lid:
    """A melding of the family: itself, or merged into it, then with its letter, its own merge, and when it came here
    (of what came along with another, when that other came)."""

    melding: Melding
    letter: str
    samengevoegd_op: datetime | None = None
    overgang: Overgang | None = None


@dataclass(frozen=True, slots=True)
class Tafel:
    """Everything a human looks at before deciding. The reporter is not in it."""

    leden: tuple[Lid, ...]
    label: str
    personen: tuple[PersoonOpTafel, ...]
    los: tuple[Gezien, ...]
    gebeld: tuple[tuple[AcuteStap, str, str], ...]
    soorten_gegevens: tuple[str, ...]

    @property
    def melding(self) -> Melding:
        """The melding under whose number everything goes on."""
        return self.leden[0].melding

    @property
    def vermoedelijke_slachtoffers(self) -> list[PersoonOpTafel]:
        """Whom the weighing is about, one by one."""
        return [p for p in self.personen if p.wordt_gewogen]

    @property
    def alles(self) -> list[Gezien]:
        """Every observation, loose or at a person, in the order of the numbers."""
        return [*self.los, *(g for p in self.personen for g in p.gezien)]

    @property
    def leeftijden(self) -> set[str]:
        """The ages of those it is about, as the meldingen and the people say."""
        return {lid.melding.leeftijd for lid in self.leden} | {
            p.rij.leeftijd for p in self.vermoedelijke_slachtoffers
        }

    @property
    def acuut(self) -> bool:
        """Whether somebody said that there is danger now."""
        return any(lid.melding.spoed == "acuut" for lid in self.leden)

    @property
    def zorg_eerst(self) -> bool:
        """Possible minor or acute danger: care comes first (product rules 9 and 10)."""
        return self.acuut or not self.leeftijden <= {"meerderjarig"}

    @property
    def omstandigheden(self) -> list[Omstandigheid]:
        """What the catalogue asks before it says whether a second person is needed."""
        found: list[tuple[Omstandigheid, bool]] = [
            ("minderjarig", "minderjarig" in self.leeftijden),
            ("leeftijd_onbekend", "onbekend" in self.leeftijden),
            ("acuut", self.acuut),
        ]
        return [code for code, holds in found if holds]

    @property
    def zorg_open(self) -> bool:
        """Whether the care step still has to be taken, for the melding or for one that was merged into it."""
        return any(self._needs_call(lid) for lid in self.leden)

    def _needs_call(self, lid: Lid) -> bool:
        """A call before a merge does not cover what came by the merge."""
        m, after = lid.melding, lid.samengevoegd_op
        ages = {p.rij.leeftijd for p in self.vermoedelijke_slachtoffers if p.rij.dossier_id == m.id}
        if m.spoed != "acuut" and ages | {m.leeftijd} == {"meerderjarig"}:
            return False
        return not any(
            s.dossier_id == m.id or (after is not None and s.dossier_id == self.melding.id and s.op >= after)
            for s, _, _ in self.gebeld
        )


def read_table(melding: Melding, *, by: Actor, recht: str, doel: str) -> Tafel:
    """Put a melding and what was merged into it on the table. Logged, with every melding that was read.

    What was merged into it and destroyed is not on it. Raises `SleutelVernietigd` when the melding itself was.
    """
    leden = family(melding)
    ids = [lid.melding.id for lid in leden]
    keys = vault.open_dossiers(ids)
    if melding.id not in keys:
        raise vault.SleutelVernietigd(melding.id)
    leden = [lid for lid in leden if lid.melding.id in keys]
    people, loose = _people(leden, keys)
    calls = AcuteStap.objects.filter(dossier_id__in=ids).order_by("op")
    kinds = Gegeven.objects.filter(dossier_id__in=ids).values_list("soort", flat=True).distinct()
    logboek.record(by, "lees", "weging", ids, recht=recht, doel=doel)
    return Tafel(
        leden=tuple(leden),
        label=keys[melding.id].decrypt(melding, "label"),
        personen=tuple(people),
        los=tuple(loose),
        gebeld=tuple(
            (s, keys[s.dossier_id].decrypt(s, "wie"), keys[s.dossier_id].decrypt(s, "uitkomst"))
            for s in calls
            if s.dossier_id in keys
        ),
        soorten_gegevens=tuple(
            sorted({*kinds, *(["adres"] if any(lid.melding.plaats for lid in leden) else [])})
        ),
    )


def family(melding: Melding) -> list[Lid]:
    """A melding and what was merged into it, the melding itself first; nothing before what it was merged into."""
    with connection.cursor() as cursor:
        cursor.execute(
            QUERIES["familie"], {"organisatie_id": melding.organisatie_id, "melding_id": melding.id}
        )
        merged: list[tuple[UUID, UUID, datetime, str, datetime]] = cursor.fetchall()
    rows = Melding.objects.filter(organisatie_id=melding.organisatie_id).in_bulk([row[0] for row in merged])
    letters = (chr(ord("B") + n) if n < 21 else f"Z{n}." for n in range(len(merged)))
    return [
        Lid(melding, "W"),
        *(
            Lid(rows[i], letter, came, Overgang(under, went, before))
            for letter, (i, under, went, before, came) in zip(letters, merged, strict=True)
            if i in rows
        ),
    ]


def in_check(check: Privacycheck, leden: Sequence[Lid]) -> list[Lid]:
    """The members that lay in a check when it was decided and still do: the melding it was asked for, and what had gone
    on under that by then, at any depth. What came later was never checked; what was split off is somebody else's."""
    found: dict[UUID, Lid] = {}
    for lid in leden:
        way = lid.overgang
        in_time = way is not None and way.onder in found and check.op is not None and way.op <= check.op
        if lid.melding.id == check.dossier_id or in_time:
            found[lid.melding.id] = lid
    return list(found.values())


def checked(leden: Sequence[Lid]) -> list[Lid]:
    """The members whose fields may be proposed: those that lay in a privacycheck 1 with "akkoord", of the family or of
    a member that was in analysis on its own when it was merged. Weighed again, an old release opens nothing."""
    rows = Privacycheck.objects.filter(
        organisatie_id=leden[0].melding.organisatie_id,
        dossier_id__in=[lid.melding.id for lid in leden],
        soort="1",
    )
    latest = {row.dossier_id: row for row in rows.order_by("gevraagd_op", "id")}
    own = [
        latest[lid.melding.id]
        for lid in leden
        if lid.melding.id in latest
        and (lid.overgang is None or lid.overgang.status_ervoor == "vervolganalyse")
    ]
    open_to = {lid.melding.id for row in own if row.besluit == "akkoord" for lid in in_check(row, leden)}
    return [lid for lid in leden if lid.melding.id in open_to]


def went_on_as(melding: Melding) -> UUID | None:
    """The melding under whose number this one went on, if it was merged."""
    if melding.status != "samengevoegd":
        return None
    rows = Samenvoeging.objects.filter(dossier_id=melding.id, gesplitst_op__isnull=True)
    return rows.values_list("in_melding_id", flat=True).first()


def _people(
    leden: Sequence[Lid], keys: dict[UUID, vault.DossierSleutel]
) -> tuple[list[PersoonOpTafel], list[Gezien]]:
    by_dossier = {lid.melding.id: lid for lid in leden}
    order = {dossier_id: n for n, dossier_id in enumerate(by_dossier)}
    rows = Persoon.objects.filter(dossier_id__in=list(by_dossier))
    people = [
        PersoonOpTafel(
            p,
            keys[p.dossier_id].decrypt(p, "aanduiding") or f"Persoon {p.volgnummer}",
            "" if order[p.dossier_id] == 0 else by_dossier[p.dossier_id].melding.nummer,
        )
        for p in sorted(rows, key=lambda p: (order[p.dossier_id], p.volgnummer))
    ]
    by_id = {p.rij.id: p for p in people}
    for rol in RolVanPersoon.objects.filter(dossier_id__in=list(by_dossier), tot__isnull=True).order_by(
        "rol"
    ):
        by_id[rol.persoon_id].rollen.append(rol.rol)
    loose: list[Gezien] = []
    for row in _observations(by_dossier, order):
        key = keys[row.dossier_id]
        seen = Gezien(
            row,
            f"{by_dossier[row.dossier_id].letter}{row.volgnummer}",
            key.decrypt(row, "toelichting"),
            key.decrypt(row, "bron"),
        )
        (by_id[row.persoon_id].gezien if row.persoon_id else loose).append(seen)
    return people, loose


def _observations(dossiers: Iterable[UUID], order: dict[UUID, int]) -> list[Waarneming]:
    rows = Waarneming.objects.filter(dossier_id__in=list(dossiers), vervallen=False)
    return sorted(rows, key=lambda w: (order[w.dossier_id], w.volgnummer))
