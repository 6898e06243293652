"""A key in two halves on paper: both together are the key, one of them says nothing about it.

The key is an age identity ("AGE-SECRET-KEY-1..." and 58 symbols of five bits). One half is 58 random symbols, the
other is the key's symbols XOR those: a one-time pad, so that one half fits every key equally well. On paper a half
is seven lines of five words (the list of the ontvangstcode): 42 bits of the half and 13 bits that check the line,
its number and which half it is. See docs/decisions/0096.
"""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from doorzicht.ground.lib.words import load_words

REGELS, WOORDEN = 7, 5
_VOOR = "AGE-SECRET-KEY-1"
_TEKENS = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"
"""The alphabet of Bech32 (BIP 173), five bits a symbol."""
_SYMBOLEN, _PER_SYMBOOL, _PER_WOORD = 58, 5, 11
_INHOUD, _CONTROLE = 42, 13


class OngeldigeRegel(ValueError):
    """A typed line is not what was on the paper; the message says what about it, in Dutch."""


class HelftenHorenNietBijElkaar(ValueError):
    """Two good halves that are not of one key: of different recovery keys, or one half twice."""


@dataclass(frozen=True, slots=True)
class Helft:
    """One half: `nummer` is 1 or 2, `getal` its 294 bits. It is a secret: `repr` hides it."""

    nummer: int
    getal: int

    def __repr__(self) -> str:
        return f"Helft({self.nummer}, …)"

    @property
    def regels(self) -> list[str]:
        """The seven lines of five words, as they are printed."""
        return [_line(self.part(regel), self.nummer, regel) for regel in range(1, REGELS + 1)]

    def part(self, regel: int) -> int:
        """The 42 bits of one line."""
        return self.getal >> _INHOUD * (REGELS - regel) & (1 << _INHOUD) - 1


def split(identity: str) -> tuple[Helft, Helft]:
    """Two halves of an age identity, other ones every time. Raises `ValueError` for what is no identity."""
    key = _number_of(identity)
    pad = secrets.randbits(_SYMBOLEN * _PER_SYMBOOL)
    return Helft(1, pad), Helft(2, key ^ pad)


def join(first: Helft, second: Helft) -> str:
    """The identity that two halves make. Whether it is a real one is for age to say: it has a check of its own.

    Raises `HelftenHorenNietBijElkaar` when the same half was given twice.
    """
    if first.nummer == second.nummer:
        raise HelftenHorenNietBijElkaar("Dit is twee keer dezelfde helft.")
    key = first.getal ^ second.getal
    shifts = range(_PER_SYMBOOL * (_SYMBOLEN - 1), -1, -_PER_SYMBOOL)
    return _VOOR + "".join(_TEKENS[key >> shift & 31] for shift in shifts)


def read_line(text: str, *, helft: int, regel: int) -> int:
    """The 42 bits of one typed line. A mistake in a word is mended when only one word is that near.

    Raises `OngeldigeRegel`, which tells a mistyped word from a line of the other half or another place.
    """
    value = _value_of(text)
    part, check = value >> _CONTROLE, value & (1 << _CONTROLE) - 1
    if check == _check(part, helft, regel):
        return part
    for other_half in (1, 2):
        for other_line in range(1, REGELS + 1):
            if check == _check(part, other_half, other_line):
                raise OngeldigeRegel(f"Dit is regel {other_line} van helft {other_half}.")
    raise OngeldigeRegel(f"Regel {regel} klopt niet: kijk elk woord na.")


def read_half(lines: Iterable[str], *, helft: int) -> Helft:
    """A half from its seven lines. Raises `OngeldigeRegel`."""
    getal = 0
    for regel, text in enumerate(lines, start=1):
        getal = getal << _INHOUD | read_line(text, helft=helft, regel=regel)
    return Helft(helft, getal)


def _number_of(identity: str) -> int:
    body = identity.removeprefix(_VOOR)
    if body == identity or len(body) != _SYMBOLEN:
        raise ValueError("not an age identity")
    key = 0
    for symbol in body:
        key = key << _PER_SYMBOOL | _TEKENS.index(symbol)
    return key


def _line(part: int, helft: int, regel: int) -> str:
    words, value = load_words(), part << _CONTROLE | _check(part, helft, regel)
    shifts = range(_PER_WOORD * (WOORDEN - 1), -1, -_PER_WOORD)
    return " ".join(words[value >> shift & (1 << _PER_WOORD) - 1] for shift in shifts)


def _value_of(text: str) -> int:
    typed = text.lower().split()
    if len(typed) != WOORDEN:
        raise OngeldigeRegel(f"Een regel heeft {WOORDEN} woorden; dit zijn er {len(typed)}.")
    value = 0
    for word in typed:
        value = value << _PER_WOORD | _index_of(word)
    return value


def _index_of(typed: str) -> int:
    words = load_words()
    if typed in words:
        return words.index(typed)
    near = [index for index, word in enumerate(words) if OSA.distance(word, typed, score_cutoff=1) <= 1]
    if len(near) != 1:
        raise OngeldigeRegel(f"Het woord {typed} staat niet in de lijst.")
    return near[0]


def _check(part: int, helft: int, regel: int) -> int:
    """13 bits over a line and its place. They follow from this half alone, so they tell nothing of the other."""
    text = f"doorzicht herstelsleutel|{helft}|{regel}|{part}".encode()
    return int.from_bytes(hashlib.sha256(text).digest()[:2], "big") >> 16 - _CONTROLE
