"""Form fields that check what people type and say in a sentence what is wrong, with the text kept."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from doorzicht.engines.matching.kenmerk import OngeldigKenmerk, Soort
from doorzicht.engines.matching.normalise import LANGSTE_TEKST, LANGSTE_URL, normalise
from doorzicht.ground.lib.invoerdatum import OnmogelijkeDatum, Richting, parse_day

LANGE_TEKST = 5000
"""Characters of a story or a reason; said beforehand at the field."""


class KenmerkVeld(forms.CharField):
    """A phone number, plate, account and the like: cleaned to its one spelling, or refused with the reason."""

    def __init__(self, soort: Soort, **kwargs: Any) -> None:
        self.soort = soort
        kwargs.setdefault("max_length", LANGSTE_URL if soort == "url" else LANGSTE_TEKST)
        super().__init__(**kwargs)

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        try:
            found = normalise(self.soort, text)
        except OngeldigKenmerk as error:
            raise forms.ValidationError(str(error), code=error.reden) from error
        return found.waarde if found else ""


class DagVeld(forms.CharField):
    """A day as people write it: 3-12-2026, 3 dec, gisteren. Cleans to a `date` or None."""

    def __init__(self, *, richting: Richting = "verleden", **kwargs: Any) -> None:
        self.richting: Richting = richting
        kwargs.setdefault("max_length", 40)
        super().__init__(**kwargs)

    def clean(self, value: Any) -> date | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            return parse_day(text, vandaag=timezone.localdate(), richting=self.richting)
        except OnmogelijkeDatum as error:
            raise forms.ValidationError(str(error), code=error.reden) from error


class TijdVeld(forms.TimeField):
    """A time as people write it: 13:30 or 13.30."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"class": "dz-kort", "autocomplete": "off"}))
        super().__init__(
            input_formats=["%H:%M", "%H.%M"],
            error_messages={
                "required": "Vul een tijd in, bijvoorbeeld 13:30.",
                "invalid": "Schrijf de tijd als 13:30.",
            },
            **kwargs,
        )


class VerhaalVeld(forms.CharField):
    """A long text with a limit that is told beforehand and a message that says by how much it is too long."""

    def __init__(self, *, rijen: int = 6, **kwargs: Any) -> None:
        self.grens = kwargs.pop("max_length", LANGE_TEKST)
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rijen}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> str:
        """Browsers send every line end as two characters; they count as the one that was typed."""
        return str(super().to_python(value) or "").replace("\r\n", "\n")

    def validate(self, value: str) -> None:
        super().validate(value)
        if (over := len(value) - self.grens) > 0:
            raise forms.ValidationError(
                "Je tekst is %(over)s tekens te lang. Er passen er %(grens)s in. Kort hem in; je tekst staat er nog.",
                code="te_lang",
                params={"over": over, "grens": self.grens},
            )
