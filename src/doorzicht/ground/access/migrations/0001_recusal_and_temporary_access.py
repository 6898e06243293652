import uuid

from django.db import migrations, models

import doorzicht.ground.vault.fields
from doorzicht.ground.lib.protect import ProtectTable, RunSqlFile


class Migration(migrations.Migration):
    initial = True

    dependencies = [("logboek", "0001_what_is_remembered"), ("organisaties", "0001_organisations_and_staff")]

    operations = [
        migrations.CreateModel(
            name="Toegang",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("medewerker_id", models.UUIDField(null=True)),
                ("voor_organisatie_id", models.CharField(max_length=24, null=True)),
                ("kader", models.CharField(max_length=24)),
                ("van", models.DateTimeField()),
                ("tot", models.DateTimeField()),
                ("ingetrokken_op", models.DateTimeField(null=True)),
                ("door", models.UUIDField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["medewerker_id", "tot"], name="access_toegang_wie"),
                    models.Index(fields=["voor_organisatie_id", "tot"], name="access_toegang_organisatie"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tot__gt", models.F("van"))), name="access_toegang_periode"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("medewerker_id__isnull", True),
                            ("voor_organisatie_id__isnull", True),
                            _connector="XOR",
                        ),
                        name="access_toegang_een_ontvanger",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Uitsluiting",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("medewerker_id", models.UUIDField()),
                ("reden", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("door", models.UUIDField()),
                ("op", models.DateTimeField()),
                ("ingetrokken_op", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["medewerker_id"], name="access_uitsluiting_wie")],
            },
        ),
        ProtectTable("Uitsluiting"),
        ProtectTable("Toegang"),
        RunSqlFile("doorzicht.ground.access", "enter.sql"),
    ]
