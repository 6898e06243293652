"""The start page of who handles no meldingen: the FG, the functional manager, the care coordinator.

What they can do here, as links to the screens they may open, and what waits for them. A fixed number of statements,
however many people, channels and lists there are.
"""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone

from doorzicht.ground.access import rollencontrole
from doorzicht.ground.access.api import Actor, may
from doorzicht.ground.bewaren import api as bewaren
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties.api import ROLLEN, Kanaal, Organisatie, aangesteld

TWEE_MENSEN = ("aandachtsfunctionaris", "privacyfunctionaris")
"""Roles that need a holder and a deputy: without them a melding or a check lies still when somebody is away."""
ONGELEZEN_DAGEN = 2


@dataclass(frozen=True, slots=True)
class Kan:
    """Something this role can do: the screen, the right that opens it (empty: everybody), and what it is for."""

    naam: str
    adres: str
    recht: str
    tekst: str


_LEK = Kan(
    "Datalek melden", "datalek-melden", "datalek.melden", "Ging er iets mis met gegevens? Meld het meteen."
)
_PLAN = Kan("Plan", "plan", "plan.lezen", "Lees wat de gemeenten hebben afgesproken.")
KUNNEN: dict[str, tuple[Kan, ...]] = {
    "fg": (
        Kan(
            "Datalekken",
            "datalekken",
            "datalek.zien",
            "Volg de klok van 72 uur. Beslis of een datalek gemeld wordt.",
        ),
        Kan(
            "Verstrekkingenregister",
            "verstrekkingenregister",
            "verstrekking.register",
            "Zie wat de gemeente gaf: aan wie, waarom, tot wanneer, en of het daarna is vernietigd.",
        ),
        Kan(
            "Logboek",
            "logboek",
            "logboek.lezen",
            "Zie wie wat las of deed, ook mensen van een andere organisatie.",
        ),
        Kan(
            "Vernietigen",
            "vernietigen",
            "vernietiging.zien",
            "Zie wat klaarstaat om te vernietigen, en het bewijs.",
        ),
        Kan(
            "Rollen nakijken",
            "rollencontrole",
            "rollencontrole.zien",
            "Zie of elke rol op tijd is nagekeken.",
        ),
        Kan(
            "Regio", "regio", "regioafspraak.zien", "Zie welke gemeenten elkaar mogen vragen: eerder gezien?"
        ),
        _PLAN,
    ),
    "beheerder": (
        Kan(
            "Rollen nakijken",
            "rollencontrole",
            "rollencontrole.zien",
            "Zie wie welke rol heeft en wat te laat is.",
        ),
        Kan(
            "Accounts",
            "accounts",
            "account.zien",
            "Zie wie een account heeft. Sluit het account van wie weggaat.",
        ),
        _LEK,
        Kan("Hulp bij Doorzicht", "over-hulp", "", "Zie wie een collega kan helpen."),
        _PLAN,
    ),
    "zorgcoordinator": (
        Kan(
            "Aan jou vrijgegeven",
            "verstrekkingen-ontvangen",
            "verstrekking.ontvangen",
            "Lees wat de gemeente jou gaf. Bevestig na de laatste dag dat je niets meer hebt.",
        ),
        _LEK,
        Kan("Hulp bij Doorzicht", "over-hulp", "", "Zie wie je kan helpen."),
        _PLAN,
    ),
}
ZINNEN = {
    "fg": "Je houdt toezicht, los van de uitvoering. Je ziet nummers en wie iets deed, geen inhoud van meldingen.",
    "beheerder": "Je regelt accounts en instellingen. Je ziet geen inhoud van meldingen.",
    "zorgcoordinator": (
        "Je regelt hulp en opvang. Wat de gemeente je daarvoor geeft, lees je hier. Meldingen zie je niet."
    ),
}


def possibilities(actor: Actor) -> dict[str, Any] | None:
    """What the first of these roles that the actor holds can do here; None for everybody else."""
    rol = next((rol for rol in KUNNEN if rol in actor.rollen), None)
    if rol is None:
        return None
    open_here = [k for k in KUNNEN[rol] if not k.recht or may(actor, k.recht)]
    regels = [{"naam": k.naam, "url": reverse(k.adres), "tekst": k.tekst} for k in open_here]
    return {"zin": ZINNEN[rol], "regels": regels}


def waiting_for(actor: Actor) -> list[dict[str, Any]]:
    """What waits because of somebody's role: roles to look at, what lies still. Words and numbers, no content."""
    lines = _roles(actor) if may(actor, rollencontrole.ZIEN) else []
    if may(actor, "logboek.lezen"):
        lines += _seal() + _lists(actor)
    if may(actor, "beheer.instellingen"):
        lines += _nobody_there(actor) + _unread(actor)
    return lines


def _roles(actor: Actor) -> list[dict[str, Any]]:
    """Roles to look at now: for who decides about them; who only sees them is told of what is late."""
    due, late = rollencontrole.waiting(by=actor, on=timezone.localdate())
    if not late and not (due and may(actor, rollencontrole.BESLISSEN)):
        return []
    return [
        _line(
            "Rollen nakijken",
            "rollencontrole",
            *(("te-laat", f"{late} te laat") if late else ("wacht", f"{due} open")),
        )
    ]


def _seal() -> list[dict[str, Any]]:
    state = logboek.seal_state(at=timezone.now())
    return (
        [_line("Logboek niet verzegeld", "logboek", "te-laat", "Bel de beheerder")]
        if state.vastgelopen
        else []
    )


def _lists(actor: Actor) -> list[dict[str, Any]]:
    """Destructions that wait for two people: the FG does not confirm, and sees that they lie there."""
    if may(actor, "vernietiging.bevestigen"):
        return []
    count = len(bewaren.lists(by=actor, status="open"))
    words = "1 lijst wacht op anderen" if count == 1 else f"{count} lijsten wachten op anderen"
    return [_line("Vernietigen", "vernietigen", "wacht", words)] if count else []


def _nobody_there(actor: Actor) -> list[dict[str, Any]]:
    """Roles that one person holds, or nobody, in a municipality."""
    if not Organisatie.objects.filter(code=actor.organisatie_id, soort="gemeente").exists():
        return []
    held: dict[str, set[object]] = {rol: set() for rol in TWEE_MENSEN}
    for aanstelling in aangesteld(actor.organisatie_id, TWEE_MENSEN, on=timezone.localdate()):
        held[aanstelling.rol].add(aanstelling.medewerker_id)
    words = ("niemand", "geen vervanger")
    return [
        _line(ROLLEN[rol].naam.capitalize(), "over-hulp", "te-laat", words[len(people)].capitalize())
        for rol, people in held.items()
        if len(people) < len(words)
    ]


def _unread(actor: Actor) -> list[dict[str, Any]]:
    """Ways in that nobody read lately."""
    now = timezone.now()
    red = [
        kanaal
        for kanaal in Kanaal.objects.filter(organisatie_id=actor.organisatie_id, aan=True).order_by("id")
        if kanaal.laatst_gelezen is None or (now - kanaal.laatst_gelezen).days >= ONGELEZEN_DAGEN
    ]
    return [
        _line(f"Kanaal: {kanaal.naam}", "over-hulp", "te-laat", "Niet gelezen. Bel een helper")
        for kanaal in red
    ]


def _line(naam: str, adres: str, soort: str, tekst: str) -> dict[str, Any]:
    return {"naam": naam, "url": reverse(adres), "soort": soort, "tekst": tekst}
