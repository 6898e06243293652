"""A resident at a browser without JavaScript: fills in pages and presses buttons, keeping the hidden fields."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from django.test import Client

from doorzicht.wings.signaleren.melding.models import Melding

ANTWOORDEN = {
    "spoed": "kan-wachten",
    "vormen": ["arbeid"],
    "gezien": ["pub-03", "pub-09"],
    "verhaal": "Achter de loods staan zes bedden op een rij.",
    "leeftijd": "onbekend",
    "plaats": "Heerde",
    "omschrijving": "loods achter het tuincentrum",
    "dag": "gisteren",
}
STAP = {
    1: ("spoed",),
    2: ("vormen", "gezien", "verhaal", "leeftijd"),
    3: (
        "straat",
        "huisnummer",
        "postcode",
        "plaats",
        "omschrijving",
        "dag",
        "voertuig",
        "kenteken",
        "webadres",
    ),
    4: ("naam", "telefoon", "tolk_nodig", "mijn_naam", "mijn_telefoon", "mijn_email", "veilig"),
}


@dataclass
class Bewoner:
    """Walks the form of one municipality as a browser would."""

    adres: str = "/m/heerde/melden/"
    client: Client = field(default_factory=lambda: Client(enforce_csrf_checks=True))
    pagina: str = ""

    def get(self, adres: str) -> str:
        self.pagina = self.client.get(adres).content.decode()
        return self.pagina

    def post(self, adres: str, data: dict) -> str:
        self.antwoord = self.client.post(adres, data)
        self.pagina = self.antwoord.content.decode()
        return self.pagina

    def verborgen(self) -> dict[str, list[str]]:
        """The hidden fields of the page, as a browser sends them."""
        found: dict[str, list[str]] = {}
        for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', self.pagina):
            found.setdefault(name, []).append(html.unescape(value))
        return found

    def druk(self, naar: str, **velden) -> str:
        """Fill in this page and press a button."""
        return self.post(self.adres, self.verborgen() | velden | {"naar": naar})

    def vul_in(self, tot: int = 4, **anders) -> str:
        """Open the form and go on to step `tot`, with the usual answers unless told otherwise."""
        self.get(self.adres)
        answers = ANTWOORDEN | anders
        for stap in range(1, tot):
            self.druk("verder", **{name: answers[name] for name in STAP[stap] if name in answers})
        return self.pagina

    def verstuur(self, **anders) -> str:
        """The whole form, sent."""
        self.vul_in(**anders)
        return self.druk("verstuur", **{name: anders[name] for name in STAP[4] if name in anders})

    @property
    def code(self) -> str:
        """The receipt as the page shows it."""
        groups = re.findall(r'<span class="dz-code__groep">([^<]+)</span>', self.pagina)
        return " ".join(groups)


@pytest.fixture
def bewoner(db: None) -> Bewoner:
    return Bewoner()


@pytest.fixture
def meldingen(acting_as) -> Callable[[], list[Melding]]:
    """What the Meldpunt of Heerde has."""

    def found() -> list[Melding]:
        with acting_as("noor.voorbeeld"):
            return list(Melding.objects.filter(organisatie_id="0246"))

    return found
