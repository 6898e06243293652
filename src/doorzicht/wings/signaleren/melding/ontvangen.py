"""Receiving a melding: one transaction, a fixed number of statements, everything encrypted before it is stored."""

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from django.conf import settings
from django.db.models import Q
from procrastinate.contrib.django import app

from doorzicht.ground.access.api import Actor, require
from doorzicht.ground.bewaren import api as bewaren
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.lib.nummers import draw_number
from doorzicht.ground.lib.receipt import Ontvangstcode, hash_receipt, receipt_from_bytes
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties.kanalen import ANONIEM, KANALEN, MEDEWERKER, MMA, UITSPRAAK
from doorzicht.ground.vault import api as vault
from doorzicht.wings.signaleren.melding.invoer import (
    GegevenInvoer,
    MeldingInvoer,
    PersoonInvoer,
    WaarnemingInvoer,
)
from doorzicht.wings.signaleren.melding.models import (
    Gegeven,
    Melder,
    Melding,
    Persoon,
    RolVanPersoon,
    Waarneming,
)

NOTIFY_JOB = "signaleren.notify"
RECHT_VAN_KANAAL = dict.fromkeys(ANONIEM, "melding.maken_anoniem") | {UITSPRAAK: "melding.importeren"}


@dataclass(frozen=True, slots=True)
class Ontvangen:
    """What the reporter gets back: staff a number, everybody else a receipt that exists nowhere in readable form."""

    melding_id: UUID
    nummer: str
    code: Ontvangstcode | None = None
    dubbel: bool = False


def receive(invoer: MeldingInvoer, *, by: Actor, at: datetime) -> Ontvangen:
    """Store a melding. The same `inzending` twice gives the same answer and one melding.

    Two presses at the same moment must wait for each other before they come here: the web door lets an account send
    one form at a time, the public room takes a lock on the submission.

    A reporter without an account leaves a day, no clock, no order: number and ids are random, no job is made.
    Raises `KeyError` for a channel that does not exist.
    """
    anonymous = KANALEN[invoer.kanaal].anoniem
    recht = RECHT_VAN_KANAAL.get(invoer.kanaal, "melding.maken")
    require(by, recht)
    code = receipt_of(invoer.inzending, organisatie_id=by.organisatie_id) if anonymous else None
    submission, day = hashlib.sha256(invoer.inzending).digest(), local_day(at)
    nummer, known = _new_number(submission, organisatie_id=by.organisatie_id, year=day.year)
    if known is not None:
        return Ontvangen(known.id, known.nummer, code, dubbel=True)
    melding = new_melding(invoer, by=by, day=day, at=None if anonymous else at, submission=submission)
    melding.nummer = nummer
    if code is not None:
        melding.ontvangst = hash_receipt(code, pepper=settings.DOORZICHT_ONTVANGSTSLEUTEL)
    _store(melding, invoer, by=by, day=day)
    logboek.record(by, "maak", "melding", [melding.id], recht=recht, doel=invoer.kanaal)
    if invoer.kanaal == MEDEWERKER:
        app.configure_task(NOTIFY_JOB).defer(organisatie_id=by.organisatie_id)
    return Ontvangen(melding.id, melding.nummer, code)


def receipt_of(inzending: bytes, *, organisatie_id: str) -> Ontvangstcode:
    """The receipt of a submission to one organisation: derived with a secret, so that sending twice gives the same
    code. The same submission to another organisation has another receipt."""
    text = b"ontvangst|" + organisatie_id.encode() + b"|" + inzending
    return receipt_from_bytes(hmac.digest(settings.DOORZICHT_ONTVANGSTSLEUTEL, text, "sha256"))


def staff_mark(medewerker_id: UUID) -> bytes:
    """The keyed mark by which somebody finds their own meldingen, and nobody else can."""
    return vault.blind_index("melder-medewerker", str(medewerker_id))


def _new_number(submission: bytes, *, organisatie_id: str, year: int) -> tuple[str, Melding | None]:
    """A random number that nobody has yet, and the melding of this submission if it came before; one statement."""
    while True:
        nummer = draw_number("M", jaar=year)
        same = Q(inzending=submission) | Q(nummer=nummer)
        found = list(Melding.objects.filter(same, organisatie_id=organisatie_id))
        known = next((m for m in found if bytes(m.inzending) == submission), None)
        if known is not None or not found:
            return nummer, known


def new_melding(
    invoer: MeldingInvoer, *, by: Actor, day: date, at: datetime | None, submission: bytes
) -> Melding:
    """The melding's own row, without its number and without anything that must be encrypted."""
    melding_id = uuid4()
    return Melding(
        id=melding_id,
        dossier_id=melding_id,
        organisatie_id=by.organisatie_id,
        kanaal=invoer.kanaal,
        route=invoer.route,
        kaart=invoer.kaart,
        taal=invoer.taal,
        ontvangen_dag=day,
        ontvangen_op=at,
        spoed=invoer.spoed,
        leeftijd=invoer.leeftijd,
        vormen=list(invoer.vormen),
        sector=invoer.sector,
        gebied=invoer.gebied,
        uiterlijk=catalogus.last_day(
            "eerste-blik" if invoer.spoed == "gewoon" else "eerste-blik-spoed", begin=day
        ),
        terugkoppelen_voor=catalogus.last_day("terugkoppeling", begin=day),
        inzending=submission,
    )


@dataclass(frozen=True, slots=True)
class Rijen:
    """Every row that one melding is stored in, encrypted."""

    melding: Melding
    melder: Melder | None
    personen: list[Persoon]
    rollen: list[RolVanPersoon]
    gegevens: list[Gegeven]
    waarnemingen: list[Waarneming]


def build_rows(
    melding: Melding, invoer: MeldingInvoer, *, sleutel: vault.DossierSleutel, by: Actor, day: date
) -> Rijen:
    """Encrypt what was typed: melding, reporter, people, roles, identifiers, observations. Nothing is stored yet."""
    for veld in ("label", "verhaal", "wanneer"):
        sleutel.encrypt(melding, veld, getattr(invoer, veld))
    sleutel.encrypt_json(melding, "plaats", _place(invoer))
    people = [_person(sleutel, p, n) for n, p in enumerate(invoer.personen, start=1)]
    return Rijen(
        melding=melding,
        melder=_reporter(sleutel, invoer, by=by),
        personen=[row for row, _ in people],
        rollen=[
            RolVanPersoon(**sleutel.row(), persoon_id=row.id, rol=rol, vanaf=day)
            for row, p in people
            for rol in p.rollen
        ],
        gegevens=list(_identifiers(sleutel, invoer, people)),
        waarnemingen=list(_observations(sleutel, invoer, people)),
    )


def retention_rule(invoer: MeldingInvoer) -> str:
    """The rule under which a melding comes in."""
    return "melding-mma" if invoer.kanaal == MMA else "melding-open"


def _store(melding: Melding, invoer: MeldingInvoer, *, by: Actor, day: date) -> None:
    """Key, melding, reporter, people, roles, identifiers, observations: one statement for each kind."""
    rule = retention_rule(invoer)
    sleutel = vault.create_dossier(
        id=melding.id,
        soort="melding",
        organisatie_id=by.organisatie_id,
        compartiment="algemeen",
        bewaarregel=rule,
        vernietigen_op=bewaren.destruction_day(rule, from_day=day),
    )
    rows = build_rows(melding, invoer, sleutel=sleutel, by=by, day=day)
    rows.melding.save(force_insert=True)
    if rows.melder is not None:
        rows.melder.save(force_insert=True)
    Persoon.objects.bulk_create(rows.personen)
    RolVanPersoon.objects.bulk_create(rows.rollen)
    Gegeven.objects.bulk_create(rows.gegevens)
    Waarneming.objects.bulk_create(rows.waarnemingen)


def _place(invoer: MeldingInvoer) -> dict[str, str]:
    return {k: v for k, v in asdict(invoer.plaats).items() if v}


def _reporter(sleutel: vault.DossierSleutel, invoer: MeldingInvoer, *, by: Actor) -> Melder | None:
    """Who reported: staff by a keyed mark, others only by what they chose to say. MMA has no such row at all."""
    if invoer.kanaal == MMA or (invoer.melder is None and by.medewerker_id is None):
        return None
    row = Melder(**sleutel.row(), wie=staff_mark(by.medewerker_id) if by.medewerker_id else None)
    if invoer.melder is not None:
        for veld in ("naam", "contact", "veilig"):
            sleutel.encrypt(row, veld, getattr(invoer.melder, veld))
    return row


def _person(
    sleutel: vault.DossierSleutel, invoer: PersoonInvoer, nummer: int
) -> tuple[Persoon, PersoonInvoer]:
    row = Persoon(**sleutel.row(), volgnummer=nummer, leeftijd=invoer.leeftijd, tolk_nodig=invoer.tolk_nodig)
    for veld in ("aanduiding", "naam", "geboortejaar", "omschrijving"):
        sleutel.encrypt(row, veld, getattr(invoer, veld))
    return row, invoer


def _identifiers(
    sleutel: vault.DossierSleutel, invoer: MeldingInvoer, people: list[tuple[Persoon, PersoonInvoer]]
) -> Iterable[Gegeven]:
    loose: list[tuple[UUID | None, GegevenInvoer]] = [(None, g) for g in invoer.gegevens]
    loose += [(row.id, g) for row, p in people for g in p.gegevens]
    for persoon_id, gegeven in loose:
        row = Gegeven(**sleutel.row(), persoon_id=persoon_id, soort=gegeven.soort)
        sleutel.encrypt(row, "waarde", gegeven.waarde)
        yield row


def _observations(
    sleutel: vault.DossierSleutel, invoer: MeldingInvoer, people: list[tuple[Persoon, PersoonInvoer]]
) -> Iterable[Waarneming]:
    """As the reporter told them, so without `door`: who reported stands with the reporter, under a keyed mark."""
    loose: list[tuple[UUID | None, WaarnemingInvoer]] = [(None, w) for w in invoer.waarnemingen]
    loose += [(row.id, w) for row, p in people for w in p.waarnemingen]
    for nummer, (persoon_id, seen) in enumerate(loose, start=1):
        yield build_observation(sleutel, seen, persoon_id=persoon_id, nummer=nummer, door=None)


def build_observation(
    sleutel: vault.DossierSleutel,
    seen: WaarnemingInvoer,
    *,
    persoon_id: UUID | None,
    nummer: int,
    door: UUID | None,
) -> Waarneming:
    """An observation as a row, encrypted, not yet stored. `door` added it; None is the reporter."""
    row = Waarneming(
        **sleutel.row(),
        persoon_id=persoon_id,
        soort=seen.soort,
        code=seen.code,
        volgnummer=nummer,
        dag=seen.dag,
        door=door,
    )
    sleutel.encrypt(row, "toelichting", seen.toelichting)
    sleutel.encrypt(row, "bron", seen.bron)
    return row
