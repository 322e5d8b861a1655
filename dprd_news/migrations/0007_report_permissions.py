"""Everyone in the newsroom reads what readers report; whoever may publish says what came of it."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

READING = ["view_errorreport"]
ANSWERING = [*READING, "change_errorreport"]
RIGHTS = {"Penulis": READING, "Redaktur": ANSWERING, "Administrator": ANSWERING}


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
        group.permissions.remove(*_permissions(apps, ANSWERING))


class Migration(migrations.Migration):
    dependencies = [("dprd_news", "0006_takedown_permissions"), ("articles", "0014_error_reports")]

    operations = [migrations.RunPython(add, remove)]
