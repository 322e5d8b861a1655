"""import_officials FILE [--dry-run] [--starts-on DATE] [--leave-out-faulty]"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from dprd_news.lib.sheets import UnreadableSheet, read_rows
from dprd_news.printed_names import READER
from people.member_lists import MOST_ROWS, read_day, read_members
from people.models import Council
from people.new_council import Outcome, Refused, load_members, try_members


class Command(BaseCommand):
    help = "Mengimpor daftar anggota dewan yang baru dari CSV atau XLSX: semua baris, atau tidak satu pun."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="hanya menampilkan hasil setiap baris")
        parser.add_argument("--starts-on", metavar="YYYY-MM-DD", help="tanggal pelantikan")
        parser.add_argument("--leave-out-faulty", action="store_true", help="lewati baris yang bermasalah")

    def handle(self, *args: Any, **options: Any) -> None:
        council, path = Council.current(), options["file"]
        if council is None:
            raise CommandError("Situs belum punya identitas. Jalankan start_council dahulu.")
        starts_on = read_day(options["starts_on"] or "")
        if options["starts_on"] and starts_on is None:
            raise CommandError(f"Bukan tanggal: {options['starts_on']}")
        try:
            rows = read_members(read_rows(path.read_bytes(), path.name, MOST_ROWS)).rows
            run = try_members if options["dry_run"] else load_members
            whole = (rows, council.institution, starts_on, READER)
            outcomes = run(*whole, leave_out_faulty=options["leave_out_faulty"])
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}") from error
        except UnreadableSheet as error:
            raise CommandError(str(error)) from error
        except Refused as refused:
            self._tell([outcome for outcome in refused.outcomes if outcome.stops_all])
            raise CommandError(
                "Tidak ada yang disimpan. Baris yang bermasalah tertulis di atas."
            ) from refused
        self._tell(outcomes)

    def _tell(self, outcomes: list[Outcome]) -> None:
        for outcome in outcomes:
            parts = [*outcome.faults, *outcome.gains, *outcome.notes]
            if not outcome.faults and outcome.candidates and outcome.official is None:
                parts.append(f"mungkin {', '.join(str(one) for one in outcome.candidates)}")
            told = f": {'; '.join(parts)}" if parts else ""
            self.stdout.write(f"{outcome.row.number}. {outcome.full_name} – {outcome.kind.label}{told}")
