"""What the script of a passkey is given: data in an attribute, because no page has a script of its own."""

import json
from typing import Any

from django import template

register = template.Library()


@register.filter
def als_json(data: Any) -> str:
    """Data as JSON text, to stand escaped in an attribute."""
    return json.dumps(data)
