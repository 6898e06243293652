import uuid

from django.db import migrations, models

from doorzicht.ground.lib.protect import GrantTable, ProtectTable, RunSqlFile

SOORTEN = ["telefoon", "email", "kenteken", "iban", "kvk", "url", "adres"]


class Migration(migrations.Migration):
    dependencies = [("herkenning", "0001_seen_before"), ("logboek", "0001_what_is_remembered")]

    operations = [
        migrations.CreateModel(
            name="Regiogrens",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("aantal", models.PositiveIntegerField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("id", 1), ("aantal__gte", 5)),
                        name="herkenning_regiogrens_een_rij",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Regioafspraak",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("grondslag", models.CharField(max_length=40)),
                ("regeling", models.CharField(max_length=120)),
                ("dpia", models.CharField(max_length=120)),
                ("vastgesteld_op", models.DateField()),
                ("geldig_tot", models.DateField()),
                ("door", models.UUIDField()),
                ("op", models.DateTimeField()),
                ("ingetrokken_op", models.DateTimeField(null=True)),
                ("ingetrokken_door", models.UUIDField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ingetrokken_op__isnull", True)),
                        fields=("organisatie_id",),
                        name="herkenning_regioafspraak_een_tegelijk",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("geldig_tot__gte", models.F("vastgesteld_op")),
                            models.Q(("grondslag", ""), _negated=True),
                            models.Q(("regeling", ""), _negated=True),
                            models.Q(("dpia", ""), _negated=True),
                        ),
                        name="herkenning_regioafspraak_volledig",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ingetrokken_door__isnull", True), ("ingetrokken_op__isnull", True)
                        )
                        | models.Q(("ingetrokken_door__isnull", False), ("ingetrokken_op__isnull", False)),
                        name="herkenning_regioafspraak_intrekking",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Regiokenmerk",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField(editable=False)),
                ("organisatie_id", models.CharField(editable=False, max_length=24)),
                ("compartiment", models.CharField(default="algemeen", editable=False, max_length=12)),
                ("afspraak_id", models.UUIDField()),
                ("soort", models.CharField(max_length=12)),
                ("indexwaarde", models.BinaryField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dossier_id", "indexwaarde"), name="herkenning_regiokenmerk_uniek"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("soort__in", SOORTEN)), name="herkenning_regiokenmerk_soort"
                    ),
                ],
            },
        ),
        GrantTable("Regiogrens"),
        ProtectTable(
            "Regiokenmerk",
            grants="SELECT (id, dossier_id, organisatie_id, compartiment, soort, afspraak_id), INSERT, DELETE",
        ),
        RunSqlFile("doorzicht.ground.herkenning", "regio.sql"),
    ]
