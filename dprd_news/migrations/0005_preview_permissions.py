"""Who shows an unpublished article to somebody outside: those who may publish. Writers read the answers."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

LOOKING = ["view_previewlink", "view_previewanswer"]
SHARING = [*LOOKING, "add_previewlink", "change_previewlink"]
RIGHTS = {"Penulis": LOOKING, "Redaktur": SHARING, "Administrator": SHARING}


def _permissions(apps, names):
    return apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="articles", codename__in=names
    )


def add(apps, schema_editor):
    create_permissions(installed.get_app_config("articles"), verbosity=0, using=schema_editor.connection.alias)
    for name, rights in RIGHTS.items():
        for group in apps.get_model("auth", "Group").objects.filter(name=name):
            group.permissions.add(*_permissions(apps, rights))


def remove(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name__in=RIGHTS):
        group.permissions.remove(*_permissions(apps, SHARING))


class Migration(migrations.Migration):
    dependencies = [("dprd_news", "0004_proposal_permissions"), ("articles", "0008_preview_links")]

    operations = [migrations.RunPython(add, remove)]
