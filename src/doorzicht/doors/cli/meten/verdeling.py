"""What a database full of meldingen looks like: invented people and numbers, in proportions that could be real.

Everything is drawn from the number of the part, so that a part that is filled again is the same part. Most meldingen
are done with; what is open lies in the last three months. A few numbers (a switchboard, a shop) are in very many
meldingen, some come back in a few, most in one.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, TypeVar
from uuid import UUID

from doorzicht.engines.matching.kenmerk import Kenmerk, Soort
from doorzicht.ground.organisaties.kanalen import BEWONER, MEDEWERKER, MMA, PARTNER
from doorzicht.wings.signaleren import api as signaleren

K = TypeVar("K")

DEEL: Final = 1000
"""Meldingen in a part: one transaction."""

GEMEENTEN: Final = {"0246": 30, "0230": 14, "0232": 14, "0244": 14, "0269": 14, "0302": 14}
KANALEN: Final = {MEDEWERKER: 55, BEWONER: 30, MMA: 10, PARTNER: 5}
OPEN: Final = {
    "nieuw": 30,
    "gelezen": 25,
    "tweede_mens": 4,
    "privacycheck_1": 8,
    "vervolganalyse": 15,
    "privacycheck_2a": 4,
    "aangeboden": 3,
    "in_overleg": 5,
    "besloten": 6,
}
DICHT: Final = {"niets": 60, "overgedragen": 20, "afgerond": 15, "samengevoegd": 5}
DEEL_OPEN: Final = 0.08
KENMERKEN_PER_MELDING: Final = {0: 8, 1: 12, 2: 20, 3: 20, 4: 15, 5: 25}
CODES: Final = ("ARB01", "ARB04", "ARB07", "ARB10", "ARB13", "HUI01", "HUI04", "SEK01")
SYLLABEN: Final = (
    "be",
    "dar",
    "fen",
    "go",
    "hul",
    "jo",
    "ka",
    "lin",
    "mer",
    "nov",
    "ri",
    "sta",
    "tim",
    "ver",
    "wol",
)


@dataclass(frozen=True, slots=True)
class Getrokken:
    """One drawn melding: what was typed, what happened since, and what it is recognised by."""

    id: UUID
    organisatie_id: str
    medewerker_id: UUID | None
    invoer: signaleren.MeldingInvoer
    verleden: signaleren.Verleden
    kenmerken: list[Kenmerk]


@dataclass(frozen=True, slots=True)
class Mensen:
    """Who weighs and who checks in a municipality."""

    weger: UUID
    toetser: UUID


def draw_part(nummer: int, aantal: int, *, vandaag: date, mensen: dict[str, Mensen]) -> Iterator[Getrokken]:
    """The meldingen of one part."""
    rng = random.Random(nummer)  # noqa: S311 - invented data, no secret
    places: dict[str, list[UUID]] = {}
    for n in range(aantal):
        yield _draw(rng, nummer * DEEL + n, vandaag=vandaag, mensen=mensen, earlier=places)


def _draw(
    rng: random.Random,
    index: int,
    *,
    vandaag: date,
    mensen: dict[str, Mensen],
    earlier: dict[str, list[UUID]],
) -> Getrokken:
    gemeente, kanaal = _pick(rng, GEMEENTEN), _pick(rng, KANALEN)
    is_open = rng.random() < DEEL_OPEN
    status, here = _pick(rng, OPEN if is_open else DICHT), earlier.setdefault(gemeente, [])
    melding_id = UUID(int=rng.getrandbits(128), version=4)
    onder = rng.choice(here) if status == "samengevoegd" and here else None
    dag = vandaag - timedelta(days=rng.randrange(90) if is_open else rng.randrange(90, 1800))
    verleden = signaleren.Verleden(
        nummer=_number(index, dag),
        dag=dag,
        status="afgerond" if status == "samengevoegd" and onder is None else status,
        weger=mensen[gemeente].weger,
        toetser=mensen[gemeente].toetser,
        onder=onder,
        nieuw_bericht=vandaag if is_open and rng.random() < 0.02 else None,
    )
    if onder is None:
        here.append(melding_id)
    kenmerken = [_identifier(rng) for _ in range(_pick(rng, KENMERKEN_PER_MELDING))]
    medewerker = UUID(int=rng.randrange(1, 400) + int(gemeente) * 1000) if kanaal == "medewerker" else None
    invoer = _invoer(rng, kanaal, verleden.dag, kenmerken)
    return Getrokken(melding_id, gemeente, medewerker, invoer, verleden, kenmerken)


def _invoer(rng: random.Random, kanaal: str, dag: date, kenmerken: list[Kenmerk]) -> signaleren.MeldingInvoer:
    gegevens = [signaleren.GegevenInvoer(k.soort, k.waarde) for k in kenmerken]
    age = rng.choices(("meerderjarig", "onbekend", "minderjarig"), (70, 22, 8))[0]
    people = [_person(rng, age) for _ in range(rng.choices((0, 1, 2), (15, 60, 25))[0])]
    return signaleren.MeldingInvoer(
        kanaal=kanaal,
        inzending=rng.randbytes(32),
        label=f"Slapen achter een loods in {_word(rng)}",
        verhaal="Zes bedden op een rij achter de loods, en niemand die iets zegt. " * rng.randrange(1, 9),
        route="functionaris" if rng.random() < 0.02 else "meldpunt",
        kaart="toezichthouder" if kanaal == "medewerker" else "",
        plaats=signaleren.Plaats(
            straat=f"{_word(rng)}laan", huisnummer=str(rng.randrange(1, 200)), plaats="Heerde"
        ),
        wanneer="vorige week",
        spoed=rng.choices(("gewoon", "spoed", "acuut"), (90, 8, 2))[0],
        leeftijd=age,
        vormen=(rng.choice(("arbeid", "seksueel", "crimineel", "onbekend")),),
        gebied="ja",
        personen=tuple(people),
        waarnemingen=tuple(
            signaleren.WaarnemingInvoer(
                code, toelichting="Gezien bij de controle." if rng.random() < 0.3 else "", dag=dag
            )
            for code in rng.sample(CODES, rng.randrange(1, 5))
        ),
        gegevens=tuple(gegevens),
        melder=signaleren.MelderInvoer(naam=_name(rng), contact=_phone(rng))
        if kanaal in {BEWONER, PARTNER} and rng.random() < 0.5
        else None,
    )


def _person(rng: random.Random, leeftijd: str) -> signaleren.PersoonInvoer:
    roles = rng.choices(
        (("slachtoffer",), ("slachtoffer", "getuige"), ("betrokkene",), ()), (60, 15, 15, 10)
    )[0]
    return signaleren.PersoonInvoer(
        aanduiding="de man in het blauw",
        leeftijd=leeftijd,
        rollen=roles,
        naam=_name(rng) if rng.random() < 0.6 else "",
        geboortejaar=str(rng.randrange(1960, 2012)) if rng.random() < 0.4 else "",
    )


def _identifier(rng: random.Random) -> Kenmerk:
    """One in a hundred is one of twenty that everybody has; one in ten lies in a handful of meldingen."""
    soort: Soort = rng.choices(("telefoon", "kenteken", "iban", "adres"), (50, 20, 10, 20))[0]
    kind = rng.random()
    value = (
        rng.randrange(20) if kind < 0.01 else rng.randrange(200_000) if kind < 0.1 else rng.getrandbits(40)
    )
    return Kenmerk(soort, f"{soort}{value:012d}")


def _number(index: int, dag: date) -> str:
    """A number that nobody else has: every index gives another one, in no order."""
    return f"M-{dag.year}-{index * 7_919_317 % 10_000_019:08d}"


def _name(rng: random.Random) -> str:
    return f"{_word(rng).title()} {_word(rng).title()}"


def _word(rng: random.Random) -> str:
    return "".join(rng.choices(SYLLABEN, k=rng.randrange(2, 4)))


def _phone(rng: random.Random) -> str:
    return f"+316{rng.randrange(10**8):08d}"


def _pick(rng: random.Random, weights: dict[K, int]) -> K:
    return rng.choices(list(weights), list(weights.values()))[0]
