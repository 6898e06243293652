"""When and where a meeting is, what comes on its agenda, who is invited."""

from collections.abc import Iterable, Mapping
from datetime import datetime, time
from typing import Any
from uuid import UUID

from django import forms

from doorzicht.ground.lib.datums import AMSTERDAM
from doorzicht.ground.lib.velden import DagVeld, TijdVeld, VerhaalVeld
from doorzicht.wings.regie.overleg.forms.velden import LENGTE, set_choices
from doorzicht.wings.regie.overleg.gegevens import Genodigde, PuntRegel
from doorzicht.wings.regie.overleg.invoer import Moment


class OverlegForm(forms.Form):
    """When and where."""

    dag = DagVeld(
        richting="toekomst",
        label="Op welke dag?",
        help_text="Bijvoorbeeld 3-12-2026 of komende donderdag.",
        error_messages={"required": "Vul een dag in."},
    )
    begin = TijdVeld(label="Van")
    eind = TijdVeld(label="Tot", help_text="Genodigden zien hun punten tot uiterlijk dit moment.")
    plaats = forms.CharField(
        label="Waar?",
        max_length=120,
        help_text="Bijvoorbeeld: gemeentehuis, kamer 2.",
        error_messages={"required": "Schrijf op waar het overleg is."},
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        begin, eind = data.get("begin"), data.get("eind")
        if begin and eind and eind <= begin:
            self.add_error("eind", "Het einde ligt voor het begin. Kijk de tijden na.")
        return data

    def invoer(self) -> Moment:
        data = self.cleaned_data
        day = data["dag"]

        def at(clock: time) -> datetime:
            return datetime.combine(day, clock, tzinfo=AMSTERDAM)

        return Moment(begin=at(data["begin"]), eind=at(data["eind"]), plaats=data["plaats"])


class PlanForm(OverlegForm):
    """When and where, once or as a series."""

    weken = forms.ChoiceField(
        label="Vaker?",
        choices=[
            ("", "Nee, één keer"),
            ("1", "Elke week"),
            ("2", "Elke 2 weken"),
            ("4", "Elke 4 weken"),
            ("6", "Elke 6 weken"),
            ("8", "Elke 8 weken"),
            ("13", "Elke 13 weken"),
        ],
        required=False,
    )
    aantal = forms.IntegerField(
        label="Hoe vaak in totaal?",
        min_value=2,
        max_value=26,
        required=False,
        help_text="Valt een overleg op een feestdag, dan is het een week later.",
        widget=forms.TextInput(attrs={"class": "dz-kort", "inputmode": "numeric"}),
        error_messages={
            "invalid": "Schrijf een getal.",
            "min_value": "Een reeks is minstens 2 keer.",
            "max_value": "Hooguit 26 keer in één reeks.",
        },
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("weken") and not data.get("aantal") and "aantal" not in self.errors:
            self.add_error("aantal", "Vul in hoe vaak.")
        return data

    def reeks(self) -> dict[str, int]:
        """Every how many weeks, and how often in all; once is a series of one."""
        data = self.cleaned_data
        if not data["weken"]:
            return {"weken": 1, "aantal": 1}
        return {"weken": int(data["weken"]), "aantal": data["aantal"]}


class BeloofdForm(forms.Form):
    """How often the overleg will be in a year."""

    jaar = forms.TypedChoiceField(label="In welk jaar?", coerce=int)
    aantal = forms.IntegerField(
        label="Hoeveel overleggen?",
        min_value=1,
        max_value=60,
        widget=forms.TextInput(attrs={"class": "dz-kort", "inputmode": "numeric"}),
        error_messages={
            "required": "Vul een aantal in.",
            "invalid": "Schrijf een getal.",
            "min_value": "Minstens 1.",
            "max_value": "Hooguit 60.",
        },
    )

    def __init__(self, *args: Any, dit_jaar: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "jaar", ((str(jaar), str(jaar)) for jaar in (dit_jaar, dit_jaar + 1)))


class VerlengForm(forms.Form):
    """Until when the meeting goes on."""

    eind = TijdVeld(label="Tot hoe laat?")


class AfwijsForm(forms.Form):
    """Why an offer is not for the meeting."""

    reden = VerhaalVeld(
        label="Waarom hoort dit niet in het overleg?",
        help_text="Wie dit aanbood, leest dat het is afgewezen.",
        rijen=2,
        max_length=LENGTE,
        error_messages={"required": "Schrijf op waarom."},
    )


class AgendaForm(forms.Form):
    """On which meeting's agenda."""

    overleg = forms.ChoiceField(
        label="Op welke agenda?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een overleg."},
    )

    def __init__(self, *args: Any, overleggen: Mapping[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "overleg", ((str(k), v) for k, v in overleggen.items()))


class UitnodigForm(forms.Form):
    """Whom, and for which items."""

    medewerker = forms.ChoiceField(
        label="Wie nodig je uit?", error_messages={"required": "Kies iemand uit de lijst."}
    )
    punten = forms.MultipleChoiceField(
        label="Voor welke punten?",
        help_text="Alleen deze punten, en alleen tijdens het overleg.",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies minstens één punt."},
    )

    def __init__(
        self, *args: Any, mensen: Mapping[UUID, Genodigde], punten: Iterable[PuntRegel], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        names = [(str(p.medewerker_id), f"{p.naam}, {p.organisatie}") for p in mensen.values()]
        set_choices(self, "medewerker", [("", "Kies iemand"), *names])
        open_items = [p for p in punten if p.rij.soort != "acties_vorige" and p.rij.status != "vervallen"]
        set_choices(self, "punten", ((str(p.rij.id), f"{p.rij.volgnummer}. {p.titel}") for p in open_items))
