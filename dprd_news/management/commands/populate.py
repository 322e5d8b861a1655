"""populate --articles N [--seed S]"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from dprd_news.populate import AlreadyPopulated, populate
from people import indexing


class Command(BaseCommand):
    help = "Mengisi arsip sintetis untuk uji beban. Jangan dijalankan pada situs sungguhan."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--articles", type=int, required=True, metavar="N", help="banyaknya berita")
        parser.add_argument("--seed", type=int, default=1, metavar="S", help="benih; benih sama, isi sama")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["articles"] < 1 or options["seed"] < 0:
            raise CommandError("Banyaknya berita paling sedikit 1, dan benih tidak negatif.", returncode=2)
        try:
            done = populate(options["articles"], options["seed"])
        except AlreadyPopulated as error:
            raise CommandError(str(error)) from error
        indexing.rebuild()
        self.stdout.write(
            f"{done['articles']} berita, {done['visits']} kunjungan, {done['people']} pejabat, "
            f"{done['institutions']} lembaga."
        )
