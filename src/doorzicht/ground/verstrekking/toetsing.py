"""Is an offer complete, and who stands on which side of a verstrekking."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from doorzicht.ground.access import api as access
from doorzicht.ground.access.api import Actor, Geweigerd
from doorzicht.ground.access.models import Toegang
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.catalogus.soorten import Grondslag
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.organisaties.api import aangesteld
from doorzicht.ground.verstrekking.gegevens import Aanbod
from doorzicht.ground.verstrekking.kaders import KADERS, WINGS
from doorzicht.ground.verstrekking.models import MINDERJARIG, Verstrekking
from doorzicht.ground.verstrekking.workflow import LEESBAAR, STATUSSEN


class OnvolledigeVerstrekking(ValueError):
    """Something that the law or the plan asks for is missing. `ontbreekt` names it in Dutch, for the form."""

    def __init__(self, ontbreekt: tuple[str, ...]) -> None:
        super().__init__(f"Er ontbreekt nog iets: {', '.join(ontbreekt)}.")
        self.ontbreekt = ontbreekt


class VerstrekkingOnbekend(Geweigerd):
    """No such verstrekking for this reader: it does not exist, or the wall hides it. A page answers 404."""


def check_complete(aanbod: Aanbod, *, by: Actor, at: datetime) -> None:
    """Raise `OnvolledigeVerstrekking` with everything that is missing, not only the first thing."""
    ground = _ground(aanbod.grondslag)
    missing = [
        naam
        for naam, present in (
            ("grondslag", ground),
            ("de taak van de gemeente", ground is None or _has_task(aanbod, needed=ground.met_taak)),
            ("doel", aanbod.doel.strip()),
            ("noodzaak", aanbod.noodzaak.strip()),
            ("label", aanbod.label.strip()),
            ("minstens één veld", aanbod.velden),
            ("bij elk veld een naam, inhoud en waarom het nodig is", all(map(_is_filled, aanbod.velden))),
            ("slachtoffer, ja of nee", isinstance(aanbod.slachtoffer, bool)),
            ("minderjarig, ja, nee of onbekend", aanbod.minderjarig in MINDERJARIG),
            ("kader", aanbod.kader in KADERS),
            ("van wie en aan wie", aanbod.van_wing in WINGS and aanbod.aan.wing in WINGS),
            ("een einddatum die nog komt", aanbod.vervalt_op > at),
            ("privacycheck 2A door een ander dan jijzelf", _is_checked(aanbod, by=by, at=at)),
        )
        if not present
    ]
    if missing:
        raise OnvolledigeVerstrekking(tuple(missing))


def _ground(code: str) -> Grondslag | None:
    """The legal basis of the catalogus with this code, today."""
    bases = (*catalogus.grondslagen(), *catalogus.grondslagen("sectorwetten"))
    return next((base for base in bases if base.code == code), None)


def _has_task(aanbod: Aanbod, *, needed: bool) -> bool:
    """Whether the task exists and is one; without a need for it, it may be left out."""
    if not aanbod.taak:
        return not needed
    return any(taak.code == aanbod.taak and taak.is_taak for taak in catalogus.taken())


def _is_filled(veld: object) -> bool:
    return all(getattr(veld, naam).strip() for naam in ("code", "label", "inhoud", "waarom"))


def _is_checked(aanbod: Aanbod, *, by: Actor, at: datetime) -> bool:
    """Whether the setting needs no privacycheck, or a privacyfunctionaris who is not the giver did it."""
    checker = aanbod.privacycheck_door
    if checker is None:
        return aanbod.kader not in KADERS or not KADERS[aanbod.kader].privacycheck
    if checker == by.medewerker_id:
        return False
    holders = aangesteld(aanbod.organisatie_id, ["privacyfunctionaris"], on=local_day(at))
    return holders.filter(medewerker_id=checker).exists()


def is_giver(row: Verstrekking, by: Actor) -> bool:
    """The wing that gave, and the privacyfunctionaris who checks what it gives."""
    return by.organisatie_id == row.organisatie_id and (
        access.may(by, f"verstrekking.{row.van_wing}") or access.may(by, "privacycheck.uitvoeren")
    )


def is_receiver(row: Verstrekking, by: Actor) -> bool:
    """The wing, or the partner's people, to whom it is addressed."""
    return by.organisatie_id == row.aan_organisatie_id and access.may(by, f"verstrekking.{row.aan_wing}")


def is_let_in(dossier_id: UUID, *, by: Actor, at: datetime) -> bool:
    """Somebody who was let in by name for a while (an invitation to a meeting)."""
    return (
        Toegang.objects.filter(Q(medewerker_id=by.medewerker_id), dossier_id=dossier_id)
        .filter(ingetrokken_op__isnull=True, van__lte=at, tot__gt=at)
        .exists()
    )


def check_alive(row: Verstrekking, *, by: Actor, at: datetime, recht: str) -> None:
    """Raise `Geweigerd` when it was refused, withdrawn or expired, also when the job has not come by yet."""
    status = "verlopen" if row.status in LEESBAAR and row.vervalt_op <= at else row.status
    if status not in LEESBAAR:
        raise Geweigerd(
            by, recht, dossier_id=row.id, uitleg=f"Deze verstrekking is {STATUSSEN[status].lower()}."
        )
