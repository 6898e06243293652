"""The jobs of the wing, where procrastinate looks for them; each room keeps its own."""

from doorzicht.wings.signaleren.melding.jobs import morning, notify
from doorzicht.wings.signaleren.publiek.jobs import night
from doorzicht.wings.signaleren.weging.jobs import follow, reindex_region

__all__ = ["follow", "morning", "night", "notify", "reindex_region"]
