"""The acts of the story of the demo that are about privacy itself: the arrangement of the region, and breaches."""

from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

from doorzicht.doors.cli.demo_stand import Doen, Stap, Verhaal
from doorzicht.ground.access.api import Actor
from doorzicht.ground.herkenning.api import AfspraakInvoer
from doorzicht.ground.lib.datums import local_day
from doorzicht.wings.beleid import api as beleid
from doorzicht.wings.signaleren.api import werk


def _arrange(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    day = local_day(at)
    invoer = AfspraakInvoer(
        grondslag=stap["grondslag"],
        regeling=stap["regeling"],
        dpia=stap["dpia"],
        vastgesteld_op=day,
        geldig_tot=day + timedelta(days=stap["dagen_geldig"]),
    )
    werk.join_region(invoer, by=by, at=at)


def _report(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    invoer = beleid.Melding(uuid4(), stap["omschrijving"], at - timedelta(minutes=20), stap["gaande"])
    verhaal.datalekken[stap["van"]] = beleid.report(invoer, by=by, at=at).id


def _facts(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    words = {name: stap[name] for name in ("feiten", "betreft_wie", "betreft_wat", "gevolgen", "maatregelen")}
    invoer = beleid.Feiten(aard=tuple(stap["aard"]), **words)
    beleid.add_facts(verhaal.datalekken[stap["van"]], invoer, by=by, at=at)


def _decide(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    invoer = beleid.Besluit(
        ap=stap["ap"],
        ap_reden=stap["ap_reden"],
        betrokkenen=stap["betrokkenen"],
        betrokkenen_reden=stap["betrokkenen_reden"],
        uitzondering=stap.get("uitzondering", ""),
    )
    beleid.decide(verhaal.datalekken[stap["van"]], invoer, by=by, at=at)


def _tell_ap(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    beleid.tell_ap(verhaal.datalekken[stap["van"]], op=at, kenmerk=stap["kenmerk"], by=by, at=at)


def _close(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    beleid.close(verhaal.datalekken[stap["van"]], by=by, at=at)


REGIO: Final[dict[str, Doen]] = {"afspraak": _arrange}
DATALEKKEN: Final[dict[str, Doen]] = {
    "melden": _report,
    "feiten": _facts,
    "besluit": _decide,
    "gemeld aan de AP": _tell_ap,
    "afsluiten": _close,
}
