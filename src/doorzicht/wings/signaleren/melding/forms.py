"""What an employee types: the card of their function, a reply, a person's roles."""

import secrets
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.core.signing import BadSignature, Signer

from doorzicht.ground.bestanden.api import BestandenVeld
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.lib.datums import format_date
from doorzicht.ground.lib.velden import DagVeld, KenmerkVeld, VerhaalVeld
from doorzicht.ground.locaties.api import OngeldigAdres, make_address, territory
from doorzicht.ground.organisaties.kanalen import MEDEWERKER
from doorzicht.wings.signaleren.melding.invoer import (
    GEBIED,
    GegevenInvoer,
    MeldingInvoer,
    PersoonInvoer,
    Plaats,
    WaarnemingInvoer,
)
from doorzicht.wings.signaleren.melding.models import RolVanPersoon

KIES = {"required": "Kies een antwoord. ‘Weet ik niet’ mag ook."}
LEEFTIJD = [("minderjarig", "Ja"), ("meerderjarig", "Nee"), ("onbekend", "Weet ik niet")]
SPOED = [("gewoon", "Nee"), ("spoed", "Nu niet, wel snel"), ("acuut", "Ja, er is nu gevaar")]
PERSOON = ("naam", "geboortejaar", "telefoon", "rollen", "tolk_nodig")
ADRESDELEN = ("straat", "huisnummer", "postcode", "plaats")


def kaarten() -> list[tuple[str, str]]:
    """The cards of the catalogue: code and name."""
    return [(code, card["naam"]) for code, card in catalogus.op_code("functiekaarten", "kaarten").items()]


class KaartForm(forms.Form):
    """The two-minute card of one function. What was seen first, names last and never obliged."""

    inzending = forms.CharField(widget=forms.HiddenInput, max_length=120)
    gezien = forms.MultipleChoiceField(
        label="Wat zag of hoorde je?",
        help_text="Kies alles wat past. Eén ding is genoeg.",
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"kolommen": 2}),
    )
    verhaal = VerhaalVeld(
        label="Vertel het in je eigen woorden",
        help_text="Wat je zelf zag, hoorde of las. Namen zijn hier niet nodig. Hooguit 5000 tekens.",
        error_messages={"required": "Schrijf in één zin op wat je zag of hoorde."},
    )
    label = forms.CharField(
        label="Waar gaat het over, in een paar woorden?",
        help_text="Zonder namen, want dit staat in lijsten. Bijvoorbeeld: Slapen boven een loods, huur per bed.",
        max_length=90,
        error_messages={"required": "Geef een paar woorden waaraan je collega’s deze melding herkennen."},
    )
    leeftijd = forms.ChoiceField(
        label="Gaat het om iemand jonger dan 18?",
        choices=LEEFTIJD,
        widget=forms.RadioSelect,
        error_messages=KIES,
    )
    spoed = forms.ChoiceField(
        label="Is er haast bij?",
        choices=SPOED,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies of er haast bij is. Twijfel je? Kies dan ‘Nu niet, wel snel’."},
    )
    vormen = forms.MultipleChoiceField(
        label="Waar lijkt het op?",
        help_text="Meer dan één mag. Weet je het niet? Sla dit over.",
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"kolommen": 2}),
    )
    dag = DagVeld(
        label="Wanneer zag je dit voor het laatst?",
        help_text="Bijvoorbeeld gisteren of 3-12-2026.",
        required=False,
    )
    straat = forms.CharField(label="Straat", max_length=80, required=False)
    huisnummer = forms.CharField(label="Huisnummer", max_length=12, required=False)
    postcode = forms.CharField(label="Postcode", max_length=8, required=False)
    plaats = forms.CharField(label="Plaats", max_length=60, required=False)
    omschrijving_plaats = forms.CharField(
        label="Of omschrijf de plek",
        help_text="Bijvoorbeeld: schuur achter het tuincentrum.",
        max_length=200,
        required=False,
    )
    kenteken = KenmerkVeld("kenteken", label="Kenteken", required=False)
    url = KenmerkVeld("url", label="Webadres", required=False)
    route = forms.ChoiceField(
        label="Wie moet dit lezen?",
        choices=[("meldpunt", "Het Meldpunt"), ("functionaris", "Alleen de aandachtsfunctionaris")],
        widget=forms.RadioSelect(
            attrs={
                "kolommen": 2,
                "uitleg": {
                    "meldpunt": "de gewone weg",
                    "functionaris": "als het gevoelig ligt of over een collega gaat",
                },
            }
        ),
        error_messages={"required": "Kies wie dit leest."},
    )
    naam = forms.CharField(
        label="Naam van de persoon om wie het gaat",
        help_text="Mag leeg. Een naam kan helpen om te zien of dit eerder is gemeld. Wordt versleuteld bewaard.",
        max_length=120,
        required=False,
    )
    geboortejaar = forms.CharField(label="Geboortejaar", max_length=4, required=False)
    telefoon = KenmerkVeld("telefoon", label="Telefoonnummer van die persoon", required=False)
    rollen = forms.MultipleChoiceField(
        label="Wat is deze persoon volgens jou?",
        help_text="Mag leeg en meer dan één mag. Een rol kan later veranderen.",
        choices=list(RolVanPersoon.ROLLEN.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"kolommen": 2}),
    )
    tolk_nodig = forms.BooleanField(label="Tolk nodig", help_text="Nooit iemand die meekomt.", required=False)
    bijlagen = BestandenVeld(label="Heb je een foto of document?")

    def __init__(self, *args: Any, kaart: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kaart = catalogus.op_code("functiekaarten", "kaarten")[kaart]
        gezien = self.fields["gezien"]
        assert isinstance(gezien, forms.MultipleChoiceField)
        gezien.choices = [(v["code"], v["vraag"]) for v in self.kaart["vragen"]]
        vormen = self.fields["vormen"]
        assert isinstance(vormen, forms.MultipleChoiceField)
        vormen.choices = [(code, v["naam"]) for code, v in catalogus.op_code("vormen").items()]
        self.fields["inzending"].initial = new_submission()

    @property
    def persoon_open(self) -> bool:
        """Whether the closed part about the person must be seen: something was typed there, rightly or not."""
        return any(self[naam].errors or self[naam].data for naam in PERSOON)

    def clean_inzending(self) -> bytes:
        """The random mark that came with the form. Signed: nobody chooses it."""
        try:
            return bytes.fromhex(Signer(salt="inzending").unsign(self.cleaned_data["inzending"]))
        except (BadSignature, ValueError) as error:
            raise forms.ValidationError("Laad de pagina opnieuw en verstuur nog een keer.") from error

    def clean_geboortejaar(self) -> str:
        """Four digits or nothing."""
        year = str(self.cleaned_data["geboortejaar"]).strip()
        if year and not (year.isdecimal() and 1900 <= int(year) <= 2100):
            raise forms.ValidationError("Schrijf het jaar met vier cijfers, zoals 1998.")
        return year

    def clean(self) -> dict[str, Any]:
        """An address that cannot be is said at its own field; what was typed stays."""
        data = super().clean() or self.cleaned_data
        try:
            self.adres = make_address(**{deel: data.get(deel, "") for deel in ADRESDELEN})
        except OngeldigAdres as error:
            for deel, zin in error.fouten.items():
                self.add_error(deel if deel in ADRESDELEN else None, zin)
        return data

    def invoer(self, *, gemeente: str) -> MeldingInvoer:
        """What was typed as a melding, observations hanging under the person they are about.

        `gemeente` is the code of the municipality it goes to, to tell whether the place lies in its territory.
        """
        data = self.cleaned_data
        seen = self._observations()
        on_person = tuple(w for w in seen if w.soort == "waarneming")
        return MeldingInvoer(
            kanaal=MEDEWERKER,
            inzending=data["inzending"],
            label=data["label"],
            verhaal=data["verhaal"],
            route=data["route"],
            kaart=self.kaart["code"],
            plaats=Plaats(
                straat=data["straat"],
                huisnummer=data["huisnummer"],
                postcode=data["postcode"],
                plaats=data["plaats"],
                omschrijving=data["omschrijving_plaats"],
            ),
            wanneer=format_date(data["dag"]) if data["dag"] else "",
            spoed=data["spoed"],
            leeftijd=data["leeftijd"],
            vormen=tuple(data["vormen"]),
            gebied=GEBIED[territory(gemeente, adres=self.adres).antwoord],
            personen=(self._person(on_person),),
            waarnemingen=tuple(w for w in seen if w.soort != "waarneming"),
            gegevens=tuple(GegevenInvoer(s, data[s]) for s in ("kenteken", "url") if data[s]),
        )

    def _observations(self) -> list[WaarnemingInvoer]:
        questions = {v["code"]: v for v in self.kaart["vragen"]}
        day = self.cleaned_data["dag"]
        found = []
        for code in self.cleaned_data["gezien"]:
            observation = questions[code]["waarneming"]
            soort = "locatie" if observation.startswith("LOC") else "waarneming"
            found.append(WaarnemingInvoer(observation, soort, bron=self.kaart["naam"], dag=day))
        return found

    def _person(self, seen: tuple[WaarnemingInvoer, ...]) -> PersoonInvoer:
        data = self.cleaned_data
        return PersoonInvoer(
            aanduiding="Persoon 1",
            leeftijd=data["leeftijd"],
            rollen=tuple(data["rollen"]),
            naam=data["naam"],
            geboortejaar=data["geboortejaar"],
            tolk_nodig=data["tolk_nodig"],
            waarnemingen=seen,
            gegevens=(GegevenInvoer("telefoon", data["telefoon"]),) if data["telefoon"] else (),
        )


def new_submission() -> str:
    """A fresh random mark for a form, signed."""
    return Signer(salt="inzending").sign(secrets.token_bytes(32).hex())


class AntwoordForm(forms.Form):
    """What the reporter may know."""

    tekst = VerhaalVeld(
        label="Wat mag de melder weten?",
        help_text="Geen namen, geen adres, niets over wat anderen doen. Vraag niet wie iemand is.",
        rijen=3,
        error_messages={"required": "Schrijf op wat de melder mag weten."},
    )
    bijlagen = BestandenVeld(label="Iets meesturen")


class RollenForm(forms.Form):
    """The roles of a person from today."""

    rollen = forms.MultipleChoiceField(
        label="Rollen",
        choices=list(RolVanPersoon.ROLLEN.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"kolommen": 2}),
    )


class SamenvoegForm(forms.Form):
    """Under which number this melding goes on."""

    nummer = forms.CharField(
        label="Nummer van de andere melding",
        max_length=16,
        error_messages={"required": "Vul een nummer in, zoals M-2026-123456."},
    )
    reden = forms.CharField(
        label="Waarom is dit dezelfde gebeurtenis?",
        max_length=300,
        error_messages={"required": "Schrijf op waarom."},
    )


class UitsluitForm(forms.Form):
    """Shut a colleague out of this melding."""

    medewerker = forms.ChoiceField(label="Wie mag dit niet zien?")
    reden = forms.CharField(
        label="Waarom?",
        help_text="Bijvoorbeeld: familie of bekende. Wordt versleuteld bewaard.",
        max_length=300,
        error_messages={"required": "Schrijf op waarom."},
    )

    def __init__(self, *args: Any, collegas: Mapping[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["medewerker"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Kies een collega"), *((str(k), v) for k, v in collegas.items())]
