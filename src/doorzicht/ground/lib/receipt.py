"""The ontvangstcode: the receipt with which a reporter without an account comes back.

55 bits, shown as five Dutch words ("appel zeehond molen tulp regen") or, for whoever does not read Dutch, as
eighteen digits of which the last one checks the others. Both are the same code. See docs/decisions/0030 and 0031.
"""

import hmac
import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from argon2.low_level import Type, hash_secret_raw
from rapidfuzz.distance import OSA
from stdnum import damm

from doorzicht.ground.lib.words import load_words

BITS = 55
WOORDEN = 5
_PER_WOORD = 11
_CIJFERS = 17
_LANGSTE_TEKST = 200

# argon2id: about 30 ms of CPU and 19 MiB for one hash, whether the code exists or not (docs/decisions/0031).
_GEHEUGEN_KIB, _RONDEN, _BANEN, _LENGTE = 19_456, 3, 1, 32
_KLEINSTE_GEHEIM = 32
_LABEL = b"doorzicht/ontvangstcode/1/"

ONBEKEND = "Deze code kennen we niet. Kijk of je hem goed hebt overgenomen."
"""The one sentence for a code that is mistyped, wrong or destroyed, so that it never tells which."""


class OngeldigeOntvangstcode(ValueError):
    """What was typed cannot be an ontvangstcode; the message is `ONBEKEND`."""

    def __init__(self) -> None:
        super().__init__(ONBEKEND)


@dataclass(frozen=True, slots=True)
class Ontvangstcode:
    """A receipt as a number below 2**55. It is a secret of the reporter: `repr` hides it."""

    getal: int

    def __post_init__(self) -> None:
        if not 0 <= self.getal < 1 << BITS:
            raise OngeldigeOntvangstcode

    def __repr__(self) -> str:
        return "Ontvangstcode(…)"

    @property
    def woorden(self) -> str:
        """The code as five words with spaces between them."""
        words = load_words()
        shifts = range(BITS - _PER_WOORD, -1, -_PER_WOORD)
        return " ".join(words[self.getal >> shift & (1 << _PER_WOORD) - 1] for shift in shifts)

    @property
    def cijfers(self) -> str:
        """The code as six groups of three digits."""
        digits = f"{self.getal:0{_CIJFERS}d}"
        digits += damm.calc_check_digit(digits)
        return " ".join(digits[i : i + 3] for i in range(0, len(digits), 3))


def receipt_from_bytes(random: bytes) -> Ontvangstcode:
    """Return the code that belongs to `random`: at least 16 secret, uniform bytes, such as an HMAC.

    The same bytes give the same code, so that a form sent twice gives one receipt. Raises `ValueError`.
    """
    if len(random) < 16:
        raise ValueError("Voor een ontvangstcode zijn minstens 16 geheime bytes nodig.")
    return Ontvangstcode(int.from_bytes(random[:7], "big") >> 1)


def parse_receipt(text: str) -> Ontvangstcode:
    """Return the code that a reporter typed, as words or as digits. Raises `OngeldigeOntvangstcode`.

    Capitals, accents, spaces, dashes and line ends mean nothing; words may be run together. One typing mistake
    in a word is mended when only one word of the list is that near (ij = ei = y, au = ou are no mistake at all).
    """
    if len(text) > _LANGSTE_TEKST:
        raise OngeldigeOntvangstcode
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    tokens = re.findall(r"[a-z]+|[0-9]+", plain)
    joined = "".join(tokens)
    if joined.isdigit():
        return _from_digits(joined)
    return _from_indexes(_split(joined) or [_resolve(token) for token in tokens])


def hash_receipt(code: Ontvangstcode, *, pepper: bytes) -> bytes:
    """Return the 32 bytes under which a receipt is stored and looked up; takes about 30 ms on purpose.

    `pepper` is the secret of this installation, at least 32 bytes and never in the database: without it the
    stored bytes cannot be tried out at all. The salt follows from it, so that equal codes give equal bytes.
    """
    if len(pepper) < _KLEINSTE_GEHEIM:
        raise ValueError(f"Het geheim voor ontvangstcodes heeft minstens {_KLEINSTE_GEHEIM} bytes.")
    secret = hmac.digest(pepper, _LABEL + b"code/" + code.getal.to_bytes(7, "big"), "sha256")
    salt = hmac.digest(pepper, _LABEL + b"zout", "sha256")[:16]
    return hash_secret_raw(secret, salt, _RONDEN, _GEHEUGEN_KIB, _BANEN, _LENGTE, Type.ID)


def _from_digits(digits: str) -> Ontvangstcode:
    if len(digits) != _CIJFERS + 1 or not damm.is_valid(digits):
        raise OngeldigeOntvangstcode
    return Ontvangstcode(int(digits[:-1]))


def _from_indexes(indexes: list[int]) -> Ontvangstcode:
    if len(indexes) != WOORDEN:
        raise OngeldigeOntvangstcode
    getal = 0
    for index in indexes:
        getal = getal << _PER_WOORD | index
    return Ontvangstcode(getal)


@cache
def _indexes() -> dict[str, int]:
    return {word: index for index, word in enumerate(load_words())}


def _split(letters: str) -> list[int]:
    """Return the words that `letters` runs together, or nothing. No word starts with another: one way only."""
    known, found, start = _indexes(), [], 0
    for end in range(1, len(letters) + 1):
        if letters[start:end] in known:
            found.append(known[letters[start:end]])
            start = end
    return found if start == len(letters) else []


def _resolve(token: str) -> int:
    if token in _indexes():
        return _indexes()[token]
    near = [index for index, word in enumerate(load_words()) if _is_near(word, token)]
    if len(near) != 1:
        raise OngeldigeOntvangstcode
    return near[0]


def _is_near(word: str, typed: str) -> bool:
    pairs = ((word, typed), (_sound(word), _sound(typed)))
    return any(OSA.distance(one, other, score_cutoff=1) <= 1 for one, other in pairs)


def _sound(word: str) -> str:
    return word.replace("ij", "y").replace("ei", "y").replace("au", "ou")
