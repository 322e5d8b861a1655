"""File a pasted release as a draft and, when asked, publish it."""

from functools import partial
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from articles.filing import AlreadyFiled, PhotoUpload, file_release
from articles.management.release_files import day, moment, read_bytes, read_file
from articles.models import Article
from dprd_news.lib.images import MOST_BYTES
from people.models import Council


class Command(BaseCommand):
    help = "Mengarsipkan satu rilis sebagai draf dengan pejabat, lembaga, kunjungan dan fotonya; --publish menerbitkannya."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE")
        parser.add_argument("--photo", action="append", default=[], metavar="IMG")
        parser.add_argument("--photo-alt", default="", metavar="T")
        parser.add_argument("--photo-credit", default="", metavar="T")
        parser.add_argument("--title", default="", metavar="T")
        parser.add_argument("--event-date", type=day, metavar="ISO")
        parser.add_argument("--at", type=moment, metavar="ISO")
        parser.add_argument("--publish", action="store_true")

    def handle(
        self, *args, file, photo, photo_alt, photo_credit, title, event_date, at, publish, **options
    ) -> None:
        council = Council.current()
        if council is None:
            raise CommandError("Situs belum disiapkan: jalankan start_council atau demo dahulu.")
        with timezone.override(council.zone):
            if at is not None and timezone.is_naive(at):
                at = timezone.make_aware(at)
            if at is not None and not publish:
                raise CommandError("--at hanya berlaku bersama --publish.")
            try:
                uploads = [
                    PhotoUpload(Path(name).name, read_bytes(name, MOST_BYTES), photo_alt, photo_credit)
                    for name in photo
                ]
                go_live = partial(Article.publish, at=at, via=Article.Via.COMMAND) if publish else None
                filed = file_release(read_file(file), uploads, title, event_date, go_live)
            except ValidationError as error:
                raise CommandError(" ".join(error.messages)) from error
            except (AlreadyFiled, ValueError) as error:
                raise CommandError(str(error)) from error
            for note in filed.notes:
                self.stderr.write(note)
            self.stdout.write(filed.article.get_absolute_url())
