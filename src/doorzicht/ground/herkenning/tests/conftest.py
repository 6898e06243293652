"""Dossiers with identifiers, and the release of privacycheck 1."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from doorzicht.engines.matching.kenmerk import Kenmerk
from doorzicht.ground.access.api import Actor
from doorzicht.ground.herkenning import api, regio
from doorzicht.ground.organisaties.api import Medewerker, Organisatie, appoint
from doorzicht.ground.vault.api import DossierSleutel, create_dossier, open_dossier

PHONE = Kenmerk("telefoon", "+31612345678")
PLATE = Kenmerk("kenteken", "12AB34")
WEGER, PRIVACY, ANDER = "noor.voorbeeld", "sietse.denkbeeldig", "otto.elders"
EPE_PRIVACY, EPE_VERVANGER, HATTEM = "puck.elders", "olga.elders", "hanna.hatprent"


@pytest.fixture
def dossier(acting_as) -> Callable[..., UUID]:
    """`dossier(PHONE, PLATE)`: a new dossier of Heerde (or another municipality) that holds these."""

    def make(*kenmerken: Kenmerk, wie: str = WEGER, compartiment: str = "algemeen") -> UUID:
        with acting_as(wie) as by:
            sleutel = create_dossier(
                soort="melding",
                organisatie_id=by.organisatie_id,
                compartiment=compartiment,
                bewaarregel="melding-open",
            )
            api.index_kenmerken(sleutel, kenmerken)
            return sleutel.dossier_id

    return make


@pytest.fixture
def release(acting_as, actor) -> Callable[..., None]:
    """`release(dossier_id)`: Sietse does privacycheck 1 for Noor."""

    def give(
        dossier_id: UUID, *, soorten: tuple[str, ...] = ("telefoon", "kenteken"), **kwargs: object
    ) -> None:
        weger: Actor = actor(WEGER)
        with acting_as(PRIVACY) as by:
            sleutel: DossierSleutel = open_dossier(dossier_id)
            api.record_vrijgave(
                sleutel,
                soorten=soorten,
                doel="privacycheck1",
                weger_id=weger.medewerker_id,
                by=by,
                at=datetime.now(UTC),
                **kwargs,
            )

    return give


@pytest.fixture
def ask(acting_as) -> Callable[..., dict[str, str]]:
    """`ask(dossier_id)`: Noor (or somebody else) asks whether it was seen before."""

    def question(dossier_id: UUID, *, wie: str = WEGER) -> dict[str, str]:
        with acting_as(wie) as by:
            return api.herken(dossier_id, by=by)

    return question


def afspraak_invoer(**changes: object) -> api.AfspraakInvoer:
    """A complete arrangement that runs from today."""
    today = datetime.now(UTC).date()
    fields = {
        "grondslag": "avg-6-1-e",
        "regeling": "Regeling Veluwe Noord, zaak 2026-114",
        "dpia": "DPIA regio, zaak 2026-115",
        "vastgesteld_op": today - timedelta(days=1),
        "geldig_tot": today + timedelta(days=365),
    }
    return api.AfspraakInvoer(**(fields | changes))  # type: ignore[arg-type]


@pytest.fixture
def arrange(acting_as) -> Callable[..., object]:
    """`arrange("puck.elders")`: the privacyfunctionaris of a municipality records an arrangement."""

    def record(*wie: str, **changes: object) -> object:
        made = None
        for who in wie or (PRIVACY, EPE_PRIVACY):
            with acting_as(who) as by:
                made = api.record_afspraak(afspraak_invoer(**changes), by=by, at=datetime.now(UTC))
        return made

    return record


@pytest.fixture
def in_region(acting_as, actor, db) -> Callable[..., UUID]:
    """`in_region(PHONE)`: a dossier of Epe (or of `wie`) that privacycheck 1 let go to the region.

    Whoever is no privacyfunctionaris there releases as Puck of Epe; another municipality appoints one first.
    """

    def make(
        *kenmerken: Kenmerk, wie: str = ANDER, privacy: str = EPE_PRIVACY, regio_ook: bool = True
    ) -> UUID:
        now = datetime.now(UTC)
        weger = actor(wie)
        with acting_as(wie) as by:
            sleutel = create_dossier(
                soort="melding",
                organisatie_id=by.organisatie_id,
                compartiment="algemeen",
                bewaarregel="melding-open",
            )
        with acting_as(privacy) as by:
            opened = open_dossier(sleutel.dossier_id)
            soorten = sorted({k.soort for k in kenmerken}) or ["telefoon"]
            api.record_vrijgave(
                opened, soorten=soorten, doel="privacycheck1", weger_id=weger.mens, regio=regio_ook, by=by, at=now
            )  # fmt: skip
            regio.index_for_region(opened, kenmerken, on=now.date())
        return sleutel.dossier_id

    return make


@pytest.fixture
def asked(in_region) -> Callable[..., UUID]:
    """`asked(PHONE)`: a dossier of Heerde that may be asked about in the region."""
    return lambda *kenmerken, **kwargs: in_region(*kenmerken, wie=WEGER, privacy=PRIVACY, **kwargs)


@pytest.fixture
def ask_region(acting_as) -> Callable[..., set[tuple[str, str, str]]]:
    """`ask_region(dossier_id)`: Noor asks; the answer as (municipality, kind, answer)."""

    def question(dossier_id: UUID, *, wie: str = WEGER) -> set[tuple[str, str, str]]:
        with acting_as(wie) as by:
            return {(a.organisatie_id, a.soort, a.antwoord) for a in api.herken_regio(dossier_id, by=by)}

    return question


@pytest.fixture
def privacy_of_hattem(db) -> str:
    """Hattem has nobody for privacy in the cast: Henk gets the role."""
    henk = Medewerker.objects.get(gebruikersnaam="henk.hatprent")
    appoint(
        henk, "privacyfunctionaris", organisatie=Organisatie.objects.get(code="0244"),
        vanaf=datetime.now(UTC).date() - timedelta(days=1),
    )  # fmt: skip
    return henk.gebruikersnaam
