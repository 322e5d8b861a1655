"""Portraits and emblems get the small size that lists show, also those that only an earlier state names."""

from contextlib import suppress

from django.core.files.storage import default_storage
from django.db import migrations
from PIL import Image

from dprd_news.lib import images, pictures

FIELDS = {
    "Official": "portrait", "HistoricalOfficial": "portrait", "StagedPortrait": "portrait",
    "Institution": "emblem", "HistoricalInstitution": "emblem", "Council": "emblem", "HistoricalCouncil": "emblem",
}  # fmt: skip


def make(apps, schema_editor):
    names = set()
    for model, field in FIELDS.items():
        rows = apps.get_model("people", model).objects.exclude(**{field: ""}).exclude(**{field: None})
        names |= set(rows.values_list(field, flat=True))
    for name in sorted(names):
        # An earlier state may name a file that was taken down since; of a broken one pages show another size.
        if default_storage.exists(name):
            with suppress(OSError), default_storage.open(name) as master:
                _make(name, master)


def _make(name, master):
    width_px = min(images.FACE_WIDTH_PX, Image.open(master).width)
    for form in ("avif", "webp"):
        made = images.rendition_name(name, width_px, form)
        if not default_storage.exists(made):
            master.seek(0)
            default_storage.save(made, pictures.ContentFile(images.rendition(master, width_px, form)))


class Migration(migrations.Migration):
    dependencies = [("people", "0015_institution_seats")]

    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
