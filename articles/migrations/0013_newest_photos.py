from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0012_shared_pictures"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="photo",
            index=models.Index(fields=["-created_at", "-id"], name="photo_newest"),
        ),
    ]
