import uuid

import django.contrib.postgres.fields
from django.db import migrations, models

from doorzicht.ground.lib.protect import ProtectTable, RunSqlFile
from doorzicht.ground.vault.fields import VersleuteldVeld

STATUSSEN = ["gemeld", "beoordeeld", "gemeld_ap", "ingelicht", "afgesloten"]
AARD = ["vertrouwelijkheid", "integriteit", "beschikbaarheid"]
UITZONDERINGEN = ["geen_hoog_risico", "onleesbaar", "weggenomen", "onevenredig"]
CHANGES = (
    "status, klok_vanaf, versie, aard, feiten, betreft_wie, betreft_wat, gevolgen, maatregelen, ap_gemeld_op, "
    "ap_kenmerk, ap_laat_reden, ingelicht_op, ingelicht_hoe, afgesloten_op, afgesloten_door"
)
"""What was reported is not among them: it stays as it was."""


def _dossier_row() -> list[tuple[str, models.Field]]:
    return [
        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
        ("dossier_id", models.UUIDField(editable=False)),
        ("organisatie_id", models.CharField(editable=False, max_length=24)),
        ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
    ]


def _encrypted(name: str) -> tuple[str, models.Field]:
    return name, VersleuteldVeld(default=None, null=True)


class Migration(migrations.Migration):
    dependencies = [
        ("beleid", "0001_versions_of_the_plan"),
        ("access", "0001_recusal_and_temporary_access"),
    ]

    operations = [
        migrations.CreateModel(
            name="Datalek",
            fields=[
                *_dossier_row(),
                ("nummer", models.CharField(max_length=16)),
                ("status", models.CharField(default="gemeld", max_length=12)),
                ("ontdekt_op", models.DateTimeField()),
                ("gemeld_op", models.DateTimeField()),
                ("gemeld_door", models.UUIDField()),
                ("inzending", models.UUIDField()),
                ("gaande", models.CharField(max_length=8)),
                _encrypted("omschrijving"),
                ("klok_vanaf", models.DateTimeField()),
                ("versie", models.PositiveSmallIntegerField(default=0)),
                (
                    "aard",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), default=list, size=None
                    ),
                ),
                _encrypted("feiten"),
                _encrypted("betreft_wie"),
                _encrypted("betreft_wat"),
                _encrypted("gevolgen"),
                _encrypted("maatregelen"),
                ("ap_gemeld_op", models.DateTimeField(null=True)),
                _encrypted("ap_kenmerk"),
                _encrypted("ap_laat_reden"),
                ("ingelicht_op", models.DateTimeField(null=True)),
                _encrypted("ingelicht_hoe"),
                ("afgesloten_op", models.DateTimeField(null=True)),
                ("afgesloten_door", models.UUIDField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["organisatie_id", "-gemeld_op"], name="beleid_datalek_nieuwste")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisatie_id", "nummer"), name="beleid_datalek_nummer"
                    ),
                    models.UniqueConstraint(
                        fields=("gemeld_door", "inzending"), name="beleid_datalek_een_keer"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("id", models.F("dossier_id"))), name="beleid_datalek_is_dossier"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", STATUSSEN),
                            ("gaande__in", ["ja", "nee", "onbekend"]),
                            ("aard__contained_by", AARD),
                        ),
                        name="beleid_datalek_codes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "afgesloten"), _negated=True),
                            models.Q(
                                ("afgesloten_door__isnull", False),
                                ("afgesloten_op__isnull", False),
                                ("feiten__isnull", False),
                                ("gevolgen__isnull", False),
                                ("maatregelen__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="beleid_datalek_dicht_met_feiten",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "gemeld_ap"), _negated=True),
                            ("ap_gemeld_op__isnull", False),
                            _connector="OR",
                        ),
                        name="beleid_datalek_ap_met_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Datalekbesluit",
            fields=[
                *_dossier_row(),
                ("datalek_id", models.UUIDField()),
                ("ap", models.BooleanField()),
                _encrypted("ap_reden"),
                ("betrokkenen", models.BooleanField()),
                _encrypted("betrokkenen_reden"),
                ("uitzondering", models.CharField(blank=True, max_length=20)),
                ("door", models.UUIDField()),
                ("op", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["datalek_id", "op"], name="beleid_datalekbesluit_volgorde")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ap_reden__isnull", False), ("betrokkenen_reden__isnull", False)),
                        name="beleid_datalekbesluit_met_reden",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("betrokkenen", False), ("ap", True), _connector="OR"),
                        name="beleid_datalekbesluit_hoog_risico_is_risico",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("betrokkenen", True), ("uitzondering", "")),
                            models.Q(("betrokkenen", False), ("uitzondering__in", UITZONDERINGEN)),
                            _connector="OR",
                        ),
                        name="beleid_datalekbesluit_uitzondering",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Datalekklok",
            fields=[
                *_dossier_row(),
                ("datalek_id", models.UUIDField()),
                ("vanaf", models.DateTimeField()),
                _encrypted("reden"),
                ("door", models.UUIDField()),
                ("op", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["datalek_id", "op"], name="beleid_datalekklok_volgorde")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reden__isnull", False)), name="beleid_datalekklok_met_reden"
                    )
                ],
            },
        ),
        ProtectTable("Datalek", grants=f"SELECT, INSERT, DELETE, UPDATE ({CHANGES})", is_parent=True),
        ProtectTable("Datalekbesluit", parents={"datalek_id": "Datalek"}, grants="SELECT, INSERT, DELETE"),
        ProtectTable("Datalekklok", parents={"datalek_id": "Datalek"}, grants="SELECT, INSERT, DELETE"),
        RunSqlFile("doorzicht.wings.beleid", "datalek.sql"),
    ]
