"""The questions of the room: one melding whole, somebody's own meldingen, the way back by receipt.

Every question repeats the organisation as an equality filter: the wall alone would scan.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet

from doorzicht.ground.access.api import Actor, require
from doorzicht.ground.access.rechten import MELDPUNT
from doorzicht.ground.bestanden.api import Bijlage, attachments
from doorzicht.ground.lib.nummers import read_number
from doorzicht.ground.lib.receipt import OngeldigeOntvangstcode, hash_receipt, parse_receipt
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties import api as organisaties
from doorzicht.ground.vault import api as vault
from doorzicht.wings.signaleren.melding.familie import BijFunctionaris
from doorzicht.wings.signaleren.melding.invoer import Plaats
from doorzicht.wings.signaleren.melding.models import (
    AcuteStap,
    Bericht,
    Gegeven,
    Melder,
    Melding,
    Persoon,
    RolVanPersoon,
    Samenvoeging,
    Waarneming,
)
from doorzicht.wings.signaleren.melding.ontvangen import staff_mark


def visible(*, by: Actor) -> QuerySet[Melding]:
    """The meldingen this actor may see at all: those of their organisation, and what was sent straight to the
    aandachtsfunctionaris, with everything merged into it, only for whoever holds that role (the second way in).
    """
    found = Melding.objects.filter(organisatie_id=by.organisatie_id)
    if "aandachtsfunctionaris" in by.rollen:
        return found
    return found.exclude(route="functionaris").exclude(BijFunctionaris())


@dataclass(slots=True)
class PersoonBlad:
    """A person of a melding, decrypted, with roles and what was seen."""

    rij: Persoon
    aanduiding: str
    naam: str
    geboortejaar: str
    omschrijving: str
    rollen: list[RolVanPersoon] = field(default_factory=list)
    waarnemingen: list["WaarnemingBlad"] = field(default_factory=list)
    gegevens: list[tuple[str, str]] = field(default_factory=list)

    @property
    def huidige_rollen(self) -> list[str]:
        """The codes of roles that have not ended."""
        return [r.rol for r in self.rollen if r.tot is None]


@dataclass(frozen=True, slots=True)
class WaarnemingBlad:
    """An observation, decrypted. `nr` is the number on the screen (W1, W2, ...)."""

    rij: Waarneming
    nr: int
    toelichting: str
    bron: str


@dataclass(frozen=True, slots=True)
class MeldingBlad:
    """A melding whole, as the Meldpunt reads it. The reporter is not in it: that is a separate question."""

    melding: Melding
    label: str
    verhaal: str
    wanneer: str
    plaats: Plaats
    personen: list[PersoonBlad]
    waarnemingen: list[WaarnemingBlad]
    gegevens: list[tuple[str, str]]
    berichten: list[tuple[Bericht, str]]
    acuut: list[tuple[AcuteStap, str, str]]
    samen_met: list[tuple[UUID, str]]
    verder_onder: tuple[UUID, str] | None
    bijlagen: list[Bijlage]

    @property
    def waar(self) -> str:
        """The place in words; empty when nobody said where."""
        return str(self.plaats)

    @property
    def ongelezen(self) -> list[str]:
        """What the reporter wrote and nobody opened yet."""
        return [tekst for b, tekst in self.berichten if b.van_melder and b.gelezen_dag is None]

    @property
    def alle_waarnemingen(self) -> list[WaarnemingBlad]:
        """Loose ones and those of every person, in order of number."""
        every = [*self.waarnemingen, *(w for p in self.personen for w in p.waarnemingen)]
        return sorted(every, key=lambda w: w.nr)


def read_sheet(melding: Melding) -> MeldingBlad:
    """Decrypt a melding that was opened with `actions.open_melding` (which logged the read)."""
    sleutel = vault.open_dossier(melding.id)
    people = _people(melding.id, sleutel)
    by_id = {p.rij.id: p for p in people}
    merged, numbers = _merged(melding)
    loose_seen, loose_ids = _attach(melding.id, sleutel, by_id)
    return MeldingBlad(
        melding=melding,
        label=sleutel.decrypt(melding, "label"),
        verhaal=sleutel.decrypt(melding, "verhaal"),
        wanneer=sleutel.decrypt(melding, "wanneer"),
        plaats=Plaats(**(sleutel.decrypt_json(melding, "plaats") or {})),
        personen=people,
        waarnemingen=loose_seen,
        gegevens=loose_ids,
        berichten=messages(melding, sleutel),
        acuut=[
            (s, sleutel.decrypt(s, "wie"), sleutel.decrypt(s, "uitkomst"))
            for s in AcuteStap.objects.filter(dossier_id=melding.id).order_by("op")
        ],
        samen_met=[numbers[s] for s, into in merged if into == melding.id and s in numbers],
        verder_onder=next((numbers.get(into) for s, into in merged if s == melding.id), None),
        bijlagen=attachments({melding.id: sleutel}),
    )


def _merged(melding: Melding) -> tuple[list[tuple[UUID, UUID]], dict[UUID, tuple[UUID, str]]]:
    """What went on under this number and under which number this one went on, as far as the reader sees those."""
    here = Samenvoeging.objects.filter(organisatie_id=melding.organisatie_id, gesplitst_op__isnull=True)
    pairs = list(
        here.filter(Q(in_melding_id=melding.id) | Q(dossier_id=melding.id)).values_list(
            "dossier_id", "in_melding_id"
        )
    )
    if not pairs:
        return [], {}
    ids = {i for pair in pairs for i in pair}
    rows = Melding.objects.filter(organisatie_id=melding.organisatie_id, id__in=ids)
    return pairs, {i: (i, nummer) for i, nummer in rows.order_by("nummer").values_list("id", "nummer")}


def _people(dossier_id: UUID, sleutel: vault.DossierSleutel) -> list[PersoonBlad]:
    people = [
        PersoonBlad(
            rij=p,
            aanduiding=sleutel.decrypt(p, "aanduiding"),
            naam=sleutel.decrypt(p, "naam"),
            geboortejaar=sleutel.decrypt(p, "geboortejaar"),
            omschrijving=sleutel.decrypt(p, "omschrijving"),
        )
        for p in Persoon.objects.filter(dossier_id=dossier_id).order_by("volgnummer")
    ]
    by_id = {p.rij.id: p for p in people}
    for rol in RolVanPersoon.objects.filter(dossier_id=dossier_id).order_by("vanaf", "rol"):
        by_id[rol.persoon_id].rollen.append(rol)
    return people


def _attach(
    dossier_id: UUID, sleutel: vault.DossierSleutel, people: dict[UUID, PersoonBlad]
) -> tuple[list[WaarnemingBlad], list[tuple[str, str]]]:
    """Hang observations and identifiers under their person; returns the loose ones."""
    seen: list[WaarnemingBlad] = []
    for row in Waarneming.objects.filter(dossier_id=dossier_id, vervallen=False).order_by("volgnummer"):
        sheet = WaarnemingBlad(
            row, row.volgnummer, sleutel.decrypt(row, "toelichting"), sleutel.decrypt(row, "bron")
        )
        (people[row.persoon_id].waarnemingen if row.persoon_id else seen).append(sheet)
    loose: list[tuple[str, str]] = []
    for item in Gegeven.objects.filter(dossier_id=dossier_id).order_by("soort", "id"):
        value = (item.soort, sleutel.decrypt(item, "waarde"))
        (people[item.persoon_id].gegevens if item.persoon_id else loose).append(value)
    return seen, loose


def messages(melding: Melding, sleutel: vault.DossierSleutel) -> list[tuple[Bericht, str]]:
    """The dialogue in order."""
    rows = Bericht.objects.filter(dossier_id=melding.id).order_by("volgnummer")
    return [(b, sleutel.decrypt(b, "tekst")) for b in rows]


def reporter_of(melding: Melding, *, by: Actor) -> tuple[str, str, str] | None:
    """Name, contact and safe way of the reporter, if given: a right and a log row of its own."""
    require(by, "melding.melder_zien", dossier_id=melding.id)
    row = Melder.objects.filter(dossier_id=melding.id).first()
    logboek.record(by, "lees", "melder", [melding.id], recht="melding.melder_zien")
    if row is None:
        return None
    sleutel = vault.open_dossier(melding.id)
    return sleutel.decrypt(row, "naam"), sleutel.decrypt(row, "contact"), sleutel.decrypt(row, "veilig")


def own_meldingen(*, by: Actor) -> list[tuple[Melding, list[tuple[Bericht, str, list[Bijlage]]]]]:
    """What became of the meldingen this staff member made: the state and what was said back, nothing more. A
    fixed number of statements, however many they made."""
    require(by, "melding.eigen_zien")
    if by.medewerker_id is None:
        return []
    ids = Melder.objects.filter(
        organisatie_id=by.organisatie_id, wie=staff_mark(by.medewerker_id)
    ).values_list("dossier_id", flat=True)
    rows = list(
        Melding.objects.filter(organisatie_id=by.organisatie_id, id__in=list(ids)).order_by(
            "-ontvangen_dag", "id"
        )
    )
    keys = vault.open_dossiers(m.id for m in rows)
    logboek.record(by, "lees", "eigen_meldingen", [m.id for m in rows], recht="melding.eigen_zien")
    files: dict[UUID | None, list[Bijlage]] = {}
    for file in attachments(keys):
        files.setdefault(file.hoort_bij, []).append(file)
    back: dict[UUID, list[tuple[Bericht, str, list[Bijlage]]]] = {m.id: [] for m in rows if m.id in keys}
    for b in Bericht.objects.filter(dossier_id__in=list(back), van_melder=False).order_by("volgnummer"):
        back[b.dossier_id].append((b, keys[b.dossier_id].decrypt(b, "tekst"), files.get(b.id, [])))
    return [(m, back[m.id]) for m in rows if m.id in back]


def find_by_receipt(code: str, *, by: Actor) -> Melding | None:
    """The melding of a receipt, or None: the same answer for wrong, destroyed and another municipality's codes."""
    require(by, "melding.terugkomen")
    try:
        hashed = hash_receipt(parse_receipt(code), pepper=settings.DOORZICHT_ONTVANGSTSLEUTEL)
    except OngeldigeOntvangstcode:
        return None
    return Melding.objects.filter(organisatie_id=by.organisatie_id, ontvangst=hashed).first()


def titles(ids: Iterable[UUID], *, by: Actor) -> dict[UUID, str]:
    """The short labels of some meldingen of the actor's organisation."""
    rows = Melding.objects.filter(organisatie_id=by.organisatie_id, id__in=list(ids)).only(
        "id", "dossier_id", "organisatie_id", "label"
    )
    keys = vault.open_dossiers(m.id for m in rows)
    return {m.id: keys[m.id].decrypt(m, "label") for m in rows if m.id in keys}


def by_number(nummer: str, *, by: Actor) -> UUID | None:
    """The id of an unsealed melding by its number, within the actor's organisation. Anything else that is typed
    never reaches the database."""
    number = read_number(nummer, letter="M")
    if not number:
        return None
    found = visible(by=by).filter(nummer=number, verzegeld=False)
    return found.values_list("id", flat=True).first()


@dataclass(frozen=True, slots=True)
class Bezetting:
    """Who works with meldingen today: every name by id, and per role the names of its holders without deputies."""

    namen: dict[UUID, str]
    houders: dict[str, list[str]]


def staffing(*, by: Actor, today: date) -> Bezetting:
    """Who works with meldingen of the actor's organisation today. One statement."""
    rows = list(organisaties.aangesteld(by.organisatie_id, MELDPUNT | {"privacyfunctionaris"}, on=today))
    holders: dict[str, list[str]] = {}
    for a in rows:
        if not a.plaatsvervanger:
            holders.setdefault(a.rol, []).append(a.medewerker.naam)
    return Bezetting({a.medewerker_id: a.medewerker.naam for a in rows}, holders)


def colleagues(*, by: Actor, today: date) -> dict[UUID, str]:
    """Names of colleagues who may see meldingen today, for a choice or a time line."""
    return staffing(by=by, today=today).namen
