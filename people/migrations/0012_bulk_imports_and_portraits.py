
import django.db.models.deletion
import django.utils.timezone
import dprd_news.lib.pictures
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0011_about_sections'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='bulkchanged',
            name='is_new',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='bulkchanged',
            name='made',
            field=models.JSONField(default=dict),
        ),
        migrations.CreateModel(
            name='StagedPortrait',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file_name', models.CharField(max_length=200, verbose_name='nama berkas')),
                ('portrait', dprd_news.lib.pictures.PictureField(upload_to='', verbose_name='potret')),
                ('portrait_width_px', models.PositiveIntegerField(default=0, editable=False)),
                ('portrait_height_px', models.PositiveIntegerField(default=0, editable=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='diunggah pada')),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='akun')),
            ],
            options={
                'verbose_name': 'potret yang menunggu',
                'verbose_name_plural': 'potret yang menunggu',
                'ordering': ['pk'],
            },
        ),
    ]
