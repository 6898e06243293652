"""Invented content for the pattern pages: the bars, the worklist, the six tasks."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

NAVIGATIE = (
    ("Mijn werk", "home", ()),
    ("Signaleren", "eye", ("Meldingen", "Weging", "Adressignalen")),
    ("Regie", "users-group", ("Overleg", "Casussen", "Controles", "Maatregelen")),
    ("Zorg", "heart-handshake", ("Hulpvragen", "Trajecten", "Aanbod", "Meldcode")),
    ("Beleid", "notebook", ("Plan", "Preventie", "Training", "Netwerk", "Stukken")),
    ("Inzicht", "chart-bar", ("Beeld", "Omvang", "Waterbed", "Publicatie")),
)


def navigation(actief: str, kamer: str = "") -> list[dict[str, Any]]:
    """The bars with one entry current."""
    return [
        {
            "naam": naam,
            "url": "#",
            "icoon": icoon,
            "actief": naam == actief,
            "kamers": [{"naam": k, "url": "#", "actief": k == kamer} for k in kamers],
        }
        for naam, icoon, kamers in NAVIGATIE
    ]


def in_days(days: int) -> date:
    """A day near today, so that the pages never grow old."""
    return timezone.localdate() + timedelta(days=days)


def today_at(hour: int, minute: int = 0) -> datetime:
    """A moment of today."""
    return timezone.make_aware(datetime.combine(timezone.localdate(), time(hour, minute)))


PILLEN = [
    {"naam": "Alle open", "url": "#", "aantal": 7, "gekozen": True},
    {"naam": "Te laat", "url": "#", "aantal": 2},
    {"naam": "Ongelezen", "url": "#", "aantal": 1},
    {"naam": "Wacht op een ander", "url": "#", "aantal": 2},
]


def meldingen() -> list[dict[str, Any]]:
    """Seven meldingen: one before everything, two late."""
    rows = (
        ("Jongere pint geld en haalt pakjes voor een oudere", "M-2026-0147", ("spoed", "Zorg eerst"), today_at(8, 12),
         "leerplicht", "Nieuw, mogelijk minderjarig", today_at(12), "Jij", "spoed"),
        ("Nagelstudio: werknemer houdt eigen bankpas niet", "M-2026-0131", None, in_days(-15),
         "bewoner", "Privacycheck 1", in_days(-5), "Sietse Denkbeeldig", "te-laat"),
        ("Mannen slapen boven loods, huur per bed", "M-2026-0139", None, in_days(-11),
         "handhaving", "Weging", in_days(-1), "Jij", "te-laat"),
        ("Zorghulp in huis komt niet alleen buiten", "M-2026-0142", ("zorg", "Zorg loopt mee"), in_days(-6),
         "Wmo-gesprek", "Weging", in_days(1), "Jij", ""),
        ("Anoniem bericht over bijgebouw op park", "M-2026-0144", None, in_days(-4),
         "MMA", "Ongelezen", in_days(1), "Jij", ""),
        ("Boetes op het loon bij bollenbedrijf", "M-2026-0125", None, in_days(-18),
         "balie", "Iets terugzeggen aan de melder", in_days(3), "Jij", ""),
        ("Huur en werk in één contract", "M-2026-0128", None, in_days(-16),
         "partner", "Staat op het overleg van 3 december", in_days(9), "Bram Testman", ""),
    )  # fmt: skip
    return [
        {
            "titel": titel,
            "url": "#",
            "nummer": nummer,
            "spoed": {"soort": spoed[0], "tekst": spoed[1]} if spoed else None,
            "ontvangen": ontvangen,
            "via": via,
            "stap": stap,
            "uiterlijk": uiterlijk,
            "aan_zet": aan_zet,
            "rand": rand,
        }
        for titel, nummer, spoed, ontvangen, via, stap, uiterlijk, aan_zet, rand in rows
    ]


TAKEN = [
    {
        "naam": "Relaties onderhouden",
        "url": "#",
        "tekst": "Jeugd en Publiekszaken: langer dan 3 maanden niet gesproken.",
        "stand": {"soort": "vandaag", "tekst": "2 aan de beurt"},
    },
    {
        "naam": "Het onderwerp levend houden",
        "url": "#",
        "tekst": "Donderdag 10:00: lunchles voor de balie, 14 aanmeldingen.",
        "stand": {"soort": "op-tijd", "tekst": "Op schema"},
    },
    {
        "naam": "Vragen van collega’s",
        "url": "#",
        "tekst": "Geen open vragen. De laatste beantwoordde je gisteren.",
        "stand": {"soort": "klaar", "tekst": "Leeg"},
    },
    {
        "naam": "Meldingen opvolgen",
        "url": "#",
        "tekst": "7 open. De oudste wacht 18 dagen.",
        "stand": {"soort": "te-laat", "tekst": "2 te laat"},
    },
    {
        "naam": "Bestuurlijke mogelijkheden",
        "url": "#",
        "tekst": "Maatregel Fantasieweg 3 wacht op de huisvesting-en-zorgcheck.",
        "stand": {"soort": "vandaag", "tekst": "1 wacht op jou"},
    },
    {
        "naam": "Opvang en hulp",
        "url": "#",
        "tekst": "3 partners: telefoonnummer langer dan een half jaar niet nagekeken.",
        "stand": {"soort": "vandaag", "tekst": "3 nakijken"},
    },
]

KANALEN = [
    {"icoon": "circle-check", "tekst": "Meldpunt (bewoners)", "waarde": "vandaag 08:40"},
    {"icoon": "circle-check", "tekst": "Kaart voor medewerkers", "waarde": "vandaag 08:40"},
    {
        "icoon": "clock-exclamation",
        "tekst": "Meld Misdaad Anoniem",
        "waarde": "4 dagen niet gelezen",
        "rood": True,
    },
    {"icoon": "circle-check", "tekst": "Partners", "waarde": "gisteren 16:05"},
]
WEEK = [
    {"icoon": "calendar-event", "tekst": "Lunchles balie: waar let je op?", "waarde": "do 10:00"},
    {"icoon": "calendar-event", "tekst": "Kennismaken met Fenna Verzonnen, leerplicht", "waarde": "vr 09:30"},
    {"icoon": "calendar-event", "tekst": "Stukken klaar voor overleg 3 december", "waarde": "vr 17:00"},
]

CIJFERS = [
    {"getal": "115", "naam": "meldingen, afgerond op 5"},
    {"getal": "21", "naam": "besproken in een overleg"},
    {"getal": "<5", "naam": "naar het RIEC"},
    {"getal": "6", "eenheid": "dagen", "naam": "van melding tot weging, helft is sneller"},
]


def tijdlijn() -> list[dict[str, Any]]:
    """What happened to a melding, newest first."""
    return [
        {"icoon": "phone", "wat": "Veilig Thuis gebeld", "op": today_at(9, 5), "wie": "Noor Voorbeeld",
         "uitleg": "Neemt contact op met de school."},
        {"icoon": "eye", "wat": "Melding geopend", "op": today_at(8, 41), "wie": "Noor Voorbeeld"},
        {"icoon": "inbox", "wat": "Melding binnen", "op": today_at(8, 12), "wie": "via leerplicht"},
    ]  # fmt: skip
