"""All tables of the wing, for Django; each room keeps its own."""

from doorzicht.wings.beleid.datalek.models import Datalek, Datalekbesluit, Datalekklok
from doorzicht.wings.beleid.plan.models import Planversie

__all__ = ["Datalek", "Datalekbesluit", "Datalekklok", "Planversie"]
