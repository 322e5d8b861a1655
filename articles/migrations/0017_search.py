"""Articles that are there already are written into the index of search by `upgrade`."""

from django.db import migrations


def add(apps, schema_editor):
    schema_editor.execute(
        "INSERT INTO people_searchpending (kind, record) SELECT 1, id FROM articles_article "
        "WHERE published_at IS NOT NULL AND withdrawn_at IS NULL"
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0016_newest_photos"), ("people", "0013_search")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
