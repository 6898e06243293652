"""The verbs of the register: report, add facts, decide, tell the AP, tell the people, close.

Each is one transaction.
"""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from procrastinate.contrib.django import app

from doorzicht.ground.access.api import Actor, Geweigerd, context, may, require
from doorzicht.ground.bewaren import api as bewaren
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.lib.nummers import draw_number
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault import api as vault
from doorzicht.wings.beleid.datalek import klok, selectors
from doorzicht.wings.beleid.datalek.invoer import Besluit, Feiten, Melding
from doorzicht.wings.beleid.datalek.models import Datalek, Datalekbesluit, Datalekklok
from doorzicht.wings.beleid.datalek.workflow import (
    AARD,
    GAANDE,
    UITZONDERINGEN,
    OngeldigeStap,
    Onvolledig,
    next_status,
)

MELDEN, BEHANDELEN, NIET_MELDEN = "datalek.melden", "datalek.behandelen", "datalek.niet_melden"
NOTIFY_JOB = "beleid.datalek_gemeld"
REGEL = "datalek"


@transaction.atomic
def report(invoer: Melding, *, by: Actor, at: datetime) -> Datalek:
    """Put a (suspected) breach in the register and tell the FG and the privacyfunctionaris by mail, at once.

    Anybody with an account may, also without the compartment it lies in: the house writes it, the person is logged.
    The same form twice is one breach. Raises `Onvolledig`.
    """
    require(by, MELDEN)
    if gaps := _report_gaps(invoer, by=by, at=at):
        raise Onvolledig(gaps)
    own = selectors.works_for_municipality(by)
    organisatie_id = by.organisatie_id if own else invoer.gemeente
    with context(Actor.systeem(organisatie_id)):
        row, is_new = _store_once(invoer, organisatie_id=organisatie_id, door=by.mens, at=at)
    if is_new:
        logboek.record(by, "maak", "datalek", [row.id], recht=MELDEN)
        app.configure_task(NOTIFY_JOB).defer(organisatie_id=organisatie_id)
    return row


def _report_gaps(invoer: Melding, *, by: Actor, at: datetime) -> dict[str, str]:
    gaps = {}
    if not invoer.omschrijving.strip():
        gaps["omschrijving"] = "Schrijf in een paar woorden op wat er gebeurde."
    if invoer.ontdekt_op > at:
        gaps["tijd"] = "Dit moment moet nog komen. Kijk dag en tijd na."
    if invoer.gaande not in GAANDE:
        gaps["gaande"] = "Kies een antwoord. ‘Weet ik niet’ mag ook."
    codes = {code for code, _ in selectors.municipalities()}
    if not selectors.works_for_municipality(by) and invoer.gemeente not in codes:
        gaps["gemeente"] = "Kies bij welke gemeente dit hoort."
    return gaps


def _store_once(invoer: Melding, *, organisatie_id: str, door: UUID, at: datetime) -> tuple[Datalek, bool]:
    """The breach of this form, and whether it is new. Whoever presses twice at once waits for the first press to be
    stored, and finds that one."""
    if (known := _known(invoer, door=door)) is not None:
        return known, False
    try:
        with transaction.atomic():
            return _store(invoer, organisatie_id=organisatie_id, door=door, at=at), True
    except IntegrityError:
        if (known := _known(invoer, door=door)) is None:
            raise
        return known, False


def _known(invoer: Melding, *, door: UUID) -> Datalek | None:
    return Datalek.objects.filter(inzending=invoer.inzending, gemeld_door=door).first()


def _store(invoer: Melding, *, organisatie_id: str, door: UUID, at: datetime) -> Datalek:
    key = vault.create_dossier(
        soort="datalek",
        organisatie_id=organisatie_id,
        compartiment="algemeen",
        bewaarregel=REGEL,
    )
    row = Datalek(
        id=key.dossier_id,
        **key.row(),
        nummer=_new_number(organisatie_id, year=local_day(at).year),
        ontdekt_op=invoer.ontdekt_op,
        klok_vanaf=invoer.ontdekt_op,
        gemeld_op=at,
        gemeld_door=door,
        inzending=invoer.inzending,
        gaande=invoer.gaande,
    )
    key.encrypt(row, "omschrijving", invoer.omschrijving.strip())
    row.save(force_insert=True)
    bewaren.plan(row.id, bewaarregel=REGEL, from_day=local_day(at))
    return row


def _new_number(organisatie_id: str, *, year: int) -> str:
    while True:
        number = draw_number("D", jaar=year)
        if not Datalek.objects.filter(organisatie_id=organisatie_id, nummer=number).exists():
            return number


@transaction.atomic
def add_facts(datalek_id: UUID, invoer: Feiten, *, by: Actor, at: datetime) -> None:
    """Keep what is known by now; what is not known yet may stay empty until the closing.

    Raises `OngeldigeStap`, and `Onvolledig` when somebody kept other facts since these were read.
    """
    row, key = _begin(datalek_id, "aanvullen", by=by)
    if invoer.versie != row.versie:
        raise Onvolledig(
            {"": "Een collega veranderde dit net ook. Kopieer je tekst en open het datalek opnieuw."}
        )
    row.versie += 1
    row.aard = [code for code in AARD if code in invoer.aard]
    for veld in selectors.FEITEN:
        key.encrypt(row, veld, getattr(invoer, veld).strip())
    _end(row, "aanvullen", ["versie", "aard", *selectors.FEITEN], by=by, at=at)


@transaction.atomic
def set_clock(datalek_id: UUID, *, vanaf: datetime, reden: str, by: Actor, at: datetime) -> None:
    """Record from which moment the 72 hours run, with the reason: the FG only. An earlier record stays beside it.

    Raises `Onvolledig`, `OngeldigeStap`.
    """
    require(by, NIET_MELDEN, dossier_id=datalek_id)
    row, key = _begin(datalek_id, "klok", by=by)
    gaps = {}
    if vanaf > at:
        gaps["tijd"] = "Dit moment moet nog komen. Kijk dag en tijd na."
    if vanaf < klok.AVG_GELDT:
        gaps["dag"] = "De 72 uur bestaan sinds 25 mei 2018. Kijk de dag na."
    if not reden.strip():
        gaps["reden"] = "Schrijf op waarom de klok vanaf dit moment loopt."
    if gaps:
        raise Onvolledig(gaps)
    row.klok_vanaf = vanaf
    change = Datalekklok(**key.row(), datalek_id=row.id, vanaf=vanaf, door=by.mens, op=at)
    key.encrypt(change, "reden", reden.strip())
    change.save(force_insert=True)
    _end(row, "klok", ["klok_vanaf"], by=by, at=at, recht=NIET_MELDEN)


@transaction.atomic
def decide(datalek_id: UUID, invoer: Besluit, *, by: Actor, at: datetime) -> Datalekbesluit:
    """Decide whether the AP and the people must know, with the reasons. A new decision leaves the old one standing.

    Not telling somebody is for the FG. Raises `Geweigerd`, `Onvolledig`, `OngeldigeStap`.
    """
    row, key = _begin(datalek_id, "beoordelen", by=by)
    if gaps := _decision_gaps(invoer, row):
        raise Onvolledig(gaps)
    recht = BEHANDELEN if invoer.ap and invoer.betrokkenen else NIET_MELDEN
    if not may(by, recht):
        raise Geweigerd(by, recht, dossier_id=row.id)
    besluit = Datalekbesluit(
        **key.row(),
        datalek_id=row.id,
        ap=invoer.ap,
        betrokkenen=invoer.betrokkenen,
        uitzondering=invoer.uitzondering,
        door=by.mens,
        op=at,
    )
    key.encrypt(besluit, "ap_reden", invoer.ap_reden.strip())
    key.encrypt(besluit, "betrokkenen_reden", invoer.betrokkenen_reden.strip())
    besluit.save(force_insert=True)
    _end(row, "beoordelen", [], by=by, at=at, recht=recht)
    return besluit


def _decision_gaps(invoer: Besluit, row: Datalek) -> dict[str, str]:
    gaps = {
        name: "Schrijf op waarom."
        for name in ("ap_reden", "betrokkenen_reden")
        if not getattr(invoer, name).strip()
    }
    if invoer.betrokkenen and not invoer.ap:
        gaps["ap"] = (
            "Moeten de mensen het weten, dan moet de AP het ook weten (hoog risico is ook een risico)."
        )
    if row.ap_gemeld_op is not None and not invoer.ap:
        gaps["ap"] = "De AP weet het al. Dat blijft zo."
    if invoer.betrokkenen and invoer.uitzondering:
        gaps["uitzondering"] = "Laat dit leeg als de mensen het moeten weten."
    if not invoer.betrokkenen and invoer.uitzondering not in UITZONDERINGEN:
        gaps["uitzondering"] = "Kies waarom de mensen het niet hoeven te weten."
    return gaps


@transaction.atomic
def tell_ap(
    datalek_id: UUID, *, op: datetime, kenmerk: str, laat_reden: str = "", by: Actor, at: datetime
) -> None:
    """Record that the AP was told, when and under which number; later than 72 hours with the reason (art. 33 lid 1).

    Raises `Onvolledig`, and `OngeldigeStap` without a decision that it must know.
    """
    row, key = _begin(datalek_id, "melden_ap", by=by)
    besluit = selectors.latest_besluit(row.id)
    if besluit is None or not besluit.ap:
        raise OngeldigeStap("Er is besloten dat de AP het niet hoeft te weten. Beoordeel het eerst opnieuw.")
    if row.ap_gemeld_op is not None:
        raise OngeldigeStap("Dit is al vastgelegd als gemeld aan de AP.")
    gaps = {}
    if not row.ontdekt_op <= op <= at:
        gaps["tijd"] = "Kies een moment na de ontdekking dat niet in de toekomst ligt."
    if not kenmerk.strip():
        gaps["kenmerk"] = "Vul het nummer in dat de AP gaf."
    if op > klok.deadline(row.klok_vanaf) and not laat_reden.strip():
        gaps["laat_reden"] = "Na 72 uur vraagt de wet waarom het later was. Schrijf dat op."
    if gaps:
        raise Onvolledig(gaps)
    row.ap_gemeld_op = op
    key.encrypt(row, "ap_kenmerk", kenmerk.strip())
    key.encrypt(row, "ap_laat_reden", laat_reden.strip())
    _end(row, "melden_ap", ["ap_gemeld_op", "ap_kenmerk", "ap_laat_reden"], by=by, at=at)


@transaction.atomic
def tell_people(datalek_id: UUID, *, op: datetime, hoe: str, by: Actor, at: datetime) -> None:
    """Record that the people were told, when and how (art. 34). Raises `Onvolledig`, `OngeldigeStap`."""
    row, key = _begin(datalek_id, "inlichten", by=by)
    gaps = {}
    if not row.ontdekt_op <= op <= at:
        gaps["tijd"] = "Kies een moment na de ontdekking dat niet in de toekomst ligt."
    if not hoe.strip():
        gaps["hoe"] = "Schrijf op hoe de mensen het hoorden, en wat er stond."
    if gaps:
        raise Onvolledig(gaps)
    row.ingelicht_op = op
    key.encrypt(row, "ingelicht_hoe", hoe.strip())
    _end(row, "inlichten", ["ingelicht_op", "ingelicht_hoe"], by=by, at=at)


@transaction.atomic
def close(datalek_id: UUID, *, by: Actor, at: datetime) -> None:
    """Close it: everybody who must know knows, and what art. 33 lid 5 asks is there. Afterwards nothing changes.

    Raises `Onvolledig` with what is left, `OngeldigeStap`.
    """
    row, _key = _begin(datalek_id, "afsluiten", by=by)
    if left := still_to_do(row, selectors.latest_besluit(row.id)):
        raise Onvolledig({"": " ".join(left)})
    row.afgesloten_op, row.afgesloten_door = at, by.mens
    _end(row, "afsluiten", ["afgesloten_op", "afgesloten_door"], by=by, at=at)


def still_to_do(row: Datalek, besluit: Datalekbesluit | None) -> list[str]:
    """What must happen before it can be closed, a sentence each."""
    left = []
    if besluit is None:
        left.append("Beoordeel of de AP en de betrokkenen het moeten weten.")
    if besluit is not None and besluit.ap and row.ap_gemeld_op is None:
        left.append("Meld het aan de AP en leg dat vast.")
    if besluit is not None and besluit.betrokkenen and row.ingelicht_op is None:
        left.append("Licht de betrokkenen in en leg dat vast.")
    if row.feiten is None or row.gevolgen is None or row.maatregelen is None:
        left.append("Vul feiten, gevolgen en maatregelen in (art. 33 lid 5 AVG).")
    return left


def _begin(datalek_id: UUID, werkwoord: str, *, by: Actor) -> tuple[Datalek, vault.DossierSleutel]:
    require(by, BEHANDELEN, dossier_id=datalek_id)
    row, key = selectors.locked(datalek_id, by=by)
    next_status(row.status, werkwoord)
    return row, key


def _end(
    row: Datalek, werkwoord: str, velden: list[str], *, by: Actor, at: datetime, recht: str = BEHANDELEN
) -> None:
    row.status = next_status(row.status, werkwoord)
    row.save(update_fields=["status", *velden])
    bewaren.plan(row.id, bewaarregel=REGEL, from_day=local_day(at))
    logboek.record(by, "wijzig", "datalek", [row.id], recht=recht, doel=werkwoord)
