"""Invented content for the pattern pages: the public site."""

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
    "gezien": "Achter de loods staan zes bedden op een rij. Een man vertelde dat hij elke week 110 euro per bed "
    "betaalt aan zijn baas. Hij krijgt zijn pas pas terug als hij weggaat.",
}
GOED_OM_TE_WETEN = [
    {
        "icoon": "shield-lock",
        "tekst": "We lezen je bericht met twee mensen: de aandachtsfunctionaris en de vervanger.",
    },
    {"icoon": "user-off", "tekst": "Je naam en nummer zijn niet nodig. Je IP-adres bewaren we niet."},
    {"icoon": "ticket", "tekst": "Na stap 4 krijg je een ontvangstcode."},
]
