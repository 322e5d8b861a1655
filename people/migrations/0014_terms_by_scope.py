"""PostgreSQL's vectors say where a term stands by what it begins with (1 title, 2 about, 3 typed) instead of a weight.

Weights are not in an index, so every document that might answer had to be looked into. And the texts and vectors of
a document lie apart from its row wherever PostgreSQL can put them there: a search reads thousands of rows.
"""

from django.db import migrations

TABLE = "people_searchdocument"
TARGET_BYTES = 128
SIMPLE = "'pg_catalog.simple'::regconfig"


def marked(beginning, text):
    return f"to_tsvector({SIMPLE}, regexp_replace({text}, '(\\S+)', '{beginning}\\1', 'g'))"


def weighed(weight, name):
    return f"setweight(to_tsvector({SIMPLE}, {name}), '{weight}')"


def vectors(head, words):
    return (
        f"ALTER TABLE {TABLE} DROP COLUMN head, DROP COLUMN words",
        f"ALTER TABLE {TABLE} ADD COLUMN head tsvector GENERATED ALWAYS AS ({' || '.join(head)}) STORED, "
        f"ADD COLUMN words tsvector GENERATED ALWAYS AS ({' || '.join(words)}) STORED",
        f"CREATE INDEX {TABLE}_head ON {TABLE} USING gin (head)",
        f"CREATE INDEX {TABLE}_words ON {TABLE} USING gin (words)",
    )


# Between two columns stands the title's border, which no phrase crosses.
ABOUT = "title || ' ' || about"
SCOPED = (
    f"ALTER TABLE {TABLE} SET (toast_tuple_target = {TARGET_BYTES})",
    *vectors(
        head=[marked(1, "title"), marked(2, ABOUT), marked(3, "typed")],
        words=[f"to_tsvector({SIMPLE}, {ABOUT} || ' ' || body)"],
    ),
)
WEIGHED = (
    f"ALTER TABLE {TABLE} RESET (toast_tuple_target)",
    *vectors(
        head=[weighed("A", "title"), weighed("B", "about"), weighed("C", "typed")],
        words=[weighed("A", "title"), weighed("B", "about"), weighed("D", "body")],
    ),
)


def forwards(apps, schema_editor):
    _execute(schema_editor, SCOPED)


def backwards(apps, schema_editor):
    _execute(schema_editor, WEIGHED)


def _execute(schema_editor, statements):
    if schema_editor.connection.vendor == "postgresql":
        for statement in statements:
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("people", "0013_search")]

    operations = [migrations.RunPython(forwards, backwards)]
