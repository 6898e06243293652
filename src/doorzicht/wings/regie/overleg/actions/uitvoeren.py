"""Privacycheck 2B, and only then the release to whoever executes a decision: each party a verstrekking of its own.

What the police brought in is never part of it: it lies in another compartment, and a proposal can only hold what
the item's own dossier and its verstrekking hold (product rule 8).
"""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from doorzicht.ground.access.api import Actor, Geweigerd, recused_from, require
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties import api as organisaties
from doorzicht.ground.vault import api as vault
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.ground.verstrekking.api import Aanbod, Ontvanger, OnvolledigeVerstrekking, Veld
from doorzicht.ground.verstrekking.models import Verstrekking
from doorzicht.wings.regie.overleg.actions.genodigden import notify
from doorzicht.wings.regie.overleg.actions.rijen import BEHEREN, locked_punt, person
from doorzicht.wings.regie.overleg.invoer import Voorstel
from doorzicht.wings.regie.overleg.models import Agendapunt, Besluit, Uitvoeringscheck
from doorzicht.wings.regie.overleg.selectors import executing_parties
from doorzicht.wings.regie.overleg.wacht import ZORG, require_free
from doorzicht.wings.regie.overleg.workflow import CHECK, OngeldigeStap

CHECKEN, AANBIEDEN = "privacycheck.uitvoeren", "verstrekking.aanbieden"
CLOSED = ("doel", "noodzaak")


class ZonderAkkoord(OngeldigeStap):
    """Nothing leaves before privacycheck 2B was agreed, and once only."""


@transaction.atomic
def ask_check(punt_id: UUID, voorstel: Voorstel, *, by: Actor, at: datetime) -> Uitvoeringscheck:
    """Ask whether this may go to one executing party. Raises `OngeldigeStap` or `OnvolledigeVerstrekking`."""
    _overleg, punt = locked_punt(punt_id, by=by)
    besluit = Besluit.objects.filter(agendapunt_id=punt.id).first()
    if besluit is None or punt.verstrekking_id is None:
        raise OngeldigeStap("Eerst een besluit. Daarna kun je de privacycheck vragen.")
    if not catalogus.op_code("besluiten", versie=besluit.versie)[besluit.soort]["verstrekking"]:
        raise OngeldigeStap("Bij dit besluit gaat er niets naar een ander.")
    party = executing_parties(by=by).get(voorstel.aan_organisatie)
    missing = _missing(voorstel, known=party is not None)
    if missing or party is None:
        raise OnvolledigeVerstrekking(missing)
    flags = verstrekking.read(punt.verstrekking_id, by=by, at=at)
    turn = next_checker(punt, by=by, on=local_day(at))
    sleutel = vault.open_dossier(punt.id)
    row = Uitvoeringscheck(
        **sleutel.row(),
        agendapunt_id=punt.id,
        gevraagd_door=person(by),
        gevraagd_op=at,
        gericht_aan=turn,
        aan_organisatie=party.organisatie_id,
        kader=party.kader,
        grondslag=voorstel.grondslag,
        taak=voorstel.taak,
        slachtoffer=flags.slachtoffer,
        minderjarig=flags.minderjarig,
    )
    for naam in CLOSED:
        sleutel.encrypt(row, naam, getattr(voorstel, naam).strip())
    sleutel.encrypt_json(row, "velden", [[v.code, v.label, v.inhoud, v.waarom] for v in voorstel.velden])
    sleutel.encrypt_json(row, "niet_vrijgegeven", list(voorstel.niet_vrijgegeven))
    row.save(force_insert=True)
    notify(turn, by=by)
    logboek.record(
        by, "maak", "uitvoeringscheck", [row.id, punt.id], recht=BEHEREN,
        bijzonderheden={"aan": row.aan_organisatie, "velden": [v.code for v in voorstel.velden]},
    )  # fmt: skip
    return row


def next_checker(punt: Agendapunt, *, by: Actor, on: date) -> UUID:
    """Whose turn the check is: never whoever asks, nor who was shut out of the item or of what it was made from.

    Raises `OngeldigeStap` when nobody is left: then somebody has to be appointed first.
    """
    sources = Verstrekking.objects.filter(pk__in=[punt.verstrekking_id]).values_list(
        "bron_dossier_id", flat=True
    )
    out = recused_from([punt.id, *sources]) | {person(by)}
    turn = [a.medewerker_id for a in organisaties.by_turn(by.organisatie_id, "privacyfunctionaris", on=on)]
    for medewerker_id in turn:
        if medewerker_id not in out:
            return medewerker_id
    raise OngeldigeStap(
        "Niemand kan deze check doen: de privacyfunctionaris mag dit punt niet zien. "
        "Vraag de privacyfunctionaris om een vervanger aan te wijzen."
    )


def _missing(voorstel: Voorstel, *, known: bool) -> tuple[str, ...]:
    present = {
        "aan wie": known,
        "grondslag": voorstel.grondslag,
        "doel": voorstel.doel.strip(),
        "noodzaak": voorstel.noodzaak.strip(),
        "minstens één veld": voorstel.velden,
        "bij elk veld waarom het nodig is": all(v.waarom.strip() for v in voorstel.velden),
    }
    return tuple(naam for naam, value in present.items() if not value)


@transaction.atomic
def answer_check(
    check_id: UUID, uitkomst: str, *, reden: str, velden: Collection[str], by: Actor, at: datetime
) -> None:
    """The privacyfunctionaris agrees, refuses, or says what would do (tegenvoorstel); always with the reason, once.

    `velden`: the codes of the fields that may go; with an agreement at least one, and none that was not proposed.
    """
    require(by, CHECKEN, dossier_id=check_id)
    row = _locked(check_id, by=by)
    if row.besluit:
        raise OngeldigeStap("Deze check is al gedaan. Misschien was je collega je voor.")
    if row.gevraagd_door == by.medewerker_id:
        raise Geweigerd(
            by, CHECKEN, dossier_id=row.dossier_id, uitleg="Wie de check vraagt, doet hem niet zelf."
        )
    if uitkomst not in CHECK or not reden.strip():
        raise OngeldigeStap("Kies een antwoord en schrijf op waarom.")
    sleutel = vault.open_dossier(row.dossier_id)
    allowed = [code for code, *_ in sleutel.decrypt_json(row, "velden") if code in velden]
    if uitkomst == "akkoord" and not (allowed and len(allowed) == len(set(velden))):
        raise OngeldigeStap("Kies welke velden mogen. Mag er geen een? Kies dan afgewezen.")
    row.besluit, row.door, row.op = uitkomst, by.medewerker_id, at
    row.als_vervanger = row.door != row.gericht_aan
    sleutel.encrypt(row, "reden", reden.strip())
    sleutel.encrypt_json(row, "akkoord_velden", allowed if uitkomst == "akkoord" else [])
    row.save(update_fields=["besluit", "door", "op", "reden", "akkoord_velden", "als_vervanger"])
    notify(row.gevraagd_door, by=by)
    logboek.record(
        by, "wijzig", "uitvoeringscheck", [row.id, row.agendapunt_id], recht=CHECKEN,
        bijzonderheden={"besluit": uitkomst, "vervanger": row.als_vervanger},
    )  # fmt: skip


@transaction.atomic
def release(check_id: UUID, *, vervalt_op: datetime, by: Actor, at: datetime) -> UUID:
    """Release what was agreed, and exactly that, to the party that executes. Answers the number of the verstrekking.

    Raises `ZonderAkkoord`, `Geweigerd`, and the ground's `OnvolledigeVerstrekking` or `NietToegestaan`.
    """
    require(by, AANBIEDEN, dossier_id=check_id)
    require(by, BEHEREN, dossier_id=check_id)
    row = _locked(check_id, by=by)
    if row.besluit != "akkoord":
        raise ZonderAkkoord("Eerst privacycheck 2B. Er is nog geen akkoord.")
    if row.verstrekking_id is not None:
        raise ZonderAkkoord("Dit is al verstrekt.")
    require_free(Agendapunt.objects.get(pk=row.agendapunt_id), zorg=row.kader == ZORG, at=at)
    given = verstrekking.offer(_aanbod(row, vervalt_op=vervalt_op, by=by), by=by, at=at)
    row.verstrekking_id = given.id
    row.save(update_fields=["verstrekking_id"])
    logboek.record(by, "verstrek", "uitvoeringscheck", [row.id, given.id], recht=AANBIEDEN, doel=row.kader)
    return given.id


def _aanbod(row: Uitvoeringscheck, *, vervalt_op: datetime, by: Actor) -> Aanbod:
    sleutel = vault.open_dossier(row.dossier_id)
    party = executing_parties(by=by)[row.aan_organisatie]
    proposed = [Veld(*veld) for veld in sleutel.decrypt_json(row, "velden")]
    allowed = set(sleutel.decrypt_json(row, "akkoord_velden"))
    refused = [veld.label for veld in proposed if veld.code not in allowed]
    besluit = Besluit.objects.get(agendapunt_id=row.agendapunt_id)
    label = catalogus.op_code("besluiten", versie=besluit.versie)[besluit.soort]
    return Aanbod(
        bron_dossier_id=row.dossier_id,
        organisatie_id=row.organisatie_id,
        van_wing="regie",
        aan=Ontvanger(party.organisatie_id, party.wing),
        kader=row.kader,
        grondslag=row.grondslag,
        taak=row.taak,
        doel=sleutel.decrypt(row, "doel"),
        noodzaak=sleutel.decrypt(row, "noodzaak"),
        label=f"Uit het overleg: {label['naam'].lower()}",
        velden=tuple(veld for veld in proposed if veld.code in allowed),
        niet_vrijgegeven=(*refused, *(sleutel.decrypt_json(row, "niet_vrijgegeven") or ())),
        slachtoffer=row.slachtoffer,
        minderjarig=row.minderjarig,
        vervalt_op=vervalt_op,
        privacycheck_door=row.door,
    )


def _locked(check_id: UUID, *, by: Actor) -> Uitvoeringscheck:
    return Uitvoeringscheck.objects.select_for_update().get(pk=check_id, organisatie_id=by.organisatie_id)
