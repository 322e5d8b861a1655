from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0015_writers_and_take_back"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="photo",
            index=models.Index(fields=["-created_at", "-id"], name="photo_newest"),
        ),
    ]
