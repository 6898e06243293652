"""The door of bestanden: take files in with a form, show which there are, hand one to a reader."""

from doorzicht.engines.cleaning import MAX_IN
from doorzicht.ground.bestanden.actions import (
    MAX_AANTAL,
    Aangeboden,
    Bekeken,
    BestandGeweigerd,
    Geopend,
    Ontvangst,
    Weigering,
    destroy_files,
    examine_all,
    keep_all,
    open_file,
)
from doorzicht.ground.bestanden.antwoord import response
from doorzicht.ground.bestanden.models import Bestand
from doorzicht.ground.bestanden.opslag import BestandKwijt
from doorzicht.ground.bestanden.selectors import Bijlage, attachments
from doorzicht.ground.bestanden.velden import BestandenVeld, takes_files

__all__ = [
    "MAX_AANTAL",
    "MAX_IN",
    "Aangeboden",
    "Bekeken",
    "Bestand",
    "BestandGeweigerd",
    "BestandKwijt",
    "BestandenVeld",
    "Bijlage",
    "Geopend",
    "Ontvangst",
    "Weigering",
    "attachments",
    "destroy_files",
    "examine_all",
    "keep_all",
    "open_file",
    "response",
    "takes_files",
]
