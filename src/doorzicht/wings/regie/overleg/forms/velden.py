"""What the forms of the room share."""

from collections.abc import Iterable
from typing import Any

from django import forms

LENGTE = 2000
"""Characters of a reason or a contribution; the field says by how many it is too long."""


TIJD = {"required": "Vul een tijd in, bijvoorbeeld 13:30.", "invalid": "Schrijf de tijd als 13:30."}


def set_choices(form: forms.Form, name: str, choices: Iterable[Any]) -> None:
    """Fill a choice that depends on who asks."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)


class TijdVeld(forms.TimeField):
    """A time as people write it: 13:30 or 13.30."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"class": "dz-kort", "autocomplete": "off"}))
        super().__init__(input_formats=["%H:%M", "%H.%M"], error_messages=TIJD, **kwargs)
