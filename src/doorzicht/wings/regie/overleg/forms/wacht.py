"""Until when the police ask to wait."""

from typing import Any

from django import forms

from doorzicht.ground.lib.velden import DagVeld
from doorzicht.wings.regie.overleg.wacht import longest


class WachtForm(forms.Form):
    """A day and nothing else: the mark has no content."""

    tot = DagVeld(
        richting="toekomst",
        label="Wachten tot en met",
        error_messages={"required": "Vul een dag in."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tot"].help_text = f"Vandaag of een dag die nog komt, hooguit {longest()} vooruit."
