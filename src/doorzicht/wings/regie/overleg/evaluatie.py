"""The yearly self-evaluation of the overleg (A-06): filled by the chair with the members, settled once.

About the overleg and never about a case or a person. What was promised and held stands beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from doorzicht.ground.access.api import RECHTEN, Actor, require
from doorzicht.ground.lib.datums import local_day
from doorzicht.ground.logboek import api as logboek
from doorzicht.ground.organisaties import api as organisaties
from doorzicht.ground.vault import api as vault
from doorzicht.wings.regie.overleg import selectors
from doorzicht.wings.regie.overleg.jaar import BEHEREN, VAST, locked_year
from doorzicht.wings.regie.overleg.jaarmodel import EVALUATIE, Overlegjaar
from doorzicht.wings.regie.overleg.workflow import OngeldigeStap

VRAGEN: Final[dict[str, str]] = {
    "ritme": "Is het overleg vaak genoeg, en gaat het door?",
    "tafel": "Zitten de juiste mensen aan tafel, per punt?",
    "stukken": "Krijgt het overleg wat het nodig heeft om te besluiten, en niet meer?",
    "besluiten": "Leiden punten tot een duidelijk besluit met een reden?",
    "acties": "Worden acties gedaan, op tijd?",
    "zorg": "Gaat zorg voor het slachtoffer voor op een controle of maatregel?",
    "melder": "Hoort de melder iets terug?",
}
OORDELEN: Final[dict[str, str]] = {"goed": "Gaat goed", "beter": "Kan beter", "niet": "Gaat niet"}
FEWEST: Final = 2
"""The chair and at least one other member: alone it is no evaluation of an overleg."""


@dataclass(frozen=True, slots=True)
class Antwoord:
    """One word on one question, and why."""

    oordeel: str
    waarom: str = field(repr=False, default="")


@dataclass(frozen=True, slots=True)
class EvaluatieBlad:
    """The evaluation of a year as its readers see it. Empty when nobody began."""

    jaar: int
    stand: str
    beloofd: int | None
    gehouden: int
    antwoorden: Mapping[str, Antwoord] = field(repr=False)
    met: tuple[UUID, ...]
    afspraken: str = field(repr=False)
    door: UUID | None
    op: datetime | None


def members(*, by: Actor, today: date) -> dict[UUID, str]:
    """With whom it can be filled: standing members, and whoever can be a guest of this municipality."""
    require(by, VAST)
    standing = organisaties.aangesteld(by.organisatie_id, RECHTEN[VAST].rollen, on=today)
    found = {a.medewerker_id: f"{a.medewerker.naam}, gemeente" for a in standing}
    guests = selectors.invitable(on=today, by=by).values()
    return found | {g.medewerker_id: f"{g.naam}, {g.organisatie}" for g in guests}


@transaction.atomic
def save_evaluation(
    jaar: int,
    antwoorden: Mapping[str, Antwoord],
    *,
    met: tuple[UUID, ...],
    afspraken: str,
    vaststellen: bool,
    by: Actor,
    at: datetime,
) -> None:
    """Keep a draft, or settle it: then every question has an answer, with a reason where it can be better, it says with
    whom and what is agreed on, and it does not change any more. Raises `OngeldigeStap`."""
    require(by, BEHEREN)
    if jaar - local_day(at).year not in (0, -1):
        raise OngeldigeStap("De evaluatie gaat over dit jaar of over vorig jaar.")
    row = locked_year(jaar, by=by)
    if row.evaluatie == "vastgesteld":
        raise OngeldigeStap("De evaluatie van dit jaar is al vastgesteld. Die verandert niet meer.")
    if vaststellen and (gaps := missing(antwoorden, met=met, afspraken=afspraken, by=by)):
        raise OngeldigeStap(f"Vaststellen kan nog niet. {gaps[0]}")
    sleutel = vault.open_dossier(row.id)
    kept = {code: [a.oordeel, a.waarom.strip()] for code, a in antwoorden.items() if code in VRAGEN}
    sleutel.encrypt_json(row, "antwoorden", kept)
    sleutel.encrypt_json(row, "met", [str(who) for who in met])
    sleutel.encrypt(row, "afspraken", afspraken.strip())
    row.evaluatie = "vastgesteld" if vaststellen else "concept"
    row.ingevuld_door, row.ingevuld_op = by.medewerker_id, at
    row.save(update_fields=["antwoorden", "met", "afspraken", "evaluatie", "ingevuld_door", "ingevuld_op"])
    logboek.record(
        by, "wijzig", "overlegjaar", [row.id], recht=BEHEREN, bijzonderheden={"evaluatie": row.evaluatie}
    )


def missing(
    antwoorden: Mapping[str, Antwoord], *, met: tuple[UUID, ...], afspraken: str, by: Actor
) -> list[str]:
    """What a settled evaluation still lacks, a sentence each."""
    gaps = [
        f"Beantwoord nog: {vraag}"
        for code, vraag in VRAGEN.items()
        if code not in antwoorden or antwoorden[code].oordeel not in OORDELEN
    ]
    gaps += [
        f"Schrijf op waarom: {VRAGEN[code]}"
        for code, a in antwoorden.items()
        if code in VRAGEN and a.oordeel in ("beter", "niet") and not a.waarom.strip()
    ]
    if len({*met, by.medewerker_id}) < FEWEST:
        gaps.append("Kies met wie je dit invulde: minstens één ander lid.")
    if not afspraken.strip():
        gaps.append("Schrijf op wat jullie volgend jaar anders doen.")
    return gaps


def read_evaluation(jaar: int, *, by: Actor) -> EvaluatieBlad:
    """The evaluation of one year; logged. Empty when nobody began. Raises `SleutelVernietigd`."""
    require(by, VAST)
    row = Overlegjaar.objects.filter(organisatie_id=by.organisatie_id, jaar=jaar).first()
    if row is None:
        return EvaluatieBlad(jaar, EVALUATIE[""], None, 0, {}, (), "", None, None)
    sleutel = vault.open_dossier(row.id)
    logboek.record(by, "lees", "overlegjaar", [row.id], recht=VAST)
    kept = sleutel.decrypt_json(row, "antwoorden") or {}
    return EvaluatieBlad(
        jaar,
        EVALUATIE[row.evaluatie],
        row.beloofd,
        row.gehouden,
        {code: Antwoord(*answer) for code, answer in kept.items()},
        tuple(UUID(who) for who in sleutel.decrypt_json(row, "met") or ()),
        sleutel.decrypt(row, "afspraken"),
        row.ingevuld_door,
        row.ingevuld_op,
    )
