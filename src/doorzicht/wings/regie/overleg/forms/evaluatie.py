"""What the overleg thinks of itself, once a year."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.forms import BoundField

from doorzicht.ground.lib.velden import VerhaalVeld
from doorzicht.wings.regie.overleg.evaluatie import OORDELEN, VRAGEN, Antwoord, EvaluatieBlad
from doorzicht.wings.regie.overleg.forms.velden import set_choices


class EvaluatieForm(forms.Form):
    """A word and a reason per question, with whom, and what will be different. A draft may have gaps."""

    met = forms.MultipleChoiceField(
        label="Met wie vulde je dit in?",
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"kolommen": 2}),
    )
    afspraken = VerhaalVeld(
        label="Wat doen jullie volgend jaar anders?",
        help_text="Over het overleg. Niets over een zaak of een persoon.",
        rijen=4,
        max_length=2000,
        required=False,
    )

    def __init__(self, *args: Any, mensen: Mapping[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "met", ((str(who), naam) for who, naam in mensen.items()))
        for code, vraag in VRAGEN.items():
            self.fields[f"oordeel_{code}"] = forms.ChoiceField(
                label=vraag,
                choices=list(OORDELEN.items()),
                widget=forms.RadioSelect(attrs={"kolommen": 3}),
                required=False,
            )
            self.fields[f"waarom_{code}"] = VerhaalVeld(
                label=f"Waarom? {vraag}", rijen=2, max_length=600, required=False
            )

    @staticmethod
    def initial_of(blad: EvaluatieBlad) -> dict[str, Any]:
        """What was kept, for the fields."""
        data: dict[str, Any] = {"met": [str(who) for who in blad.met], "afspraken": blad.afspraken}
        for code, answer in blad.antwoorden.items():
            data[f"oordeel_{code}"], data[f"waarom_{code}"] = answer.oordeel, answer.waarom
        return data

    def regels(self) -> list[tuple[BoundField, BoundField]]:
        """Each question with its reason."""
        return [(self[f"oordeel_{code}"], self[f"waarom_{code}"]) for code in VRAGEN]

    def antwoorden(self) -> dict[str, Antwoord]:
        """What was answered."""
        data = self.cleaned_data
        return {
            code: Antwoord(data[f"oordeel_{code}"], data[f"waarom_{code}"])
            for code in VRAGEN
            if data[f"oordeel_{code}"] or data[f"waarom_{code}"]
        }
