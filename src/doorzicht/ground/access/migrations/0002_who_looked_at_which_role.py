import uuid

import django.db.models.deletion
from django.db import migrations, models

from doorzicht.ground.lib.protect import RunSqlFile


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0001_recusal_and_temporary_access"),
        ("organisaties", "0001_organisations_and_staff"),
    ]

    operations = [
        migrations.CreateModel(
            name="Rolbesluit",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("medewerker_id", models.UUIDField()),
                ("besluit", models.CharField(max_length=8)),
                ("door", models.UUIDField()),
                ("op", models.DateTimeField()),
                (
                    "aanstelling",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisaties.aanstelling",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["organisatie_id", "aanstelling", "op"], name="access_rolbesluit_laatste"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("besluit__in", ["blijft", "stopt"])),
                        name="access_rolbesluit_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("door", models.F("medewerker_id")), _negated=True),
                        name="access_rolbesluit_nooit_over_zichzelf",
                    ),
                ],
            },
        ),
        RunSqlFile("doorzicht.ground.access", "rolbesluit.sql"),
    ]
