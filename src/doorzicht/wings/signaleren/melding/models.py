"""What came in: the melding, the people in it with their roles, what was seen, who reported, what was said back.

Everything a person can be recognised by is ciphertext. What stays readable is what a worklist must sort and
filter on: codes, days and states, each with its reason in `Privacy.plaintext`.
"""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from doorzicht.ground.lib.rows import DossierRow, numbered, only
from doorzicht.ground.organisaties.kanalen import MET_KLOK
from doorzicht.ground.vault.fields import VersleuteldVeld
from doorzicht.wings.signaleren.melding import workflow
from doorzicht.wings.signaleren.melding.invoer import GEBIED

LEEFTIJD = [("minderjarig", "jonger dan 18"), ("meerderjarig", "18 of ouder"), ("onbekend", "weet ik niet")]
OP_DE_LIJST = models.Q(status__in=workflow.OPEN) | models.Q(nieuw_bericht__isnull=False)
"""What stands on the worklist: what is open, and whatever the reporter wrote about since."""

SPOED = [("gewoon", "gewoon"), ("spoed", "spoed"), ("acuut", "acuut gevaar")]


class Melding(DossierRow):
    """One report. Its id is the id of its dossier. `ontvangen_op` is empty for the public: the day is enough.

    `nieuw_bericht` is the day of the oldest message of the reporter that nobody opened yet.
    """

    nummer = models.CharField(max_length=16)
    kanaal = models.CharField(max_length=12)
    route = models.CharField(max_length=16, default="meldpunt")
    kaart = models.CharField(max_length=40, blank=True)
    taal = models.CharField(max_length=5, default="nl")
    ontvangen_dag = models.DateField()
    ontvangen_op = models.DateTimeField(null=True)
    status = models.CharField(max_length=20, default="nieuw")
    spoed = models.CharField(max_length=8, choices=SPOED, default="gewoon")
    leeftijd = models.CharField(max_length=12, choices=LEEFTIJD, default="onbekend")
    vormen = ArrayField(models.CharField(max_length=24), default=list)
    sector = models.CharField(max_length=32, blank=True)
    gebied = models.CharField(max_length=8, default="onbekend")
    uiterlijk = models.DateField()
    terugkoppelen_voor = models.DateField()
    verzegeld = models.BooleanField(default=False)
    label = VersleuteldVeld()
    verhaal = VersleuteldVeld()
    plaats = VersleuteldVeld()
    wanneer = VersleuteldVeld()
    inzending = models.BinaryField(max_length=32)
    ontvangst = models.BinaryField(max_length=32, null=True)
    ontvangst_bevestigd = models.BooleanField(default=False)
    nieuw_bericht = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisatie_id", "nummer"], name="signaleren_melding_nummer"),
            models.UniqueConstraint(
                fields=["organisatie_id", "inzending"], name="signaleren_melding_inzending"
            ),
            models.UniqueConstraint(
                fields=["organisatie_id", "ontvangst"], name="signaleren_melding_ontvangst"
            ),
            models.CheckConstraint(
                condition=models.Q(kanaal__in=list(MET_KLOK)) | models.Q(ontvangen_op__isnull=True),
                name="signaleren_melding_anoniem_zonder_klok",
            ),
            models.CheckConstraint(
                condition=models.Q(id=models.F("dossier_id")), name="signaleren_melding_is_dossier"
            ),
            only(
                "signaleren_melding_codes", status=workflow.STATUSSEN, route=workflow.ROUTES,
                spoed=dict(SPOED), leeftijd=dict(LEEFTIJD), gebied=GEBIED.values(),
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(
                fields=["organisatie_id", "uiterlijk", "id"],
                condition=models.Q(verzegeld=False) & OP_DE_LIJST,
                name="signaleren_melding_werklijst",
            ),
            models.Index(
                fields=["organisatie_id", "status", "uiterlijk", "id"],
                condition=models.Q(verzegeld=False, status__in=workflow.OPEN),
                name="signaleren_melding_stap",
            ),
            models.Index(
                fields=["organisatie_id", "nieuw_bericht"],
                condition=models.Q(verzegeld=False, nieuw_bericht__isnull=False),
                name="signaleren_melding_bericht",
            ),
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "wat iemand zag of hoorde over mogelijke uitbuiting: label, verhaal, plaats (versleuteld)"
        bewaarregel = "melding-open"
        plaintext: ClassVar = {
            "nummer": "willekeurig nummer, zegt niets over een mens",
            "kanaal": "hoe het binnenkwam",
            "route": "meldpunt of rechtstreeks",
            "kaart": "functiegroep van de kaart, niet de medewerker",
            "taal": "taal van het formulier dat gekozen is om te kunnen antwoorden; geen kenmerk van een persoon",
            "status": "stap in de werkstroom",
            "spoed": "volgorde van werken",
            "leeftijd": "alleen minderjarig, meerderjarig of onbekend, nodig om zorg voor te laten gaan",
            "vormen": "code van de catalogus",
            "sector": "code van de catalogus",
            "gebied": "binnen of buiten de gemeente",
            "inzending": "hash die dubbel versturen herkent",
            "ontvangst": "trage hash van de ontvangstcode",
            "nieuw_bericht": "dag van het oudste bericht dat nog niemand las; nodig om het niet te laten liggen",
        }


class Melder(DossierRow):
    """Who reported, if they said so. Encrypted, and never in any index: nobody can search for a reporter.

    `wie` is for staff only: a keyed mark by which somebody finds the meldingen they made themselves.
    """

    naam = VersleuteldVeld()
    contact = VersleuteldVeld()
    veilig = VersleuteldVeld()
    wie = models.BinaryField(max_length=16, null=True)

    class Meta:
        indexes = [
            models.Index(fields=["wie"], condition=models.Q(wie__isnull=False), name="signaleren_melder_wie")
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "naam en contact van de melder als die ze gaf (versleuteld, nooit doorzoekbaar)"
        bewaarregel = "melding-open"
        plaintext: ClassVar = {"wie": "merk met sleutel; alleen de medewerker zelf kan het maken"}


class Persoon(DossierRow):
    """Somebody the melding speaks of. One person can hold several roles, each with its dates."""

    volgnummer = models.PositiveSmallIntegerField()
    leeftijd = models.CharField(max_length=12, choices=LEEFTIJD, default="onbekend")
    tolk_nodig = models.BooleanField(default=False)
    aanduiding = VersleuteldVeld()
    naam = VersleuteldVeld()
    geboortejaar = VersleuteldVeld()
    omschrijving = VersleuteldVeld()

    class Meta:
        constraints = [
            numbered("signaleren_persoon_volgnummer"),
            only("signaleren_persoon_codes", leeftijd=dict(LEEFTIJD)),
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "naam, geboortejaar en omschrijving van iemand in een melding (versleuteld)"
        bewaarregel = "melding-open"
        plaintext: ClassVar = {"leeftijd": "alleen minderjarig, meerderjarig of onbekend: zorg gaat voor"}


class RolVanPersoon(DossierRow):
    """A role of a person from a day to a day. `dader` does not exist: guilt is for a judge."""

    persoon_id = models.UUIDField()
    rol = models.CharField(max_length=16)
    vanaf = models.DateField()
    tot = models.DateField(null=True)
    door = models.UUIDField(null=True)

    ROLLEN: ClassVar = workflow.ROLLEN

    class Meta:
        constraints = [
            only("signaleren_rol_codes", rol=workflow.ROLLEN),
            models.CheckConstraint(
                condition=models.Q(tot__isnull=True) | models.Q(tot__gte=models.F("vanaf")),
                name="signaleren_rol_eindigt_na_begin",
            ),
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "welke rol iemand in een melding heeft, met data"
        bewaarregel = "melding-open"
        plaintext: ClassVar = {"rol": "code; hoort bij een volgnummer, niet bij een naam"}


class Gegeven(DossierRow):
    """Something that can be recognised later: a phone number, plate, account, address. Encrypted here; its blind
    index lives in `ground.herkenning` and only after privacycheck 1."""

    persoon_id = models.UUIDField(null=True)
    soort = models.CharField(max_length=12)
    waarde = VersleuteldVeld()

    class Privacy(DossierRow.Privacy):
        gegevens = "telefoon, kenteken, rekening, adres of webadres in een melding (versleuteld)"
        bewaarregel = "melding-open"
        plaintext: ClassVar = {"soort": "soort gegeven, niet de waarde"}


class Waarneming(DossierRow):
    """Something observed (a code of the catalogue), or a vulnerability, a place, or something that speaks against."""

    persoon_id = models.UUIDField(null=True)
    soort = models.CharField(max_length=14, default="waarneming")
    code = models.CharField(max_length=12, blank=True)
    volgnummer = models.PositiveSmallIntegerField()
    toelichting = VersleuteldVeld()
    bron = VersleuteldVeld()
    dag = models.DateField(null=True)
    door = models.UUIDField(null=True)
    vervallen = models.BooleanField(default=False)

    class Meta:
        constraints = [
            only("signaleren_waarneming_codes", soort=workflow.WAARNEMINGEN),
            numbered("signaleren_waarneming_volgnummer"),
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "wat is gezien bij iemand of op een plek (toelichting en bron versleuteld)"
        bewaarregel = "melding-open"
        plaintext: ClassVar = {
            "soort": "soort waarneming",
            "code": "code van de catalogus, nodig om te wegen; hoort bij een volgnummer, niet bij een naam",
        }


class Bericht(DossierRow):
    """A message between the Meldpunt and a reporter who holds the receipt. Days only."""

    van_melder = models.BooleanField()
    dag = models.DateField()
    volgnummer = models.PositiveSmallIntegerField()
    tekst = VersleuteldVeld()
    gelezen_dag = models.DateField(null=True)
    door = models.UUIDField(null=True)

    class Meta:
        constraints = [numbered("signaleren_bericht_volgnummer")]

    class Privacy(DossierRow.Privacy):
        gegevens = "wat melder en Meldpunt elkaar schreven (versleuteld)"
        bewaarregel = "melding-open"


class AcuteStap(DossierRow):
    """A call that comes before everything else: whom, when, by whom, and what came of it (product rule 9)."""

    soort = models.CharField(max_length=16)
    op = models.DateTimeField()
    door = models.UUIDField()
    wie = VersleuteldVeld()
    uitkomst = VersleuteldVeld()

    SOORTEN: ClassVar = workflow.ACUTE_STAPPEN
    GEBELD: ClassVar = ("112", "veilig_thuis", "zorgcoordinator")

    class Meta:
        constraints = [only("signaleren_acutestap_codes", soort=workflow.ACUTE_STAPPEN)]

    class Privacy(DossierRow.Privacy):
        gegevens = "wie wanneer belde bij gevaar en wat is afgesproken (versleuteld)"
        bewaarregel = "melding-open"
        plaintext: ClassVar = {"soort": "wie er gebeld is"}


class Samenvoeging(DossierRow):
    """This melding went on under another number. Stands beside the data and can be undone."""

    in_melding_id = models.UUIDField()
    status_ervoor = models.CharField(max_length=20)
    reden = VersleuteldVeld()
    door = models.UUIDField()
    op = models.DateTimeField()
    gesplitst_op = models.DateTimeField(null=True)
    gesplitst_door = models.UUIDField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["organisatie_id", "in_melding_id"], name="signaleren_samenvoeging_in")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier_id"],
                condition=models.Q(gesplitst_op__isnull=True),
                name="signaleren_samenvoeging_een_open",
            )
        ]

    class Privacy(DossierRow.Privacy):
        gegevens = "dat twee meldingen over hetzelfde gaan, en waarom (versleuteld)"
        bewaarregel = "melding-open"
        plaintext: ClassVar = {"status_ervoor": "stap in de werkstroom"}
