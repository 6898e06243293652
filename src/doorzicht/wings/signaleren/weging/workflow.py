"""What a weighing must hold before it may be recorded, and where each outcome takes the melding.

The gates are steps 1 and 2 of the CCV model (domain.md 3.1): task, territory, concrete, recent.
"""

from dataclasses import dataclass
from typing import Final

JA_NEE_ONBEKEND: Final = {"ja": "Ja", "nee": "Nee", "onbekend": "Weet ik niet"}

STAP_NA: Final = {
    "niets": "niets",
    "afdeling": "overgedragen",
    "riec": "overgedragen",
    "vervolganalyse": "privacycheck_1",
}
"""The state of the melding after each outcome of the catalogue, when no second person is needed."""

WEEGBAAR: Final = ("gelezen", "vervolganalyse")
"""In these states somebody may weigh; after analysis a fresh vervolganalyse starts with `herwegen`."""

MET_OVERDRACHT: Final = ("afdeling", "riec")

SOORTEN_CHECK: Final = {"1": "Privacycheck 1", "2A": "Privacycheck 2A"}
BESLUITEN: Final = {"akkoord": "Akkoord", "afgewezen": "Afgewezen", "tegenvoorstel": "Tegenvoorstel"}


class Onvolledig(Exception):
    """The weighing may not be recorded yet. `fouten` holds a Dutch sentence for each field of the form."""

    def __init__(self, fouten: dict[str, str]) -> None:
        super().__init__(" ".join(fouten.values()))
        self.fouten = fouten


class AlVastgelegd(Exception):
    """A weighing is recorded once; afterwards it can only be supplemented."""

    def __init__(self) -> None:
        super().__init__("Deze weging is al vastgelegd. Je kunt haar alleen nog aanvullen.")


class NietDezelfde(Exception):
    """A second pair of eyes belongs to another person than the first."""


class EerstVragen(Exception):
    """Hit or no hit comes first: the question that was released has not been asked (product rule 3)."""

    def __init__(self) -> None:
        super().__init__("Vraag eerst of dit eerder is gezien. Dat gaat voor al het andere.")


class StoptHier(Exception):
    """Not seen before and no other ground given: the process ends here (product rule 3)."""

    def __init__(self) -> None:
        super().__init__(
            "Niet eerder gezien: het stopt hier. Is er een andere grond? Schrijf die op, dan kan het verder."
        )


class EerstLezen(Exception):
    """The reporter wrote something that nobody read; sealed, nobody ever would (product rule 11)."""

    def __init__(self) -> None:
        super().__init__(
            "De melder schreef nog iets dat niemand las. "
            "Bewaar je weging als concept en lees eerst het nieuwe bericht."
        )


@dataclass(frozen=True, slots=True)
class Poorten:
    """The answers to the four questions beforehand. None or an empty code: not answered."""

    taak: str = ""
    gebied: str = ""
    concreet: bool | None = None
    concreet_uitleg: str = ""
    recent: bool | None = None
    recent_uitleg: str = ""


def missing_gates(poorten: Poorten, *, uitkomst: str, is_taak: bool) -> dict[str, str]:
    """What the gates still lack for this outcome: a sentence for each field; empty when it may be recorded.

    "Niets" needs none of them: there may be no task at all. Everything else needs all four, and a task; analysis
    needs our own territory too (product rule 2).
    """
    if uitkomst == "niets":
        return {}
    fouten = {}
    if not poorten.taak:
        fouten["taak"] = "Kies bij welke taak van de gemeente dit hoort."
    elif not is_taak:
        fouten["taak"] = (
            "Zonder taak kan alleen ‘niets’. Geef het zelf door aan politie of Veilig Thuis als dat kan."
        )
    if not poorten.gebied:
        fouten["gebied"] = "Kies een antwoord. ‘Weet ik niet’ mag ook."
    elif uitkomst == "vervolganalyse" and poorten.gebied != "ja":
        fouten["gebied"] = "Vervolganalyse kan alleen in het eigen gebied. Zoek eerst uit waar het is."
    for naam, antwoord, uitleg in (
        ("concreet", poorten.concreet, poorten.concreet_uitleg),
        ("recent", poorten.recent, poorten.recent_uitleg),
    ):
        if antwoord is None:
            fouten[naam] = "Kies ja of nee."
        if not uitleg.strip():
            fouten[f"{naam}_uitleg"] = "Schrijf in een paar woorden op waarom."
    return fouten
