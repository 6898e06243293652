"""What is asked of the register, and what the receiver answers."""

from typing import Any

from django import forms

from doorzicht.ground.lib.velden import DagVeld, VerhaalVeld
from doorzicht.ground.verstrekking.api import STANDEN_REGISTER, Zoekvraag


class ZoekForm(forms.Form):
    """Which lines of the register. Everything may stay empty."""

    stand = forms.ChoiceField(
        label="Stand", required=False, choices=[("", "Alle standen"), *STANDEN_REGISTER.items()]
    )
    ontvanger = forms.ChoiceField(label="Aan wie", required=False)
    grondslag = forms.ChoiceField(label="Grondslag", required=False)
    vanaf = DagVeld(label="Gegeven vanaf", required=False)
    tot_en_met = DagVeld(label="Tot en met", required=False)

    def __init__(
        self, *args: Any, ontvangers: list[tuple[str, str]], grondslagen: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, first, choices in (
            ("ontvanger", "Alle ontvangers", ontvangers),
            ("grondslag", "Alle grondslagen", grondslagen),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", first), *choices]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("vanaf"), data.get("tot_en_met")
        if first and last and first > last:
            self.add_error("tot_en_met", "Deze dag ligt voor de eerste dag.")
        return data

    def vraag(self) -> Zoekvraag:
        """What was asked."""
        return Zoekvraag(**{name: value for name, value in self.cleaned_data.items() if value})


class AfwijsForm(forms.Form):
    """Why the receiver does not take it."""

    reden = VerhaalVeld(
        label="Waarom neem je het niet aan?",
        help_text="Bijvoorbeeld: dit is niet onze taak. Neem geen gegevens over.",
        rijen=3,
        max_length=1000,
        error_messages={"required": "Schrijf in een paar woorden op waarom."},
    )
