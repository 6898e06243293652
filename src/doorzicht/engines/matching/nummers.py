"""Numbers with a fixed form: bank accounts (IBAN, with its check digits) and KvK numbers."""

import re

from stdnum import iban
from stdnum.exceptions import InvalidChecksum, ValidationError

from doorzicht.engines.matching.kenmerk import Kenmerk, OngeldigKenmerk, tidy

_LOS = re.compile(r"[\s.\-]+")


def normalise_iban(text: str) -> Kenmerk:
    """Return the IBAN in capitals without spaces; its check digits and length per country must be right."""
    compact = re.sub(r"^IBAN:?", "", _LOS.sub("", tidy(text)).upper())
    if not re.fullmatch(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{1,30}", compact):
        raise OngeldigKenmerk(
            "iban", "vorm", "Een rekeningnummer (IBAN) begint met twee letters, zoals NL02 ABNA 0123 4567 89."
        )
    try:
        return Kenmerk("iban", iban.validate(compact, check_country=False))
    except InvalidChecksum:
        raise OngeldigKenmerk(
            "iban", "controlegetal", "In dit rekeningnummer zit een tikfout. Kijk de cijfers en letters na."
        ) from None
    except ValidationError:
        raise OngeldigKenmerk(
            "iban", "onmogelijk", "Dit rekeningnummer kan niet bestaan. Kijk het land en de lengte na."
        ) from None


def normalise_kvk(text: str) -> Kenmerk:
    """Return the eight digits of a KvK number. No check digit is known, so none is checked."""
    digits = re.sub(r"^KVK(NUMMER|NR)?:?", "", _LOS.sub("", tidy(text)).upper())
    if re.fullmatch(r"[0-9]{12}", digits):
        raise OngeldigKenmerk(
            "kvk",
            "vestiging",
            "Dit is een vestigingsnummer. Vul het KvK-nummer in: dat heeft acht cijfers.",
        )
    if not re.fullmatch(r"[0-9]{8}", digits):
        raise OngeldigKenmerk("kvk", "vorm", "Een KvK-nummer heeft acht cijfers. Kijk het nummer na.")
    return Kenmerk("kvk", digits)
