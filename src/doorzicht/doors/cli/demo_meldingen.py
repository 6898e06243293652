"""The acts of signaleren in the story of the demo: what came in, and what was done with it up to the overleg."""

import os
from datetime import date, datetime, timedelta
from typing import Any, Final

from doorzicht.doors.cli.demo_stand import Doen, Stap, Verhaal
from doorzicht.ground.access.api import Actor
from doorzicht.ground.lib.datums import format_date, local_day
from doorzicht.ground.organisaties.kanalen import BEWONER, MEDEWERKER
from doorzicht.wings.signaleren import api as signaleren
from doorzicht.wings.signaleren.api import werk


def receive(verhaal: Verhaal, row: Stap, by: Actor, at: datetime) -> None:
    """Somebody reports something, with an account or without."""
    send = signaleren.receive if by.medewerker_id else werk.report
    verhaal.ontvangen[row["naam"]] = send(_invoer(row, seen=local_day(at)), by=by, at=at)
    verhaal.labels[row["naam"]] = row["label"]


def _invoer(row: Stap, *, seen: date) -> signaleren.MeldingInvoer:
    resident = row["wie"] == "melder"
    return signaleren.MeldingInvoer(
        kanaal=BEWONER if resident else MEDEWERKER,
        inzending=os.urandom(32),
        label=row["label"],
        verhaal=row["verhaal"],
        kaart=row.get("kaart", ""),
        plaats=signaleren.Plaats(**row["plaats"]),
        wanneer=format_date(seen),
        spoed=row.get("spoed", "gewoon"),
        leeftijd=row["leeftijd"],
        vormen=tuple(row["vormen"]),
        sector=row.get("sector", ""),
        gebied="onbekend" if resident else "ja",
        personen=tuple(_persoon(p) for p in row["personen"]),
        waarnemingen=tuple(signaleren.WaarnemingInvoer(**w) for w in row.get("waarnemingen", ())),
        gegevens=tuple(signaleren.GegevenInvoer(**g) for g in row.get("gegevens", ())),
        melder=signaleren.MelderInvoer(**row["melder"]) if "melder" in row else None,
    )


def _persoon(row: dict[str, Any]) -> signaleren.PersoonInvoer:
    lists = {
        "rollen": tuple(row.get("rollen", ())),
        "waarnemingen": tuple(signaleren.WaarnemingInvoer(code) for code in row.get("waarnemingen", ())),
        "gegevens": tuple(signaleren.GegevenInvoer(**g) for g in row.get("gegevens", ())),
    }
    return signaleren.PersoonInvoer(**{**row, **lists})


def _open(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    werk.open_melding(verhaal.melding(stap["van"]), by=by, at=at)


def _call(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    werk.record_call(
        verhaal.melding(stap["van"]),
        soort=stap["soort"],
        wie=stap["sprak"],
        uitkomst=stap["uitkomst"],
        op=at,
        by=by,
    )


def _answer(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    werk.answer(verhaal.melding(stap["van"]), stap["tekst"], by=by, at=at)


def _write_back(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    code = verhaal.ontvangen[stap["van"]].code
    if code is None:
        raise ValueError(f"who reported {stap['van']!r} has an account and no receipt")
    werk.write_as_reporter(code, stap["tekst"], by=by, at=at)


def _merge(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    into = verhaal.melding(stap["met"])
    werk.merge(verhaal.melding(stap["van"]), into, reden=stap["reden"], by=by, at=at)


def _weigh(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    to = stap.get("overdracht", {})
    invoer = werk.WegingInvoer(
        poorten=werk.Poorten(**stap.get("poorten", {})),
        uitkomst=stap["uitkomst"],
        reden=stap["reden"],
        overdracht_aan=to.get("aan", ""),
        overdracht_op=local_day(at) if to else None,
        overdracht_hoe=to.get("hoe", ""),
        bronnen=tuple(stap.get("bronnen", ())),
        vraag=stap.get("vraag", ""),
    )
    werk.weigh(verhaal.melding(stap["van"]), invoer, by=by, at=at)


def _check_1(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    besluit = werk.Checkbesluit(stap["besluit"], stap["reden"], stap.get("tegenvoorstel", ""))
    released = stap.get("vrijgegeven", ())
    werk.decide_check_1(verhaal.melding(stap["van"]), besluit, vrijgegeven=released, by=by, at=at)


def _ask_seen_before(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    werk.ask_seen_before(verhaal.melding(stap["van"]), by=by, at=at)


def _ask_region(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    werk.ask_region(verhaal.melding(stap["van"]), by=by, at=at)


def _propose(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    invoer = werk.VoordrachtInvoer(
        label=verhaal.labels[stap["van"]],
        grondslag=stap["grondslag"],
        doel=stap["doel"],
        noodzaak=stap["noodzaak"],
        vervalt_op=at + timedelta(days=stap["dagen_geldig"]),
        velden=tuple(werk.GekozenVeld(code, why) for code, why in stap["velden"].items()),
        omschrijving=stap.get("omschrijving", ""),
        andere_grond=stap.get("andere_grond", ""),
    )
    werk.propose(verhaal.melding(stap["van"]), invoer, by=by, at=at)


def _check_2a(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    besluit = werk.Checkbesluit(stap["besluit"], stap["reden"], stap.get("tegenvoorstel", ""))
    released = stap.get("vrijgegeven", ())
    werk.decide_check_2a(verhaal.melding(stap["van"]), besluit, vrijgegeven=released, by=by, at=at)


def _finish(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    werk.finish(verhaal.melding(stap["van"]), by=by, at=at)


WEG: Final[dict[str, Doen]] = {
    "openen": _open,
    "bellen": _call,
    "antwoorden": _answer,
    "terugschrijven": _write_back,
    "samenvoegen": _merge,
    "wegen": _weigh,
    "check 1": _check_1,
    "eerder gezien": _ask_seen_before,
    "vraag de regio": _ask_region,
    "voordragen": _propose,
    "check 2A": _check_2a,
    "afronden": _finish,
}
"""What can be done with a melding, by the word of the data file. A second person who agrees stands nowhere in the
story: that one waits for whoever tries the demo."""
