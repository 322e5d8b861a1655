"""The table that holds the content version where no Redis does."""

from django.core.cache import caches
from django.core.cache.backends.db import DatabaseCache
from django.core.management import call_command
from django.db import migrations


def add(apps, schema_editor):
    if isinstance(caches["versions"], DatabaseCache):
        call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("people", "0002_position_one_holder")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
