from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from dprd_news.backups import BackupError, back_up


class Command(BaseCommand):
    help = "Membuat cadangan utuh situs, basis data dan media, di folder baru DIR."

    def add_arguments(self, parser):
        parser.add_argument("folder", metavar="DIR", type=Path, help="folder baru atau kosong")

    def handle(self, *, folder, **options):
        try:
            manifest = back_up(folder)
        except BackupError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"Cadangan selesai: {sum(manifest.rows.values())} baris basis data "
            f"dan {len(manifest.files) - 1} berkas media di {folder}"
        )
