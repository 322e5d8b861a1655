"""What the three groups may do with working copies of releases and with what was decided on them."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

GROUPS = ("Penulis", "Redaktur", "Administrator")
NAMES = [
    f"{verb}_{model}" for model in ("pastedrelease", "stagedphoto") for verb in ("add", "view", "change", "delete")
] + ["add_proposal", "view_proposal"]


def _permissions(apps):
    return apps.get_model("auth", "Permission").objects.filter(content_type__app_label="articles", codename__in=NAMES)


def add(apps, schema_editor):
    create_permissions(installed.get_app_config("articles"), verbosity=0, using=schema_editor.connection.alias)
    for group in apps.get_model("auth", "Group").objects.filter(name__in=GROUPS):
        group.permissions.add(*_permissions(apps))


def remove(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name__in=GROUPS):
        group.permissions.remove(*_permissions(apps))


class Migration(migrations.Migration):
    dependencies = [("dprd_news", "0002_demo_record"), ("articles", "0004_pasted_releases")]

    operations = [migrations.RunPython(add, remove)]
