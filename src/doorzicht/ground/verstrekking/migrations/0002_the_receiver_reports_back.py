import uuid

from django.db import migrations, models

import doorzicht.ground.vault.fields
from doorzicht.ground.lib.protect import ProtectTable, RunSqlFile


class Migration(migrations.Migration):
    dependencies = [("verstrekking", "0001_what_was_released")]

    operations = [
        migrations.CreateModel(
            name="Voortgang",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("stand", models.CharField(max_length=14)),
                ("tekst", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("door", models.UUIDField()),
                ("op", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("stand__in", ["op_agenda", "doorgeschoven", "besloten", "vervallen"])
                        ),
                        name="verstrekking_voortgang_stand",
                    )
                ],
            },
        ),
        ProtectTable("Voortgang", grants="SELECT, INSERT, DELETE"),
        RunSqlFile("doorzicht.ground.verstrekking", "voortgang.sql"),
    ]
