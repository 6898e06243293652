"""Licence plates, Dutch and foreign: capitals and digits without separators."""

import re

from doorzicht.engines.matching.kenmerk import Kenmerk, OngeldigKenmerk, strip_accents, tidy

# Cyrillic and Greek letters on plates (Bulgaria, Ukraine, Greece) are those that look like Latin ones.
_LIJKT_OP = str.maketrans("АВЕКМНОРСТУХІΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEKMHOPCTYXIABEZHIKMNOPTYX")

# The Dutch series (sidecodes) 1-14 of the RDW, and CD plates; L is a letter, D a digit.
_REEKSEN = "LLDDDD DDDDLL DDLLDD LLDDLL LLLLDD DDLLLL DDLLLD DLLLDD LLDDDL LDDDLL LLLDDL LDDLLL DLLDDD DDDLLD"
_NEDERLANDS = re.compile("|".join(r.replace("L", "[A-Z]").replace("D", "[0-9]") for r in _REEKSEN.split()))
_KENTEKEN = re.compile(r"(?=[^0-9]*[0-9])[A-Z0-9]{3,10}")
_SCHEIDING = re.compile(r"[\s.\-_/·:]+")


def normalise_plate(text: str) -> Kenmerk:
    """Return the plate as capitals and digits. The country is not part of it: a reporter rarely knows it."""
    capitals = strip_accents(tidy(text)).upper().translate(_LIJKT_OP)
    plate = _SCHEIDING.sub("", capitals)
    if plate.startswith("NL") and _NEDERLANDS.fullmatch(plate[2:]):
        plate = plate[2:]
    if not _KENTEKEN.fullmatch(plate):
        raise OngeldigKenmerk(
            "kenteken",
            "onmogelijk",
            "Een kenteken heeft 3 tot 10 letters en cijfers, met minstens één cijfer. "
            "Weet je het niet helemaal? Zet het dan bij wat je zag.",
        )
    return Kenmerk("kenteken", plate)
