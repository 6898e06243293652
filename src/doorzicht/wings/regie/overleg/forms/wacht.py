"""Until when the police ask to wait."""

from django import forms

from doorzicht.ground.lib.velden import DagVeld


class WachtForm(forms.Form):
    """A day and nothing else: the mark has no content."""

    tot = DagVeld(
        richting="toekomst",
        label="Wachten tot en met",
        help_text="Een dag die nog komt, hooguit drie maanden vooruit.",
        error_messages={"required": "Vul een dag in."},
    )
