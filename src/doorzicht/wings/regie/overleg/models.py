"""The Lokaal Ondermijningsoverleg: a meeting, its items, who takes part, what was said, decided and agreed.

Every item is a dossier of its own, with its own key, so that somebody can be let in to one item and no other
(product rule 14). A contribution of the police is a dossier in the compartment `wpg` (product rule 8). What the
database itself refuses stands in `sql/overleg.sql`.
"""

from typing import ClassVar
from uuid import uuid4

from django.db import models

from doorzicht.ground.lib.rows import DossierRow
from doorzicht.ground.vault.fields import VersleuteldVeld
from doorzicht.wings.regie.overleg.workflow import CHECK, OVERLEG, PUNT, SOORTEN, VOORBIJ, ZORGCHECK


class Overleg(DossierRow):
    """One meeting of one municipality. Its id is the id of its dossier, which holds no content of any item.

    `kalender` is its number in calendars, which leads nowhere in here; `kalender_versie` counts its changes.
    """

    begin = models.DateTimeField()
    eind = models.DateTimeField()
    status = models.CharField(max_length=10, default="gepland")
    geopend_op = models.DateTimeField(null=True)
    gesloten_op = models.DateTimeField(null=True)
    voorzitter = models.UUIDField()
    kalender = models.UUIDField(default=uuid4)
    kalender_versie = models.PositiveSmallIntegerField(default=0)
    plaats = VersleuteldVeld()

    class Meta:
        indexes = [models.Index(fields=["organisatie_id", "begin"], name="regie_overleg_wanneer")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(eind__gt=models.F("begin")), name="regie_overleg_periode"
            ),
            models.CheckConstraint(
                condition=models.Q(id=models.F("dossier_id")), name="regie_overleg_is_dossier"
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=list(OVERLEG)), name="regie_overleg_bekende_status"
            ),
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "wanneer en waar het overleg is (plaats versleuteld) en wie voorzit"
        bewaarregel = "overleg"
        plaintext: ClassVar = {"status": "stap in de werkstroom"}

    @property
    def voorbij(self) -> bool:
        """Closed or cancelled: nothing changes any more."""
        return self.status in VOORBIJ


class Agendapunt(DossierRow):
    """An item. `verstrekking_id` is what was released for it; empty for open actions and the closing round.

    `vorig_punt_id` is the item of an earlier meeting that goes on here.
    """

    overleg_id = models.UUIDField()
    volgnummer = models.PositiveSmallIntegerField()
    soort = models.CharField(max_length=14)
    status = models.CharField(max_length=14, default="straks")
    verstrekking_id = models.UUIDField(null=True)
    vorig_punt_id = models.UUIDField(null=True)
    titel = VersleuteldVeld()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["overleg_id", "volgnummer"],
                name="regie_agendapunt_volgnummer",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(fields=["vorig_punt_id"], name="regie_agendapunt_een_vervolg"),
            models.CheckConstraint(
                condition=models.Q(id=models.F("dossier_id")), name="regie_agendapunt_is_dossier"
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=list(PUNT)) & models.Q(soort__in=list(SOORTEN)),
                name="regie_agendapunt_bekende_codes",
            ),
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "waar een punt over gaat, in een paar woorden (versleuteld)"
        bewaarregel = "agendapunt"
        plaintext: ClassVar = {"soort": "soort punt", "status": "stap in de werkstroom"}
        verwijzingen: ClassVar = {
            "verstrekking_id": "een vertrouwd punt blijft dicht, ook als de verstrekking eerder is vernietigd"
        }


class Deelname(DossierRow):
    """Somebody takes part in one item: a standing member of the municipality, or a guest for this item only.

    Hangs under the item's dossier, so that a guest sees who else is at their item and at no other. `aanwezig`
    is unknown until it is recorded.
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
        verwijzingen: ClassVar = {"van_organisatie_id": "openbare code van een organisatie"}


class Bijdrage(DossierRow):
    """What somebody brings in on one item, with its owner. Made empty with the invitation, filled at the meeting.

    Of the police: a dossier of its own in the compartment `wpg`, which the other guests cannot open.
    """

    agendapunt_id = models.UUIDField()
    van_medewerker = models.UUIDField()
    van_organisatie_id = models.CharField(max_length=24)
    op = models.DateTimeField(null=True)
    tekst = VersleuteldVeld()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agendapunt_id", "van_medewerker"], name="regie_bijdrage_een_plek"
            ),
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "wat een deelnemer inbracht (versleuteld); van de politie: politiegegevens"
        bewaarregel = "bijdrage-politie"
        plaintext: ClassVar = {"van_organisatie_id": "organisatie van wie iets inbracht"}
        verwijzingen: ClassVar = {"van_organisatie_id": "openbare code van een organisatie"}


class Besluit(DossierRow):
    """What the meeting decided on an item, why, and who thought otherwise. Decided once.

    `soort` is a code of the catalogue in version `versie`. Where that asks for care first (product rule 9) the
    database wants the answer too.
    """

    agendapunt_id = models.UUIDField(unique=True)
    soort = models.CharField(max_length=16)
    versie = models.CharField(max_length=40)
    op = models.DateTimeField()
    door = models.UUIDField()
    zorg_eerst = models.BooleanField()
    zorgcheck = models.CharField(max_length=10, blank=True)
    motivering = VersleuteldVeld()
    anders = VersleuteldVeld()
    zorg = VersleuteldVeld()
    aan_melder = VersleuteldVeld()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(zorg_eerst=False)
                | models.Q(zorgcheck__in=list(ZORGCHECK), zorg__isnull=False),
                name="regie_besluit_eerst_zorg",
            ),
            models.CheckConstraint(
                condition=models.Q(motivering__isnull=False), name="regie_besluit_met_reden"
            ),
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "wat is besloten en waarom, en wie anders dacht (versleuteld)"
        bewaarregel = "agendapunt"
        plaintext: ClassVar = {
            "soort": "code van de catalogus",
            "versie": "versie van de catalogus",
            "zorgcheck": "antwoord op de vraag naar zorg en onderdak",
        }


class Actie(DossierRow):
    """Something to be done, by one person, before a day. Open ones come first at the next meeting.

    A dossier of its own, with its own key: whoever has to do it keeps it after the meeting, and nothing else of the
    item. `afgesproken_op` is the day of the meeting, which a guest can no longer look up by then.
    """

    agendapunt_id = models.UUIDField()
    eigenaar = models.UUIDField()
    afgesproken_op = models.DateField()
    uiterlijk = models.DateField()
    klaar_op = models.DateTimeField(null=True)
    klaar_door = models.UUIDField(null=True)
    wat = VersleuteldVeld()
    resultaat = VersleuteldVeld()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(id=models.F("dossier_id")), name="regie_actie_is_dossier"
            ),
            models.CheckConstraint(
                condition=models.Q(klaar_op__isnull=True, klaar_door__isnull=True, resultaat__isnull=True)
                | models.Q(klaar_op__isnull=False, klaar_door__isnull=False, resultaat__isnull=False),
                name="regie_actie_klaar_met_resultaat",
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisatie_id", "uiterlijk"],
                condition=models.Q(klaar_op__isnull=True),
                name="regie_actie_open",
            ),
            models.Index(
                fields=["eigenaar"], condition=models.Q(klaar_op__isnull=True), name="regie_actie_van_wie"
            ),
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "wat iemand gaat doen en wat eruit kwam (versleuteld)"
        bewaarregel = "agendapunt"


class Uitvoeringscheck(DossierRow):
    """Privacycheck 2B: whether parts of a decision may go to one executing party. Nothing leaves without it.

    Holds the whole proposal; `gericht_aan` is whose turn it was, `akkoord_velden` are the codes of the fields that were
    agreed to, `verstrekking_id` is what was released after an agreement.
    """

    agendapunt_id = models.UUIDField()
    gevraagd_door = models.UUIDField()
    gevraagd_op = models.DateTimeField()
    gericht_aan = models.UUIDField()
    als_vervanger = models.BooleanField(default=False)
    aan_organisatie = models.CharField(max_length=24)
    kader = models.CharField(max_length=12)
    grondslag = models.CharField(max_length=40)
    taak = models.CharField(max_length=40, blank=True)
    slachtoffer = models.BooleanField()
    minderjarig = models.CharField(max_length=8)
    doel = VersleuteldVeld()
    noodzaak = VersleuteldVeld()
    velden = VersleuteldVeld()
    niet_vrijgegeven = VersleuteldVeld()
    akkoord_velden = VersleuteldVeld()
    besluit = models.CharField(max_length=14, blank=True)
    door = models.UUIDField(null=True)
    op = models.DateTimeField(null=True)
    reden = VersleuteldVeld()
    verstrekking_id = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(verstrekking_id__isnull=True) | models.Q(besluit="akkoord"),
                name="regie_check_eerst_akkoord",
            ),
            models.CheckConstraint(
                condition=models.Q(besluit="", door__isnull=True)
                | (
                    models.Q(besluit__in=list(CHECK), door__isnull=False)
                    & ~models.Q(door=models.F("gevraagd_door"))
                ),
                name="regie_check_door_een_ander",
            ),
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "wat naar een uitvoerder mag, en waarom (versleuteld)"
        bewaarregel = "agendapunt"
        plaintext: ClassVar = {
            "aan_organisatie": "openbare code van de uitvoerder",
            "kader": "code van het kader",
            "grondslag": "code van de wettelijke grondslag",
            "taak": "code van de gemeentelijke taak",
            "minderjarig": "vlag zonder naam: opent eerst de weg naar hulp",
            "besluit": "uitkomst van de check",
        }
        verwijzingen: ClassVar = {"verstrekking_id": "wordt eerder vernietigd dan het punt"}
