"""Phone numbers in E.164, with the library that Android uses (`phonenumbers`)."""

import re

import phonenumbers

from doorzicht.engines.matching.kenmerk import Kenmerk, OngeldigKenmerk, tidy

_VOORAF = re.compile(r"^(tel(efoon)?|mob(iel)?|whatsapp|phone)?[:. ]*", re.IGNORECASE)
_TEKENS = re.compile(r"[+0-9()/. -]+")


def normalise_phone(text: str) -> Kenmerk:
    """Return the number as E.164; without a country code it is Dutch.

    A Dutch number has nine digits after the 0 or is a known special number (0800, 0900); of a foreign one
    only the length is checked: a wrong refusal at intake loses more than an unassigned number costs.
    """
    typed = _VOORAF.sub("", tidy(text), count=1)
    if not _TEKENS.fullmatch(typed):
        raise OngeldigKenmerk(
            "telefoon", "tekens", "Vul één telefoonnummer in, met alleen cijfers. Bijvoorbeeld 06 12345678."
        )
    try:
        number = phonenumbers.parse(typed, "NL")
    except phonenumbers.NumberParseException:
        raise _impossible() from None
    if number.country_code == 31:
        national = phonenumbers.national_significant_number(number)
        possible = len(national) == 9 or phonenumbers.is_valid_number(number)
    else:
        possible = phonenumbers.is_possible_number(number)
    if not possible:
        raise _impossible()
    return Kenmerk("telefoon", phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _impossible() -> OngeldigKenmerk:
    return OngeldigKenmerk(
        "telefoon",
        "onmogelijk",
        "Dit telefoonnummer kan niet bestaan. Kijk of er een cijfer te veel of te weinig staat. "
        "Een nummer uit het buitenland begint met + en het landnummer.",
    )
