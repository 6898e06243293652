"""Weighing: the published rule of the ILO and the elements of article 273f over observations of one person."""

from doorzicht.engines.weighing.export import as_plain
from doorzicht.engines.weighing.load import build_weegcatalogus
from doorzicht.engines.weighing.types import (
    FoutInCatalogus,
    OnbekendeWaarneming,
    OngeldigeInvoer,
    Persoon,
    Weegcatalogus,
    Weging,
)
from doorzicht.engines.weighing.weigh import weigh

__all__ = [
    "FoutInCatalogus",
    "OnbekendeWaarneming",
    "OngeldigeInvoer",
    "Persoon",
    "Weegcatalogus",
    "Weging",
    "as_plain",
    "build_weegcatalogus",
    "weigh",
]
