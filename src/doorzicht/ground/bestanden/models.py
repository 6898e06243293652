"""That there is a file: its name and kind; its content lies encrypted on disk, named by the number of this row."""

from typing import ClassVar

from django.db import models

from doorzicht.engines.cleaning.types import SOORTEN
from doorzicht.ground.lib.rows import DossierRow
from doorzicht.ground.vault.fields import VersleuteldVeld


class Bestand(DossierRow):
    """One stored file of a dossier. It never changes: a better version is another file.

    `hoort_bij` names what it was sent with inside the dossier (a message, a contribution); empty means the dossier
    itself. `lengteklasse` is the length after filling up, `controlegetal` the SHA-256 of the encrypted bytes.
    """

    naam = VersleuteldVeld()
    soort = models.CharField(max_length=4)
    lengteklasse = models.PositiveIntegerField()
    controlegetal = models.BinaryField(max_length=32)
    hoort_bij = models.UUIDField(null=True)
    dag = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(soort__in=SOORTEN), name="bestanden_bestand_soort"),
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = (
            "wat iemand meestuurde: een foto, pdf of Word-document; de inhoud staat versleuteld op schijf, met de "
            "sleutel van het dossier, zonder plaats, maker of tijd in het bestand"
        )
        bewaarregel = "met het dossier"
        plaintext: ClassVar = {
            "soort": "welk soort bestand, niet wat erin staat",
            "lengteklasse": "naar boven afgerond op een van negen maten",
            "controlegetal": "van de versleutelde bytes",
        }
        verwijzingen: ClassVar = {
            "hoort_bij": "een bericht of inbreng van een vleugel; ground kent geen vleugels"
        }
