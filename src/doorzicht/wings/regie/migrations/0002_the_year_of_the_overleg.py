import uuid

from django.db import migrations, models

import doorzicht.ground.vault.fields
from doorzicht.ground.lib.protect import ProtectTable, RunSqlFile


class Migration(migrations.Migration):
    dependencies = [("regie", "0001_the_overleg_and_its_items")]

    operations = [
        migrations.CreateModel(
            name="Overlegjaar",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("jaar", models.PositiveSmallIntegerField()),
                ("beloofd", models.PositiveSmallIntegerField(null=True)),
                ("gehouden", models.PositiveSmallIntegerField(default=0)),
                ("evaluatie", models.CharField(blank=True, max_length=12)),
                ("ingevuld_door", models.UUIDField(null=True)),
                ("ingevuld_op", models.DateTimeField(null=True)),
                ("met", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("antwoorden", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("afspraken", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisatie_id", "jaar"), name="regie_overlegjaar_een_keer"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("id", models.F("dossier_id"))),
                        name="regie_overlegjaar_is_dossier",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("evaluatie__in", ["", "concept", "vastgesteld"])),
                        name="regie_overlegjaar_bekende_stand",
                    ),
                ],
            },
        ),
        ProtectTable("Overlegjaar"),
        RunSqlFile("doorzicht.wings.regie", "overlegjaar.sql"),
    ]
