"""What of a melding can be recognised elsewhere: phone numbers, plates, accounts, addresses. Never the reporter's."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from doorzicht.engines.matching.adres import normalise_structured
from doorzicht.engines.matching.kenmerk import Kenmerk, OngeldigKenmerk, Soort
from doorzicht.engines.matching.normalise import SOORTEN, normalise
from doorzicht.ground.vault import api as vault
from doorzicht.ground.vault.api import DossierSleutel
from doorzicht.wings.signaleren.melding.models import Gegeven, Melding


def identifiers(leden: Sequence[Melding], *, soorten: Iterable[str]) -> list[Kenmerk]:
    """The identifiers of these kinds in a melding and in what was merged into it. What cannot be read is left out."""
    wanted = set(soorten)
    keys = vault.open_dossiers(m.id for m in leden)
    ids: list[UUID] = list(keys)
    found = [
        kenmerk
        for row in Gegeven.objects.filter(dossier_id__in=ids, soort__in=wanted & set(SOORTEN))
        if (kenmerk := _normalised(row.soort, keys[row.dossier_id].decrypt(row, "waarde"))) is not None  # type: ignore[arg-type]
    ]
    if "adres" in wanted:
        found += [k for m in leden if m.id in keys for k in _addresses(m, keys[m.id])]
    return list(dict.fromkeys(found))


def _normalised(soort: Soort, value: str) -> Kenmerk | None:
    try:
        return normalise(soort, value)
    except OngeldigKenmerk:
        return None


def _addresses(melding: Melding, key: DossierSleutel) -> list[Kenmerk]:
    place = key.decrypt_json(melding, "plaats") or {}
    number = str(place.get("huisnummer", "")).strip()
    digits = number[: len(number) - len(number.lstrip("0123456789"))]
    if not digits:
        return []
    try:
        return normalise_structured(
            straat=place.get("straat", ""),
            huisnummer=int(digits),
            letter=number[len(digits) :],
            toevoeging=place.get("toevoeging", ""),
            postcode=place.get("postcode", ""),
            plaats=place.get("plaats", ""),
        )
    except OngeldigKenmerk:
        return []
