"""The verbs of a weighing: keep a draft, record, decide along, supplement, weigh again. Care first, always.

What an outcome does to the melding stands here too: "niets" seals it at once.
"""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from doorzicht.ground.access.api import Actor, require
from doorzicht.ground.bewaren import api as bewaren
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.herkenning import api as herkenning
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties import api as organisaties
from doorzicht.ground.vault import api as vault
from doorzicht.wings.signaleren.melding.actions import ZorgEerst, locked, move
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.melding.selectors import visible
from doorzicht.wings.signaleren.melding.workflow import OngeldigeStap
from doorzicht.wings.signaleren.weging import workflow
from doorzicht.wings.signaleren.weging.invoer import WegingInvoer
from doorzicht.wings.signaleren.weging.models import Aanvulling, Privacycheck, Weging
from doorzicht.wings.signaleren.weging.selectors import Tafel, read_table
from doorzicht.wings.signaleren.weging.workflow import AlVastgelegd, EerstLezen, NietDezelfde, Onvolledig

WEGEN, MEEBESLISSEN = "weging.uitvoeren", "weging.meebeslissen"
_VERSLEUTELD = ("reden", "overdracht_aan", "overdracht_hoe", "vraag")


def table_with_care_done(melding: Melding, *, by: Actor, recht: str, doel: str) -> Tafel:
    """The table, for a verb that weighs. Raises `ZorgEerst` while nobody called (product rule 9)."""
    tafel = read_table(melding, by=by, recht=recht, doel=doel)
    if tafel.zorg_open:
        raise ZorgEerst
    return tafel


@transaction.atomic
def save_draft(melding_id: UUID, invoer: WegingInvoer, *, by: Actor, at: datetime) -> Weging:
    """Keep what was typed, to be taken up again by whoever weighs. Nothing is decided."""
    melding, tafel = _ready(melding_id, by=by, doel="concept")
    row = _fill(melding, invoer, tafel=tafel, by=by, at=at)
    logboek.record(by, "wijzig", "weging", [melding.id], recht=WEGEN, bijzonderheden={"concept": True})
    return row


@transaction.atomic
def record(melding_id: UUID, invoer: WegingInvoer, *, by: Actor, at: datetime) -> Weging:
    """Record the outcome and the reason, once.

    Raises `ZorgEerst`, `AlVastgelegd`, `EerstLezen`, and `Onvolledig` with a sentence for each field that is not
    right yet.
    """
    melding, tafel = _ready(melding_id, by=by, doel="vastleggen")
    check_complete(invoer, status=melding.status)
    row = _fill(melding, invoer, tafel=tafel, by=by, at=at)
    row.concept = False
    row.tweede_nodig = catalogus.uitkomst(row.uitkomst).needs_second_person(tafel.omstandigheden)
    row.save(update_fields=["concept", "tweede_nodig"])
    logboek.record(
        by, "maak", "weging", [melding.id], recht=WEGEN, doel=row.uitkomst,
        bijzonderheden={"tweede_persoon": row.tweede_nodig, "catalogus": row.catalogusversie},
    )  # fmt: skip
    if row.tweede_nodig:
        move_on(melding, "tweede_mens", werkwoord="wegen", term="tweede-persoon", by=by, at=at)
    else:
        _carry_out(melding, row, tafel=tafel, werkwoord="wegen", by=by, at=at)
    return row


def check_complete(invoer: WegingInvoer, *, status: str) -> None:
    """Raise `Onvolledig` unless this may be recorded now; names everything that is missing, not the first thing."""
    fouten = {}
    if invoer.uitkomst:
        task = catalogus.op_code("taken").get(invoer.poorten.taak)
        is_task = task is not None and task["orgaan"] != "geen"
        fouten = workflow.missing_gates(invoer.poorten, uitkomst=invoer.uitkomst, is_taak=is_task)
    if invoer.uitkomst not in {u.code for u in catalogus.uitkomsten()}:
        fouten["uitkomst"] = "Kies wat er met de melding gebeurt."
    if invoer.uitkomst == "vervolganalyse" and status == "vervolganalyse":
        fouten["uitkomst"] = "De analyse loopt al. Wil je andere bronnen? Kies dan ‘Opnieuw wegen’."
    if not invoer.reden.strip():
        fouten["reden"] = "Schrijf op waarom. Noem de waarnemingen."
    fouten |= _handover_gaps(invoer) if invoer.uitkomst in workflow.MET_OVERDRACHT else {}
    if invoer.uitkomst == "vervolganalyse":
        if not invoer.vraag.strip():
            fouten["vraag"] = "Schrijf op wat je wilt weten en waarom dat nodig is."
        if not set(invoer.bronnen) or not set(invoer.bronnen) <= {b.code for b in catalogus.bronnen()}:
            fouten["bronnen"] = "Kies minstens één bron."
    if fouten:
        raise Onvolledig(fouten)


def _handover_gaps(invoer: WegingInvoer) -> dict[str, str]:
    needed = {
        "overdracht_aan": (invoer.overdracht_aan.strip(), "Schrijf op aan wie je het geeft."),
        "overdracht_op": (invoer.overdracht_op, "Vul de dag van de overdracht in."),
        "overdracht_hoe": (invoer.overdracht_hoe.strip(), "Schrijf op hoe je het geeft en wat je meegeeft."),
    }
    return {field: sentence for field, (filled, sentence) in needed.items() if not filled}


@transaction.atomic
def decide_along(melding_id: UUID, *, akkoord: bool, reden: str, by: Actor, at: datetime) -> Weging:
    """The second person agrees, and it happens; or does not, and it is weighed again. Never the same person twice."""
    require(by, MEEBESLISSEN, dossier_id=melding_id)
    melding = locked(melding_id, by)
    tafel = table_with_care_done(melding, by=by, recht=MEEBESLISSEN, doel="meebeslissen")
    row = latest_recorded(melding.id)
    if melding.status != "tweede_mens" or row is None or row.tweede_door is not None:
        raise OngeldigeStap("Hier is geen tweede persoon meer nodig. Laad de pagina opnieuw.")
    if by.medewerker_id in (None, row.door):
        raise NietDezelfde("Jij hebt deze weging gedaan. Een ander kijkt mee.")
    if not reden.strip():
        raise Onvolledig({"reden": "Schrijf op waarom."})
    row.tweede_akkoord, row.tweede_door, row.tweede_op = akkoord, by.medewerker_id, at
    vault.open_dossier(melding.id).encrypt(row, "tweede_reden", reden)
    row.save(update_fields=["tweede_akkoord", "tweede_door", "tweede_op", "tweede_reden"])
    logboek.record(
        by, "wijzig", "weging", [melding.id], recht=MEEBESLISSEN, bijzonderheden={"akkoord": akkoord}
    )
    if akkoord:
        _carry_out(melding, row, tafel=tafel, werkwoord="meebeslissen", by=by, at=at)
    else:
        move_on(melding, "gelezen", werkwoord="meebeslissen", term="weging", by=by, at=at)
    return row


@transaction.atomic
def supplement(melding_id: UUID, tekst: str, *, by: Actor, at: datetime) -> Aanvulling:
    """Add something to the latest recorded weighing. What was recorded stays as it was."""
    require(by, WEGEN, dossier_id=melding_id)
    melding = locked(melding_id, by)
    row = latest_recorded(melding.id)
    if row is None:
        raise OngeldigeStap("Er is nog geen weging om aan te vullen.")
    if not tekst.strip():
        raise Onvolledig({"tekst": "Schrijf op wat je wilt toevoegen."})
    key = vault.open_dossier(melding.id)
    extra = Aanvulling(**key.row(), weging_id=row.id, door=by.mens, op=at)
    key.encrypt(extra, "tekst", tekst)
    extra.save(force_insert=True)
    logboek.record(by, "wijzig", "weging", [melding.id], recht=WEGEN, bijzonderheden={"aanvulling": True})
    return extra


@transaction.atomic
def weigh_again(melding_id: UUID, *, by: Actor, at: datetime) -> None:
    """After analysis: weigh afresh, with what was found or with other sources in mind."""
    melding, _ = _ready(melding_id, by=by, doel="opnieuw wegen")
    move_on(melding, "gelezen", werkwoord="herwegen", term="weging", by=by, at=at)


def latest_recorded(melding_id: UUID) -> Weging | None:
    """The last weighing that was recorded."""
    return Weging.objects.filter(dossier_id=melding_id, concept=False).order_by("-volgnummer").first()


def is_sealed(melding_id: UUID, *, by: Actor) -> bool:
    """Whether this melding of the actor's organisation was shut: a decision sent twice ends here."""
    return visible(by=by).filter(pk=melding_id, verzegeld=True).exists()


def move_on(melding: Melding, naar: str, *, werkwoord: str, by: Actor, at: datetime, term: str = "") -> None:
    """Move a locked melding; with `term`, the last day of whose turn it is now begins today."""
    move(melding, naar, werkwoord=werkwoord, by=by, at=at)
    if term:
        melding.uiterlijk = catalogus.last_day(term, begin=local_day(at))
        melding.save(update_fields=["uiterlijk"])


def _ready(melding_id: UUID, *, by: Actor, doel: str) -> tuple[Melding, Tafel]:
    """A melding that may be weighed now by this actor, locked."""
    require(by, WEGEN, dossier_id=melding_id)
    melding = locked(melding_id, by)
    tafel = table_with_care_done(melding, by=by, recht=WEGEN, doel=doel)
    if melding.status not in workflow.WEEGBAAR:
        if latest_recorded(melding.id) is not None:
            raise AlVastgelegd
        raise OngeldigeStap("Open eerst de melding; daarna kun je wegen.")
    return melding, tafel


def _fill(melding: Melding, invoer: WegingInvoer, *, tafel: Tafel, by: Actor, at: datetime) -> Weging:
    """The draft of this melding with what was typed, stored; made when there is none."""
    key = vault.open_dossier(melding.id)
    rows = list(Weging.objects.filter(dossier_id=melding.id).order_by("-volgnummer")[:1])
    row = rows[0] if rows and rows[0].concept else Weging(**key.row(), volgnummer=_next(rows))
    p = invoer.poorten
    row.catalogusversie = catalogus.current_version(op=local_day(at))
    row.waarnemingen = [g.rij.id for g in tafel.alles]
    row.taak, row.gebied, row.concreet, row.recent = p.taak, p.gebied, p.concreet, p.recent
    row.uitkomst, row.overdracht_op, row.bronnen = (
        invoer.uitkomst,
        invoer.overdracht_op,
        list(invoer.bronnen),
    )
    row.door, row.op = by.mens, at
    key.encrypt(row, "concreet_uitleg", p.concreet_uitleg.strip())
    key.encrypt(row, "recent_uitleg", p.recent_uitleg.strip())
    for veld in _VERSLEUTELD:
        key.encrypt(row, veld, getattr(invoer, veld).strip())
    row.save()
    return row


def _next(rows: list[Weging]) -> int:
    return rows[0].volgnummer + 1 if rows else 1


def _carry_out(
    melding: Melding, row: Weging, *, tafel: Tafel, werkwoord: str, by: Actor, at: datetime
) -> None:
    """Do what was decided: seal, record the hand-over, or ask the privacyfunctionaris."""
    day, outcome = local_day(at), catalogus.uitkomst(row.uitkomst)
    ask = row.uitkomst == "vervolganalyse"
    term = "privacycheck-1" if ask else ""
    move_on(melding, workflow.STAP_NA[row.uitkomst], werkwoord=werkwoord, term=term, by=by, at=at)
    for lid in tafel.leden:
        bewaren.plan(lid.melding.id, bewaarregel=outcome.bewaarregel, from_day=row.overdracht_op or day)
    if ask:
        _ask_check_1(melding, row, day=day, at=at)
    elif row.uitkomst in workflow.MET_OVERDRACHT:
        ids = [lid.melding.id for lid in tafel.leden]
        logboek.record(by, "verstrek", "melding", ids, recht=WEGEN, doel=row.uitkomst)
    if outcome.verzegelt:
        _seal(tafel, by=by)


def _seal(tafel: Tafel, *, by: Actor) -> None:
    """Out of every list, search and question from this moment on (product rule 11); the day it dies is planned.

    Nobody would read what the reporter wrote in the meantime, so that goes first: raises `EerstLezen`.
    """
    ids = [lid.melding.id for lid in tafel.leden]
    unread = Q(nieuw_bericht__isnull=False)
    here = Melding.objects.filter(organisatie_id=by.organisatie_id, id__in=ids)
    if here.exclude(unread).update(verzegeld=True) < len(ids):
        raise EerstLezen
    for melding_id in ids:
        herkenning.withdraw_kenmerken(melding_id)
    logboek.record(by, "wijzig", "melding", ids, recht=WEGEN, bijzonderheden={"verzegeld": True})


def _ask_check_1(melding: Melding, row: Weging, *, day: date, at: datetime) -> None:
    key = vault.open_dossier(melding.id)
    herkenning.withdraw_kenmerken(melding.id)  # until this check says yes nobody recognises it
    check = Privacycheck(
        **key.row(),
        soort="1",
        weging_id=row.id,
        gevraagd_door=row.door,
        gevraagd_op=at,
        gericht_aan=addressee(melding.organisatie_id, day=day),
        uiterlijk=melding.uiterlijk,
        bronnen=row.bronnen,
    )
    key.encrypt(check, "vraag", key.decrypt(row, "vraag"))
    check.save(force_insert=True)


def addressee(organisatie_id: str, *, day: date) -> UUID | None:
    """The privacyfunctionaris whose turn it is: a stand-in for some days, the holder, a deputy. Others may stand in."""
    turn = organisaties.by_turn(organisatie_id, "privacyfunctionaris", on=day)
    return turn[0].medewerker_id if turn else None
