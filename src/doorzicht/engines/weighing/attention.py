"""The list "let op": what is worth a look and counts nowhere.

Places stand here and only here. So do denial, background, vulnerability that is positive, and every point
where the catalogue itself says that a human has to look closer.
"""

from collections.abc import Iterable, Sequence

from doorzicht.engines.weighing.sentences import enumerate_nl
from doorzicht.engines.weighing.types import (
    LetOp,
    Persoon,
    Profielbeeld,
    Vorm,
    Waarneming,
    Weegcatalogus,
)

ONBEPAALD_MIDDEL = "M"


def points_to_note(
    catalogus: Weegcatalogus,
    *,
    persoon: Persoon,
    vorm: Vorm,
    waarnemingen: Sequence[Waarneming],
    beelden: Sequence[Profielbeeld],
) -> tuple[LetOp, ...]:
    """Return the points in a fixed order: care first, then per observation, then about the method."""
    punten = list(_care_first(persoon))
    for waarneming in waarnemingen:
        punten += _about(waarneming, persoon)
    punten += _vulnerability(beelden)
    punten += _proposals(beelden)
    if vorm.code == "onbekend":
        punten.append(LetOp("", "De vorm is onbekend. Je ziet de lijsten voor arbeid en voor seks."))
    elif not vorm.ilo:
        punten.append(
            LetOp(
                "", f"Voor ‘{vorm.naam}’ heeft de ILO geen lijst. We gebruiken die voor arbeid: voorstel [P]."
            )
        )
    return tuple(punten)


def _care_first(persoon: Persoon) -> Iterable[LetOp]:
    if persoon.leeftijd == "minderjarig":
        yield LetOp("", "Jonger dan 18: zorg eerst. Bel Veilig Thuis; bij gevaar 112.")
    if persoon.leeftijd == "onbekend":
        yield LetOp(
            "", "De leeftijd is onbekend: ga uit van jonger dan 18. Bel eerst Veilig Thuis; bij gevaar 112."
        )


def _about(waarneming: Waarneming, persoon: Persoon) -> Iterable[LetOp]:
    code, label = waarneming.code, waarneming.label
    if waarneming.rol == "locatie":
        yield LetOp(code, f"gaat over de plek en telt nooit bij een persoon. {label}.")
    if waarneming.rol == "context":
        yield LetOp(code, f"is achtergrond en telt niet mee. {label}.")
    if waarneming.rol == "neutraal":
        yield LetOp(code, f"weegt 0, niet voor en niet tegen. {label}.")
    if waarneming.alleen_minderjarig and persoon.leeftijd == "meerderjarig":
        yield LetOp(
            code, "gaat over een kind en telt bij een meerderjarige niet mee. Klopt de leeftijd toen?"
        )
    if waarneming.alleen_minderjarig and persoon.leeftijd == "onbekend":
        yield LetOp(code, "gaat over een kind. De leeftijd staat op onbekend: klopt dat?")
    if waarneming.meerledig:
        yield LetOp(code, f"{waarneming.meerledig}.")
    if any(raakt.element == ONBEPAALD_MIDDEL for raakt in waarneming.raakt):
        yield LetOp(code, "wijst op druk, maar zegt niet welke. Vraag na welk middel is gezien.")


def _vulnerability(beelden: Sequence[Profielbeeld]) -> Iterable[LetOp]:
    namen = [
        beeld.dimensie.naam
        for beeld in beelden[0].dimensies
        if beeld.dimensie.soort == "kwetsbaarheid"
        and any(b.positief for b in _same(beelden, beeld.dimensie.code))
    ]
    for naam in namen:
        yield LetOp("", f"{naam} is positief. Dat is achtergrond en nog geen middel.")


def _same(beelden: Sequence[Profielbeeld], code: str) -> Iterable:
    return (d for beeld in beelden for d in beeld.dimensies if d.dimensie.code == code)


def _proposals(beelden: Sequence[Profielbeeld]) -> Iterable[LetOp]:
    codes = sorted({t.code for beeld in beelden for d in beeld.dimensies for t in d.waardoor if t.voorstel})
    if codes:
        wat = "Het gewicht" if len(codes) == 1 else "De gewichten"
        is_zijn = "is" if len(codes) == 1 else "zijn"
        yield LetOp("", f"{wat} van {enumerate_nl(codes)} {is_zijn} een voorstel [P], niet van de ILO.")
