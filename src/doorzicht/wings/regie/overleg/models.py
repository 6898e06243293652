"""The Lokaal Ondermijningsoverleg: a meeting, its items, who takes part, what was said, decided and agreed.

Every item is a dossier of its own, with its own key, so that somebody can be let in to one item and no other
(product rule 14). A contribution of the police is a dossier in the compartment `wpg` (product rule 8).
"""

from typing import ClassVar

from django.db import models

from doorzicht.ground.lib.rows import DossierRow
from doorzicht.ground.vault.fields import VersleuteldVeld


class Overleg(DossierRow):
    """One meeting of one municipality. Its id is the id of its dossier."""

    begin = models.DateTimeField()
    eind = models.DateTimeField()
    status = models.CharField(max_length=10, default="gepland")
    geopend_op = models.DateTimeField(null=True)
    gesloten_op = models.DateTimeField(null=True)
    voorzitter = models.UUIDField()
    plaats = VersleuteldVeld()

    class Meta:
        indexes = [models.Index(fields=["organisatie_id", "begin"], name="regie_overleg_wanneer")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(eind__gt=models.F("begin")), name="regie_overleg_periode"
            )
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "wanneer en waar het overleg is (plaats versleuteld) en wie voorzit"
        bewaarregel = "overleg"
        plaintext: ClassVar = {"status": "stap in de werkstroom"}


class Agendapunt(DossierRow):
    """An item. `verstrekking_id` is what was released for it; empty for open actions and the closing round."""

    overleg_id = models.UUIDField()
    volgnummer = models.PositiveSmallIntegerField()
    soort = models.CharField(max_length=14)
    status = models.CharField(max_length=14, default="straks")
    verstrekking_id = models.UUIDField(null=True)
    titel = VersleuteldVeld()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["overleg_id", "volgnummer"], name="regie_agendapunt_volgnummer")
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "waar een punt over gaat, in een paar woorden (versleuteld)"
        bewaarregel = "agendapunt"
        plaintext: ClassVar = {"soort": "soort punt", "status": "stap in de werkstroom"}


class Deelname(DossierRow):
    """Somebody takes part in one item: a standing member of the municipality, or a guest for this item only.

    Hangs under the item's dossier, so that a guest sees who else is at their item and at no other.
    """

    agendapunt_id = models.UUIDField()
    medewerker_id = models.UUIDField()
    van_organisatie_id = models.CharField(max_length=24)
    vast = models.BooleanField(default=False)
    aanwezig = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agendapunt_id", "medewerker_id"], name="regie_deelname_een_keer")
        ]
        indexes = [models.Index(fields=["medewerker_id"], name="regie_deelname_wie")]

    class Privacy(DossierRow.Privacy):
        gegevens = "welke medewerker bij welk punt is uitgenodigd en aanwezig was"
        bewaarregel = "agendapunt"
        plaintext: ClassVar = {"van_organisatie_id": "organisatie van de genodigde"}


class Bijdrage(DossierRow):
    """What somebody brought in, with its owner. Of the police: a dossier of its own in the compartment `wpg`."""

    agendapunt_id = models.UUIDField()
    van_medewerker = models.UUIDField()
    van_organisatie_id = models.CharField(max_length=24)
    op = models.DateTimeField()
    tekst = VersleuteldVeld()

    class Privacy(DossierRow.Privacy):
        gegevens = "wat een deelnemer inbracht (versleuteld); van de politie: politiegegevens"
        bewaarregel = "bijdrage-politie"
        plaintext: ClassVar = {"van_organisatie_id": "organisatie van wie iets inbracht"}


class Besluit(DossierRow):
    """What the meeting decided on an item, why, and who thought otherwise. Decided once."""

    agendapunt_id = models.UUIDField(unique=True)
    soort = models.CharField(max_length=16)
    op = models.DateTimeField()
    door = models.UUIDField()
    zorg_geregeld = models.BooleanField(null=True)
    motivering = VersleuteldVeld()
    anders = VersleuteldVeld()
    zorg = VersleuteldVeld()
    aan_melder = VersleuteldVeld()

    class Privacy(DossierRow.Privacy):
        gegevens = "wat is besloten en waarom, en wie anders dacht (versleuteld)"
        bewaarregel = "agendapunt"
        plaintext: ClassVar = {"soort": "code van de catalogus"}


class Actie(DossierRow):
    """Something to be done, by one person, before a day. Open ones come first at the next meeting."""

    agendapunt_id = models.UUIDField()
    eigenaar = models.UUIDField()
    uiterlijk = models.DateField()
    klaar_op = models.DateTimeField(null=True)
    klaar_door = models.UUIDField(null=True)
    wat = VersleuteldVeld()

    class Meta:
        indexes = [
            models.Index(
                fields=["organisatie_id", "uiterlijk"],
                condition=models.Q(klaar_op__isnull=True),
                name="regie_actie_open",
            )
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "wat iemand gaat doen (versleuteld)"
        bewaarregel = "agendapunt"


class Uitvoeringscheck(DossierRow):
    """Privacycheck 2B: whether and to whom parts of a decision may go for execution."""

    agendapunt_id = models.UUIDField()
    gevraagd_door = models.UUIDField()
    gevraagd_op = models.DateTimeField()
    besluit = models.CharField(max_length=14, blank=True)
    door = models.UUIDField(null=True)
    op = models.DateTimeField(null=True)
    vraag = VersleuteldVeld()
    reden = VersleuteldVeld()
    tegenvoorstel = VersleuteldVeld()

    BESLUITEN: ClassVar = {
        "akkoord": "Akkoord",
        "afgewezen": "Afgewezen",
        "tegenvoorstel": "Tegenvoorstel",
    }

    class Privacy(DossierRow.Privacy):
        gegevens = "wat naar een uitvoerder mag, en waarom (versleuteld)"
        bewaarregel = "agendapunt"
        plaintext: ClassVar = {"besluit": "uitkomst van de check"}
