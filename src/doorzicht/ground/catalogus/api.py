"""The catalogue's door: laws, observations, questions, terms and rules as dated data, never as code.

Without a version every question is about today, and is answered from the checked files. With a version (the
one a weighing refers to) it is answered from the database, so that an old weighing reads as it did.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any

from django.utils import timezone

from doorzicht.engines.weighing import Weegcatalogus
from doorzicht.ground.catalogus import bestand, soorten
from doorzicht.ground.catalogus.models import Catalogusversie
from doorzicht.ground.catalogus.soorten import Keuze
from doorzicht.ground.lib import terms

Rij = Mapping[str, Any]


class OnbekendeCode(LookupError):
    """The catalogue has no entry with this code, in this version."""


class OnbekendeVersie(LookupError):
    """No such version was ever loaded here."""


def current_version(*, op: date | None = None) -> str:
    """The version that holds today, or on a day. It is in the database once migrations have run."""
    return _holding(op or timezone.localdate())[0]


def inhoud(naam: str, *, versie: str | None = None) -> Rij:
    """The content of one file, `inhoud("vormen")`, read-only. Raises `KeyError` for an unknown name."""
    return _content(versie)[naam]


def op_code(naam: str, lijst: str = "", *, versie: str | None = None) -> Mapping[str, Rij]:
    """The entries of a list in a catalogue file by their code; the list bears the file's name unless told."""
    return _by_code(versie or current_version(), naam, lijst or naam)


def weegcatalogus(*, versie: str | None = None) -> Weegcatalogus:
    """What `engines.weighing.weigh` needs, in a version."""
    return _weegcatalogus(versie or current_version())


def waarnemingen(*, versie: str | None = None) -> tuple[soorten.Waarnemingkeuze, ...]:
    """All observations, in the order of the list."""
    rijen = inhoud("waarnemingen", versie=versie)["waarnemingen"]
    return tuple(soorten.pick(soorten.Waarnemingkeuze, rij) for rij in rijen)


def waarneming(code: str, *, versie: str | None = None) -> soorten.Waarnemingkeuze:
    """One observation. Raises `OnbekendeCode`."""
    return soorten.pick(soorten.Waarnemingkeuze, _entry("waarnemingen", code, versie=versie))


def groepen(*, versie: str | None = None) -> tuple[Keuze, ...]:
    """The groups of observations; the code is the first three letters of theirs."""
    return _choices("waarnemingen", "groepen", versie=versie)


def vormen(*, versie: str | None = None) -> tuple[soorten.Vormkeuze, ...]:
    """The forms of exploitation with their sub-forms; `onbekend` is the last."""
    return tuple(
        soorten.pick(
            soorten.Vormkeuze, rij, subvormen=tuple(soorten.pick(Keuze, sub) for sub in rij["subvormen"])
        )
        for rij in inhoud("vormen", versie=versie)["vormen"]
    )


def kwetsbaarheden(*, versie: str | None = None) -> tuple[soorten.Kwetsbaarheid, ...]:
    """What makes somebody vulnerable; stands apart from observations."""
    rijen = inhoud("kwetsbaarheden", versie=versie)["kwetsbaarheden"]
    return tuple(soorten.pick(soorten.Kwetsbaarheid, rij) for rij in rijen)


def sectoren(*, versie: str | None = None) -> tuple[Keuze, ...]:
    """The sectors for the regional picture."""
    return _choices("sectoren", "sectoren", versie=versie)


def taken(*, versie: str | None = None) -> tuple[soorten.Taak, ...]:
    """The tasks and powers of a municipality; `geen-taak` is the last."""
    return tuple(soorten.pick(soorten.Taak, rij) for rij in inhoud("taken", versie=versie)["taken"])


def taak(code: str, *, versie: str | None = None) -> soorten.Taak:
    """One task or power. Raises `OnbekendeCode`."""
    return soorten.pick(soorten.Taak, _entry("taken", code, versie=versie))


def bewaarregels(*, versie: str | None = None) -> tuple[soorten.Bewaarregel, ...]:
    """All retention rules."""
    rijen = inhoud("bewaarregels", versie=versie)["bewaarregels"]
    return tuple(soorten.pick(soorten.Bewaarregel, rij) for rij in rijen)


def bewaarregel(code: str, *, versie: str | None = None) -> soorten.Bewaarregel:
    """One retention rule. Raises `OnbekendeCode`."""
    return soorten.pick(soorten.Bewaarregel, _entry("bewaarregels", code, versie=versie))


def kaarten(*, versie: str | None = None) -> tuple[soorten.Kaart, ...]:
    """The cards of the functions of R13."""
    deel = inhoud("functiekaarten", versie=versie)
    return tuple(
        soorten.pick(
            soorten.Kaart,
            rij,
            vooraf=tuple(deel["altijd"]["vooraf"]),
            vragen=tuple(soorten.pick(soorten.Kaartvraag, vraag) for vraag in rij["vragen"]),
        )
        for rij in deel["kaarten"]
    )


def kaart(functie: str, *, versie: str | None = None) -> soorten.Kaart:
    """The card of one function. Raises `OnbekendeCode`."""
    return _one(kaarten(versie=versie), functie, "functiekaart")


def publieke_vragen(taal: str, *, versie: str | None = None) -> soorten.Publieksvragen:
    """The public form in a language of the file (nl, en). Raises `OnbekendeCode` for another language."""
    deel = inhoud("vragen-publiek", versie=versie)
    if taal not in deel["talen"]:
        raise OnbekendeCode(f"vragen-publiek heeft geen taal {taal}")

    def lines(lijst: str) -> tuple[Keuze, ...]:
        return tuple(Keuze(rij["code"], rij[taal]) for rij in deel[lijst])

    return soorten.Publieksvragen(
        taal=taal,
        vooraf=lines("vooraf"),
        namen=deel["namen"][taal],
        groepen=lines("groepen"),
        vragen=tuple(soorten.pick(soorten.Publieksvraag, rij, tekst=rij[taal]) for rij in deel["vragen"]),
        spoed=lines("spoed"),
    )


def uitkomsten(*, versie: str | None = None) -> tuple[soorten.Uitkomst, ...]:
    """What may follow a weighing."""
    rijen = inhoud("uitkomsten", versie=versie)["uitkomsten"]
    return tuple(soorten.pick(soorten.Uitkomst, rij) for rij in rijen)


def uitkomst(code: str, *, versie: str | None = None) -> soorten.Uitkomst:
    """One outcome. Raises `OnbekendeCode`."""
    return _one(uitkomsten(versie=versie), code, "uitkomst")


def besluiten(*, versie: str | None = None) -> tuple[soorten.Besluitsoort, ...]:
    """The decisions a meeting can take."""
    rijen = inhoud("besluiten", versie=versie)["besluiten"]
    return tuple(soorten.pick(soorten.Besluitsoort, rij) for rij in rijen)


def grondslagen(lijst: str = "grondslagen", *, versie: str | None = None) -> tuple[soorten.Grondslag, ...]:
    """The legal bases of a list: grondslagen, bijzonder, sectorwetten or beperkingen."""
    return tuple(soorten.pick(soorten.Grondslag, rij) for rij in inhoud("grondslagen", versie=versie)[lijst])


def bronnen(*, versie: str | None = None) -> tuple[soorten.Bron, ...]:
    """Where a municipality may look once privacycheck 1 released it, each source by itself."""
    return tuple(soorten.pick(soorten.Bron, rij) for rij in inhoud("bronnen", versie=versie)["bronnen"])


def termijn(code: str, *, versie: str | None = None) -> terms.Termijn:
    """One term of `termijnen.yaml`. Raises `OnbekendeCode`."""
    rij = _entry("termijnen", code, versie=versie)
    return terms.parse_term(rij["termijn"], wettelijk=rij["wettelijk"])


def last_day(code: str, *, begin: date) -> date:
    """The last day in time for a term of `termijnen.yaml` that begins on a day."""
    return terms.last_day(termijn(code), begin=begin)


# ---- how it is found


def _entry(naam: str, code: str, *, versie: str | None) -> Rij:
    try:
        return op_code(naam, versie=versie)[code]
    except KeyError as error:
        raise OnbekendeCode(f"{naam} heeft geen {code}") from error


def _one(lijst: tuple[Any, ...], code: str, wat: str) -> Any:
    for rij in lijst:
        if rij.code == code:
            return rij
    raise OnbekendeCode(f"{wat} {code} bestaat niet")


def _choices(naam: str, lijst: str, *, versie: str | None) -> tuple[Keuze, ...]:
    return tuple(soorten.pick(Keuze, rij) for rij in inhoud(naam, versie=versie)[lijst])


def _content(versie: str | None) -> Rij:
    vandaag, geldig = _holding(timezone.localdate())
    return geldig if versie in (None, vandaag) else _stored(str(versie))


@cache
def _files() -> dict[str, Any]:
    return bestand.read_files()


@lru_cache(maxsize=8)
def _holding(dag: date) -> tuple[str, Rij]:
    geldig = bestand.valid_on(_files(), dag)
    return bestand.version_of(geldig), bestand.freeze(geldig)


@lru_cache(maxsize=32)
def _stored(versie: str) -> Rij:
    found = Catalogusversie.objects.filter(pk=versie).values_list("inhoud", flat=True).first()
    if found is None:
        raise OnbekendeVersie(f"catalogus {versie} is hier nooit geladen")
    frozen: Rij = bestand.freeze(found)
    return frozen


@lru_cache(maxsize=512)
def _by_code(versie: str, naam: str, lijst: str) -> Mapping[str, Rij]:
    return {rij["code"]: rij for rij in _content(versie)[naam][lijst]}


@lru_cache(maxsize=32)
def _weegcatalogus(versie: str) -> Weegcatalogus:
    return bestand.weegcatalogus_from(_content(versie), versie=versie)
