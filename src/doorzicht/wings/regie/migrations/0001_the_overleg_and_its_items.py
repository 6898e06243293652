import uuid

import django.db.models.constraints
from django.db import migrations, models

import doorzicht.ground.vault.fields
from doorzicht.ground.lib.protect import ProtectTable, RunSqlFile


class Migration(migrations.Migration):
    initial = True

    dependencies = [("verstrekking", "0001_what_was_released")]

    operations = [
        migrations.CreateModel(
            name="Actie",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("agendapunt_id", models.UUIDField()),
                ("eigenaar", models.UUIDField()),
                ("afgesproken_op", models.DateField()),
                ("uiterlijk", models.DateField()),
                ("klaar_op", models.DateTimeField(null=True)),
                ("klaar_door", models.UUIDField(null=True)),
                ("wat", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("resultaat", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("klaar_op__isnull", True)),
                        fields=["organisatie_id", "uiterlijk"],
                        name="regie_actie_open",
                    ),
                    models.Index(
                        condition=models.Q(("klaar_op__isnull", True)),
                        fields=["eigenaar"],
                        name="regie_actie_van_wie",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("id", models.F("dossier_id"))), name="regie_actie_is_dossier"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("klaar_door__isnull", True),
                                ("klaar_op__isnull", True),
                                ("resultaat__isnull", True),
                            ),
                            models.Q(
                                ("klaar_door__isnull", False),
                                ("klaar_op__isnull", False),
                                ("resultaat__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="regie_actie_klaar_met_resultaat",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Agendapunt",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("overleg_id", models.UUIDField()),
                ("volgnummer", models.PositiveSmallIntegerField()),
                ("soort", models.CharField(max_length=14)),
                ("status", models.CharField(default="straks", max_length=14)),
                ("verstrekking_id", models.UUIDField(null=True)),
                ("vorig_punt_id", models.UUIDField(null=True)),
                ("titel", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("overleg_id", "volgnummer"),
                        name="regie_agendapunt_volgnummer",
                    ),
                    models.UniqueConstraint(fields=("vorig_punt_id",), name="regie_agendapunt_een_vervolg"),
                    models.CheckConstraint(
                        condition=models.Q(("id", models.F("dossier_id"))), name="regie_agendapunt_is_dossier"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                ["straks", "nu", "behandeld", "besloten", "doorgeschoven", "vervallen"],
                            ),
                            ("soort__in", ["acties_vorige", "verstrekking", "rondvraag"]),
                        ),
                        name="regie_agendapunt_bekende_codes",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Besluit",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("agendapunt_id", models.UUIDField(unique=True)),
                ("soort", models.CharField(max_length=16)),
                ("versie", models.CharField(max_length=40)),
                ("op", models.DateTimeField()),
                ("door", models.UUIDField()),
                ("zorg_eerst", models.BooleanField()),
                ("zorgcheck", models.CharField(blank=True, max_length=10)),
                ("motivering", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("anders", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("zorg", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("aan_melder", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("zorg_eerst", False),
                            models.Q(("zorg__isnull", False), ("zorgcheck__in", ["geregeld", "niet_nodig"])),
                            _connector="OR",
                        ),
                        name="regie_besluit_eerst_zorg",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("motivering__isnull", False)), name="regie_besluit_met_reden"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Bijdrage",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("agendapunt_id", models.UUIDField()),
                ("van_medewerker", models.UUIDField()),
                ("van_organisatie_id", models.CharField(max_length=24)),
                ("op", models.DateTimeField(null=True)),
                ("tekst", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agendapunt_id", "van_medewerker"), name="regie_bijdrage_een_plek"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Deelname",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("agendapunt_id", models.UUIDField()),
                ("medewerker_id", models.UUIDField()),
                ("van_organisatie_id", models.CharField(max_length=24)),
                ("vast", models.BooleanField(default=False)),
                ("aanwezig", models.BooleanField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["medewerker_id"], name="regie_deelname_wie")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agendapunt_id", "medewerker_id"), name="regie_deelname_een_keer"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Overleg",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("begin", models.DateTimeField()),
                ("eind", models.DateTimeField()),
                ("status", models.CharField(default="gepland", max_length=10)),
                ("geopend_op", models.DateTimeField(null=True)),
                ("gesloten_op", models.DateTimeField(null=True)),
                ("voorzitter", models.UUIDField()),
                ("kalender", models.UUIDField(default=uuid.uuid4)),
                ("kalender_versie", models.PositiveSmallIntegerField(default=0)),
                ("plaats", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["organisatie_id", "begin"], name="regie_overleg_wanneer")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("eind__gt", models.F("begin"))), name="regie_overleg_periode"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("id", models.F("dossier_id"))), name="regie_overleg_is_dossier"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["gepland", "bezig", "gesloten", "afgezegd"])),
                        name="regie_overleg_bekende_status",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Uitvoeringscheck",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("agendapunt_id", models.UUIDField()),
                ("gevraagd_door", models.UUIDField()),
                ("gevraagd_op", models.DateTimeField()),
                ("gericht_aan", models.UUIDField()),
                ("als_vervanger", models.BooleanField(default=False)),
                ("aan_organisatie", models.CharField(max_length=24)),
                ("kader", models.CharField(max_length=12)),
                ("grondslag", models.CharField(max_length=40)),
                ("taak", models.CharField(blank=True, max_length=40)),
                ("slachtoffer", models.BooleanField()),
                ("minderjarig", models.CharField(max_length=8)),
                ("doel", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("noodzaak", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("velden", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("niet_vrijgegeven", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("akkoord_velden", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("besluit", models.CharField(blank=True, max_length=14)),
                ("door", models.UUIDField(null=True)),
                ("op", models.DateTimeField(null=True)),
                ("reden", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("verstrekking_id", models.UUIDField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("verstrekking_id__isnull", True), ("besluit", "akkoord"), _connector="OR"
                        ),
                        name="regie_check_eerst_akkoord",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("besluit", ""), ("door__isnull", True)),
                            models.Q(
                                ("besluit__in", ["akkoord", "afgewezen", "tegenvoorstel"]),
                                ("door__isnull", False),
                                models.Q(("door", models.F("gevraagd_door")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="regie_check_door_een_ander",
                    ),
                ],
            },
        ),
        ProtectTable("Overleg", is_parent=True),
        ProtectTable(
            "Agendapunt", parents={"overleg_id": "Overleg", "vorig_punt_id": "Agendapunt"}, is_parent=True
        ),
        ProtectTable("Deelname", parents={"agendapunt_id": "Agendapunt"}),
        ProtectTable("Bijdrage", parents={"agendapunt_id": "Agendapunt"}),
        ProtectTable("Besluit", parents={"agendapunt_id": "Agendapunt"}, grants="SELECT, INSERT, DELETE"),
        ProtectTable("Actie", parents={"agendapunt_id": "Agendapunt"}),
        ProtectTable(
            "Uitvoeringscheck",
            parents={"agendapunt_id": "Agendapunt"},
            grants="SELECT, INSERT, DELETE, UPDATE (akkoord_velden, als_vervanger, besluit, door, op, reden, verstrekking_id)",
        ),
        RunSqlFile("doorzicht.wings.regie", "overleg.sql"),
        RunSqlFile("doorzicht.wings.regie", "acties.sql"),
    ]
