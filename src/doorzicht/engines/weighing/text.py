"""A weighing as plain Dutch text, for a terminal or a print. Every figure stands beside its reason."""

from collections.abc import Iterator

from doorzicht.engines.weighing.export import note_as_text
from doorzicht.engines.weighing.types import Dimensiebeeld, Onderdeelbeeld, Profielbeeld, Weging

_WOORD = {"S": "sterk", "M": "middel", "W": "zwak"}
_VEREIST = {
    "ja": "vereist",
    "nee": "niet vereist",
    "afhankelijk_van_leeftijd": "hangt af van de leeftijd",
}


def as_text(weging: Weging) -> str:
    """Return the weighing as lines of text."""
    return "\n".join(_lines(weging))


def _lines(weging: Weging) -> Iterator[str]:
    yield f"Weging van de waarnemingen over één persoon (catalogus {weging.catalogus})"
    yield "Je ziet welke elementen steunen op een waarneming. Wat er echt gebeurd is, zoeken politie en"
    yield "rechter uit. Jij beslist en legt uit waarom."
    yield from _block("Let op", [note_as_text(punt) for punt in weging.let_op])
    yield ""
    yield "ARTIKEL 273F, LID 1"
    for beeld in weging.lid1:
        yield from _sub(beeld)
    for profiel in weging.profielen:
        yield from _profile(profiel)
    yield from _block("Wat spreekt ertegen? Wordt getoond, niet afgetrokken", list(weging.tegenfeiten))


def _block(kop: str, regels: list[str]) -> Iterator[str]:
    if regels:
        yield ""
        yield kop.upper()
        yield from (f"  - {regel}" for regel in regels)


def _sub(beeld: Onderdeelbeeld) -> Iterator[str]:
    yield ""
    yield f"Sub {beeld.sub}: {beeld.titel}. Middel: {_VEREIST[beeld.middel_vereist]}."
    for code, codes in beeld.waardoor.items():
        yield f"  {code} gesteund door {', '.join(codes)}"
    yield f"  {beeld.uitleg}"


def _profile(beeld: Profielbeeld) -> Iterator[str]:
    yield ""
    yield f"DIMENSIES VAN DE ILO, PROFIEL {beeld.profiel.naam.upper()}"
    for dimensie in beeld.dimensies:
        yield f"  {dimensie.dimensie.naam}: {_count(dimensie)}"
        yield from (
            f"    {t.code} ({_WOORD[t.gewicht]}{', voorstel' if t.voorstel else ''}): {t.reden}"
            for t in dimensie.waardoor
        )


def _count(beeld: Dimensiebeeld) -> str:
    delen = [
        f"{aantal} {woord}"
        for aantal, woord in ((beeld.sterk, "sterk"), (beeld.middel, "middel"), (beeld.zwak, "zwak"))
        if aantal
    ]
    if not delen:
        return "geen waarneming"
    return f"{', '.join(delen)}: {f'positief ({beeld.regel})' if beeld.positief else 'te weinig'}"
