from django.db import migrations, models

from doorzicht.ground.lib.protect import GrantTable


class Migration(migrations.Migration):
    initial = True

    dependencies = [("lib", "0001_context_for_policies")]

    operations = [
        migrations.CreateModel(
            name="Planversie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("naam", models.CharField(max_length=120)),
                ("kenmerk", models.CharField(max_length=64, unique=True)),
                ("inhoud", models.JSONField()),
                ("geladen_op", models.DateTimeField()),
            ],
            options={
                "ordering": ["-geladen_op", "-id"],
            },
        ),
        GrantTable("Planversie", "SELECT, INSERT"),
    ]
