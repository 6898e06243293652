"""A structured address as a value: checked on the way in, written as people write it, indexed in both its forms."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from doorzicht.engines.matching.adres import normalise_postcode, normalise_structured
from doorzicht.engines.matching.kenmerk import Kenmerk, OngeldigKenmerk, tidy

_LANGSTE = {"straat": 80, "plaats": 80}
_HUISNUMMER = re.compile(r"[0-9]{1,5}")


class OngeldigAdres(ValueError):
    """Parts of an address that cannot be: `fouten` maps a field to the Dutch sentence for beside it."""

    def __init__(self, fouten: Mapping[str, str]) -> None:
        self.fouten = dict(fouten)
        super().__init__(" ".join(self.fouten.values()))


@dataclass(frozen=True, slots=True)
class Adres:
    """An address as the BAG writes one. Any part may be missing: a reporter often knows only the street."""

    straat: str = ""
    huisnummer: int | None = None
    letter: str = ""
    toevoeging: str = ""
    postcode: str = ""
    plaats: str = ""

    def __repr__(self) -> str:
        return "Adres(…)"

    def __bool__(self) -> bool:
        return any(asdict(self).values())

    @property
    def regel(self) -> str:
        """The address on one line: "Dorpsstraat 12A-2, 8081 XX Elburg"."""
        nummer = "" if self.huisnummer is None else f"{self.huisnummer}{self.letter}"
        if self.toevoeging:
            nummer += f"-{self.toevoeging}"
        postcode = f"{self.postcode[:4]} {self.postcode[4:]}".strip()
        halves = (f"{self.straat} {nummer}".strip(), f"{postcode} {self.plaats}".strip())
        return ", ".join(half for half in halves if half)


def make_address(
    *,
    straat: str = "",
    huisnummer: str = "",
    letter: str = "",
    toevoeging: str = "",
    postcode: str = "",
    plaats: str = "",
) -> Adres:
    """Return the address that somebody typed in parts. Raises `OngeldigAdres` with every mistake at once.

    An addition typed with the number ("12a") is moved to its own part.
    """
    parts = {
        name: tidy(text)
        for name, text in (
            ("straat", straat), ("huisnummer", huisnummer), ("letter", letter),
            ("toevoeging", toevoeging), ("postcode", postcode), ("plaats", plaats),
        )
    }  # fmt: skip
    _move_addition(parts)
    fouten = _mistakes(parts)
    if parts["postcode"]:
        try:
            parts["postcode"] = normalise_postcode(parts["postcode"])
        except OngeldigKenmerk as refused:
            fouten["postcode"] = str(refused)
    if fouten:
        raise OngeldigAdres(fouten)
    number = int(parts["huisnummer"]) if parts["huisnummer"] else None
    return Adres(
        straat=parts["straat"],
        huisnummer=number,
        letter=parts["letter"].upper(),
        toevoeging=parts["toevoeging"],
        postcode=parts["postcode"],
        plaats=parts["plaats"],
    )


def address_kenmerken(adres: Adres) -> list[Kenmerk]:
    """Return the identifiers of an address: by postcode, by street and place, or none without a house number."""
    if adres.huisnummer is None:
        return []
    return normalise_structured(
        straat=adres.straat,
        huisnummer=adres.huisnummer,
        letter=adres.letter,
        toevoeging=adres.toevoeging,
        postcode=adres.postcode,
        plaats=adres.plaats,
    )


def _move_addition(parts: dict[str, str]) -> None:
    m = re.fullmatch(
        r"([0-9]{1,5})[ -]?(?:([A-Za-z])(?![A-Za-z]))?(?:[ -]?([A-Za-z0-9]{1,4}))?", parts["huisnummer"]
    )
    if m is None or parts["huisnummer"].isdigit():
        return
    letter, addition = m[2] or "", m[3] or ""
    if not (letter and parts["letter"]) and not (addition and parts["toevoeging"]):
        parts["huisnummer"] = m[1]
        parts["letter"] = parts["letter"] or letter
        parts["toevoeging"] = parts["toevoeging"] or addition


def _mistakes(parts: Mapping[str, str]) -> dict[str, str]:
    fouten = {}
    if parts["huisnummer"] and (
        not _HUISNUMMER.fullmatch(parts["huisnummer"]) or int(parts["huisnummer"]) == 0
    ):
        fouten["huisnummer"] = (
            "Een huisnummer is een getal, bijvoorbeeld 12. Zet een letter in het vak ernaast."
        )
    if parts["letter"] and not re.fullmatch(r"[A-Za-z]", parts["letter"]):
        fouten["letter"] = "Een huisletter is één letter. Zet iets langers bij de toevoeging."
    if parts["toevoeging"] and not re.fullmatch(r"[A-Za-z0-9 .-]{1,8}", parts["toevoeging"]):
        fouten["toevoeging"] = (
            "Een toevoeging heeft hoogstens 8 letters of cijfers, bijvoorbeeld ‘bis’ of ‘2’."
        )
    for name, longest in _LANGSTE.items():
        if len(parts[name]) > longest:
            fouten[name] = f"Dit is te lang: hoogstens {longest} tekens."
    return fouten
