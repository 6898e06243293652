"""What is typed to record that this municipality may take part: a ground and two references, from when to when."""

from typing import Any

from django import forms

from doorzicht.ground.herkenning.api import AfspraakInvoer
from doorzicht.ground.lib.velden import DagVeld
from doorzicht.wings.signaleren.regio.selectors import grounds


class AfspraakForm(forms.Form):
    """Ground, arrangement and DPIA. References only: the documents themselves lie elsewhere."""

    grondslag = forms.ChoiceField(
        label="Op welke wettelijke grond?", error_messages={"required": "Kies de wettelijke grond."}
    )
    regeling = forms.CharField(
        label="Waar staat de regeling tussen de gemeenten?",
        help_text="Artikel 26 AVG: wie doet wat. Bijvoorbeeld een zaaknummer.",
        max_length=120,
        error_messages={"required": "Schrijf op waar de regeling tussen de gemeenten te vinden is."},
    )
    dpia = forms.CharField(
        label="Waar staat de DPIA, met het advies van de FG?",
        help_text="Artikel 35 AVG. Bijvoorbeeld een zaaknummer.",
        max_length=120,
        error_messages={"required": "Schrijf op waar de DPIA te vinden is."},
    )
    vastgesteld_op = DagVeld(
        label="Wanneer is dit vastgesteld?", error_messages={"required": "Vul een dag in."}
    )
    geldig_tot = DagVeld(
        label="Tot en met welke dag geldt het?",
        richting="toekomst",
        error_messages={"required": "Vul een dag in."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["grondslag"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Kies een grond"), *grounds()]

    def invoer(self) -> AfspraakInvoer:
        """What was recorded, for the verb."""
        return AfspraakInvoer(**self.cleaned_data)
