"""The Dutch sentences beside the result: short, plain, and never a conclusion about what happened."""

from collections.abc import Iterable, Sequence

from doorzicht.engines.weighing.types import (
    Leeftijd,
    MiddelVereist,
    Onderdeel,
    Weegcatalogus,
)

_GROEPEN = ("handeling", "middel", "doel")
_INGELEZEN = "Werken of reizen alleen is niet genoeg: ook uitbuiting moet blijken (Hoge Raad)."


def explain_sub(
    catalogus: Weegcatalogus,
    *,
    onderdeel: Onderdeel,
    leeftijd: Leeftijd,
    vereist: MiddelVereist,
    geraakt: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]],
    ontbreekt: Sequence[str],
) -> str:
    """Return why this line of the matrix looks as it does."""
    zinnen = [_supported(catalogus, geraakt)]
    zinnen += _missing(onderdeel, ontbreekt)
    zinnen += _age(onderdeel, leeftijd)
    if vereist == "nee":
        waarom = "jonger dan 18" if onderdeel.alleen_onder_18 else "bij dit onderdeel nooit"
        zinnen.append(f"Een middel is niet vereist: {waarom}.")
    if any(eis.ingelezen and f"doel:{eis.code}" in ontbreekt for eis in onderdeel.eisen):
        zinnen.append(_INGELEZEN)
    zinnen.append(_mental(onderdeel))
    return " ".join(zinnen)


def enumerate_nl(woorden: Iterable[str]) -> str:
    """Return "a", "a en b" or "a, b en c"."""
    lijst = list(woorden)
    return lijst[0] if len(lijst) == 1 else f"{', '.join(lijst[:-1])} en {lijst[-1]}"


def _supported(catalogus: Weegcatalogus, geraakt: tuple[tuple[str, ...], ...]) -> str:
    delen = [
        f"{groep} ({', '.join(catalogus.elementen[code].naam for code in codes)})"
        for groep, codes in zip(_GROEPEN, geraakt, strict=True)
        if codes
    ]
    if not delen:
        return "Geen enkel element steunt op een waarneming."
    zin = enumerate_nl(delen)
    werkwoord = "steunt" if len(delen) == 1 else "steunen"
    return f"{zin[0].upper()}{zin[1:]} {werkwoord} op een waarneming."


def _missing(onderdeel: Onderdeel, ontbreekt: Sequence[str]) -> list[str]:
    namen = {f"doel:{eis.code}": eis.naam for eis in onderdeel.eisen}
    woorden = [namen.get(code, code) for code in ontbreekt if code != "leeftijd"]
    return [f"Geen waarneming voor: {', '.join(woorden)}."] if woorden else []


def _age(onderdeel: Onderdeel, leeftijd: Leeftijd) -> list[str]:
    if not onderdeel.alleen_onder_18:
        return []
    if leeftijd == "meerderjarig":
        return [
            "Dit onderdeel geldt alleen voor wie jonger is dan 18. "
            "Bij een meerderjarige is voor mensenhandel een middel nodig: kijk naar sub 1 en 4."
        ]
    if leeftijd == "onbekend":
        return [
            "De leeftijd is onbekend. Jonger dan 18: een middel is niet vereist. "
            "18 of ouder: dit onderdeel geldt niet en bij sub 1 en 4 is een middel nodig."
        ]
    return []


def _mental(onderdeel: Onderdeel) -> str:
    if onderdeel.geestelijk.startswith("geen"):
        return "Wat er echt gebeurd is, zoeken politie en rechter uit."
    return f"Over {onderdeel.geestelijk} zegt een waarneming niets: dat zoeken politie en rechter uit."
