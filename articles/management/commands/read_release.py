"""Print the reading of a pasted release as JSON; writes nothing."""

import json

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.filing import read_text
from articles.management.release_files import day, read_file


class Command(BaseCommand):
    help = "Membaca satu rilis (- = masukan baku) dan mencetak bacaannya sebagai JSON. Tidak menulis apa pun."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE")
        parser.add_argument("--received", type=day, metavar="YYYY-MM-DD", help="tanggal naskah diterima")

    def handle(self, *args, file, received, **options) -> None:
        try:
            source = read_file(file)
        except ValueError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(json.dumps(read_text(source, received), ensure_ascii=False, indent=2))
