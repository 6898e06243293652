"""What the forms of the room share."""

from collections.abc import Iterable
from typing import Any

from django import forms

LENGTE = 2000
"""Characters of a reason or a contribution; the field says by how many it is too long."""


def set_choices(form: forms.Form, name: str, choices: Iterable[Any]) -> None:
    """Fill a choice that depends on who asks."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)
