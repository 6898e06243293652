"""The verbs of privacycheck 2A: propose fields for the overleg, and release what was approved as a verstrekking."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from doorzicht.ground.access.api import Actor, Geweigerd, context, require
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties import api as organisaties
from doorzicht.ground.organisaties.rollen import ROLLEN
from doorzicht.ground.vault import api as vault
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.wings.signaleren.melding.actions import locked
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.melding.selectors import read_sheet
from doorzicht.wings.signaleren.melding.workflow import OngeldigeStap
from doorzicht.wings.signaleren.weging.actions import (
    addressee,
    latest_recorded,
    move_on,
    table_with_care_done,
)
from doorzicht.wings.signaleren.weging.checks import check_gaps, open_check, write_answer
from doorzicht.wings.signaleren.weging.invoer import Checkbesluit, GekozenVeld, VoordrachtInvoer
from doorzicht.wings.signaleren.weging.models import Privacycheck, Voordracht, VoordrachtVeld, Weging
from doorzicht.wings.signaleren.weging.selectors import Lid, Tafel, checked, family
from doorzicht.wings.signaleren.weging.stand import (
    CheckBlad,
    Stand,
    VoordrachtBlad,
    read_checks,
    read_standing,
)
from doorzicht.wings.signaleren.weging.velden import NOOIT, OMSCHRIJVING, Keuzeveld, choices
from doorzicht.wings.signaleren.weging.workflow import EerstVragen, Onvolledig, StoptHier

VOORDRAGEN = "weging.aanvragen_privacycheck"


class VoordragerKanNiet(Exception):
    """Who proposed may not offer any more, or the proposal is too old. The message is fit for the screen."""


@transaction.atomic
def propose(melding_id: UUID, invoer: VoordrachtInvoer, *, by: Actor, at: datetime) -> Privacycheck:
    """Ask privacycheck 2A for exactly these fields.

    Raises `ZorgEerst`, `EerstVragen` and `StoptHier` (product rule 3), `Onvolledig`, `OngeldigeStap`.
    """
    require(by, VOORDRAGEN, dossier_id=melding_id)
    melding = locked(melding_id, by)
    tafel = table_with_care_done(melding, by=by, recht=VOORDRAGEN, doel="voordragen")
    weging = latest_recorded(melding.id)
    if melding.status != "vervolganalyse" or weging is None or by.medewerker_id is None:
        raise OngeldigeStap("Voordragen kan pas na privacycheck 1, tijdens de vervolganalyse.")
    check_hit_first(read_standing(melding, by=by), andere_grond=invoer.andere_grond)
    may_go = _of_those(tafel, checked(tafel.leden))
    options = _options(family(melding), omschrijving=invoer.omschrijving)
    _check_proposal(invoer, options, at=at)
    move_on(melding, "privacycheck_2a", werkwoord="voordragen", term="privacycheck-2", by=by, at=at)
    check = _write_proposal(melding, weging, invoer, options, tafel=may_go, door=by.medewerker_id, at=at)
    logboek.record(
        by, "maak", "voordracht", [melding.id], recht=VOORDRAGEN, doel="overleg",
        bijzonderheden={"velden": [v.code for v in invoer.velden]},
    )  # fmt: skip
    return check


def check_hit_first(stand: Stand, *, andere_grond: str) -> None:
    """Hit or no hit goes first, and no hit ends it unless there is another ground (product rule 3)."""
    released = stand.vrijgave
    if released is None:
        raise OngeldigeStap("Dit kan pas na privacycheck 1.")
    sources = catalogus.op_code("bronnen")
    kinds = {sources[c]["kenmerk"] for c in released.rij.vrijgegeven if c in sources} - {""}
    if not kinds:
        return
    if released.gezien is None:
        raise EerstVragen
    if not released.is_hit and not andere_grond.strip():
        raise StoptHier


def selectable(melding: Melding) -> list[Keuzeveld]:
    """The fields that may be proposed: of the members of the family that lay in a privacycheck 1, and no others."""
    return _options(family(melding))


def without_check(melding: Melding) -> list[str]:
    """The numbers of the members of whom nothing may be proposed, because no privacycheck 1 was about them."""
    leden = family(melding)
    open_to = checked(leden)
    return [lid.melding.nummer for lid in leden if lid not in open_to]


def _options(leden: Sequence[Lid], *, omschrijving: str = "") -> list[Keuzeveld]:
    """What may be chosen, with the description that was written for the occasion last. Of a member that was destroyed
    there is nothing; the others keep their place, and with it the codes of their fields."""
    open_to, keys = checked(leden), vault.open_dossiers(lid.melding.id for lid in leden)
    sheets = {
        n: read_sheet(lid.melding) for n, lid in enumerate(leden) if lid in open_to and lid.melding.id in keys
    }
    own = Keuzeveld(OMSCHRIJVING, "Omschrijving voor het overleg", omschrijving.strip())
    return [*choices(sheets), *([own] if own.inhoud else [])]


def _of_those(tafel: Tafel, leden: Sequence[Lid]) -> Tafel:
    """The table with these members only: what travels along unasked is about them and nobody else."""
    ids = {lid.melding.id for lid in leden}
    people = tuple(p for p in tafel.personen if p.rij.dossier_id in ids)
    return replace(tafel, leden=tuple(leden), personen=people)


def _check_proposal(invoer: VoordrachtInvoer, options: list[Keuzeveld], *, at: datetime) -> None:
    """Raise `Onvolledig` with every gap. A code that is not offered here cannot be chosen, whatever was sent."""
    codes = {o.code for o in options}
    gaps = {
        name: f"Schrijf op: {words}."
        for name, words in (
            ("label", "waar het over gaat, zonder namen"),
            ("doel", "waarvoor het overleg dit nodig heeft"),
            ("noodzaak", "waarom het niet met minder kan"),
        )
        if not getattr(invoer, name).strip()
    }
    bases = {g.code for g in (*catalogus.grondslagen(), *catalogus.grondslagen("sectorwetten"))}
    if invoer.grondslag not in bases:
        gaps["grondslag"] = "Kies de wettelijke grond."
    if invoer.vervalt_op <= at:
        gaps["vervalt_op"] = "Kies een dag die nog komt."
    if not invoer.velden:
        gaps["velden"] = "Kies minstens één veld."
    for veld in invoer.velden:
        if veld.code not in codes:
            gaps["velden"] = "Dit veld kan niet mee. Laad de pagina opnieuw."
        elif not veld.waarom.strip():
            gaps[f"waarom-{veld.code}"] = "Schrijf op waarom het overleg dit nodig heeft."
    if gaps:
        raise Onvolledig(gaps)


def _write_proposal(
    melding: Melding,
    weging: Weging,
    invoer: VoordrachtInvoer,
    options: list[Keuzeveld],
    *,
    tafel: Tafel,
    door: UUID,
    at: datetime,
) -> Privacycheck:
    key, chosen = vault.open_dossier(melding.id), {v.code: v for v in invoer.velden}
    check = Privacycheck(
        **key.row(), soort="2A", weging_id=weging.id, gevraagd_door=door, gevraagd_op=at,
        gericht_aan=addressee(melding.organisatie_id, day=local_day(at)), uiterlijk=melding.uiterlijk,
    )  # fmt: skip
    key.encrypt(check, "vraag", invoer.doel.strip())
    check.save(force_insert=True)
    row = Voordracht(
        **key.row(), privacycheck_id=check.id, grondslag=invoer.grondslag, taak=weging.taak,
        vervalt_op=invoer.vervalt_op, slachtoffer=bool(tafel.vermoedelijke_slachtoffers), minderjarig=_minor(tafel),
    )  # fmt: skip
    for veld in ("label", "doel", "noodzaak", "andere_grond"):
        key.encrypt(row, veld, getattr(invoer, veld).strip())
    key.encrypt_json(row, "niet_gekozen", [o.label for o in options if o.code not in chosen])
    row.save(force_insert=True)
    VoordrachtVeld.objects.bulk_create(
        _field(key, row.id, n, o, chosen[o.code])
        for n, o in enumerate((o for o in options if o.code in chosen), start=1)
    )
    return check


def _field(
    key: vault.DossierSleutel, voordracht_id: UUID, n: int, option: Keuzeveld, chosen: GekozenVeld
) -> VoordrachtVeld:
    row = VoordrachtVeld(**key.row(), voordracht_id=voordracht_id, volgnummer=n, code=option.code)
    key.encrypt(row, "label", option.label)
    key.encrypt(row, "inhoud", option.inhoud)
    key.encrypt(row, "waarom", chosen.waarom.strip())
    return row


def _minor(tafel: Tafel) -> str:
    """The age that travels along; unknown stays unknown and is treated as possibly a minor (product rule 10)."""
    if "minderjarig" in tafel.leeftijden:
        return "ja"
    return "onbekend" if "onbekend" in tafel.leeftijden else "nee"


@transaction.atomic
def decide_fields(
    check_id: UUID, besluit: Checkbesluit, *, vrijgegeven: Collection[UUID] = (), by: Actor, at: datetime
) -> Privacycheck:
    """Privacycheck 2A, field by field. "Akkoord" offers exactly the approved fields to regie at once.

    Raises `NietDezelfde`, `Onvolledig`, `OngeldigeStap`, `VoordragerKanNiet`, `Privacycheck.DoesNotExist`.
    """
    check, melding = open_check(check_id, "2A", by=by)
    proposal = _proposal_of(check)
    agreed, fields = besluit.besluit == "akkoord", {v.rij.id for v in proposal.velden}
    gaps = check_gaps(besluit)
    if agreed and not (set(vrijgegeven) and set(vrijgegeven) <= fields):
        gaps["velden"] = "Geef minstens één van de gevraagde velden vrij, of wijs af."
    if gaps:
        raise Onvolledig(gaps)
    write_answer(check, besluit, by=by, at=at)
    released = set(vrijgegeven) if agreed else set()
    VoordrachtVeld.objects.filter(voordracht_id=proposal.rij.id).update(vrijgegeven=False)
    VoordrachtVeld.objects.filter(voordracht_id=proposal.rij.id, id__in=released).update(vrijgegeven=True)
    if not agreed:
        move_on(melding, "vervolganalyse", werkwoord="privacycheck", term="weging", by=by, at=at)
        return check
    _offer(check, proposal, released, by=by, at=at)
    move_on(melding, "aangeboden", werkwoord="privacycheck", term="verstrekking-open", by=by, at=at)
    return check


def _proposal_of(check: Privacycheck) -> VoordrachtBlad:
    sheets: list[CheckBlad] = read_checks(check.dossier_id, vault.open_dossier(check.dossier_id))
    found = next(s.voordracht for s in sheets if s.rij.id == check.id)
    if found is None:
        raise OngeldigeStap("Bij deze check staat geen voordracht.")
    return found


def _offer(
    check: Privacycheck, sheet: VoordrachtBlad, released: set[UUID], *, by: Actor, at: datetime
) -> None:
    """Make the verstrekking in the name of who proposed: they give, the check only lets it through."""
    row, giver = sheet.rij, proposer(check, at=at)
    kept_back = [v.label for v in sheet.velden if v.rij.id not in released]
    aanbod = verstrekking.Aanbod(
        bron_dossier_id=check.dossier_id,
        organisatie_id=check.organisatie_id,
        van_wing="signaleren",
        aan=verstrekking.Ontvanger(check.organisatie_id, "regie"),
        kader="overleg",
        grondslag=row.grondslag,
        taak=row.taak,
        doel=sheet.doel,
        noodzaak=sheet.noodzaak,
        label=sheet.label,
        velden=tuple(
            verstrekking.Veld(v.rij.code, v.label, v.inhoud, v.waarom)
            for v in sheet.velden
            if v.rij.id in released
        ),
        niet_vrijgegeven=(*kept_back, *sheet.niet_gekozen, *NOOIT),
        slachtoffer=row.slachtoffer,
        minderjarig=row.minderjarig,
        vervalt_op=row.vervalt_op,
        privacycheck_door=by.medewerker_id,
    )
    try:
        with context(giver):
            offered = verstrekking.offer(aanbod, by=giver, at=at)
    except (Geweigerd, vault.DossierOnbekend) as refusal:
        raise VoordragerKanNiet(
            "Wie dit voordroeg mag het niet meer aanbieden. Wijs af; een ander draagt het opnieuw voor."
        ) from refusal
    except verstrekking.OnvolledigeVerstrekking as gaps:
        raise VoordragerKanNiet(f"{gaps} Wijs af; dan kan het opnieuw.") from gaps
    Voordracht.objects.filter(pk=row.id).update(verstrekking_id=offered.id)


def proposer(check: Privacycheck, *, at: datetime) -> Actor:
    """Who proposed, in the roles they hold today. Raises `VoordragerKanNiet` when they hold none."""
    today = organisaties.aangesteld(check.organisatie_id, ROLLEN, on=local_day(at))
    held = list(today.filter(medewerker_id=check.gevraagd_door))
    if not held:
        raise VoordragerKanNiet("Wie dit voordroeg werkt hier niet meer. Wijs af; een ander draagt het voor.")
    return Actor.of(held[0].medewerker, {a.rol for a in held}, check.organisatie_id)
