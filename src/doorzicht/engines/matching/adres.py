"""Addresses as one text: postcode with house number, or street with house number and place.

The two forms of one address cannot be turned into each other without the BAG, so a structured address gives
both (`normalise_structured`) and a typed one gives the form in which it was typed.
"""

import re

from stdnum.nl import postcode as stdnum_postcode

from doorzicht.engines.matching.kenmerk import Kenmerk, OngeldigKenmerk, strip_accents, tidy

_POSTCODE = re.compile(r"(?<![a-z0-9])(?:nl[ -]?)?([1-9][0-9]{3})[ -]?([a-z]{2})(?![a-z0-9])")
# An addition: one letter, digits, or a usual word. "t harde" is a place, so "t" before a word is none.
_WOORD = r"(?:(?!t [a-z]{3})[a-z]|bis|hs|huis|zw|rd|ii|iii|iv|boven|bg|to)(?![a-z])"
_TOEVOEGING = rf"(?:[ \-/.]{{0,3}}(?:[0-9]{{1,4}}|{_WOORD}))*"
_HUIS = rf"(?P<nr>[1-9][0-9]{{0,4}})(?P<toev>{_TOEVOEGING})(?![^\W_])"
# A year can belong to the street: Plein 1940 12. Without a street it is a number: 8081 XX 1900 12.
_GEEN_JAAR = r"(?!19[0-9]{2}(?:-19[0-9]{2})?[ ,]+[0-9])"
_STRAAT = r"(?P<straat>[^,]*?[^\W\d_]{2}[^,]*?)"
_STRAAT_HUIS = re.compile(rf"{_STRAAT}[ ,]+{_GEEN_JAAR}{_HUIS}")
_HUIS_VOORAAN = re.compile(rf"[ ,\-]*{_HUIS}")
_PLAATS = re.compile(r"[ ,]+('?[^\W\d_][^,0-9]*[^\W\d_])[ .]*(?:,.*)?")


def normalise_address(text: str) -> Kenmerk:
    """Return "8081XX 12 A" when a postcode was typed, else "dorpsstraat 12 a, elburg"."""
    typed = re.sub(r"\([^)]*\)", " ", strip_accents(tidy(text)).lower()).strip()
    if found := _POSTCODE.search(typed):
        before, after = typed[: found.start()], typed[found.end() :]
        house = _STRAAT_HUIS.match(before) or _HUIS_VOORAAN.match(after) or _HUIS_VOORAAN.match(before)
        if house is None:
            raise _no_house_number()
        return _by_postcode(_checked_postcode(found[0]), house["nr"], house["toev"])
    house = _STRAAT_HUIS.match(typed)
    if house is None:
        raise _no_house_number()
    place = _PLAATS.fullmatch(typed, house.end())
    if place is None:
        raise OngeldigKenmerk("adres", "plaats", "Vul bij dit adres ook de plaats of de postcode in.")
    return _by_street(house["straat"], house["nr"], house["toev"], place[1])


def normalise_structured(
    *, straat: str, huisnummer: int, letter: str, toevoeging: str, postcode: str, plaats: str
) -> list[Kenmerk]:
    """Return every form that the filled-in parts allow: by postcode, by street and place, or none."""
    number = str(huisnummer)
    addition = f"{letter} {toevoeging}".lower()
    found = []
    if postcode.strip():
        found.append(_by_postcode(_checked_postcode(postcode), number, addition))
    if straat.strip() and plaats.strip():
        street, place = (strip_accents(tidy(part)).lower() for part in (straat, plaats))
        found.append(_by_street(street, number, addition, place))
    return found


def normalise_postcode(text: str) -> str:
    """Return "8081XX". Raises `OngeldigKenmerk`."""
    return _checked_postcode(tidy(text))


def _checked_postcode(text: str) -> str:
    try:
        return str(stdnum_postcode.validate(text)).replace(" ", "")
    except stdnum_postcode.ValidationError:
        raise OngeldigKenmerk(
            "adres", "postcode", "Een postcode heeft vier cijfers en twee letters, bijvoorbeeld 8081 XX."
        ) from None


def _no_house_number() -> OngeldigKenmerk:
    return OngeldigKenmerk(
        "adres", "huisnummer", "In dit adres ontbreekt het huisnummer. Bijvoorbeeld: Dorpsstraat 12, Elburg."
    )


def _by_postcode(postcode: str, number: str, addition: str) -> Kenmerk:
    return Kenmerk("adres", f"{postcode} {_house(number, addition).upper()}")


def _by_street(street: str, number: str, addition: str, place: str) -> Kenmerk:
    return Kenmerk("adres", f"{_street(street)} {_house(number, addition)}, {_words(place)}")


def _house(number: str, addition: str) -> str:
    """Return "12 a3": additions without separators, except where that would join two numbers or two words."""
    parts = re.findall(r"[a-z]+|[0-9]+", addition)
    joined = ""
    for part in parts:
        same_kind = joined and joined[-1].isdigit() == part[0].isdigit()
        joined += f"-{part}" if same_kind else part
    return f"{int(number)} {joined}" if joined else str(int(number))


def _street(street: str) -> str:
    full = re.sub(r"(?<=[a-z])str\.?$", "straat", street.strip(" ,"))
    full = re.sub(r"\bst\.? (?=[a-z])", "sint ", full)
    return _words(full)


def _words(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", text).split())
