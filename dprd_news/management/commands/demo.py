"""demo [--remove]"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from dprd_news.demo import loader


class Command(BaseCommand):
    help = "Memuat isi peragaan. Dijalankan lagi, tidak ada yang berubah."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--remove", action="store_true", help="mengeluarkan isi peragaan, bukan kerja redaksi"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["remove"]:
            self._remove()
            return
        try:
            self.stdout.write(f"Peragaan: {loader.load()}.")
        except loader.MissingPiece as error:
            raise CommandError(f"Peragaan tidak dimuat: {error}") from error

    def _remove(self) -> None:
        done = loader.remove()
        self.stdout.write(f"Peragaan: {done.removed} dikeluarkan, {len(done.kept)} dipertahankan.")
        for line in done.kept:
            self.stdout.write(f"  dipertahankan: {line}")
