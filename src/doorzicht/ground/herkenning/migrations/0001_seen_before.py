import uuid

import django.contrib.postgres.fields
from django.db import migrations, models

from doorzicht.ground.lib.protect import ProtectTable, RunSqlFile

SOORTEN = ["telefoon", "email", "kenteken", "iban", "kvk", "url", "adres"]


def _dossier_row() -> list[tuple[str, models.Field]]:
    return [
        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
        ("dossier_id", models.UUIDField(editable=False)),
        ("organisatie_id", models.CharField(editable=False, max_length=24)),
        ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
    ]


class Migration(migrations.Migration):
    initial = True

    dependencies = [("access", "0001_recusal_and_temporary_access")]

    operations = [
        migrations.CreateModel(
            name="Kenmerk",
            fields=[
                *_dossier_row(),
                ("soort", models.CharField(max_length=12)),
                ("indexwaarde", models.BinaryField()),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["organisatie_id", "compartiment", "indexwaarde"],
                        name="herkenning_kenmerk_zoek",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dossier_id", "indexwaarde"), name="herkenning_kenmerk_uniek"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("soort__in", SOORTEN)), name="herkenning_kenmerk_soort"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Vrijgave",
            fields=[
                *_dossier_row(),
                (
                    "soorten",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=12), size=None
                    ),
                ),
                ("regio", models.BooleanField(default=False)),
                ("doel", models.CharField(max_length=60)),
                ("weger", models.UUIDField()),
                ("door", models.UUIDField()),
                ("op", models.DateTimeField()),
                ("tot", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("door", models.F("weger")), _negated=True),
                        name="herkenning_vrijgave_twee_mensen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tot__gt", models.F("op"))), name="herkenning_vrijgave_periode"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("soorten__contained_by", SOORTEN), ("soorten__len__gt", 0)),
                        name="herkenning_vrijgave_soorten",
                    ),
                ],
            },
        ),
        ProtectTable(
            "Kenmerk", grants="SELECT (id, dossier_id, organisatie_id, compartiment, soort), INSERT, DELETE"
        ),
        ProtectTable("Vrijgave", grants="SELECT, INSERT, DELETE"),
        RunSqlFile("doorzicht.ground.herkenning", "herken.sql"),
    ]
