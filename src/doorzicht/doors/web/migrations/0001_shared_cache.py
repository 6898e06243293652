from django.core.management import call_command
from django.db import migrations


def make_cache_table(apps, schema_editor):
    """Counters of failed logins live in the database: two workers must count together."""
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    initial = True
    dependencies = [("access", "0001_recusal_and_temporary_access")]
    operations = [migrations.RunPython(make_cache_table, migrations.RunPython.noop)]
