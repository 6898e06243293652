"""All tables of the wing, for Django; each room keeps its own."""

from doorzicht.wings.signaleren.melding.models import (
    AcuteStap,
    Bericht,
    Gegeven,
    Melder,
    Melding,
    Persoon,
    RolVanPersoon,
    Samenvoeging,
    Waarneming,
)
from doorzicht.wings.signaleren.weging.models import (
    Aanvulling,
    Herkenvraag,
    Privacycheck,
    Voordracht,
    VoordrachtVeld,
    Weging,
)

__all__ = [
    "Aanvulling",
    "AcuteStap",
    "Bericht",
    "Gegeven",
    "Herkenvraag",
    "Melder",
    "Melding",
    "Persoon",
    "Privacycheck",
    "RolVanPersoon",
    "Samenvoeging",
    "Voordracht",
    "VoordrachtVeld",
    "Waarneming",
    "Weging",
]
