"""How well the reader does: against labelled texts, or by what editors made of its proposals."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.models import Proposal
from articles.models.proposal import precision_lines
from articles.reading.scoring import score
from articles.tables import index


class Command(BaseCommand):
    help = "Mengukur pembaca naskah: presisi, cakupan dan F1 menurut jenis; --used menurut keputusan redaksi."

    def add_arguments(self, parser: CommandParser) -> None:
        group = parser.add_mutually_exclusive_group(required=True)
        group.add_argument("folder", nargs="?", type=Path, metavar="DIR")
        group.add_argument("--used", action="store_true", help="dari usulan yang diputuskan redaksi")

    def handle(self, *args, folder, used, **options) -> None:
        if used:
            lines = precision_lines(Proposal.objects.by_kind())
        else:
            try:
                lines = list(score(folder, index()).lines())
            except (OSError, ValueError, KeyError) as error:
                raise CommandError(f"Kumpulan naskah tidak dapat dibaca: {error}") from error
        self.stdout.write("\n".join(lines))
