"""The verbs of the privacychecks: decide which sources, ask "seen before?", decide which fields may go on.

A check is done by the privacyfunctionaris or who stands in, never by somebody who weighed.
"""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from doorzicht.ground.access.api import Actor, Geweigerd, require
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.herkenning import api as herkenning
from doorzicht.ground.herkenning.api import Antwoord, Soort
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault import api as vault
from doorzicht.wings.signaleren.melding.actions import locked
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.melding.workflow import OngeldigeStap
from doorzicht.wings.signaleren.weging.actions import move_on, table_with_care_done
from doorzicht.wings.signaleren.weging.invoer import Checkbesluit
from doorzicht.wings.signaleren.weging.kenmerken import identifiers
from doorzicht.wings.signaleren.weging.models import Herkenvraag, Privacycheck, Weging
from doorzicht.wings.signaleren.weging.selectors import family, in_check
from doorzicht.wings.signaleren.weging.workflow import BESLUITEN, NietDezelfde, Onvolledig

UITVOEREN, VRAGEN = "privacycheck.uitvoeren", "herkenning.vragen"


@transaction.atomic
def decide_sources(
    check_id: UUID, besluit: Checkbesluit, *, vrijgegeven: Collection[str] = (), by: Actor, at: datetime
) -> Privacycheck:
    """Privacycheck 1. Only "akkoord" lets analysis begin, with exactly the sources that were released.

    Raises `NietDezelfde`, `Onvolledig`, `OngeldigeStap`, and `Privacycheck.DoesNotExist`.
    """
    check, melding = open_check(check_id, "1", by=by)
    agreed, released = besluit.besluit == "akkoord", sorted(set(vrijgegeven))
    gaps = check_gaps(besluit)
    if agreed and not (released and set(released) <= set(check.bronnen)):
        gaps["vrijgegeven"] = "Kies welke van de gevraagde bronnen je vrijgeeft."
    if gaps:
        raise Onvolledig(gaps)
    check.vrijgegeven = released if agreed else []
    write_answer(check, besluit, by=by, at=at)
    if not agreed:
        move_on(melding, "gelezen", werkwoord="privacycheck", term="weging", by=by, at=at)
        return check
    _release(melding, check, by=by, at=at)
    move_on(melding, "vervolganalyse", werkwoord="privacycheck", term="weging", by=by, at=at)
    return check


def _release(melding: Melding, check: Privacycheck, *, by: Actor, at: datetime) -> None:
    """Make what may be asked recognisable, and record on the ground floor that it may be asked."""
    kinds = make_recognisable(melding, check, on=local_day(at))
    if kinds:
        herkenning.record_vrijgave(
            vault.open_dossier(melding.id),
            soorten=kinds,
            doel="privacycheck1",
            weger_id=check.gevraagd_door,
            regio=to_region(check),
            by=by,
            at=at,
        )


def to_region(check: Privacycheck) -> bool:
    """Whether privacycheck 1 let the released kinds go to other municipalities too."""
    sources = catalogus.op_code("bronnen")
    return any(sources[c].get("regio") for c in check.vrijgegeven if c in sources)


def make_recognisable(melding: Melding, check: Privacycheck, *, on: date) -> list[Soort]:
    """Index the released kinds, of what lay in the check when it was decided and still does. Answers the kinds.

    For the region too, where the check says so and the municipality recorded that it may.
    """
    sources = {b.code: b for b in catalogus.bronnen()}
    kinds: list[Soort] = [
        sources[c].kenmerk  # type: ignore[misc]
        for c in check.vrijgegeven
        if c in sources and sources[c].kenmerk
    ]
    herkenning.withdraw_kenmerken(melding.id)
    members = [lid.melding for lid in in_check(check, family(melding))]
    key, found = vault.open_dossier(melding.id), identifiers(members, soorten=kinds)
    herkenning.index_kenmerken(key, found)
    if to_region(check):
        herkenning.index_for_region(key, found, on=on)
    return kinds


@transaction.atomic
def ask_seen_before(melding_id: UUID, *, by: Actor, at: datetime) -> dict[Soort, Antwoord]:
    """Ask for each released kind: seen before, yes or no. The answer is kept with the check; never a count.

    Raises `ZorgEerst`, and `Geweigerd` where privacycheck 1 does not let this person ask.
    """
    melding, check = released_check(melding_id, recht=VRAGEN, by=by)
    make_recognisable(melding, check, on=local_day(at))
    answer = herkenning.herken(melding.id, by=by)
    key = vault.open_dossier(melding.id)
    row = Herkenvraag(**key.row(), privacycheck_id=check.id, door=by.mens, op=at)
    key.encrypt_json(row, "antwoord", answer or {"niets": "geen"})
    row.save(force_insert=True)
    return answer


def released_check(melding_id: UUID, *, recht: str, by: Actor) -> tuple[Melding, Privacycheck]:
    """The melding, locked, with the privacycheck 1 that lets something be asked; care comes first.

    Raises `ZorgEerst`, and `Geweigerd` where the last check did not say yes.
    """
    require(by, recht, dossier_id=melding_id)
    melding = locked(melding_id, by)
    table_with_care_done(melding, by=by, recht=recht, doel="eerder gezien")
    check = Privacycheck.objects.filter(dossier_id=melding.id, soort="1").order_by("-gevraagd_op").first()
    released = check is not None and check.besluit == "akkoord" and melding.status == "vervolganalyse"
    if check is None or by.medewerker_id is None or not released:
        raise Geweigerd(by, recht, dossier_id=melding.id, uitleg="Dit kan pas na privacycheck 1.")
    return melding, check


def open_check(check_id: UUID, soort: str, *, by: Actor) -> tuple[Privacycheck, Melding]:
    """A check this person may decide, and its melding, both locked."""
    require(by, UITVOEREN)
    check = Privacycheck.objects.select_for_update().get(
        pk=check_id, organisatie_id=by.organisatie_id, soort=soort
    )
    if check.besluit:
        raise OngeldigeStap("Deze check is al gedaan. Het besluit blijft zoals het is.")
    weging = Weging.objects.get(pk=check.weging_id, dossier_id=check.dossier_id)
    if by.medewerker_id in (None, check.gevraagd_door, weging.door, weging.tweede_door):
        raise NietDezelfde("Jij hebt deze melding mee gewogen. Een andere privacyfunctionaris doet de check.")
    melding = Melding.objects.select_for_update().get(pk=check.dossier_id, organisatie_id=by.organisatie_id)
    return check, melding


def check_gaps(besluit: Checkbesluit) -> dict[str, str]:
    """What a decision still lacks, a sentence for each field."""
    gaps = {}
    if besluit.besluit not in BESLUITEN:
        gaps["besluit"] = "Kies akkoord, afgewezen of tegenvoorstel."
    if not besluit.reden.strip():
        gaps["reden"] = "Schrijf op waarom."
    if besluit.besluit == "tegenvoorstel" and not besluit.tegenvoorstel.strip():
        gaps["tegenvoorstel"] = "Schrijf op wat wel zou kunnen."
    return gaps


def write_answer(check: Privacycheck, besluit: Checkbesluit, *, by: Actor, at: datetime) -> None:
    """Write the decision, who took it, and whether that was a stand-in. Once: the database keeps it."""
    key = vault.open_dossier(check.dossier_id)
    check.besluit, check.door, check.op = besluit.besluit, by.medewerker_id, at
    check.als_vervanger = by.medewerker_id != check.gericht_aan
    key.encrypt(check, "reden", besluit.reden.strip())
    key.encrypt(check, "tegenvoorstel", besluit.tegenvoorstel.strip())
    check.save()
    logboek.record(
        by,
        "wijzig",
        "privacycheck",
        [check.dossier_id],
        recht=UITVOEREN,
        bijzonderheden={
            "soort": check.soort,
            "besluit": check.besluit,
            "bronnen": check.vrijgegeven,
            "vervanger": check.als_vervanger,
        },
    )
