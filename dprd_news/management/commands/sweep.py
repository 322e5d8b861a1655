"""Discard what was typed and never filed, once it has lain for its time."""

from django.core.management.base import BaseCommand

from articles.models import PastedRelease
from people.models.working_copy import sweep


class Command(BaseCommand):
    help = (
        "Membuang salinan kerja rilis yang tidak disentuh 7 hari beserta fotonya, salinan kerja isian yang tidak "
        "dibuka 30 hari, dan usulan yang diputuskan atau ditarik kembali 90 hari lalu."
    )

    def handle(self, *args, **options) -> None:
        pasted = PastedRelease.objects.stale().sweep()
        copies, proposals = sweep()
        self.stdout.write(f"Dibuang: {pasted} salinan rilis, {copies} salinan isian, {proposals} usulan.")
