"""The three groups of the newsroom and what each may do."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

PARTS_OF_ARTICLES = {"articleofficial": "avcd", "articleinstitution": "avcd", "articlephoto": "avcd"}
PARTS_OF_RECORDS = {
    "officialname": "avcd", "institutionname": "avcd", "tagging": "avcd",
    "visitparty": "avcd", "visitofficial": "avcd", "visitpaper": "avcd",
}
WRITERS = {
    "articles": {**PARTS_OF_ARTICLES, "article": "avc", "photo": "avc", "correction": "v"},
    "people": {
        **PARTS_OF_RECORDS,
        "official": "avc", "institution": "avc", "topic": "avc", "visit": "avc",
        "position": "avc", "post": "v", "region": "v", "oldaddress": "v",
    },
}
EDITORS = {
    "articles": {**PARTS_OF_ARTICLES, "article": "avcd", "photo": "avcd", "correction": "av"},
    "people": {
        **PARTS_OF_RECORDS,
        "official": "avcd", "institution": "avcd", "topic": "avcd", "visit": "avcd",
        "position": "avcd", "post": "avc", "region": "v", "oldaddress": "avcd", "council": "v",
    },
}
ADMINISTRATORS = {
    **EDITORS,
    "people": {**EDITORS["people"], "post": "avcd", "region": "avc", "council": "avc"},
    "auth": {"user": "avc", "group": "v"},
    "axes": {"accessattempt": "vd"},
}
VERBS = {"a": "add", "v": "view", "c": "change", "d": "delete"}
GROUPS = {"Penulis": WRITERS, "Redaktur": EDITORS, "Administrator": ADMINISTRATORS}
MAY_PUBLISH = {"Redaktur", "Administrator"}
PUBLISHING = ["publish_article", "publish_visit", "publish_official", "publish_institution"]


def add(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    # Permissions are usually made after the last migration; here they are needed at once.
    for label in ("people", "articles", "auth", "axes"):
        create_permissions(installed.get_app_config(label), verbosity=0, using=schema_editor.connection.alias)
    for name, rights in GROUPS.items():
        group, _ = Group.objects.get_or_create(name=name)
        for label, models in rights.items():
            names = [f"{VERBS[verb]}_{model}" for model, verbs in models.items() for verb in verbs]
            group.permissions.add(*Permission.objects.filter(content_type__app_label=label, codename__in=names))
        if name in MAY_PUBLISH:
            group.permissions.add(*Permission.objects.filter(codename__in=PUBLISHING))


def remove(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=GROUPS).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0003_content_versions"),
        ("articles", "0002_links"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("axes", "0010_accessattemptexpiration"),
    ]

    operations = [migrations.RunPython(add, remove)]
