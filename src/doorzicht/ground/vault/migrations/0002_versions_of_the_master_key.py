from django.db import migrations, models

from doorzicht.ground.lib.protect import RunSqlFile


class Migration(migrations.Migration):
    dependencies = [("vault", "0001_dossiers_behind_the_wall")]
    operations = [
        migrations.CreateModel(
            name="Hoofdsleutel",
            fields=[
                ("versie", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ("begonnen_op", models.DateTimeField()),
                ("gereed_op", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Sleutelmerk",
            fields=[
                ("naam", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("merk", models.BinaryField()),
            ],
        ),
        RunSqlFile("doorzicht.ground.vault", "hoofdsleutels.sql"),
    ]
