"""All jobs of the wing, for the worker; each room keeps its own."""

from doorzicht.wings.beleid.datalek.jobs import notify

__all__ = ["notify"]
