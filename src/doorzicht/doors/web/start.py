"""The start page: what waits for this person, as the six tasks of bijlage 2 and the four roles of the plan."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from doorzicht.doors.web import startrollen
from doorzicht.doors.web.navigatie import HUIS
from doorzicht.doors.web.verstrekkingen import wachtend as verstrekkingen
from doorzicht.ground.access.api import Actor, may
from doorzicht.ground.bewaren import api as bewaren
from doorzicht.ground.lib.datums import format_days, format_moment
from doorzicht.ground.organisaties.api import Kanaal
from doorzicht.wings.beleid import api as beleid
from doorzicht.wings.regie import api as regie
from doorzicht.wings.signaleren import api as signaleren

VLEUGELS = (
    ("Signaleren", "eye", "Melden wat opvalt en wegen wat binnenkomt."),
    ("Regie", "users-group", "Samen besluiten en volgen wat er gebeurt."),
    ("Zorg", "heart-handshake", "Hulp en opvang voor slachtoffers."),
    ("Beleid", "notebook", "Het plan, en of het werkt."),
)


def build_start(actor: Actor) -> dict[str, Any]:
    """The context of `web/start.html` for this actor; only questions this role may ask are asked."""
    today = timezone.localdate()
    page: dict[str, Any] = {"vandaag": today, "mag_melden": may(actor, "melding.maken")}
    if may(actor, "melding.lijst"):
        summary = signaleren.worklist_summary(by=actor, today=today)
        page |= {"werklijst": summary.rijen, "pillen": summary.pillen, "zin": summary.zin}
        page["kanalen"] = _channels(actor)
        if "aandachtsfunctionaris" in actor.rollen:
            page["taken"] = _six_tasks(summary)
    page["wacht"] = [
        *beleid.waiting_for(by=actor, now=timezone.now()),
        *signaleren.waiting_for(by=actor, today=today),
        *regie.waiting_for(by=actor, today=today),
        *_destruction(actor),
        *verstrekkingen.waiting_for(by=actor, now=timezone.now()),
        *startrollen.waiting_for(actor),
    ]
    page["kunnen"] = startrollen.possibilities(actor)
    page["vleugels"] = [v for v in _wings(actor) if v["ingangen"]]
    return page


def _destruction(actor: Actor) -> list[dict[str, Any]]:
    """The lists that wait for this person's yes: two people confirm a destruction."""
    if not may(actor, "vernietiging.bevestigen"):
        return []
    lists = bewaren.lists(by=actor, status="open")
    mine = sum(1 for lijst in lists if actor.medewerker_id not in lijst.bevestigd_door)
    words = "1 lijst" if mine == 1 else f"{mine} lijsten"
    line = {
        "naam": "Vernietiging bevestigen",
        "url": reverse("vernietigen"),
        "soort": "wacht",
        "tekst": words,
    }
    return [line] if mine else []


def _six_tasks(summary: "signaleren.Samenvatting") -> list[dict[str, Any]]:
    """Bijlage 2: the functionary's six tasks. Rooms that are not built yet say so and link nowhere."""
    late = {"soort": "te-laat", "tekst": f"{summary.te_laat} te laat"}
    on_time = {"soort": "op-tijd", "tekst": "Op tijd"}
    later = {"soort": "wacht", "tekst": "Komt in een volgende versie"}
    return [
        {
            "naam": "Relaties onderhouden",
            "url": "",
            "tekst": "OOV, Jeugd, Zorg en Publiekszaken.",
            "stand": later,
        },
        {
            "naam": "Het onderwerp levend houden",
            "url": "",
            "tekst": "Voorlichting en training.",
            "stand": later,
        },
        {"naam": "Vragen van collega’s", "url": "", "tekst": "Je bent het aanspreekpunt.", "stand": later},
        {
            "naam": "Meldingen opvolgen",
            "url": "/signaleren/meldingen/",
            "tekst": summary.opvolgen,
            "stand": late if summary.te_laat else on_time,
        },
        {
            "naam": "Bestuurlijke mogelijkheden",
            "url": "",
            "tekst": "Wat de gemeente kan doen.",
            "stand": later,
        },
        {"naam": "Opvang en hulp", "url": "", "tekst": "De partners voor slachtoffers.", "stand": later},
    ]


def _channels(actor: Actor) -> list[dict[str, Any]]:
    """Whether each way in was read lately; an unread one is red."""
    now, lines = timezone.now(), []
    for kanaal in Kanaal.objects.filter(organisatie_id=actor.organisatie_id, aan=True).order_by("id"):
        days = (now - kanaal.laatst_gelezen).days if kanaal.laatst_gelezen else None
        red = days is None or days >= 2
        if days is None:
            text = "nog niet gelezen"
        elif red:
            text = f"{format_days(days)} niet gelezen"
        else:
            text = format_moment(kanaal.laatst_gelezen, now=now)  # type: ignore[arg-type]
        icon = "clock-exclamation" if red else "circle-check"
        lines.append({"icoon": icon, "tekst": kanaal.naam, "waarde": text, "rood": red})
    return lines


def _wings(actor: Actor) -> list[dict[str, Any]]:
    """The four municipal roles of the plan, each with the doors this person may open."""
    doors = {wing.naam: [k for k in wing.kamers if may(actor, k.recht)] for wing in HUIS}
    return [{"naam": n, "icoon": i, "zin": z, "ingangen": doors.get(n, [])} for n, i, z in VLEUGELS]
