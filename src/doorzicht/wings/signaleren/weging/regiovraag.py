"""The verbs of "seen before?" across the region: ask other municipalities, and keep the regional index as it should be.

Only what privacycheck 1 let go to the region, only after the own municipality was asked, only municipalities that
recorded that they may. The answer is yes or no per municipality and kind, with whom to call.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from procrastinate.contrib.django import app

from doorzicht.ground.access.api import Actor, Geweigerd, require
from doorzicht.ground.herkenning import api as herkenning
from doorzicht.ground.herkenning.api import AfspraakInvoer, Regioafspraak, Regioantwoord
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.vault import api as vault
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.weging.checks import make_recognisable, released_check, to_region
from doorzicht.wings.signaleren.weging.models import Herkenvraag, Privacycheck
from doorzicht.wings.signaleren.weging.workflow import EerstVragen

VRAGEN_REGIO, BIJWERKEN = "herkenning.vragen_regio", "herkenning.bijwerken"
REINDEX_JOB = "signaleren.reindex_region"


@transaction.atomic
def ask_region(melding_id: UUID, *, by: Actor, at: datetime) -> list[Regioantwoord]:
    """Ask the municipalities that take part; the answer is kept with the check.

    Raises `ZorgEerst`, `EerstVragen` (the own municipality goes first), `GeenAfspraak`, and `Geweigerd` where
    privacycheck 1 did not let it go to the region.
    """
    melding, check = released_check(melding_id, recht=VRAGEN_REGIO, by=by)
    if not to_region(check):
        raise Geweigerd(
            by,
            VRAGEN_REGIO,
            dossier_id=melding.id,
            uitleg="Dit kan pas als privacycheck 1 de vraag aan de regio vrijgaf.",
        )
    if not Herkenvraag.objects.filter(privacycheck_id=check.id, bereik="gemeente").exists():
        raise EerstVragen
    make_recognisable(melding, check, on=local_day(at))
    answer = herkenning.herken_regio(melding.id, by=by)
    key = vault.open_dossier(melding.id)
    row = Herkenvraag(**key.row(), privacycheck_id=check.id, bereik="regio", door=by.mens, op=at)
    key.encrypt_json(row, "antwoord", [_line(a) for a in answer])
    row.save(force_insert=True)
    return answer


def _line(answer: Regioantwoord) -> dict[str, str]:
    return {
        "organisatie": answer.organisatie_id,
        "soort": answer.soort,
        "antwoord": answer.antwoord,
        "bellen": str(answer.bellen or ""),
    }


@transaction.atomic
def join_region(invoer: AfspraakInvoer, *, by: Actor, at: datetime) -> Regioafspraak:
    """Record ground, arrangement and DPIA, and let a job make what was released before recognisable for the region.

    Raises `Geweigerd` and `OngeldigeAfspraak`.
    """
    row = herkenning.record_afspraak(invoer, by=by, at=at)
    app.configure_task(REINDEX_JOB).defer(organisatie_id=by.organisatie_id)
    return row


def reindex_region(*, by: Actor, at: datetime) -> int:
    """Make every melding recognisable for the region whose last privacycheck 1 let it; for the job. Answers how many.

    Sealed meldingen and those that somebody weighs again have no index of their own any more, and get none here.
    """
    require(by, BIJWERKEN)
    rows = Privacycheck.objects.filter(organisatie_id=by.organisatie_id, soort="1")
    latest = {row.dossier_id: row for row in rows.order_by("gevraagd_op", "id")}
    wanted = {
        dossier_id: check
        for dossier_id, check in latest.items()
        if check.besluit == "akkoord" and to_region(check)
    }
    open_here = Melding.objects.filter(organisatie_id=by.organisatie_id, verzegeld=False)
    found = open_here.in_bulk(herkenning.indexed(wanted))
    keys = vault.open_dossiers(found)
    done = [melding for melding in found.values() if melding.id in keys]
    for melding in done:
        make_recognisable(melding, wanted[melding.id], on=local_day(at))
    logboek.record(by, "wijzig", "kenmerk", [m.id for m in done], recht=BIJWERKEN)
    return len(done)
