import uuid

from django.db import migrations, models

import doorzicht.ground.vault.fields
from doorzicht.ground.lib.protect import ProtectTable, RunSqlFile


class Migration(migrations.Migration):
    initial = True

    dependencies = [("access", "0001_recusal_and_temporary_access")]

    operations = [
        migrations.CreateModel(
            name="Verstrekking",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("nummer", models.CharField(max_length=16)),
                ("bron_dossier_id", models.UUIDField(editable=False)),
                ("bron_compartiment", models.CharField(editable=False, max_length=12)),
                ("van_wing", models.CharField(max_length=12)),
                ("aan_organisatie_id", models.CharField(max_length=24)),
                ("aan_wing", models.CharField(max_length=12)),
                ("kader", models.CharField(max_length=12)),
                ("grondslag", models.CharField(max_length=40)),
                ("taak", models.CharField(blank=True, max_length=40)),
                ("doel", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("noodzaak", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("label", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("niet_vrijgegeven", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("slachtoffer", models.BooleanField()),
                ("minderjarig", models.CharField(max_length=8)),
                ("status", models.CharField(default="aangeboden", max_length=12)),
                ("aangeboden_door", models.UUIDField()),
                ("aangeboden_op", models.DateTimeField()),
                ("privacycheck_door", models.UUIDField(null=True)),
                ("beslist_door", models.UUIDField(null=True)),
                ("beslist_op", models.DateTimeField(null=True)),
                ("beeindigd_door", models.UUIDField(null=True)),
                ("beeindigd_op", models.DateTimeField(null=True)),
                ("reden", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("vervalt_op", models.DateTimeField()),
                ("bevestigen_voor", models.DateField(null=True)),
                ("bevestigd_door", models.UUIDField(null=True)),
                ("bevestigd_op", models.DateTimeField(null=True)),
                ("herinnerd_op", models.DateField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("status__in", ["aangeboden", "aangenomen"])),
                        fields=["aan_organisatie_id", "aan_wing", "vervalt_op"],
                        name="verstrekking_aan",
                    ),
                    models.Index(fields=["bron_dossier_id"], name="verstrekking_bron"),
                    models.Index(
                        condition=models.Q(("status__in", ["aangeboden", "aangenomen"])),
                        fields=["organisatie_id", "vervalt_op"],
                        name="verstrekking_loopt",
                    ),
                    models.Index(fields=["organisatie_id", "-aangeboden_op"], name="verstrekking_register"),
                    models.Index(
                        fields=["aan_organisatie_id", "-aangeboden_op"], name="verstrekking_ontvangen"
                    ),
                    models.Index(
                        condition=models.Q(
                            ("bevestigd_op__isnull", True), ("bevestigen_voor__isnull", False)
                        ),
                        fields=["organisatie_id", "bevestigen_voor"],
                        name="verstrekking_te_bevestigen",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("organisatie_id", "nummer"), name="verstrekking_nummer"),
                    models.CheckConstraint(
                        condition=models.Q(("id", models.F("dossier_id"))), name="verstrekking_is_dossier"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                ["aangeboden", "aangenomen", "afgewezen", "ingetrokken", "verlopen"],
                            ),
                            ("kader__in", ["overleg", "afdeling", "riec", "zorg", "politie"]),
                            ("van_wing__in", ["signaleren", "regie", "zorg", "beleid", "partner"]),
                            ("aan_wing__in", ["signaleren", "regie", "zorg", "beleid", "partner"]),
                            ("minderjarig__in", ["ja", "nee", "onbekend"]),
                        ),
                        name="verstrekking_bekende_codes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("grondslag", ""), _negated=True),
                            ("doel__isnull", False),
                            ("label__isnull", False),
                            ("noodzaak__isnull", False),
                        ),
                        name="verstrekking_grond_doel_noodzaak",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("vervalt_op__gt", models.F("aangeboden_op"))),
                        name="verstrekking_houdt_op",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("privacycheck_door__isnull", True),
                            models.Q(("privacycheck_door", models.F("aangeboden_door")), _negated=True),
                            _connector="OR",
                        ),
                        name="verstrekking_check_door_een_ander",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("compartiment", models.F("bron_compartiment")),
                            models.Q(("bron_compartiment", "algemeen"), ("compartiment", "hulp")),
                            _connector="OR",
                        ),
                        name="verstrekking_zegel_blijft",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("bevestigd_door__isnull", True), ("bevestigd_op__isnull", True)),
                            models.Q(
                                ("bevestigd_door__isnull", False),
                                ("bevestigd_op__isnull", False),
                                ("bevestigen_voor__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="verstrekking_bevestigd_door_iemand",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VrijgegevenVeld",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("code", models.CharField(max_length=40)),
                ("volgnummer", models.PositiveSmallIntegerField()),
                ("label", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("inhoud", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("waarom", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dossier_id", "volgnummer"), name="verstrekking_veld_volgorde"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("label__isnull", False), ("waarom__isnull", False)),
                        name="verstrekking_veld_compleet",
                    ),
                ],
            },
        ),
        ProtectTable(
            "Verstrekking",
            is_parent=True,
            grants="SELECT, INSERT, DELETE, UPDATE (status, beslist_door, beslist_op, beeindigd_door, beeindigd_op, reden, "
            "bevestigen_voor, herinnerd_op)",
        ),
        ProtectTable(
            "VrijgegevenVeld",
            parents={"dossier_id": "Verstrekking"},
            grants="SELECT, INSERT, DELETE, UPDATE (inhoud)",
        ),
        RunSqlFile("doorzicht.ground.verstrekking", "verstrekking.sql"),
        RunSqlFile("doorzicht.ground.verstrekking", "ontvangen.sql"),
    ]
