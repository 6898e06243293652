import uuid

from django.db import migrations, models

import doorzicht.ground.vault.fields
from doorzicht.ground.lib.protect import ProtectTable, RunSqlFile


class Migration(migrations.Migration):
    dependencies = [("regie", "0002_the_year_of_the_overleg")]

    operations = [
        migrations.CreateModel(
            name="Vooruitblik",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("overleg_id", models.UUIDField()),
                ("agendapunt_id", models.UUIDField()),
                ("medewerker_id", models.UUIDField()),
                ("van_organisatie_id", models.CharField(max_length=24)),
                ("titel", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("velden", doorzicht.ground.vault.fields.VersleuteldVeld(default=None, null=True)),
                ("wacht_tot", models.DateField(null=True)),
                ("wacht_op", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agendapunt_id", "medewerker_id"), name="regie_vooruitblik_een_keer"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("id", models.F("dossier_id"))),
                        name="regie_vooruitblik_is_dossier",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wacht_tot__isnull", True), ("wacht_op__isnull", False), _connector="OR"
                        ),
                        name="regie_vooruitblik_wacht_op",
                    ),
                ],
            },
        ),
        ProtectTable(
            "Vooruitblik",
            parents={"overleg_id": "Overleg", "agendapunt_id": "Agendapunt"},
            grants="SELECT, INSERT, DELETE",
        ),
        RunSqlFile("doorzicht.wings.regie", "wacht.sql"),
    ]
