import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from doorzicht.ground.lib.protect import RunSqlFile


class Migration(migrations.Migration):
    initial = True

    dependencies = [("access", "0001_recusal_and_temporary_access")]

    operations = [
        migrations.CreateModel(
            name="Vernietigingsbewijs",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("dossier_id", models.UUIDField(editable=False)),
                ("soort", models.CharField(max_length=24)),
                ("bewaarregel", models.CharField(max_length=40)),
                ("vernietigd_op", models.DateField()),
                (
                    "bevestigd_door",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                ("rijen", models.JSONField(default=dict)),
                ("opnieuw", models.BooleanField(default=False)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["organisatie_id", "-vernietigd_op"], name="bewaren_bewijs_dag"),
                    models.Index(fields=["dossier_id"], name="bewaren_bewijs_dossier"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Vernietigingslijst",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("opgesteld_op", models.DateField()),
                ("twee_personen", models.BooleanField(default=True)),
                ("status", models.CharField(default="open", max_length=12)),
            ],
            options={
                "indexes": [models.Index(fields=["organisatie_id", "status"], name="bewaren_lijst_stand")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["open", "bevestigd", "uitgevoerd"])),
                        name="bewaren_lijst_bekende_status",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Lijstregel",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("dossier_id", models.UUIDField(editable=False)),
                ("soort", models.CharField(max_length=24)),
                ("bewaarregel", models.CharField(max_length=40)),
                ("vernietigen_op", models.DateField()),
                ("uitkomst", models.CharField(blank=True, default="", max_length=12)),
                ("aangehouden_reden", models.CharField(blank=True, default="", max_length=12)),
                ("aangehouden_door", models.UUIDField(null=True)),
                (
                    "lijst",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="regels",
                        to="bewaren.vernietigingslijst",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["dossier_id"], name="bewaren_regel_dossier")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("uitkomst", "")),
                        fields=("dossier_id",),
                        name="bewaren_regel_een_keer_open",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("uitkomst__in", ["", "vernietigd", "aangehouden", "verplaatst", "vastgehouden"]),
                            ("aangehouden_reden__in", ["", "procedure", "verzoek", "overbrengen"]),
                        ),
                        name="bewaren_regel_bekende_codes",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Bevestiging",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("medewerker_id", models.UUIDField()),
                ("op", models.DateTimeField()),
                (
                    "lijst",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bevestigingen",
                        to="bewaren.vernietigingslijst",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("lijst", "medewerker_id"), name="bewaren_bevestiging_een_mens"
                    )
                ],
            },
        ),
        RunSqlFile("doorzicht.ground.bewaren", "bewaren.sql"),
    ]
