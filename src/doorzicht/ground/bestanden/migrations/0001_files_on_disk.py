import uuid

from django.db import migrations, models

import doorzicht.ground.vault.fields
from doorzicht.ground.lib.protect import ProtectTable, RunSqlFile


class Migration(migrations.Migration):
    initial = True

    dependencies = [("access", "0001_recusal_and_temporary_access")]

    operations = [
        migrations.CreateModel(
            name="Bestand",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("naam", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("soort", models.CharField(max_length=4)),
                ("lengteklasse", models.PositiveIntegerField()),
                ("controlegetal", models.BinaryField(max_length=32)),
                ("hoort_bij", models.UUIDField(null=True)),
                ("dag", models.DateField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("soort__in", ("jpg", "png", "webp", "pdf", "docx"))),
                        name="bestanden_bestand_soort",
                    )
                ],
            },
        ),
        # UPDATE of one column that never changes: the night writes rows of reporters anew (docs/decisions/0062).
        ProtectTable("Bestand", grants="SELECT, INSERT, DELETE, UPDATE (dossier_id)"),
        RunSqlFile("doorzicht.ground.bestanden", "zonder_rij.sql"),
    ]
