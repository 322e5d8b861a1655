from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from dprd_news.backups import BackupError, restore


class Command(BaseCommand):
    help = "Memulihkan situs dari cadangan di folder DIR, setelah memeriksa bahwa cadangan itu utuh."

    def add_arguments(self, parser):
        parser.add_argument(
            "folder", metavar="DIR", type=Path, help="folder yang dibuat oleh perintah backup"
        )
        parser.add_argument(
            "--replace",
            action="store_true",
            help="ganti isi situs yang ada; tanpa ini situs yang berisi ditolak",
        )

    def handle(self, *, folder, replace, **options):
        try:
            manifest = restore(folder, replace=replace)
        except BackupError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"Pemulihan selesai dan cocok dengan cadangan: {sum(manifest.rows.values())} baris basis data "
            f"dan {len(manifest.files) - 1} berkas media. Jalankan: manage.py upgrade"
        )
