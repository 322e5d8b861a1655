"""Only an Administrator takes down; Redaktur and Administrator may read what was taken down and why."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

RIGHTS = {"Redaktur": ["view_takedown"], "Administrator": ["view_takedown", "take_down"]}


def _each(apps):
    Permission = apps.get_model("auth", "Permission")
    for name, codenames in RIGHTS.items():
        for group in apps.get_model("auth", "Group").objects.filter(name=name):
            found = Permission.objects.filter(content_type__app_label="articles", codename__in=codenames)
            yield group, found


def add(apps, schema_editor):
    create_permissions(installed.get_app_config("articles"), verbosity=0, using=schema_editor.connection.alias)
    for group, permissions in _each(apps):
        group.permissions.add(*permissions)


def remove(apps, schema_editor):
    for group, permissions in _each(apps):
        group.permissions.remove(*permissions)


class Migration(migrations.Migration):
    dependencies = [("dprd_news", "0005_preview_permissions"), ("articles", "0007_corrections_versions_takedowns")]

    operations = [migrations.RunPython(add, remove)]
