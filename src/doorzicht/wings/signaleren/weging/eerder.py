"""The card "seen before?": locked, to be asked, or answered with yes or no for each kind. Never a count."""

from dataclasses import dataclass
from typing import Any

from doorzicht.ground.catalogus import api as catalogus
from doorzicht.wings.signaleren.weging.stand import CheckBlad, Stand

ANTWOORD = {"hit": "ja, eerder gezien", "algemeen": "komt zo vaak voor dat het niets zegt", "geen": "nee"}


@dataclass(frozen=True, slots=True, kw_only=True)
class EerderGezien:
    """What the card draws. While `slot` holds only `wacht` and `wie` say anything: who is doing the check.

    `soorten` may be looked up here, `bronnen` outside Doorzicht; `antwoorden` is None while nobody asked. `stopt`:
    asked, and not seen anywhere. `ook_regio`: the region may be asked as well.
    """

    slot: bool = False
    wacht: bool = False
    wie: str = ""
    bronnen: tuple[str, ...] = ()
    soorten: tuple[str, ...] = ()
    te_vragen: bool = False
    antwoorden: tuple[dict[str, str], ...] | None = None
    ook_regio: bool = False
    stopt: bool = False


def seen_before(stand: Stand, names: dict[Any, str]) -> EerderGezien:
    """The card for a standing; `names` only for who does an open check."""
    check = stand.check("1")
    if stand.vrijgave is None or check is None:
        waits = check is not None and check.open
        return EerderGezien(
            slot=True, wacht=waits, wie=names.get(check.rij.gericht_aan, "") if check and waits else ""
        )
    return _released(check)


def _released(check: CheckBlad) -> EerderGezien:
    sources = catalogus.op_code("bronnen")
    released = [sources[code] for code in check.rij.vrijgegeven if code in sources]
    kinds = {str(s["kenmerk"]): str(s["naam"]) for s in released if s["kenmerk"]}
    answers = check.gezien
    return EerderGezien(
        bronnen=tuple(str(s["naam"]) for s in released if not s["kenmerk"] and not s.get("regio")),
        soorten=tuple(kinds.values()),
        te_vragen=bool(kinds) and answers is None,
        antwoorden=None
        if answers is None
        else tuple(
            {"kop": name, "tekst": ANTWOORD.get(answers.get(kind, ""), "staat niet in deze melding")}
            for kind, name in kinds.items()
        ),
        ook_regio=any(s.get("regio") for s in released) and bool(kinds) and answers is not None,
        stopt=answers is not None and not check.is_hit,
    )
