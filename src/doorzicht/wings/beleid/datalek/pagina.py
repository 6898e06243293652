"""The pages of the register, put together from what was read."""

from datetime import datetime
from typing import Any

from django import forms as django_forms

from doorzicht.ground.access.api import Actor, may
from doorzicht.wings.beleid.datalek import actions, forms, toon
from doorzicht.wings.beleid.datalek.selectors import FEITEN, Datalekblad, Regel
from doorzicht.wings.beleid.datalek.workflow import STATUSSEN, Onvolledig, may_do


def build_register(rows: list[Regel]) -> dict[str, Any]:
    """The list: what is open, what is closed."""
    lines = [
        {
            "id": r.rij.id,
            "nummer": r.rij.nummer,
            "stap": STATUSSEN[r.rij.status],
            "ontdekt": toon.moment(r.rij.ontdekt_op),
            "soort": r.klok.soort,
            "klok": r.klok.tekst,
            "dicht": r.rij.status == "afgesloten",
        }
        for r in rows
    ]
    return {
        "open": [line for line in lines if not line["dicht"]],
        "dicht": [line for line in lines if line["dicht"]],
    }


def build(blad: Datalekblad, *, by: Actor, now: datetime) -> dict[str, Any]:
    """One breach, with the forms that its state allows this person."""
    row, latest = blad.rij, blad.besluit.rij if blad.besluit else None
    handles = may(by, actions.BEHANDELEN)
    can = {verb: handles and may_do(row.status, verb) for verb in
           ("aanvullen", "beoordelen", "melden_ap", "inlichten", "afsluiten", "klok")}  # fmt: skip
    left = actions.still_to_do(row, latest)
    now_typed = forms.now_as_typed()
    return {
        "d": row,
        "tekst": blad.tekst,
        "stap": toon.status(blad),
        "klok": blad.klok(now=now),
        "uiterlijk": toon.deadline(blad),
        "melding": toon.reported(blad),
        "feiten": toon.facts(blad),
        "besluiten": [toon.decision(b, blad.namen) for b in reversed(blad.besluiten)],
        "verteld": toon.told(blad),
        "nog_te_doen": left if row.status != "afgesloten" else [],
        "feiten_form": _facts_form(blad) if can["aanvullen"] else None,
        "besluit_form": forms.BesluitForm(auto_id="besluit_%s") if can["beoordelen"] else None,
        "ap_form": forms.ApForm(auto_id="ap_%s", initial=now_typed)
        if can["melden_ap"] and latest is not None and latest.ap and row.ap_gemeld_op is None
        else None,
        "inlicht_form": forms.InlichtForm(auto_id="ingelicht_%s", initial=now_typed)
        if can["inlichten"] and latest is not None and latest.betrokkenen and row.ingelicht_op is None
        else None,
        "klok_form": forms.KlokForm(auto_id="klok_%s")
        if can["klok"] and may(by, actions.NIET_MELDEN)
        else None,
        "mag_sluiten": can["afsluiten"] and not left,
        "is_fg": may(by, actions.NIET_MELDEN),
    }


def _facts_form(blad: Datalekblad) -> forms.FeitenForm:
    known: dict[str, Any] = {veld: blad.tekst[veld] for veld in FEITEN}
    return forms.FeitenForm(
        auto_id="feiten_%s", initial=known | {"aard": blad.rij.aard, "versie": blad.rij.versie}
    )


def refuse(form: django_forms.Form, gaps: Onvolledig) -> None:
    """What a verb misses, beside the field it belongs to."""
    for name, sentence in gaps.fouten.items():
        form.add_error(name if name in form.fields else None, sentence)
