"""All three groups see proposed changes: writers their own, the others all of them."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

GROUPS = ("Penulis", "Redaktur", "Administrator")


def _permission(apps):
    return apps.get_model("auth", "Permission").objects.get(
        content_type__app_label="people", codename="view_proposedchange"
    )


def add(apps, schema_editor):
    create_permissions(installed.get_app_config("people"), verbosity=0, using=schema_editor.connection.alias)
    for group in apps.get_model("auth", "Group").objects.filter(name__in=GROUPS):
        group.permissions.add(_permission(apps))


def remove(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name__in=GROUPS):
        group.permissions.remove(_permission(apps))


class Migration(migrations.Migration):
    dependencies = [("dprd_news", "0003_pasting_permissions"), ("people", "0008_working_copies")]

    operations = [migrations.RunPython(add, remove)]
