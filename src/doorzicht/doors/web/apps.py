"""The web door: layout, login, the public site, the start page."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages on the server; everything works without JavaScript."""

    name = "doorzicht.doors.web"
    label = "web"
