import django.contrib.postgres.fields
from django.db import migrations, models

from doorzicht.ground.lib.protect import RunSqlFile


class Migration(migrations.Migration):
    dependencies = [("logboek", "0001_what_is_remembered")]

    operations = [
        migrations.CreateModel(
            name="Dagzegel",
            fields=[
                ("dag", models.DateField(primary_key=True, serialize=False)),
                (
                    "ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None),
                ),
                (
                    "controlegetallen",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BinaryField(), size=None),
                ),
                ("zegel", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="Zegel",
            fields=[
                ("volgnummer", models.BigIntegerField(primary_key=True, serialize=False)),
                ("incarnatie", models.IntegerField()),
                ("regel_id", models.BigIntegerField()),
                ("zegel", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="Zegelstand",
            fields=[
                ("incarnatie", models.IntegerField(primary_key=True, serialize=False)),
                ("begonnen_op", models.DateTimeField()),
                ("reden", models.CharField(max_length=200)),
                ("beginvolgnummer", models.BigIntegerField()),
                ("beginkop", models.BinaryField()),
                ("watermerk_incarnatie", models.IntegerField()),
                ("volgnummer", models.BigIntegerField()),
                ("kop", models.BinaryField()),
                ("ronde_op", models.DateTimeField(null=True)),
                ("gezegeld_op", models.DateTimeField(null=True)),
                ("oudste_open", models.DateTimeField(null=True)),
            ],
        ),
        RunSqlFile("doorzicht.ground.logboek", "zegels.sql"),
    ]
