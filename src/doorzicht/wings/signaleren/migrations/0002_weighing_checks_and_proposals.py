import uuid

import django.contrib.postgres.fields
from django.db import migrations, models

import doorzicht.ground.vault.fields
from doorzicht.ground.lib.protect import ProtectTable, RunSqlFile


class Migration(migrations.Migration):
    dependencies = [
        ("signaleren", "0001_meldingen_and_what_they_hold"),
    ]

    operations = [
        migrations.CreateModel(
            name="Aanvulling",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("weging_id", models.UUIDField()),
                ("tekst", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("door", models.UUIDField()),
                ("op", models.DateTimeField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Herkenvraag",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("privacycheck_id", models.UUIDField()),
                ("bereik", models.CharField(default="gemeente", max_length=8)),
                ("antwoord", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("door", models.UUIDField()),
                ("op", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("bereik__in", ["gemeente", "regio"])),
                        name="signaleren_herkenvraag_bereik",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Privacycheck",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("soort", models.CharField(max_length=2)),
                ("weging_id", models.UUIDField()),
                ("gevraagd_door", models.UUIDField()),
                ("gevraagd_op", models.DateTimeField()),
                ("gericht_aan", models.UUIDField(null=True)),
                ("uiterlijk", models.DateField()),
                ("vraag", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                (
                    "bronnen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), default=list, size=None
                    ),
                ),
                (
                    "vrijgegeven",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), default=list, size=None
                    ),
                ),
                ("besluit", models.CharField(blank=True, max_length=16)),
                ("reden", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("tegenvoorstel", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("door", models.UUIDField(null=True)),
                ("op", models.DateTimeField(null=True)),
                ("als_vervanger", models.BooleanField(default=False)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("besluit", "")),
                        fields=["organisatie_id", "uiterlijk"],
                        name="signaleren_privacycheck_open",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("soort__in", ["1", "2A"]),
                            ("besluit__in", ["", "akkoord", "afgewezen", "tegenvoorstel"]),
                        ),
                        name="signaleren_privacycheck_codes",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("besluit", "")),
                        fields=("dossier_id", "soort"),
                        name="signaleren_privacycheck_een_open",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("besluit", ""),
                            models.Q(
                                ("door__isnull", False), ("op__isnull", False), ("reden__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="signaleren_privacycheck_besluit_met_reden",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("door__isnull", True),
                            models.Q(("door", models.F("gevraagd_door")), _negated=True),
                            _connector="OR",
                        ),
                        name="signaleren_privacycheck_door_een_ander",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("vrijgegeven", []), ("besluit", "akkoord"), _connector="OR"),
                        name="signaleren_privacycheck_vrij_na_akkoord",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Voordracht",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("privacycheck_id", models.UUIDField()),
                ("label", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("grondslag", models.CharField(max_length=40)),
                ("taak", models.CharField(max_length=40)),
                ("doel", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("noodzaak", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("andere_grond", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("vervalt_op", models.DateTimeField()),
                ("slachtoffer", models.BooleanField()),
                ("minderjarig", models.CharField(max_length=8)),
                ("niet_gekozen", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("verstrekking_id", models.UUIDField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("privacycheck_id",), name="signaleren_voordracht_een_per_check"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="VoordrachtVeld",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("voordracht_id", models.UUIDField()),
                ("volgnummer", models.PositiveSmallIntegerField()),
                ("code", models.CharField(max_length=40)),
                ("label", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("inhoud", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("waarom", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("vrijgegeven", models.BooleanField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("voordracht_id", "volgnummer"), name="signaleren_voordracht_volgorde"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Weging",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("volgnummer", models.PositiveSmallIntegerField()),
                ("concept", models.BooleanField(default=True)),
                ("catalogusversie", models.CharField(max_length=40)),
                (
                    "waarnemingen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                ("taak", models.CharField(blank=True, max_length=40)),
                ("gebied", models.CharField(blank=True, max_length=8)),
                ("concreet", models.BooleanField(null=True)),
                ("concreet_uitleg", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("recent", models.BooleanField(null=True)),
                ("recent_uitleg", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("uitkomst", models.CharField(blank=True, max_length=16)),
                ("reden", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("overdracht_aan", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("overdracht_op", models.DateField(null=True)),
                ("overdracht_hoe", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                (
                    "bronnen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), default=list, size=None
                    ),
                ),
                ("vraag", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("door", models.UUIDField()),
                ("op", models.DateTimeField()),
                ("tweede_nodig", models.BooleanField(default=False)),
                ("tweede_akkoord", models.BooleanField(null=True)),
                ("tweede_door", models.UUIDField(null=True)),
                ("tweede_op", models.DateTimeField(null=True)),
                ("tweede_reden", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["dossier_id", "volgnummer"], name="signaleren_weging_dossier"),
                    models.Index(
                        condition=models.Q(("tweede_door__isnull", True), ("tweede_nodig", True)),
                        fields=["door"],
                        name="signaleren_weging_wacht_tweede",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dossier_id", "volgnummer"), name="signaleren_weging_volgnummer"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("concept", True)),
                        fields=("dossier_id",),
                        name="signaleren_weging_een_concept",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("concept", True),
                            models.Q(models.Q(("uitkomst", ""), _negated=True), ("reden__isnull", False)),
                            _connector="OR",
                        ),
                        name="signaleren_weging_met_reden",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("concept", True),
                            models.Q(("uitkomst", "vervolganalyse"), _negated=True),
                            models.Q(
                                models.Q(("taak__in", ["", "geen-taak"]), _negated=True), ("gebied", "ja")
                            ),
                            _connector="OR",
                        ),
                        name="signaleren_weging_taak_en_gebied",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("concept", True),
                            ("uitkomst", "niets"),
                            models.Q(("concreet__isnull", False), ("recent__isnull", False)),
                            _connector="OR",
                        ),
                        name="signaleren_weging_poorten",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tweede_door__isnull", True),
                            models.Q(("tweede_door", models.F("door")), _negated=True),
                            _connector="OR",
                        ),
                        name="signaleren_weging_tweede_is_een_ander",
                    ),
                ],
            },
        ),
        ProtectTable("Weging", is_parent=True),
        ProtectTable("Aanvulling", parents={"weging_id": "Weging"}, grants="SELECT, INSERT, DELETE"),
        ProtectTable("Privacycheck", parents={"weging_id": "Weging"}, is_parent=True),
        ProtectTable(
            "Herkenvraag", parents={"privacycheck_id": "Privacycheck"}, grants="SELECT, INSERT, DELETE"
        ),
        ProtectTable("Voordracht", parents={"privacycheck_id": "Privacycheck"}, is_parent=True),
        ProtectTable("VoordrachtVeld", parents={"voordracht_id": "Voordracht"}),
        RunSqlFile("doorzicht.wings.signaleren", "weging.sql"),
    ]
