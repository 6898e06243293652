import uuid

import django.contrib.postgres.fields
from django.db import migrations, models

from doorzicht.ground.lib.protect import RunSqlFile


class Migration(migrations.Migration):
    initial = True

    dependencies = [("vault", "0001_dossiers_behind_the_wall")]

    operations = [
        migrations.CreateModel(
            name="AnoniemeRegel",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dag", models.DateField()),
                ("organisatie_id", models.CharField(max_length=24)),
                ("handeling", models.CharField(max_length=24)),
                ("object_soort", models.CharField(max_length=24)),
            ],
        ),
        migrations.CreateModel(
            name="Regel",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("organisatie_id", models.CharField(max_length=24)),
                ("medewerker_id", models.UUIDField(null=True)),
                ("rol", models.CharField(max_length=120)),
                ("handeling", models.CharField(max_length=24)),
                ("recht", models.CharField(max_length=48)),
                ("object_soort", models.CharField(max_length=24)),
                (
                    "object_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                ("doel", models.CharField(blank=True, max_length=60)),
                ("uitkomst", models.CharField(default="ok", max_length=12)),
                ("bijzonderheden", models.JSONField(default=dict)),
                ("trace_id", models.UUIDField(default=uuid.uuid4)),
            ],
            options={
                "indexes": [models.Index(fields=["organisatie_id", "-id"], name="logboek_regel_organisatie")],
            },
        ),
        RunSqlFile("doorzicht.ground.logboek", "logboek.sql"),
        RunSqlFile("doorzicht.ground.logboek", "eigenaar.sql"),
    ]
