"""The base of every table with personal data: a row belongs to a dossier, an organisation, a compartment."""

import uuid
from collections.abc import Iterable
from typing import ClassVar

from django.db import models

COMPARTIMENTEN = ("algemeen", "hulp", "zorg", "bibob", "wpg", "laa")

PROTECTED_MODELS: list[type["DossierRow"]] = []
"""Every concrete model with personal data, in the order of import; walked by tests and by destruction."""


class DossierRow(models.Model):
    """A row that dies with its dossier.

    `dossier_id`, `organisatie_id` and `compartiment` together point at `vault_dossier` through a composite
    foreign key (made by `ProtectTable`), so that a row can never hang under another organisation's dossier.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier_id = models.UUIDField(editable=False)
    organisatie_id = models.CharField(max_length=24, editable=False)
    compartiment = models.CharField(max_length=12, default="algemeen", editable=False)

    class Meta:
        abstract = True

    class Privacy:
        """What is in the table and until when. Checked by `tests/walls`, printed in `docs/privacy.md`.

        `plaintext`: columns that are readable without the dossier's key, each with the reason that it may be.
        `verwijzingen`: columns that name a row elsewhere without a foreign key, each with the reason.
        """

        gegevens: ClassVar[str] = ""
        bewaarregel: ClassVar[str] = ""
        plaintext: ClassVar[dict[str, str]] = {}
        verwijzingen: ClassVar[dict[str, str]] = {}

    def __init_subclass__(cls, **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        PROTECTED_MODELS.append(cls)


def concrete_models() -> list[type[DossierRow]]:
    """The concrete tables with personal data (abstract helpers left out)."""
    return [model for model in PROTECTED_MODELS if not model._meta.abstract]


def only(name: str, **codes: Iterable[str]) -> models.CheckConstraint:
    """A constraint: the database takes these codes in these fields and no others."""
    allowed = {f"{veld}__in": list(values) for veld, values in codes.items()}
    return models.CheckConstraint(condition=models.Q(**allowed), name=name)


def numbered(name: str) -> models.UniqueConstraint:
    """A constraint: no two rows of a dossier have the same `volgnummer`."""
    return models.UniqueConstraint(fields=["dossier_id", "volgnummer"], name=name)
