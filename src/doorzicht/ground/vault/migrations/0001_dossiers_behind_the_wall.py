import uuid

from django.db import migrations, models

from doorzicht.ground.lib.protect import RunSqlFile


class Migration(migrations.Migration):
    initial = True
    dependencies = [("lib", "0001_context_for_policies")]
    operations = [
        migrations.CreateModel(
            name="Dossier",
            fields=[
                (
                    "id",
                    models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False, serialize=False),
                ),
                ("organisatie_id", models.CharField(max_length=24)),
                ("compartiment", models.CharField(max_length=12)),
                ("soort", models.CharField(max_length=24)),
                ("ingepakt", models.BinaryField(null=True)),
                ("sleutelversie", models.PositiveSmallIntegerField()),
                ("bewaarregel", models.CharField(max_length=40)),
                ("vernietigen_op", models.DateField(null=True)),
                ("vernietigd_op", models.DateField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["id", "organisatie_id", "compartiment"], name="vault_dossier_eigen"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(ingepakt__isnull=False) | models.Q(vernietigd_op__isnull=False),
                        name="vault_dossier_sleutel_of_vernietigd",
                    ),
                ],
                "indexes": [
                    models.Index(
                        fields=["organisatie_id", "vernietigen_op"],
                        condition=models.Q(vernietigd_op__isnull=True),
                        name="vault_dossier_te_vernietigen",
                    )
                ],
            },
        ),
        RunSqlFile("doorzicht.ground.vault", "dossier.sql"),
    ]
