from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dprd_news", "0008_last_time")]

    operations = [
        migrations.AlterField(
            model_name="lasttime",
            name="name",
            field=models.CharField(choices=[("worker", "Pekerja latar mencari pekerjaan"), ("backup", "Cadangan dibuat"), ("index", "Indeks pencarian ditulis seluruhnya")], max_length=10, primary_key=True, serialize=False),
        ),
    ]
