"""What somebody sent and we could not store stays in the page that says so, with a button that sends it once more.

It goes to nobody but who typed it, in an answer that no browser keeps. Files cannot come along: no page can fill them
in.
"""

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest
from django.http.multipartparser import MultiPartParserError
from django.http.request import RawPostDataException, UnreadablePostError
from django.urls import resolve

NEVER = frozenset({"password", "oldpassword", "password1", "password2", "code", "terug"})
"""Fields of which the value never stands in a page: a form with one of these is typed again."""


def sent_again(request: HttpRequest) -> dict[str, object]:
    """For the page of an error: where the form was going, every name with its value, and whether files are lost."""
    if request.method != "POST":
        return {}
    try:
        if request.resolver_match is None:  # without it nothing bigger than a form of text would be read
            request.resolver_match = resolve(request.path_info)
        fields = [(name, value) for name, values in request.POST.lists() for value in values]
    except (
        Http404, MultiPartParserError, OSError, RawPostDataException, RequestDataTooBig, SuspiciousOperation,
        UnreadablePostError,
    ):  # fmt: skip
        return {}
    if not fields or NEVER & {name for name, _ in fields}:
        return {}
    return {"nog_eens": request.get_full_path(), "velden": fields, "met_bestanden": bool(request.FILES)}
