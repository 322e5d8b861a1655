"""rebuild_search"""

from typing import Any

from django.core.management.base import BaseCommand

from people import indexing


class Command(BaseCommand):
    help = "Menulis ulang indeks pencarian. Situs tetap berjalan, dan pencarian tetap menemukan semuanya."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{indexing.rebuild()} halaman ada dalam indeks pencarian.")
