"""Figures that say nothing about anybody: the one way in which counts leave the house (docs/decisions/0036)."""

from doorzicht.ground.lib.onderdrukking.onderdrukken import DREMPEL, Onderdrukt, suppress, suppress_list
from doorzicht.ground.lib.onderdrukking.tabel import TOTAAL, Cel, OngeldigeTabel, Tabel
from doorzicht.ground.lib.onderdrukking.woorden import NIET_GETOOND, TOELICHTING, in_words

__all__ = [
    "DREMPEL",
    "NIET_GETOOND",
    "TOELICHTING",
    "TOTAAL",
    "Cel",
    "Onderdrukt",
    "OngeldigeTabel",
    "Tabel",
    "in_words",
    "suppress",
    "suppress_list",
]
