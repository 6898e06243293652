"""What an employee types of the call that comes before everything else."""

from typing import Any

from django import forms

from doorzicht.ground.lib.velden import VerhaalVeld
from doorzicht.wings.signaleren.melding.models import AcuteStap


class BelForm(forms.Form):
    """A call that comes before everything else."""

    soort = forms.ChoiceField(
        label="Wie heb je gebeld?",
        choices=list(AcuteStap.SOORTEN.items()),
        widget=forms.RadioSelect(attrs={"kolommen": 2}),
        error_messages={"required": "Kies wie je belde."},
    )
    wie = forms.CharField(
        label="Wie sprak je?", help_text="Alleen als je iemand belde.", max_length=120, required=False
    )
    uitkomst = VerhaalVeld(
        label="Wat is afgesproken?",
        help_text="Bij ‘niet gebeld’: waarom niet.",
        rijen=2,
        error_messages={"required": "Schrijf op wat is afgesproken, of waarom je niet belde."},
    )

    def clean(self) -> dict[str, Any]:
        """Whoever called spoke to somebody; whoever did not call spoke to nobody."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("soort") in AcuteStap.GEBELD and not data.get("wie"):
            self.add_error("wie", "Schrijf op wie je sprak.")
        return data
