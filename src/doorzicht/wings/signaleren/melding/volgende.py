"""What happens next with a melding and whose turn it is, as one sentence: the page says it after every step."""

from collections.abc import Mapping, Sequence
from typing import Final

from doorzicht.ground.access.api import Actor
from doorzicht.wings.signaleren.melding.models import Melding
from doorzicht.wings.signaleren.melding.workflow import AAN_ZET

VOLGENDE: Final[dict[str, str]] = {
    "nieuw": "{wie} leest de melding en weegt daarna.",
    "gelezen": "{wie} weegt de melding.",
    "tweede_mens": "{wie} kijkt mee en zegt of dit besluit goed is.",
    "privacycheck_1": "{wie} doet privacycheck 1 en beslist in welke bronnen gekeken mag worden.",
    "vervolganalyse": "{wie} kijkt in de vrijgegeven bronnen en draagt dan voor, of besluit anders.",
    "privacycheck_2a": "{wie} doet privacycheck 2A en beslist per veld wat naar het overleg mag.",
    "aangeboden": "het overleg neemt het punt aan of wijst het af; {wie} houdt dat in de gaten.",
    "in_overleg": "het overleg neemt een besluit; {wie} houdt dat in de gaten.",
    "besloten": "{wie} laat de melder weten wat die mag weten, en rondt de melding af.",
    "overgedragen": "{wie} laat de melder weten dat een ander verder gaat, en rondt de melding af.",
}
"""What whoever is next does, for every state in which somebody must do something."""

KLAAR: Final[dict[str, str]] = {
    "niets": "Er is geen volgende stap: de melding is dicht.",
    "samengevoegd": "Hier is geen volgende stap: het werk gaat verder onder {onder}.",
    "afgerond": "Er is geen volgende stap: de melding is afgerond.",
}

BELLEN: Final = "{wie} belt eerst Veilig Thuis, of bij gevaar 112, legt dat vast en weegt daarna."
WEEGT: Final = ("nieuw", "gelezen", "vervolganalyse")
ROLNAAM: Final = {
    "aandachtsfunctionaris": "aandachtsfunctionaris",
    "coordinator": "coördinator",
    "privacyfunctionaris": "privacyfunctionaris",
}


def next_step(
    melding: Melding, *, zorg_eerst: bool, houders: Mapping[str, Sequence[str]], onder: str = "", by: Actor
) -> str:
    """The sentence for this reader. `houders`: names of who holds a role today, deputies not among them; `onder`:
    the number under which a merged melding goes on."""
    if ended := KLAAR.get(melding.status):
        return ended.format(onder=onder or "een andere melding")
    rol = AAN_ZET.get(melding.status, "aandachtsfunctionaris")
    sentence = BELLEN if zorg_eerst and melding.status in WEEGT else VOLGENDE[melding.status]
    return f"Volgende stap: {sentence.format(wie=_who(rol, houders.get(rol, ()), by=by))}"


def _who(rol: str, namen: Sequence[str], *, by: Actor) -> str:
    if rol in by.rollen:
        return "jij"
    return f"{' of '.join(namen)} ({ROLNAAM[rol]})" if namen else f"de {ROLNAAM[rol]}"
