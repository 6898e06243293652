"""Invented content for the pattern pages: the same people, places and meldingen as in the pictures of the design."""

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


KRUIMELS = [{"naam": "Mijn werk", "url": "#"}, {"naam": "Meldingen", "url": "#"}, {"naam": "M-2026-0147"}]

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
    keys = ("titel", "nummer", "spoed", "ontvangen", "via", "stap", "uiterlijk", "aan_zet", "rand")
    result = [dict(zip(keys, row, strict=True)) | {"url": "#"} for row in rows]
    for row in result:
        row["spoed"] = row["spoed"] and {"soort": row["spoed"][0], "tekst": row["spoed"][1]}
    return result


TAKEN = [
    {"naam": "Relaties onderhouden", "url": "#", "tekst": "Jeugd en Publiekszaken: langer dan 3 maanden niet gesproken.",
     "stand": {"soort": "vandaag", "tekst": "2 aan de beurt"}},
    {"naam": "Het onderwerp levend houden", "url": "#", "tekst": "Donderdag 10:00: lunchles voor de balie, 14 aanmeldingen.",
     "stand": {"soort": "op-tijd", "tekst": "Op schema"}},
    {"naam": "Vragen van collega’s", "url": "#", "tekst": "Geen open vragen. De laatste beantwoordde je gisteren.",
     "stand": {"soort": "klaar", "tekst": "Leeg"}},
    {"naam": "Meldingen opvolgen", "url": "#", "tekst": "7 open. De oudste wacht 18 dagen.",
     "stand": {"soort": "te-laat", "tekst": "2 te laat"}},
    {"naam": "Bestuurlijke mogelijkheden", "url": "#", "tekst": "Maatregel Fantasieweg 3 wacht op de huisvesting-en-zorgcheck.",
     "stand": {"soort": "vandaag", "tekst": "1 wacht op jou"}},
    {"naam": "Opvang en hulp", "url": "#", "tekst": "3 partners: telefoonnummer langer dan een half jaar niet nagekeken.",
     "stand": {"soort": "vandaag", "tekst": "3 nakijken"}},
]  # fmt: skip

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

POORTEN = [
    {"naam": "Taak van de gemeente", "waarom": "Leerplichtwet, jeugdhulp", "stand": "ja"},
    {"naam": "In ons gebied", "waarom": "gemeente Heerde", "stand": "ja"},
    {"naam": "Concreet", "waarom": "plaats, dag en handeling genoemd", "stand": "ja"},
    {"naam": "Recent", "waarom": "laatst gezien 20 november", "stand": "ja"},
]
WAARNEMINGEN = [
    {"nummer": "W1", "tekst": "Pleegt feiten in opdracht en staat de opbrengst af", "code": "CRI01", "gewicht": "S",
     "bron": "verteld aan mentor"},
    {"nummer": "W2", "tekst": "Wordt bij school opgewacht en gebracht", "code": "CRI05", "gewicht": "M",
     "bron": "conciërge, 3 keer"},
    {"nummer": "W3", "tekst": "Bedreigd en in schuld bij de opdrachtgever", "code": "CRI02", "gewicht": "S",
     "bron": "bericht op telefoon"},
    {"nummer": "W4", "tekst": "Bankrekening op eigen naam, gebruikt door een ander", "code": "CRI03", "gewicht": "M",
     "bron": "verteld aan mentor"},
    {"nummer": "W5", "tekst": "Veel oudere contacten, bazig en geheimzinnig", "code": "CRI06", "gewicht": "M",
     "bron": "mentor"},
    {"nummer": "W6", "tekst": "Zegt: ‘Er is niets aan de hand’", "code": "ALG04", "gewicht": "0",
     "bron": "gesprek leerplicht"},
]  # fmt: skip


def _cel(tekst: str, *waarnemingen: str) -> dict[str, Any]:
    return {
        "stand": "gesteund" if waarnemingen else "geen",
        "tekst": tekst,
        "waarnemingen": list(waarnemingen),
    }


_NVT = {"stand": "nvt"}
_MIDDEL = _cel("Dreiging, afpersing, kwetsbare positie", "W3", "W4", "W5")
_ELKE, _JONG = "elke leeftijd", "jonger dan 18; leeftijd onbekend telt mee"
MATRIX = [
    {"sub": sub, "voor": voor, "handeling": handeling, "middel": middel, "doel": doel}
    for sub, (voor, handeling, middel, doel) in enumerate(
        [
            (_ELKE, _cel("Vervoeren", "W2"), _MIDDEL, _cel("Uitbuiting", "W1", "W4")),
            (_JONG, _cel("Vervoeren", "W2"), _NVT, _cel("Uitbuiting", "W1", "W4")),
            (_ELKE, _cel("Aanwerven, meenemen"), _NVT, _cel("Seks in ander land")),
            (_ELKE, _cel("Vervoeren", "W2"), _MIDDEL, _cel("Arbeid of diensten", "W1")),
            (_JONG, _cel("Vervoeren", "W2"), _NVT, _cel("Seks of orgaan voor geld")),
            (_ELKE, _cel("Voordeel trekken"), _NVT, _cel("Uitbuiting van een ander", "W1", "W4")),
            (_ELKE, _cel("Voordeel trekken"), _cel("Zoals bij 1°"), _cel("Orgaan weggenomen")),
            (_JONG, _cel("Voordeel trekken"), _NVT, _cel("Seks of orgaan voor geld")),
            (_ELKE, _cel("Dwingen te bevoordelen"), _MIDDEL, _cel("Opbrengst van seks of orgaan")),
        ],
        start=1,
    )
]
REDENEN = [
    {"kop": "Handeling: vervoeren", "tekst": "W2. Iemand brengt en haalt de jongere."},
    {"kop": "Middel: dreiging, afpersing", "tekst": "W3. Dreiging in een bericht, en schuld."},
    {"kop": "Middel: kwetsbare positie", "tekst": "W4, W5. Ouder contact; rekening op naam."},
    {"kop": "Doel: uitbuiting", "tekst": "W1, W4. Strafbare feiten voor een ander."},
    {"kop": "Middel niet vereist", "tekst": "Sub 2°, 5° en 8°: jonger dan 18. Sub 3° en 6°: altijd."},
]
DIMENSIES = [
    {"naam": "Misleiding bij werving", "waarom": "geen waarneming", "gewichten": "", "positief": False},
    {"naam": "Dwang bij werving", "waarom": "geen waarneming", "gewichten": "", "positief": False},
    {
        "naam": "Kwetsbaarheid bij werving",
        "waarom": "1 middel: te weinig",
        "gewichten": "M",
        "positief": False,
    },
    {"naam": "Uitbuiting", "waarom": "1 sterk en 1 middel", "gewichten": "SM", "positief": True},
    {"naam": "Dwang ter plaatse", "waarom": "2 sterk", "gewichten": "SS", "positief": True},
    {
        "naam": "Kwetsbaarheid ter plaatse",
        "waarom": "1 middel: te weinig",
        "gewichten": "M",
        "positief": False,
    },
]
ZORG = [
    {"icoon": "circle-check", "kop": "09:05 Veilig Thuis gebeld", "tekst": "Neemt contact op met de school."},
    {
        "icoon": "clock",
        "kop": "Zorgcoördinator tot 24 jaar",
        "tekst": "Gevraagd om 09:20. Nog geen antwoord.",
    },
]
WEGING_BESLUIT = {
    "besluit": "vervolganalyse",
    "waarom": "W1, W3 en W4 steunen elkaar en komen van twee bronnen. De bijbaan verklaart het gepinde geld niet. "
    "Veilig Thuis is om 09:05 gebeld en neemt de zorg op zich; dat gaat voor.",
}

AGENDA = [
    {"titel": "Acties van 5 november", "url": "#", "wie": "vaste leden",
     "stand": {"soort": "te-laat", "tekst": "1 actie te laat"}},
    {"titel": "Huur en werk in één contract", "url": "#", "wie": "vaste leden, huurteam",
     "stand": {"soort": "klaar", "tekst": "Besluit genomen"}},
    {"titel": "Slapen boven een loods, huur per bed", "url": "#", "wie": "+ omgevingsdienst",
     "stand": {"soort": "uitleg", "tekst": "Nu"}, "nu": True},
    {"titel": "Veel kort bezoek bij bijgebouw", "url": "#", "wie": "+ Moviera",
     "stand": {"soort": "wacht", "tekst": "Straks, 14:40"}},
    {"titel": "Rondvraag en planning", "url": "#", "wie": "vaste leden",
     "stand": {"soort": "wacht", "tekst": "Straks, 15:10"}},
]  # fmt: skip
UITGENODIGD = [
    {"naam": "Bram Testman", "van": "gemeente, voorzitter", "aanwezig": "ja", "ziet": {"soort": "klaar", "tekst": "vast lid"}},
    {"naam": "Noor Voorbeeld", "van": "gemeente, aandachtsfunctionaris", "aanwezig": "ja",
     "ziet": {"soort": "klaar", "tekst": "vast lid"}},
    {"naam": "Joris Bedacht", "van": "politie, ondermijning", "aanwezig": "ja",
     "ziet": {"soort": "klaar", "tekst": "vast lid, tot 15:30"}},
    {"naam": "Mila Fictief", "van": "omgevingsdienst", "aanwezig": "ja",
     "ziet": {"soort": "vandaag", "tekst": "tot 15:30, alleen punt 3"}},
    {"naam": "Tess Denkbeeld", "van": "RIEC", "aanwezig": "afgemeld",
     "ziet": {"soort": "wacht", "tekst": "nee, was niet aanwezig"}},
]  # fmt: skip
VERSTREKKING = {
    "nummer": "V-2026-0093",
    "stand": {"soort": "vandaag", "tekst": "Sluit vandaag 15:30"},
    "grond": [
        ("Grondslag", "publieke taak, AVG art. 6 lid 1 e"),
        ("Privacycheck 2A", "Sietse Denkbeeldig, 1 december"),
        ("Taak", "Wet goed verhuurderschap"),
        ("Aan", "politie, omgevingsdienst"),
        ("Doel", "besluiten over een controle"),
        ("Daarna", "toegang dicht, kopie vernietigd"),
    ],
    "velden": [
        {
            "naam": "Locatie",
            "inhoud": "Voorbeeldlaan 12, loods achter de woning",
            "waarom": "zonder adres geen controle",
        },
        {
            "naam": "Waarneming LOC07",
            "inhoud": "huur per bed, 110 euro per week",
            "waarom": "reden voor toezicht",
        },
        {
            "naam": "Waarneming ARB10",
            "inhoud": "slapen op het terrein van de werkgever",
            "waarom": "reden voor toezicht",
        },
        {
            "naam": "Aantal slaapplaatsen",
            "inhoud": "6, gezien door handhaving",
            "waarom": "veiligheid en opvang plannen",
        },
        {"naam": "Bedrijf", "inhoud": "Bedacht Loodsverhuur", "waarom": "eigenaar aanschrijven"},
    ],
    "niet_vrijgegeven": ["wie meldde", "namen van bewoners", "telefoonnummers", "tekst van de melding"],
}
ACTIES = [
    {"wat": "Zes slaapplaatsen regelen voor de dag van de controle", "wie": "Noor Voorbeeld", "uiterlijk": "7 december",
     "stand": {"soort": "bezig", "tekst": "Bezig"}},
    {"wat": "Controle plannen, tolk regelen", "wie": "Mila Fictief", "uiterlijk": "9 december",
     "stand": {"soort": "wacht", "tekst": "Nog niet begonnen"}},
    {"wat": "Vergunningen van het pand nakijken", "wie": "Bram Testman", "uiterlijk": "26 november",
     "stand": {"soort": "te-laat", "tekst": "7 dagen te laat"}},
]  # fmt: skip
OVERLEG_BESLUIT = {
    "besluit": "controle",
    "waarom": "Twee waarnemingen van handhaving; brandveiligheid onbekend. Voor de controle liggen zes bedden klaar.",
    "anders": "Politie: wil eerst een week wachten. Staat los van dit besluit.",
}

TALEN = [
    {"code": "nl", "naam": "Nederlands", "nu": True},
    {"code": "en", "naam": "English", "url": "#"},
    {"code": "pl", "naam": "Polski", "url": "#"},
    {"code": "ro", "naam": "Română", "url": "#"},
    {"code": "bg", "naam": "Български", "url": "#"},
    {"code": "es", "naam": "Español", "url": "#"},
    {"code": "uk", "naam": "Українська", "url": "#"},
]
STAPPEN = ["Is het veilig?", "Wat heb je gezien?", "Waar en wanneer?", "Controleer en verstuur"]
MELDING = {
    "waarover": ["werk", "wonen"],
    "gezien": "Achter de loods staan zes bedden op een rij. Een man vertelde dat hij elke week 110 euro per bed betaalt "
    "aan zijn baas. Hij krijgt zijn pas pas terug als hij weggaat.",
}
GOED_OM_TE_WETEN = [
    {
        "icoon": "shield-lock",
        "tekst": "We lezen je bericht met twee mensen: de aandachtsfunctionaris en de vervanger.",
    },
    {"icoon": "user-off", "tekst": "Je naam en nummer zijn niet nodig. Je IP-adres bewaren we niet."},
    {"icoon": "ticket", "tekst": "Na stap 4 krijg je een ontvangstcode."},
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


OVERLEG_KRUIMELS = [{"naam": "Regie", "url": "#"}, {"naam": "Overleg", "url": "#"}, {"naam": "3 december"}]
