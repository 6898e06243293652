"""What the page shows of the region: who takes part, what they answered, whom to call."""

from typing import Any
from uuid import UUID

from doorzicht.ground.access.api import Actor
from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.herkenning import api as herkenning
from doorzicht.ground.herkenning.api import Gemeentestand
from doorzicht.ground.organisaties.api import Medewerker
from doorzicht.wings.signaleren.weging.stand import Regioblad, Stand

UITLEG = {
    "geen": "Legde nog geen grond, regeling en DPIA vast.",
    "verlopen": "De afspraak is verlopen.",
    "ingetrokken": "De afspraak is ingetrokken.",
}


def region_card(stand: Stand, *, by: Actor) -> dict[str, Any]:
    """The part "in the region" of the card "seen before?". Three statements at most; call it when it may be asked."""
    standings = herkenning.regiostanden()
    own = next((s for s in standings if s.organisatie_id == by.organisatie_id), None)
    others = [s for s in standings if s.organisatie_id != by.organisatie_id]
    check = stand.vrijgave
    answer = check.regio if check is not None else None
    runs = own is not None and own.stand == "loopt"
    partners = [s.naam for s in others if s.stand == "loopt"]
    return {
        "eigen": runs,
        "mee": partners,
        "te_vragen": runs and bool(partners) and answer is None,
        "niet_mee": [{"kop": s.naam, "tekst": UITLEG[s.stand]} for s in others if s.stand != "loopt"],
        "antwoord": None if answer is None else _answer(answer, others),
        "op": answer.op if answer is not None else None,
    }


def _answer(answer: Regioblad, others: list[Gemeentestand]) -> dict[str, Any]:
    """Per municipality that was asked: the kinds that were seen there, and whom to call."""
    names = {s.organisatie_id: s.naam for s in others}
    sources = {
        str(b.kenmerk): b.naam.removeprefix("Eerder gezien: ") for b in catalogus.bronnen() if b.kenmerk
    }
    people = _people({regel["bellen"] for regel in answer.regels if regel["bellen"]})
    asked: dict[str, dict[str, Any]] = {}
    for regel in answer.regels:
        if regel["antwoord"] == "algemeen":
            continue
        row = asked.setdefault(
            regel["organisatie"], {"naam": names.get(regel["organisatie"], ""), "soorten": []}
        )
        if regel["antwoord"] == "hit":
            row["soorten"].append(sources.get(regel["soort"], regel["soort"]))
            row["bellen"] = people.get(regel["bellen"], "de aandachtsfunctionaris")
    return {
        "hit": answer.hit,
        "gemeenten": sorted(asked.values(), key=lambda row: (not row["soorten"], row["naam"])),
        "algemeen": [
            sources.get(r["soort"], r["soort"]) for r in answer.regels if r["antwoord"] == "algemeen"
        ],
    }


def _people(ids: set[str]) -> dict[str, str]:
    rows = Medewerker.objects.filter(pk__in=[UUID(i) for i in ids])
    return {str(m.id): m.naam for m in rows}
