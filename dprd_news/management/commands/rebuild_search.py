"""rebuild_search"""

from typing import Any

from django.core.management.base import BaseCommand

from dprd_news import reindexing


class Command(BaseCommand):
    help = "Menulis ulang indeks pencarian. Situs tetap berjalan, dan pencarian tetap menemukan semuanya."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{reindexing.rebuild()} halaman ada dalam indeks pencarian.")
