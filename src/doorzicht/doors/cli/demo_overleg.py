"""The acts of regie and of destruction in the story of the demo: meetings, decisions, actions, lists."""

from datetime import datetime, timedelta
from typing import Final

from doorzicht.doors.cli.demo_stand import Doen, Stap, Verhaal, actor_of
from doorzicht.ground.access.api import Actor, context
from doorzicht.ground.bewaren import api as bewaren
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.verstrekking import api as verstrekking
from doorzicht.wings.regie import api as regie
from doorzicht.wings.signaleren import api as signaleren


def _plan(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    begin = verhaal.kalender.kwartier(stap["begin"])
    moment = regie.Moment(begin=begin, eind=begin + timedelta(minutes=stap["minuten"]), plaats=stap["plaats"])
    verhaal.overleggen[stap["van"]] = regie.plan_overleg(moment, by=by, at=at).id


def _promise(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    """How often the overleg will be in the year of that day."""
    regie.promise(local_day(at).year, stap["aantal"], by=by, at=at)


def _put_on_agenda(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    for naam in stap["meldingen"]:
        last = verstrekking.given_by(verhaal.melding(naam), by=by)[0]
        punt = regie.put_on_agenda(last.id, verhaal.overleggen[stap["van"]], by=by, at=at)
        verhaal.punten[naam] = punt.id
    _follow(at)


def _invite(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    for wie, punten in stap["genodigden"].items():
        guest = actor_of(wie).mens
        items = [verhaal.punten[naam] for naam in punten]
        regie.invite(verhaal.overleggen[stap["van"]], guest, items, by=by, at=at)


def _open(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    regie.open_overleg(verhaal.overleggen[stap["van"]], by=by, at=at)


def _record_presence(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    for wie, there in stap["aanwezig"].items():
        overleg = verhaal.overleggen[stap["van"]]
        regie.record_presence(overleg, actor_of(wie).mens, aanwezig=there, by=by, at=at)


def _treat(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    regie.treat(verhaal.punten[stap["punt"]], by=by, at=at)


def _contribute(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    """Somebody brings something in; of a meeting that is over the chair wrote it, because guests are out."""
    namens = actor_of(stap["namens"]).mens if "namens" in stap else None
    punt = verhaal.punten[stap["punt"]]
    regie.contribute(punt, stap["tekst"], eerder=None, by=by, at=at, namens=namens)


def _decide(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    regie.decide(verhaal.punten[stap["punt"]], regie.BesluitInvoer(**stap["besluit"]), by=by, at=at)
    _follow(at)


def _add_actie(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    actie = regie.ActieInvoer(
        wat=stap["wat"],
        eigenaar=actor_of(stap["eigenaar"]).mens,
        uiterlijk=verhaal.kalender.dag(stap["uiterlijk"]),
    )
    verhaal.acties[stap["naam"]] = regie.add_actie(verhaal.punten[stap["punt"]], actie, by=by, at=at).id


def _finish_actie(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    regie.finish_actie(verhaal.acties[stap["actie"]], stap["resultaat"], by=by, at=at)


def _ask_check(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    voorstel = stap["voorstel"]
    invoer = regie.Voorstel(
        **{**voorstel, "velden": tuple(verstrekking.Veld(**veld) for veld in voorstel["velden"])}
    )
    verhaal.toetsen[stap["naam"]] = regie.ask_check(verhaal.punten[stap["punt"]], invoer, by=by, at=at).id


def _answer_check(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    regie.answer_check(
        verhaal.toetsen[stap["toets"]],
        stap["uitkomst"],
        reden=stap["reden"],
        velden=stap.get("velden", []),
        by=by,
        at=at,
    )


def _release(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    until = at + timedelta(days=stap["dagen_geldig"])
    regie.release(verhaal.toetsen[stap["toets"]], vervalt_op=until, by=by, at=at)


def _close(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    regie.close_overleg(verhaal.overleggen[stap["van"]], by=by, at=at)


def _follow(at: datetime) -> None:
    """The meldingen follow the overleg, as they do every few minutes where the jobs run."""
    house = actor_of("systeem")
    with context(house):
        signaleren.follow(by=house, at=at)


OVERLEG: Final[dict[str, Doen]] = {
    "beloven": _promise,
    "plannen": _plan,
    "agenderen": _put_on_agenda,
    "uitnodigen": _invite,
    "openen": _open,
    "aanwezig": _record_presence,
    "behandelen": _treat,
    "inbrengen": _contribute,
    "besluiten": _decide,
    "actie": _add_actie,
    "actie klaar": _finish_actie,
    "check 2B vragen": _ask_check,
    "check 2B": _answer_check,
    "verstrekken": _release,
    "sluiten": _close,
}
"""What can be done at a meeting, by the word of the data file."""


def _prepare(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    """What is due comes on a list, as every night."""
    bewaren.prepare(on=local_day(at), by=by)


def _confirm(verhaal: Verhaal, stap: Stap, by: Actor, at: datetime) -> None:
    """Somebody says yes to every list that waits. After the second yes the job destroys, as soon as jobs run."""
    for lijst in bewaren.lists(by=by, status="open"):
        bewaren.confirm(lijst.id, by=by, at=at)


VERNIETIGEN: Final[dict[str, Doen]] = {"opstellen": _prepare, "bevestigen": _confirm}
"""What can be done about what has had its time, by the word of the data file."""
