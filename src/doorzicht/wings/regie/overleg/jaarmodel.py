"""A year of the overleg: how many meetings were promised and held, and the yearly self-evaluation (A-06).

Meetings themselves are destroyed a year after they were held; the number stays here.
"""

from typing import ClassVar

from django.db import models

from doorzicht.ground.lib.rows import DossierRow
from doorzicht.ground.vault.fields import VersleuteldVeld

EVALUATIE = {"": "Nog niet ingevuld", "concept": "Concept", "vastgesteld": "Vastgesteld"}


class Overlegjaar(DossierRow):
    """One year of one municipality. Its id is the id of its dossier. `beloofd` is empty until somebody promises."""

    jaar = models.PositiveSmallIntegerField()
    beloofd = models.PositiveSmallIntegerField(null=True)
    gehouden = models.PositiveSmallIntegerField(default=0)
    evaluatie = models.CharField(max_length=12, blank=True)
    ingevuld_door = models.UUIDField(null=True)
    ingevuld_op = models.DateTimeField(null=True)
    met = VersleuteldVeld()
    antwoorden = VersleuteldVeld()
    afspraken = VersleuteldVeld()

    class Meta:
        app_label = "regie"
        constraints = [
            models.UniqueConstraint(fields=["organisatie_id", "jaar"], name="regie_overlegjaar_een_keer"),
            models.CheckConstraint(
                condition=models.Q(id=models.F("dossier_id")), name="regie_overlegjaar_is_dossier"
            ),
            models.CheckConstraint(
                condition=models.Q(evaluatie__in=list(EVALUATIE)), name="regie_overlegjaar_bekende_stand"
            ),
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "hoe vaak het overleg was, en wat de leden ervan vinden en met wie (versleuteld)"
        bewaarregel = "overlegjaar"
        plaintext: ClassVar = {"evaluatie": "stap in de werkstroom"}
