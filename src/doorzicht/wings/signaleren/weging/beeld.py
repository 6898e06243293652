"""The weighing aid over what lies on the table: one person at a time, with the published rule, nothing remembered."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from doorzicht.engines.weighing import Persoon, Weegcatalogus, Weging, weigh
from doorzicht.engines.weighing.types import LetOp, Onderdeelbeeld, Profielbeeld
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.wings.signaleren.weging.selectors import Gezien, PersoonOpTafel, Tafel


@dataclass(frozen=True, slots=True)
class Persoonsbeeld:
    """What the observations about one person support, and why. Holds no total and no conclusion."""

    persoon: PersoonOpTafel
    weegcatalogus: Weegcatalogus
    gewogen: tuple[Gezien, ...]
    profielen: tuple[Profielbeeld, ...]
    lid1: tuple[Onderdeelbeeld, ...]
    let_op: tuple[LetOp, ...]

    def nummers(self, codes: Collection[str]) -> list[str]:
        """The numbers of the observations with these codes, as they stand on the screen."""
        return [g.nummer for g in self.gewogen if g.rij.code in codes]


def weigh_table(
    tafel: Tafel, *, versie: str | None = None, alleen: Collection[UUID] | None = None
) -> list[Persoonsbeeld]:
    """Weigh every presumed victim by themselves. `alleen`: the observations that an earlier weighing was about."""
    cat = catalogus.weegcatalogus(versie=versie)
    vormen = [v for lid in tafel.leden for v in lid.melding.vormen if v in cat.vormen]
    return [
        weigh_person(cat, p, vormen=list(dict.fromkeys(vormen)), alleen=alleen)
        for p in tafel.vermoedelijke_slachtoffers
    ]


def weigh_person(
    cat: Weegcatalogus, persoon: PersoonOpTafel, *, vormen: list[str], alleen: Collection[UUID] | None = None
) -> Persoonsbeeld:
    """Weigh one person, for each form of exploitation that was chosen; without one all lists are shown."""
    seen = tuple(g for g in persoon.gezien if g.weegt_mee and (alleen is None or g.rij.id in alleen))
    codes = tuple(g.rij.code for g in seen)
    against = tuple(g.toelichting for g in persoon.gezien if g.rij.soort == "tegenfeit")
    answers = [
        weigh(cat, Persoon(persoon.rij.leeftijd, vorm, codes, against))  # type: ignore[arg-type]
        for vorm in vormen or ["onbekend"]
    ]
    return Persoonsbeeld(
        persoon=persoon,
        weegcatalogus=cat,
        gewogen=seen,
        profielen=_profiles(answers),
        lid1=answers[0].lid1,
        let_op=tuple(dict.fromkeys(note for answer in answers for note in answer.let_op)),
    )


def _profiles(answers: list[Weging]) -> tuple[Profielbeeld, ...]:
    """Every profile once: the elements are the same for each form, the lists of the ILO are not."""
    found = {b.profiel.code: b for answer in answers for b in answer.profielen}
    return tuple(found.values())
