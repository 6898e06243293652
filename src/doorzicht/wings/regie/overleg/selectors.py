"""The questions of the room. What a reader may see is decided in the database: a guest's question finds their items
and no others. Every question that shows content is logged with the numbers of what was shown.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from doorzicht.ground.access.api import RECHTEN, Actor, Geweigerd, may, require
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties import api as organisaties
from doorzicht.ground.vault import api as vault
from doorzicht.ground.vault.api import DossierSleutel
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.ground.verstrekking.api import Kop, Veld
from doorzicht.wings.regie.overleg.gegevens import (
    Aanwezige,
    BesluitBlad,
    CheckBlad,
    Genodigde,
    OverlegBlad,
    Partij,
    Persoon,
    PuntRegel,
)
from doorzicht.wings.regie.overleg.models import (
    Agendapunt,
    Besluit,
    Deelname,
    Overleg,
    Uitvoeringscheck,
)
from doorzicht.wings.regie.overleg.workflow import VOORBIJ

ZIEN, CHECKEN = "overleg.zien", "privacycheck.uitvoeren"
STANDING = RECHTEN["overleg.vast_lid"].rollen
GUESTS = RECHTEN[ZIEN].rollen - STANDING - {"privacyfunctionaris"}
KADERS = {
    "gemeente": ("regie", "afdeling"),
    "politie": ("partner", "politie"),
    "riec": ("partner", "riec"),
    "omgevingsdienst": ("partner", "afdeling"),
    "regio": ("partner", "afdeling"),
    "zorg": ("partner", "zorg"),
}
"""For each kind of organisation: the wing that receives what it executes, and the setting in which it may."""

NOT_EXECUTING = ("veluwe-noord",)
"""The region has no legal person of its own and no task: nothing can be released to it."""


def only_checks(by: Actor) -> bool:
    """Whether somebody comes for privacycheck 2B only: they read the proposals and no meeting."""
    return not by.rollen & (STANDING | GUESTS)


def _me(by: Actor) -> dict[str, UUID]:
    if by.medewerker_id is None:
        raise Geweigerd(by, ZIEN)
    return {"medewerker_id": by.medewerker_id}


def people(ids: Iterable[UUID]) -> dict[UUID, Persoon]:
    """Names and organisations of accounts, by number: one statement."""
    found = organisaties.Medewerker.objects.filter(pk__in=set(ids)).select_related("organisatie")
    return {
        m.id: Persoon(m.id, m.naam, m.organisatie.code, m.organisatie.naam, m.organisatie.soort)
        for m in found
    }


def invitable(*, on: date, by: Actor) -> dict[UUID, Genodigde]:
    """Who can be a guest on a day: partners, and colleagues of the municipality who are no standing member."""
    rows = organisaties.Aanstelling.objects.filter(
        Q(tot__isnull=True) | Q(tot__gte=on),
        ~Q(organisatie__soort="gemeente") | Q(organisatie_id=by.organisatie_id),
        rol__in=GUESTS,
        vanaf__lte=on,
        medewerker__is_active=True,
    ).select_related("medewerker", "organisatie")
    standing = organisaties.aangesteld(by.organisatie_id, STANDING, on=on).values("medewerker_id")
    held: defaultdict[UUID, list[organisaties.Aanstelling]] = defaultdict(list)
    for row in rows.exclude(medewerker_id__in=standing).order_by("organisatie__naam", "medewerker__naam"):
        held[row.medewerker_id].append(row)
    return {who: _guest(appointments) for who, appointments in held.items()}


def _guest(appointments: list[organisaties.Aanstelling]) -> Genodigde:
    """One person, whatever they hold. Who is of the police comes as police, also with a second appointment elsewhere:
    what they bring in is police data (product rule 8)."""

    def police(row: organisaties.Aanstelling) -> tuple[bool, bool]:
        return row.organisatie.soort == "politie", row.rol == "politie"

    row = max(appointments, key=police)
    return Genodigde(
        row.medewerker_id,
        row.medewerker.naam,
        row.organisatie_id,
        row.organisatie.naam,
        any(police(row)),
    )


def executing_parties(*, by: Actor) -> dict[str, Partij]:
    """Who can execute a decision of this municipality: itself and the partners of the plan."""
    rows = organisaties.Organisatie.objects.filter(
        ~Q(soort="gemeente") | Q(code=by.organisatie_id), soort__in=list(KADERS)
    ).exclude(code__in=NOT_EXECUTING)
    return {row.code: Partij(row.code, row.naam, *KADERS[row.soort]) for row in rows.order_by("naam")}


def left_over(*, by: Actor) -> list[Agendapunt]:
    """Items of meetings that are over that go on: put off, or decided to be followed, and not yet on a next agenda."""
    closed = Overleg.objects.filter(organisatie_id=by.organisatie_id, status__in=VOORBIJ).values("id")
    followed = Besluit.objects.filter(agendapunt_id=OuterRef("pk"), soort="volgen")
    went_on = Agendapunt.objects.filter(vorig_punt_id=OuterRef("pk"))
    found = Agendapunt.objects.filter(
        Q(status="doorgeschoven") | Q(Exists(followed), status="besloten"),
        ~Exists(went_on),
        organisatie_id=by.organisatie_id,
        overleg_id__in=closed,
        soort="verstrekking",
    )
    return list(found.order_by("overleg_id", "volgnummer"))


def overleggen(*, by: Actor, past: int = 60) -> list[OverlegBlad]:
    """The meetings this reader may know of, the latest first: time and place, no content. All that are not over,
    however far ahead they were planned, and of those that are the last `past`."""
    require(by, ZIEN)
    over = Overleg.objects.filter(status__in=VOORBIJ).order_by("-begin").values("pk")[:past]
    rows = list(Overleg.objects.filter(~Q(status__in=VOORBIJ) | Q(pk__in=over)).order_by("-begin"))
    keys = vault.open_dossiers(row.id for row in rows)
    gemeenten = organisaties.Organisatie.objects.in_bulk({row.organisatie_id for row in rows})
    return [
        OverlegBlad(row, keys[row.id].decrypt(row, "plaats"), gemeenten[row.organisatie_id].naam)
        for row in rows
        if row.id in keys
    ]


def find_overleg(overleg_id: UUID, *, by: Actor) -> OverlegBlad:
    """One meeting. Raises `Overleg.DoesNotExist` when this reader may not know of it, and `SleutelVernietigd`."""
    require(by, ZIEN, dossier_id=overleg_id)
    if only_checks(by):
        raise Overleg.DoesNotExist
    row = Overleg.objects.get(pk=overleg_id)
    sleutel = vault.open_dossier(row.id)
    gemeente = organisaties.Organisatie.objects.get(pk=row.organisatie_id)
    return OverlegBlad(row, sleutel.decrypt(row, "plaats"), gemeente.naam)


def agenda(overleg: Overleg, *, by: Actor) -> list[PuntRegel]:
    """The items this reader may see, in order, with their guests; logged. Five statements, whatever their number."""
    require(by, ZIEN, dossier_id=overleg.id)
    found = Agendapunt.objects.filter(overleg_id=overleg.id)
    if not may(by, "overleg.vast_lid"):
        found = found.filter(Exists(Deelname.objects.filter(agendapunt_id=OuterRef("pk"), **_me(by))))
    rows = list(found.order_by("volgnummer"))
    keys = vault.open_dossiers(row.id for row in rows)
    invited = list(Deelname.objects.filter(agendapunt_id__in=list(keys), vast=False))
    names = people(d.medewerker_id for d in invited)
    guests: defaultdict[UUID, list[Persoon]] = defaultdict(list)
    for deelname in invited:
        guests[deelname.agendapunt_id].append(names[deelname.medewerker_id])
    logboek.record(by, "lees", "agendapunt", [overleg.id, *keys], recht=ZIEN, doel="agenda")
    return [
        PuntRegel(row, keys[row.id].decrypt(row, "titel"), tuple(guests[row.id]))
        for row in rows
        if row.id in keys
    ]


def besluit_of(punt_id: UUID, sleutel: DossierSleutel) -> BesluitBlad | None:
    """The decision on one item, if there is one."""
    row = Besluit.objects.filter(agendapunt_id=punt_id).first()
    if row is None:
        return None
    texts = (sleutel.decrypt(row, naam) for naam in ("motivering", "anders", "zorg", "aan_melder"))
    naam = catalogus.op_code("besluiten", versie=row.versie)[row.soort]["naam"]
    return BesluitBlad(row, naam, people([row.door])[row.door].naam, *texts)


def checks(*, by: Actor, open_only: bool = False) -> list[CheckBlad]:
    """Privacychecks 2B of the municipality, the one that waits longest first; logged.

    `open_only`: what this reader can answer, so never what they asked themselves.
    """
    if not (may(by, CHECKEN) or may(by, "overleg.vast_lid")):
        require(by, CHECKEN)
    found = Uitvoeringscheck.objects.filter(organisatie_id=by.organisatie_id)
    return read_checks(answerable(by=by) if open_only else found, by=by)


def answerable(*, by: Actor) -> QuerySet[Uitvoeringscheck]:
    """The checks that wait for whoever does privacychecks, and that this person did not ask."""
    waiting = Uitvoeringscheck.objects.filter(organisatie_id=by.organisatie_id, besluit="")
    return waiting.exclude(gevraagd_door=_me(by)["medewerker_id"])


def read_checks(found: Iterable[Uitvoeringscheck], *, by: Actor) -> list[CheckBlad]:
    """Decrypt some checks; logged."""
    rows = sorted(found, key=lambda row: (row.gevraagd_op, row.id))
    if not rows:
        return []
    keys = vault.open_dossiers(row.dossier_id for row in rows)
    names = people(p for row in rows for p in (row.gevraagd_door, row.gericht_aan, row.door) if p is not None)
    parties = executing_parties(by=by)
    logboek.record(by, "lees", "uitvoeringscheck", [row.id for row in rows], recht=ZIEN)
    return [_check(row, keys[row.dossier_id], names, parties) for row in rows if row.dossier_id in keys]


def _check(
    row: Uitvoeringscheck, sleutel: DossierSleutel, names: dict[UUID, Persoon], parties: dict[str, Partij]
) -> CheckBlad:
    party = parties.get(row.aan_organisatie)
    return CheckBlad(
        rij=row,
        aan=party.naam if party else row.aan_organisatie,
        vrager=names[row.gevraagd_door].naam,
        aan_zet=names[row.gericht_aan].naam,
        checker=names[row.door].naam if row.door else "",
        doel=sleutel.decrypt(row, "doel"),
        noodzaak=sleutel.decrypt(row, "noodzaak"),
        velden=tuple(Veld(*veld) for veld in sleutel.decrypt_json(row, "velden") or ()),
        niet_vrijgegeven=tuple(sleutel.decrypt_json(row, "niet_vrijgegeven") or ()),
        akkoord=frozenset(sleutel.decrypt_json(row, "akkoord_velden") or ()),
        reden=sleutel.decrypt(row, "reden"),
    )


def find_check(check_id: UUID, *, by: Actor) -> CheckBlad:
    """One check; logged. Raises `Uitvoeringscheck.DoesNotExist` and `SleutelVernietigd`."""
    require(by, CHECKEN, dossier_id=check_id)
    row = Uitvoeringscheck.objects.get(pk=check_id, organisatie_id=by.organisatie_id)
    sheets = read_checks([row], by=by)
    if not sheets:
        raise vault.SleutelVernietigd(row.dossier_id)
    return sheets[0]


def waiting_offers(*, by: Actor, at: datetime) -> list[Kop]:
    """What was offered for the meeting and is on no agenda yet, the one that ends first on top; logged."""
    offered = verstrekking.offered_to(by.organisatie_id, "regie", by=by, at=at)
    mine = [k for k in offered if k.kader == "overleg" and k.van_organisatie_id == by.organisatie_id]
    placed = set(
        Agendapunt.objects.filter(verstrekking_id__in=[k.id for k in mine]).values_list(
            "verstrekking_id", flat=True
        )
    )
    return [k for k in mine if k.id not in placed]


def attendance(overleg: Overleg, *, by: Actor) -> list[Aanwezige]:
    """Everybody of a meeting, standing members first, with their items and whether they are there."""
    require(by, "overleg.beheren", dossier_id=overleg.id)
    numbers = dict(Agendapunt.objects.filter(overleg_id=overleg.id).values_list("id", "volgnummer"))
    rows: defaultdict[UUID, list[Deelname]] = defaultdict(list)
    for deelname in Deelname.objects.filter(agendapunt_id__in=list(numbers)):
        rows[deelname.medewerker_id].append(deelname)
    names = people(rows)
    found = [
        Aanwezige(
            names[who],
            all(d.vast for d in seats),
            seats[0].aanwezig,
            tuple(sorted(((d.agendapunt_id, numbers[d.agendapunt_id]) for d in seats), key=lambda p: p[1])),
        )
        for who, seats in rows.items()
    ]
    return sorted(found, key=lambda a: (not a.vast, a.persoon.organisatie, a.persoon.naam))
