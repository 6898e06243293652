from django.db import migrations

from doorzicht.ground.lib.protect import RunSqlFile


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [RunSqlFile("doorzicht.ground.lib", "context.sql", reverse="DROP SCHEMA ctx CASCADE")]
