"""Many dossiers at once: keys first, stored by the thousand. For filling a bench database; daily work makes one."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from doorzicht.ground.vault import crypto
from doorzicht.ground.vault.api import DossierSleutel, kluis
from doorzicht.ground.vault.models import Dossier


@dataclass(frozen=True, slots=True)
class NieuwDossier:
    """A dossier that is stored nowhere yet: its opened key, its row, and its part for the key store."""

    sleutel: DossierSleutel
    rij: Dossier
    deel: bytes


def draw_dossier(
    id: UUID,
    *,
    hoofdsleutel: tuple[int, bytes],
    soort: str,
    organisatie_id: str,
    compartiment: str,
    bewaarregel: str,
    vernietigen_op: date | None,
) -> NieuwDossier:
    """As `vault.api.create_dossier`, without storing; `hoofdsleutel` is what `newest_master` said when the batch began.
    `keep_parts` must have run before its row commits."""
    data_key, part = os.urandom(32), os.urandom(32)
    version, key = hoofdsleutel
    row = Dossier(
        id=id,
        organisatie_id=organisatie_id,
        compartiment=compartiment,
        soort=soort,
        ingepakt=crypto.wrap(data_key, master=key, part=part, dossier_id=id),
        sleutelversie=version,
        bewaarregel=bewaarregel,
        vernietigen_op=vernietigen_op,
    )
    return NieuwDossier(DossierSleutel(id, organisatie_id, compartiment, data_key), row, part)


def keep_parts(dossiers: Iterable[NieuwDossier]) -> None:
    """Put the parts in the key store, durably, in one go. Again with the same ids: the newest part counts, because a
    row that needed the older one never committed."""
    kluis().put_many({d.rij.id: d.deel for d in dossiers})
