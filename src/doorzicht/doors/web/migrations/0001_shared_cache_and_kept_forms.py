import uuid

from django.core.management import call_command
from django.db import migrations, models


def make_cache_table(apps, schema_editor):
    """Counters of failed logins live in the database: two workers must count together."""
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    initial = True

    dependencies = [("access", "0001_recusal_and_temporary_access")]

    operations = [
        migrations.CreateModel(
            name="Concept",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("medewerker_id", models.UUIDField()),
                ("inhoud", models.BinaryField()),
                ("verloopt_op", models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.RunPython(make_cache_table, migrations.RunPython.noop),
    ]
