"""The wing bar and the rooms bar: fixed order, only what a role may enter; sealed rooms are absent, not greyed."""

from dataclasses import dataclass

from doorzicht.ground.access.api import Actor, may


@dataclass(frozen=True, slots=True)
class Ingang:
    """An entry: name, address, icon, the right that opens it, and the rooms behind it.

    Without a right of its own it is open to whoever may enter one of its rooms, or to everybody when it has none.
    """

    naam: str
    url: str
    icoon: str
    recht: str
    kamers: tuple["Ingang", ...] = ()


HUIS = (
    Ingang("Mijn werk", "/start/", "home", ""),
    Ingang(
        "Signaleren",
        "/signaleren/",
        "eye",
        "melding.maken",
        (
            Ingang("Meldingen", "/signaleren/meldingen/", "", "melding.lijst"),
            Ingang("Melding invoeren", "/signaleren/invoeren/", "", "melding.maken"),
            Ingang("Mijn meldingen", "/signaleren/mijn/", "", "melding.eigen_zien"),
            Ingang("Privacychecks", "/signaleren/privacychecks/", "", "privacycheck.uitvoeren"),
            Ingang("Regio", "/signaleren/regio/", "", "regioafspraak.zien"),
        ),
    ),
    Ingang(
        "Regie",
        "/regie/",
        "users-group",
        "overleg.zien",
        (
            Ingang("Overleg", "/regie/overleg/", "", "overleg.zien"),
            Ingang("Vooruitblik", "/regie/overleg/vooruitblik/", "", "wacht.zetten"),
            Ingang("Privacycheck 2B", "/regie/overleg/toetsen/", "", "privacycheck.uitvoeren"),
        ),
    ),
    Ingang(
        "Verstrekkingen",
        "/verstrekkingen/",
        "lock-open",
        "",
        (
            Ingang("Ontvangen", "/verstrekkingen/", "", "verstrekking.ontvangen"),
            Ingang("Register", "/verstrekkingen/register/", "", "verstrekking.register"),
        ),
    ),
    Ingang("Vernietigen", "/toezicht/vernietigen/", "shield-lock", "vernietiging.zien"),
    Ingang("Logboek", "/toezicht/logboek/", "history", "logboek.lezen"),
    Ingang(
        "Beheer",
        "/beheer/",
        "key",
        "rollencontrole.zien",
        (
            Ingang("Accounts", "/beheer/accounts/", "", "account.zien"),
            Ingang("Rollen nakijken", "/beheer/rollen/", "", "rollencontrole.zien"),
        ),
    ),
    Ingang(
        "Beleid",
        "/beleid/",
        "notebook",
        "plan.lezen",
        (
            Ingang("Plan", "/beleid/plan/", "", "plan.lezen"),
            Ingang("Datalekken", "/beleid/datalekken/", "", "datalek.zien"),
        ),
    ),
)


def navigation(actor: Actor | None, path: str) -> list[dict[str, object]]:
    """The entries for this actor, as the layout wants them."""
    if actor is None:
        return []
    return [_entry(wing, actor, path) for wing in HUIS if _is_open(wing, actor)]


def _is_open(wing: Ingang, actor: Actor) -> bool:
    if wing.recht:
        return may(actor, wing.recht)
    return not wing.kamers or any(may(actor, kamer.recht) for kamer in wing.kamers)


def _entry(wing: Ingang, actor: Actor, path: str) -> dict[str, object]:
    """A wing with its open rooms. It leads to the first of them: a wing's own page may be for others."""
    rooms = [kamer for kamer in wing.kamers if may(actor, kamer.recht)]
    # The room a page lies in is the one with the longest address that the page's own begins with.
    here = max((k.url for k in rooms if path.startswith(k.url)), key=len, default="")
    return {
        "naam": wing.naam,
        "url": rooms[0].url if rooms else wing.url,
        "icoon": wing.icoon,
        "actief": path.startswith(wing.url),
        "kamers": [{"naam": k.naam, "url": k.url, "actief": k.url == here} for k in rooms],
    }
