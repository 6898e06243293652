"""What is typed about a breach: the report of a minute, the facts, the decision, whom was told and when."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils import timezone

from doorzicht.ground.lib.datums import to_local
from doorzicht.ground.lib.velden import DagVeld, TijdVeld, VerhaalVeld
from doorzicht.wings.beleid.datalek.invoer import Besluit, Feiten, Melding
from doorzicht.wings.beleid.datalek.klok import moment_of
from doorzicht.wings.beleid.datalek.workflow import AARD, GAANDE, UITZONDERINGEN

LENGTE = 3000
JA_NEE = [("ja", "Ja"), ("nee", "Nee")]


class MomentForm(forms.Form):
    """A day and a time on the clock here."""

    dag = DagVeld(label="Op welke dag?", error_messages={"required": "Vul een dag in."})
    tijd = TijdVeld(label="Hoe laat?")

    def moment(self) -> datetime:
        """What was typed, as a moment."""
        return moment_of(self.cleaned_data["dag"], self.cleaned_data["tijd"])


def now_as_typed() -> dict[str, str]:
    """This moment as somebody would type it."""
    local = to_local(timezone.now() - timedelta(minutes=1))
    return {"dag": f"{local.day}-{local.month}-{local.year}", "tijd": f"{local:%H:%M}"}


class MeldForm(MomentForm):
    """The report. Only what somebody knows at once."""

    inzending = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    omschrijving = VerhaalVeld(
        label="Wat ging er mis?",
        help_text="Een verkeerd verstuurde mail, een kwijte map, een scherm dat iemand zag. "
        "Neem de gelekte gegevens zelf niet over.",
        rijen=4,
        max_length=LENGTE,
        error_messages={"required": "Schrijf in een paar woorden op wat er gebeurde."},
    )
    gaande = forms.ChoiceField(
        label="Is het nog bezig?",
        choices=list(GAANDE.items()),
        widget=forms.RadioSelect(attrs={"kolommen": 3}),
        error_messages={"required": "Kies een antwoord. ‘Weet ik niet’ mag ook."},
    )
    gemeente = forms.ChoiceField(
        label="Bij welke gemeente hoort dit?", error_messages={"required": "Kies een gemeente."}
    )
    field_order = ("inzending", "gemeente", "omschrijving", "dag", "tijd", "gaande")

    def __init__(self, *args: Any, gemeenten: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["dag"].label = "Wanneer merkte je het?"
        field = self.fields["gemeente"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Kies een gemeente"), *gemeenten]
        if not gemeenten:
            del self.fields["gemeente"]

    def invoer(self) -> Melding:
        """What was reported, for the verb."""
        data = self.cleaned_data
        mark: UUID = data["inzending"]
        return Melding(mark, data["omschrijving"], self.moment(), data["gaande"], data.get("gemeente", ""))


class FeitenForm(forms.Form):
    """What art. 33 AVG asks; everything may stay empty until it is known. `versie`: which facts are written on."""

    versie = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    aard = forms.MultipleChoiceField(
        label="Wat voor inbreuk is het?",
        choices=list(AARD.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"kolommen": 1}),
    )
    feiten = VerhaalVeld(label="Wat is er gebeurd?", rijen=4, max_length=LENGTE, required=False)
    betreft_wie = VerhaalVeld(
        label="Om wie gaat het, en om hoeveel mensen ongeveer?",
        help_text="Groepen en een schatting, geen namen.",
        rijen=2,
        max_length=LENGTE,
        required=False,
    )
    betreft_wat = VerhaalVeld(
        label="Om welke gegevens gaat het, en hoeveel?",
        help_text="Soorten, niet de gegevens zelf.",
        rijen=2,
        max_length=LENGTE,
        required=False,
    )
    gevolgen = VerhaalVeld(
        label="Wat kan dit voor hen betekenen?", rijen=3, max_length=LENGTE, required=False
    )
    maatregelen = VerhaalVeld(
        label="Wat is eraan gedaan, en wat volgt nog?", rijen=3, max_length=LENGTE, required=False
    )

    def invoer(self) -> Feiten:
        """What is known, for the verb."""
        data = self.cleaned_data
        return Feiten(**data | {"aard": tuple(data["aard"])})


class BesluitForm(forms.Form):
    """Must the AP know, must the people know. Nothing is chosen beforehand."""

    ap = forms.ChoiceField(
        label="Moet de Autoriteit Persoonsgegevens het weten?",
        help_text="Ja, tenzij het waarschijnlijk geen risico is voor mensen (art. 33 AVG). Nee kan alleen de FG.",
        choices=JA_NEE,
        widget=forms.RadioSelect(attrs={"kolommen": 2}),
        error_messages={"required": "Kies ja of nee."},
    )
    ap_reden = VerhaalVeld(
        label="Waarom?", rijen=3, max_length=LENGTE, error_messages={"required": "Schrijf op waarom."}
    )
    betrokkenen = forms.ChoiceField(
        label="Moeten de mensen om wie het gaat het weten?",
        help_text="Ja, als het risico voor hen hoog is (art. 34 AVG). Nee kan alleen de FG.",
        choices=JA_NEE,
        widget=forms.RadioSelect(attrs={"kolommen": 2}),
        error_messages={"required": "Kies ja of nee."},
    )
    uitzondering = forms.ChoiceField(
        label="Bij nee: waarom hoeft het niet?",
        choices=[("", "Kies een reden"), *UITZONDERINGEN.items()],
        required=False,
    )
    betrokkenen_reden = VerhaalVeld(
        label="Leg dat uit", rijen=3, max_length=LENGTE, error_messages={"required": "Schrijf op waarom."}
    )

    def invoer(self) -> Besluit:
        """What was decided, for the verb."""
        data = self.cleaned_data
        return Besluit(
            ap=data["ap"] == "ja",
            ap_reden=data["ap_reden"],
            betrokkenen=data["betrokkenen"] == "ja",
            betrokkenen_reden=data["betrokkenen_reden"],
            uitzondering=data["uitzondering"],
        )


class ApForm(MomentForm):
    """That the AP was told."""

    kenmerk = forms.CharField(
        label="Welk nummer gaf de AP?",
        max_length=80,
        error_messages={"required": "Vul het nummer in dat de AP gaf."},
    )
    laat_reden = VerhaalVeld(label="Later dan 72 uur? Waarom?", rijen=2, max_length=LENGTE, required=False)


class InlichtForm(MomentForm):
    """That the people were told."""

    hoe = VerhaalVeld(
        label="Hoe hoorden de mensen het, en wat stond er?",
        help_text="Wat er gebeurde, wat het voor hen kan betekenen, wat zij kunnen doen en wie zij kunnen bellen.",
        rijen=3,
        max_length=LENGTE,
        error_messages={"required": "Schrijf op hoe de mensen het hoorden."},
    )


class KlokForm(MomentForm):
    """From which other moment the 72 hours run."""

    reden = VerhaalVeld(
        label="Waarom loopt de klok vanaf dit moment?",
        rijen=2,
        max_length=LENGTE,
        error_messages={"required": "Schrijf op waarom de klok vanaf dit moment loopt."},
    )
