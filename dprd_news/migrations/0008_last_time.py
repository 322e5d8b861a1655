from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dprd_news", "0007_report_permissions"),
    ]

    operations = [
        migrations.CreateModel(
            name="LastTime",
            fields=[
                (
                    "name",
                    models.CharField(
                        choices=[
                            ("worker", "Pekerja latar mencari pekerjaan"),
                            ("backup", "Cadangan dibuat"),
                        ],
                        max_length=10,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("at", models.DateTimeField()),
                ("detail", models.CharField(blank=True, max_length=250)),
            ],
            options={
                "verbose_name": "terakhir kali",
                "verbose_name_plural": "terakhir kali",
                "ordering": ["name"],
            },
        ),
    ]
