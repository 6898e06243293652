"""Invented content for the pattern pages: a meeting with its agenda, disclosure and actions."""

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
    {
        "naam": "Bram Testman",
        "van": "gemeente, voorzitter",
        "aanwezig": "ja",
        "ziet": {"soort": "klaar", "tekst": "vast lid"},
    },
    {
        "naam": "Noor Voorbeeld",
        "van": "gemeente, aandachtsfunctionaris",
        "aanwezig": "ja",
        "ziet": {"soort": "klaar", "tekst": "vast lid"},
    },
    {
        "naam": "Joris Bedacht",
        "van": "politie, ondermijning",
        "aanwezig": "ja",
        "ziet": {"soort": "klaar", "tekst": "vast lid, tot 15:30"},
    },
    {
        "naam": "Mila Fictief",
        "van": "omgevingsdienst",
        "aanwezig": "ja",
        "ziet": {"soort": "vandaag", "tekst": "tot 15:30, alleen punt 3"},
    },
    {
        "naam": "Tess Denkbeeld",
        "van": "RIEC",
        "aanwezig": "afgemeld",
        "ziet": {"soort": "wacht", "tekst": "nee, was niet aanwezig"},
    },
]
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

OVERLEG_KRUIMELS = [{"naam": "Regie", "url": "#"}, {"naam": "Overleg", "url": "#"}, {"naam": "3 december"}]
