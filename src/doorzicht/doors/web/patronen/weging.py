"""Invented content for the pattern pages: a weighing with its observations, elements and dimensions."""

from typing import Any

KRUIMELS = [{"naam": "Mijn werk", "url": "#"}, {"naam": "Meldingen", "url": "#"}, {"naam": "M-2026-0147"}]

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
