"""start_council --name N --region CODE"""

import getpass
import os
import sys
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from dprd_news.first_run import SiteNotEmpty, start_council


class Command(BaseCommand):
    help = "Menyiapkan situs kosong untuk sebuah dewan: wilayah, identitas, dan administrator pertama."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--name", required=True, help="nama dewan, misalnya 'DPRD Kota Cimahi'")
        parser.add_argument("--region", required=True, metavar="CODE", help="kode Kemendagri, misalnya 32.77")
        parser.add_argument(
            "--username",
            default=os.environ.get("ADMIN_USERNAME", "admin"),
            help="nama pengguna administrator",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        password = os.environ.get("ADMIN_PASSWORD") or self._ask()
        try:
            council = start_council(options["name"], options["region"], options["username"], password)
        except (SiteNotEmpty, ValidationError) as error:
            raise CommandError(" ".join(getattr(error, "messages", [str(error)]))) from error
        self.stdout.write(f"{council} siap. Administrator: {options['username']}. Masuk di /admin/.")

    def _ask(self) -> str:
        if not sys.stdin.isatty():
            raise CommandError("Isi ADMIN_PASSWORD, atau jalankan perintah ini di terminal.")
        password = getpass.getpass("Kata sandi administrator: ")
        if password != getpass.getpass("Ulangi: "):
            raise CommandError("Kedua kata sandi tidak sama.")
        return password
