from django.db import migrations, models

from doorzicht.ground.lib.protect import GrantTable


class Migration(migrations.Migration):
    initial = True

    dependencies = [("lib", "0001_context_for_policies")]

    operations = [
        migrations.CreateModel(
            name="Catalogusversie",
            fields=[
                ("versie", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("hash", models.CharField(max_length=64)),
                ("ingang", models.DateField()),
                ("geladen_op", models.DateTimeField()),
                ("inhoud", models.JSONField()),
            ],
            options={"ordering": ["ingang", "geladen_op"]},
        ),
        migrations.AddIndex(
            model_name="catalogusversie",
            index=models.Index(fields=["ingang"], name="catalogus_versie_ingang"),
        ),
        GrantTable("Catalogusversie", "SELECT"),
    ]
