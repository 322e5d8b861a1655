from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0014_error_reports"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="photo",
            index=models.Index(fields=["-created_at", "-id"], name="photo_newest"),
        ),
    ]
