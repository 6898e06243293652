"""The jobs of the wing, where procrastinate looks for them; each room keeps its own."""

from doorzicht.wings.signaleren.melding.jobs import morning, notify

__all__ = ["morning", "notify"]
