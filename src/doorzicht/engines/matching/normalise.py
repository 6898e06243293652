"""The one door of the normalisers."""

from collections.abc import Callable

from doorzicht.engines.matching.adres import normalise_address
from doorzicht.engines.matching.email import normalise_email
from doorzicht.engines.matching.kenmerk import Kenmerk, OngeldigKenmerk, Soort, tidy
from doorzicht.engines.matching.kenteken import normalise_plate
from doorzicht.engines.matching.nummers import normalise_iban, normalise_kvk
from doorzicht.engines.matching.telefoon import normalise_phone
from doorzicht.engines.matching.webadres import normalise_url

LANGSTE_TEKST = 200
LANGSTE_URL = 2000
"""Characters; nobody types a longer identifier, and a longer text would only cost time."""

_NORMALISERS: dict[Soort, Callable[[str], Kenmerk]] = {
    "telefoon": normalise_phone,
    "email": normalise_email,
    "kenteken": normalise_plate,
    "iban": normalise_iban,
    "kvk": normalise_kvk,
    "url": normalise_url,
    "adres": normalise_address,
}
SOORTEN: tuple[Soort, ...] = tuple(_NORMALISERS)


def normalise(soort: Soort, text: str) -> Kenmerk | None:
    """Return the identifier that `text` writes, or None when nothing was written.

    Two spellings of one identifier give equal results, and the result's `waarde` normalises to itself. Raises
    `OngeldigKenmerk` (with a Dutch sentence for beside the field) and, for an unknown `soort`, `KeyError`.
    """
    normaliser = _NORMALISERS[soort]
    if len(text) > (LANGSTE_URL if soort == "url" else LANGSTE_TEKST):
        raise OngeldigKenmerk(soort, "te_lang", "Dit is te lang. Zet hier één gegeven neer.")
    return normaliser(text) if tidy(text) else None
