"""All jobs of the wing, for the worker; each room keeps its own."""

from doorzicht.wings.regie.overleg.jobs import invite_by_mail, notify, remind

__all__ = ["invite_by_mail", "notify", "remind"]
