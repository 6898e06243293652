"""Who stands in for the privacyfunctionaris, and on which days."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms

from doorzicht.ground.lib.velden import DagVeld
from doorzicht.wings.regie.overleg.forms.velden import set_choices


class VervangerForm(forms.Form):
    """A colleague, from a day to a day."""

    medewerker = forms.ChoiceField(
        label="Wie vervangt?",
        help_text="Een collega die zelf niet weegt of voorzit.",
        error_messages={"required": "Kies een collega."},
    )
    vanaf = DagVeld(
        richting="toekomst", label="Vanaf welke dag?", error_messages={"required": "Vul een dag in."}
    )
    tot = DagVeld(
        richting="toekomst",
        label="Tot en met welke dag?",
        help_text="Hooguit 3 maanden. Daarna wijs je opnieuw iemand aan.",
        error_messages={"required": "Vul een dag in."},
    )

    def __init__(self, *args: Any, mensen: Mapping[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_choices(self, "medewerker", [("", "Kies iemand"), *((str(k), v) for k, v in mensen.items())])
