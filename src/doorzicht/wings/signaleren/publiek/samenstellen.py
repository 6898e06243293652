"""From what a resident typed to a melding, and to the summary they check before sending. Nothing is stored here."""

from collections.abc import Mapping
from typing import Any

from django.forms import BooleanField, ChoiceField, MultipleChoiceField

from doorzicht.ground.catalogus import api as catalogus
from doorzicht.ground.lib.datums import format_date
from doorzicht.ground.locaties.api import territory
from doorzicht.ground.organisaties.kanalen import BEWONER
from doorzicht.wings.signaleren.melding.invoer import (
    GEBIED,
    GegevenInvoer,
    MelderInvoer,
    MeldingInvoer,
    PersoonInvoer,
    Plaats,
    WaarnemingInvoer,
)
from doorzicht.wings.signaleren.publiek.forms import PubliekForm
from doorzicht.wings.signaleren.publiek.teksten import vertaling

SPOED: Mapping[str, str] = {"nu": "acuut", "vandaag": "spoed"}
"""Urgency as the worklist knows it; the rest is `gewoon`."""

_GEGEVENS = (("kenteken", "kenteken"), ("webadres", "url"))


def build_invoer(
    data: Mapping[str, Any], *, gemeente: str, inzending: bytes, taal: str, soort: str
) -> MeldingInvoer:
    """The melding as the room `melding` receives it. A label is made of codes only: it stands in lists.

    `gemeente` is the code of the municipality it goes to, to tell whether the place lies in its territory.
    """
    seen = _observations(data)
    return MeldingInvoer(
        kanaal=BEWONER,
        inzending=inzending,
        label=_label(data["vormen"], soort),
        verhaal=_story(data),
        taal=taal,
        plaats=Plaats(
            straat=data["straat"],
            huisnummer=data["huisnummer"],
            postcode=data["postcode"],
            plaats=data["plaats"],
            omschrijving=data["omschrijving"],
        ),
        wanneer=format_date(data["dag"]) if data["dag"] else "",
        spoed=SPOED.get(data["spoed"], "gewoon"),
        leeftijd=data["leeftijd"],
        vormen=tuple(data["vormen"]),
        gebied=GEBIED[territory(gemeente, adres=data["adres"]).antwoord],
        personen=(_person(data, soort, tuple(w for w in seen if w.soort == "waarneming")),),
        waarnemingen=tuple(w for w in seen if w.soort != "waarneming"),
        gegevens=tuple(GegevenInvoer(kind, data[name]) for name, kind in _GEGEVENS if data[name]),
        melder=_reporter(data),
    )


def _label(vormen: list[str], soort: str) -> str:
    names = vertaling("nl")["keuzes"]["vormen"]
    subjects = [names[code]["naam"].lower() for code in vormen if code in names and code != "onbekend"]
    first = "Hulpvraag" if soort == "hulp" else "Bewoner"
    return f"{first}: {', '.join(subjects)}" if subjects else f"{first}: nog niet duidelijk waarover"


def _story(data: Mapping[str, Any]) -> str:
    vehicle = f"Voertuig: {data['voertuig']}" if data["voertuig"] else ""
    return "\n\n".join(part for part in (data["verhaal"], vehicle) if part)


def _observations(data: Mapping[str, Any]) -> list[WaarnemingInvoer]:
    """What was ticked, by code. About a place it stays loose; everything else is about the person."""
    questions = {v.code: v for v in catalogus.publieke_vragen("nl").vragen}
    chosen = [questions[code] for code in data["gezien"]]
    return [
        WaarnemingInvoer(
            v.waarneming,
            "locatie" if catalogus.waarneming(v.waarneming).alleen_locatie else "waarneming",
            toelichting=v.tekst,
            bron="aangekruist op de openbare pagina",
            dag=data["dag"],
        )
        for v in chosen
        if v.waarneming
    ]


def _person(data: Mapping[str, Any], soort: str, seen: tuple[WaarnemingInvoer, ...]) -> PersoonInvoer:
    """Whom it is about. A role is never preset, except that who asks for help says so themselves: and then the
    name they gave stays with the reporter, where nobody can search."""
    self_help = soort == "hulp"
    return PersoonInvoer(
        aanduiding="De melder zelf" if self_help else "Persoon 1",
        leeftijd=data["leeftijd"],
        rollen=("slachtoffer",) if self_help else (),
        naam=data.get("naam", ""),
        tolk_nodig=data["tolk_nodig"],
        waarnemingen=seen,
        gegevens=(GegevenInvoer("telefoon", data["telefoon"]),) if data.get("telefoon") else (),
    )


def _reporter(data: Mapping[str, Any]) -> MelderInvoer | None:
    contact = ", ".join(data[name] for name in ("mijn_telefoon", "mijn_email") if data[name])
    found = MelderInvoer(data["mijn_naam"], contact, data["veilig"])
    return found if any((found.naam, found.contact, found.veilig)) else None


def summarise(form: PubliekForm) -> list[tuple[str, list[str]]]:
    """Label and answers of every filled field of a checked step, as the reporter knows them."""
    rows = []
    for name, field in form.fields.items():
        typed = form.cleaned_data.get(name) if hasattr(form, "cleaned_data") else None
        if not typed or isinstance(field, BooleanField):
            continue
        if isinstance(field, ChoiceField):
            known = _labels(field)
            chosen = typed if isinstance(field, MultipleChoiceField) else [typed]
            lines = [known.get(code, code) for code in chosen]
        else:
            lines = [str(form[name].value()).strip()]
        rows.append((str(field.label), lines))
    return rows


def _labels(field: ChoiceField) -> dict[str, str]:
    """Every choice by its code, groups opened."""
    flat: dict[str, str] = {}
    for key, label in field.choices:  # type: ignore[misc, union-attr]
        pairs = label if isinstance(label, (list, tuple)) else [(key, label)]
        flat.update((str(code), str(text)) for code, text in pairs)
    return flat
