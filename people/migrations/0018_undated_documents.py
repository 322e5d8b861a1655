"""PostgreSQL finds people and bodies, which have no day, by indexes that hold them alone.

They are few among all documents, and their words are those of the whole archive. The condition is one that no other
index knows: by their keys PostgreSQL would look into each vector. Written so seldom, they need no list of what waits.
"""

from django.db import migrations

TABLE = "people_searchdocument"
UNDATED = "id >> 43 = 0"


def forwards(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for column in ("head", "words"):
            schema_editor.execute(
                f"CREATE INDEX {TABLE}_undated_{column} ON {TABLE} USING gin ({column})"
                f" WITH (fastupdate = off) WHERE {UNDATED}"
            )


def backwards(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for column in ("head", "words"):
            schema_editor.execute(f"DROP INDEX {TABLE}_undated_{column}")


class Migration(migrations.Migration):
    dependencies = [("people", "0017_removed_words")]

    operations = [migrations.RunPython(forwards, backwards)]
