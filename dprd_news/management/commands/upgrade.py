from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from dprd_news.backups import BackupError
from dprd_news.upgrade import upgrade


class Command(BaseCommand):
    help = (
        "Menyesuaikan basis data dan berkas statis dengan versi program; basis data dicadangkan lebih dahulu."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--backups",
            type=Path,
            default=settings.BASE_DIR / "backups",
            help="folder tempat cadangan dibuat (bawaan: backups/ di samping manage.py)",
        )

    def handle(self, *, backups, **options):
        try:
            upgrade(backups, self.stdout.write)
        except BackupError as error:
            raise CommandError(str(error)) from error
