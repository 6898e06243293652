"""What is said, decided and agreed on an item."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone

from doorzicht.ground.bestanden.api import BestandenVeld
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.lib.velden import DagVeld, VerhaalVeld
from doorzicht.wings.regie.overleg.forms.velden import LENGTE, set_choices
from doorzicht.wings.regie.overleg.invoer import ActieInvoer, BesluitInvoer
from doorzicht.wings.regie.overleg.workflow import ZORGCHECK


class InbrengForm(forms.Form):
    """What I bring in on this item."""

    tekst = VerhaalVeld(
        label="Wat breng je in?",
        help_text="Alleen wat voor dit punt nodig is.",
        rijen=4,
        max_length=LENGTE,
        error_messages={"required": "Schrijf op wat je inbrengt."},
    )
    eerder = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def clean_eerder(self) -> datetime | None:
        """When this text was last written, as the writer saw it."""
        text = self.cleaned_data["eerder"]
        try:
            return datetime.fromisoformat(text) if text else None
        except ValueError as error:
            raise forms.ValidationError("Laad de pagina opnieuw.") from error


class BijlageForm(forms.Form):
    """A map, a letter, a photo of a place, at an item."""

    bijlagen = BestandenVeld(label="Welk bestand?")


class NamensForm(forms.Form):
    """The chair writes down what somebody said who did not write it themselves."""

    wie = forms.ChoiceField(label="Wie zei dit?", error_messages={"required": "Kies wie dit zei."})
    tekst = VerhaalVeld(
        label="Wat bracht deze persoon in?",
        rijen=3,
        max_length=LENGTE,
        error_messages={"required": "Schrijf op wat deze persoon inbracht."},
    )

    def __init__(self, *args: Any, mensen: Mapping[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "wie", [("", "Kies iemand"), *((str(k), v) for k, v in mensen.items())])


class BesluitForm(forms.Form):
    """The decision, its reason, who thinks otherwise, care first, and what the reporter may know."""

    soort = forms.ChoiceField(
        label="Wat besluit het overleg?", error_messages={"required": "Kies wat het overleg besluit."}
    )
    motivering = VerhaalVeld(
        label="Waarom dit besluit?",
        help_text="Noem waar het op steunt. De uitvoerder leest dit.",
        rijen=4,
        max_length=LENGTE,
        error_messages={"required": "Schrijf op waarom het overleg dit besluit."},
    )
    anders = VerhaalVeld(
        label="Wie denkt er anders over? (mag leeg)",
        help_text="Wie, en waarom. Dit staat naast het besluit.",
        rijen=4,
        max_length=LENGTE,
        required=False,
    )
    zorgcheck = forms.ChoiceField(
        label="Raakt dit een plek waar iemand woont of slaapt?",
        required=False,
        choices=[*ZORGCHECK.items(), ("nog_niet", "Dat is nog niet geregeld")],
        widget=forms.RadioSelect(
            attrs={
                "kolommen": 3,
                "uitleg": {
                    "geregeld": "schrijf op wie het regelt",
                    "niet_nodig": "schrijf op hoe je dat weet",
                    "nog_niet": "dan kan dit besluit nog niet",
                },
            }
        ),
    )
    zorg = VerhaalVeld(
        label="Wie regelt zorg en onderdak, en hoe?",
        rijen=2,
        max_length=LENGTE,
        required=False,
    )
    aan_melder = VerhaalVeld(
        label="Wat mag de melder weten? (mag leeg)",
        help_text="Geen namen, geen adres, niets over wat anderen gaan doen.",
        rijen=2,
        max_length=600,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = catalogus.besluiten()
        self.zorg_eerst = {kind.code for kind in kinds if kind.zorg_eerst}
        self.fields["soort"].widget = forms.RadioSelect(
            attrs={"kolommen": 3, "uitleg": {kind.code: kind.uitleg for kind in kinds}}
        )
        set_choices(self, "soort", ((kind.code, kind.naam) for kind in kinds))

    def clean(self) -> dict[str, Any]:
        """Care first: the question must be answered where the catalogue asks it (product rule 9)."""
        data = super().clean() or {}
        if data.get("soort") in self.zorg_eerst:
            if not data.get("zorgcheck"):
                self.add_error("zorgcheck", "Beantwoord eerst deze vraag. Zorg en onderdak gaan voor.")
            elif data["zorgcheck"] == "nog_niet":
                self.add_error(
                    "zorgcheck",
                    "Dan kan dit besluit nog niet. Regel eerst zorg en onderdak, of kies ‘Volgen’.",
                )
            elif not data.get("zorg"):
                self.add_error("zorg", "Schrijf op wie dit regelt, of hoe je weet dat daar niemand woont.")
        return data

    def invoer(self) -> BesluitInvoer:
        return BesluitInvoer(**self.cleaned_data)


class ActieForm(forms.Form):
    """Who does what by when."""

    wat = forms.CharField(
        label="Wat gaat er gebeuren?",
        max_length=200,
        error_messages={"required": "Schrijf op wat er gaat gebeuren."},
    )
    eigenaar = forms.ChoiceField(label="Wie doet het?", error_messages={"required": "Kies wie het doet."})
    uiterlijk = DagVeld(
        richting="toekomst",
        label="Wanneer is het klaar?",
        help_text="Bijvoorbeeld 9-12-2026 of over 2 weken. Een genodigde houdt de actie tot die klaar is, en hooguit "
        "3 maanden na deze dag.",
        error_messages={"required": "Vul een dag in."},
    )

    def __init__(self, *args: Any, mensen: Mapping[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "eigenaar", [("", "Kies iemand"), *((str(k), v) for k, v in mensen.items())])

    def clean_uiterlijk(self) -> date | None:
        day: date | None = self.cleaned_data["uiterlijk"]
        if day is not None and day < timezone.localdate():
            raise forms.ValidationError("Deze dag is al voorbij. Kies vandaag of een dag die nog komt.")
        return day

    def invoer(self) -> ActieInvoer:
        data = self.cleaned_data
        return ActieInvoer(wat=data["wat"], eigenaar=UUID(data["eigenaar"]), uiterlijk=data["uiterlijk"])


class KlaarForm(forms.Form):
    """An action is done."""

    resultaat = VerhaalVeld(
        label="Wat is er gedaan?",
        help_text="Kort. Geen namen die hier niet nodig zijn. De voorzitter leest dit.",
        rijen=3,
        max_length=600,
        error_messages={"required": "Schrijf kort op wat er is gedaan."},
    )
