"""The coding of public rulings: per fact which observation it supports and why, or why none does.

The texts of the facts stand in the file with rulings, not here. A fact is found by ruling and number (from 1),
and the hash tells when its text is no longer the one that was coded.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from doorzicht.engines.weighing.types import Leeftijd
from doorzicht.ground.catalogus.bestand import DATA, read_yaml

Feitsoort = Literal["waarneming", "kwetsbaarheid", "tegenfeit", "profiel", "ongecodeerd"]
_HASHLENGTE = 8


class FeitVeranderd(ValueError):
    """A fact is not the one that was coded: somebody has to look again."""


@dataclass(frozen=True, slots=True)
class Gecodeerd:
    """One observation or vulnerability that a fact supports. `past`: volledig or deels."""

    code: str
    past: Literal["volledig", "deels"]
    reden: str


@dataclass(frozen=True, slots=True)
class FeitCodering:
    """How one fact was read. `over`: ids of persons; empty when the source does not say about whom it is.

    `gat`: elements that the fact names and no observation of the catalogue covers.
    """

    feit: int
    hash: str
    soort: Feitsoort
    over: tuple[str, ...]
    codes: tuple[Gecodeerd, ...]
    reden: str
    gat: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersoonCodering:
    """One presumed victim, or several to whom exactly the same facts apply (`aantal`, None = unknown)."""

    id: str
    aantal: int | None
    leeftijd: Leeftijd
    leeftijd_reden: str
    vorm: str


@dataclass(frozen=True, slots=True)
class UitspraakCodering:
    """The coding of one ruling."""

    uitspraak: str
    personen: tuple[PersoonCodering, ...]
    feiten: tuple[FeitCodering, ...]

    def facts_about(self, persoon: str, *, soort: Feitsoort) -> tuple[FeitCodering, ...]:
        """Return the facts of one kind that the source ties to this person. Others' facts never come along."""
        return tuple(feit for feit in self.feiten if feit.soort == soort and persoon in feit.over)

    def observations_of(self, persoon: str, *, alleen_volledig: bool = False) -> tuple[str, ...]:
        """Return the observation codes for one person, each once."""
        return tuple(
            dict.fromkeys(
                code.code
                for feit in self.facts_about(persoon, soort="waarneming")
                for code in feit.codes
                if code.past == "volledig" or not alleen_volledig
            )
        )

    def check_facts(self, teksten: Sequence[str]) -> None:
        """Raise `FeitVeranderd` unless these are exactly the facts that were coded, in order."""
        if len(teksten) != len(self.feiten):
            raise FeitVeranderd(
                f"{self.uitspraak}: {len(teksten)} feiten, gecodeerd zijn er {len(self.feiten)}."
            )
        for feit, tekst in zip(self.feiten, teksten, strict=True):
            if hash_of_fact(tekst) != feit.hash:
                raise FeitVeranderd(
                    f"{self.uitspraak}, feit {feit.feit}: de tekst is veranderd na de codering."
                )


def hash_of_fact(tekst: str) -> str:
    """Return the short hash by which the coding recognises a fact."""
    return hashlib.sha256(tekst.encode()).hexdigest()[:_HASHLENGTE]


@cache
def read_coding() -> Mapping[str, UitspraakCodering]:
    """Return the coding per ruling id."""
    inhoud = read_yaml(DATA / "uitspraken-codering.yaml")
    return {rij["uitspraak"]: _uitspraak(rij) for rij in inhoud["uitspraken"]}


def _uitspraak(rij: Mapping[str, Any]) -> UitspraakCodering:
    return UitspraakCodering(
        uitspraak=rij["uitspraak"],
        personen=tuple(
            PersoonCodering(
                p["id"],
                None if p["aantal"] == "onbekend" else p["aantal"],
                p["leeftijd"],
                p["leeftijd_reden"],
                p["vorm"],
            )
            for p in rij["personen"]
        ),
        feiten=tuple(_feit(feit) for feit in rij["feiten"]),
    )


def _feit(rij: Mapping[str, Any]) -> FeitCodering:
    return FeitCodering(
        feit=rij["feit"],
        hash=rij["hash"],
        soort=rij["soort"],
        over=() if rij["over"] == "onbekend" else tuple(rij["over"]),
        codes=tuple(Gecodeerd(c["code"], c["past"], c["reden"]) for c in rij.get("codes", ())),
        reden=rij.get("reden", ""),
        gat=tuple(rij.get("gat", ())),
    )
