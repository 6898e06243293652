"""Dossiers with identifiers, and the release of privacycheck 1."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

import pytest

from doorzicht.engines.matching.kenmerk import Kenmerk
from doorzicht.ground.access.api import Actor
from doorzicht.ground.herkenning import api
from doorzicht.ground.vault.api import DossierSleutel, create_dossier, open_dossier

PHONE = Kenmerk("telefoon", "+31612345678")
PLATE = Kenmerk("kenteken", "12AB34")
WEGER, PRIVACY, ANDER = "noor.voorbeeld", "sietse.denkbeeldig", "otto.elders"


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
