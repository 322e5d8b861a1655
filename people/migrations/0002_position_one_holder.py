"""Two exact, non-acting holders of a one-holder post at once are refused by the database.

The handover day belongs to both, so neither end counts, and a post held for one day is a point in time.
PostgreSQL has a constraint for this, SQLite gets two triggers; Django's Meta can hold neither.
"""

from django.db import migrations

POSTGRESQL = """
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE people_position ADD CONSTRAINT position_one_holder EXCLUDE USING gist (
    post_id WITH =, institution_id WITH =,
    tsrange(starts_on, ends_on, CASE WHEN starts_on = ends_on THEN '[]' ELSE '()' END) WITH &&
) WHERE (is_exclusive);
"""
POSTGRESQL_BACK = "ALTER TABLE people_position DROP CONSTRAINT position_one_holder;"

TRIGGER = """
CREATE TRIGGER IF NOT EXISTS position_one_holder_{event} BEFORE {event} ON people_position
WHEN NEW.is_exclusive AND EXISTS (
    SELECT 1 FROM people_position AS held
    WHERE held.is_exclusive AND held.id IS NOT NEW.id
      AND held.post_id = NEW.post_id AND held.institution_id = NEW.institution_id
      AND held.starts_on < COALESCE(NEW.ends_on, '9999-12-31')
      AND NEW.starts_on < COALESCE(held.ends_on, '9999-12-31')
)
BEGIN
    SELECT RAISE(ABORT, 'position_one_holder');
END;
"""


def add(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL)
    else:
        for event in ("INSERT", "UPDATE"):
            schema_editor.execute(TRIGGER.format(event=event))


def remove(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL_BACK)
    else:
        for event in ("INSERT", "UPDATE"):
            schema_editor.execute(f"DROP TRIGGER position_one_holder_{event}")


class Migration(migrations.Migration):
    dependencies = [("people", "0001_first")]

    operations = [migrations.RunPython(add, remove)]
