"""The start page after login."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from doorzicht.doors.web.middleware import actor_of


def start(request: HttpRequest) -> HttpResponse:
    """Mijn werk: the four roles of the plan, with what waits for this person."""
    if actor_of(request) is None:
        return redirect("account_login")
    return render(request, "web/start.html")
