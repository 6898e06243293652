"""Seen before? Exact identifiers, answered by yes or no, after privacycheck 1."""

from django.apps import AppConfig


class HerkenningConfig(AppConfig):
    """Blind indexes of identifiers, the recorded release that a question needs, and the question itself."""

    name = "doorzicht.ground.herkenning"
    label = "herkenning"
