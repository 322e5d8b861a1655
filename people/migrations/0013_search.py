"""The index of search: a document for each record, with what each database needs to look into it.

SQLite has an FTS5 table beside the documents, kept in step by triggers; a migration that rebuilds the documents'
table has to make these anew. PostgreSQL computes its vectors itself, with the text configuration that every
database has ("simple"): stems are made by dprd_news.lib.search, so no configuration of our own is needed.
"""

from django.db import migrations, models

TABLE = "people_searchdocument"
COLUMNS = ("title", "about", "body", "typed")
NEW = ", ".join(f"NEW.{name}" for name in COLUMNS)
OLD = ", ".join(f"OLD.{name}" for name in COLUMNS)
NAMES = ", ".join(COLUMNS)

SQLITE = (
    f"CREATE VIRTUAL TABLE {TABLE}_fts USING fts5({NAMES}, content='{TABLE}', content_rowid='id', "
    "tokenize='ascii', columnsize=0)",
    f"CREATE TRIGGER {TABLE}_added AFTER INSERT ON {TABLE} BEGIN "
    f"INSERT INTO {TABLE}_fts (rowid, {NAMES}) VALUES (NEW.id, {NEW}); END",
    f"CREATE TRIGGER {TABLE}_removed AFTER DELETE ON {TABLE} BEGIN "
    f"INSERT INTO {TABLE}_fts ({TABLE}_fts, rowid, {NAMES}) VALUES ('delete', OLD.id, {OLD}); END",
    f"CREATE TRIGGER {TABLE}_changed AFTER UPDATE ON {TABLE} BEGIN "
    f"INSERT INTO {TABLE}_fts ({TABLE}_fts, rowid, {NAMES}) VALUES ('delete', OLD.id, {OLD}); "
    f"INSERT INTO {TABLE}_fts (rowid, {NAMES}) VALUES (NEW.id, {NEW}); END",
)
SQLITE_BACK = (
    *(f"DROP TRIGGER {TABLE}_{name}" for name in ("added", "removed", "changed")),
    f"DROP TABLE {TABLE}_fts",
)


def vector(weight, name):
    return f"setweight(to_tsvector('pg_catalog.simple'::regconfig, {name}), '{weight}')"


HEAD = " || ".join([vector("A", "title"), vector("B", "about"), vector("C", "typed")])
WORDS = " || ".join([vector("A", "title"), vector("B", "about"), vector("D", "body")])
POSTGRESQL = (
    f"ALTER TABLE {TABLE} ADD COLUMN head tsvector GENERATED ALWAYS AS ({HEAD}) STORED, "
    f"ADD COLUMN words tsvector GENERATED ALWAYS AS ({WORDS}) STORED",
    # people.indexing empties their lists of pending entries, a batch at a time.
    f"CREATE INDEX {TABLE}_head ON {TABLE} USING gin (head)",
    f"CREATE INDEX {TABLE}_words ON {TABLE} USING gin (words)",
)
POSTGRESQL_BACK = (f"ALTER TABLE {TABLE} DROP COLUMN head, DROP COLUMN words",)

# Records that are there already are written into the index by `upgrade`.
KINDS = ((2, "people_visit"), (3, "people_official"), (4, "people_institution"))


def add(apps, schema_editor):
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)
    for kind, table in KINDS:
        schema_editor.execute(
            f"INSERT INTO people_searchpending (kind, record) SELECT {kind}, id FROM {table} "
            "WHERE published_at IS NOT NULL AND withdrawn_at IS NULL"
        )


def remove(apps, schema_editor):
    for statement in POSTGRESQL_BACK if schema_editor.connection.vendor == "postgresql" else SQLITE_BACK:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("people", "0012_bulk_imports_and_portraits")]

    operations = [
        migrations.CreateModel(
            name="SearchDocument",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("kind", models.PositiveSmallIntegerField(choices=[(1, "berita"), (2, "kunjungan"), (3, "pejabat"), (4, "lembaga")])),
                ("record", models.BigIntegerField()),
                ("published_at", models.DateTimeField()),
                ("title", models.TextField()),
                ("about", models.TextField()),
                ("body", models.TextField()),
                ("typed", models.TextField()),
                ("title_length", models.PositiveSmallIntegerField()),
                ("topics", models.TextField()),
            ],
            options={"default_permissions": ()},
        ),
        migrations.CreateModel(
            name="SearchPending",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.PositiveSmallIntegerField(choices=[(1, "berita"), (2, "kunjungan"), (3, "pejabat"), (4, "lembaga")])),
                ("record", models.BigIntegerField()),
            ],
            options={"default_permissions": ()},
        ),
        migrations.AddConstraint(
            model_name="searchdocument",
            constraint=models.UniqueConstraint(fields=("kind", "record"), name="searchdocument_unique"),
        ),
        migrations.RunPython(add, remove),
    ]
