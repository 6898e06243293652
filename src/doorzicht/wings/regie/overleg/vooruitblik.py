"""What the police may know of an item before the meeting, and the mark "wacht: lopend onderzoek" that they can set."""

from typing import ClassVar

from django.db import models

from doorzicht.ground.lib.rows import DossierRow
from doorzicht.ground.vault.fields import VersleuteldVeld


class Vooruitblik(DossierRow):
    """For one invited person of the police and one item: its title and the labels of the fields that will be released.

    A dossier of its own, so that the item itself stays shut until the opening (product rule 14). Of what lies in a
    sealed compartment it holds nothing. `wacht_tot` is the last day of the mark, empty without one; `wacht_op` the
    moment it was set or taken back. The mark has no content: no column for it exists.
    """

    overleg_id = models.UUIDField()
    agendapunt_id = models.UUIDField()
    medewerker_id = models.UUIDField()
    van_organisatie_id = models.CharField(max_length=24)
    titel = VersleuteldVeld()
    velden = VersleuteldVeld()
    wacht_tot = models.DateField(null=True)
    wacht_op = models.DateTimeField(null=True)

    class Meta:
        app_label = "regie"
        constraints = [
            models.UniqueConstraint(
                fields=["agendapunt_id", "medewerker_id"], name="regie_vooruitblik_een_keer"
            ),
            models.CheckConstraint(
                condition=models.Q(id=models.F("dossier_id")), name="regie_vooruitblik_is_dossier"
            ),
            models.CheckConstraint(
                condition=models.Q(wacht_tot__isnull=True) | models.Q(wacht_op__isnull=False),
                name="regie_vooruitblik_wacht_op",
            ),
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "waar een punt over gaat, alleen koppen (versleuteld), en of de politie vroeg te wachten"
        bewaarregel = "agendapunt"
        plaintext: ClassVar = {"van_organisatie_id": "organisatie van de genodigde"}
        verwijzingen: ClassVar = {"van_organisatie_id": "openbare code van een organisatie"}
