"""Discard what was begun and never finished, and the record of work that is done, once it has lain for its time."""

from django.core.management.base import BaseCommand

from articles.models import EndedCopy, PastedRelease
from dprd_news.lib import drawn
from dprd_news.site_state import old_tasks
from people.models import StagedPortrait
from people.models.working_copy import sweep


class Command(BaseCommand):
    help = (
        "Membuang salinan kerja rilis yang tidak disentuh 7 hari beserta fotonya, potret yang 7 hari tidak dipasang, "
        "catatan ke mana salinan rilis itu berakhir setelah 90 hari, "
        "salinan kerja isian yang tidak dibuka 30 hari, usulan yang diputuskan atau ditarik kembali 90 hari lalu, "
        "gambar tautan yang digambar 30 hari lalu, dan catatan pekerjaan latar: yang berhasil setelah 30 hari, yang "
        "gagal setelah setahun."
    )

    def handle(self, *args, **options) -> None:
        pasted = PastedRelease.objects.stale().sweep()
        ended, _ = EndedCopy.objects.stale().delete()
        portraits = StagedPortrait.objects.stale().sweep()
        copies, proposals = sweep()
        cards = drawn.sweep()
        tasks, _ = old_tasks().delete()
        self.stdout.write(
            f"Dibuang: {pasted} salinan rilis, {ended} catatan salinan berakhir, {portraits} potret, {copies} salinan isian, {proposals} usulan, "
            f"{cards} gambar tautan, {tasks} catatan pekerjaan latar."
        )
