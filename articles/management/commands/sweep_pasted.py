"""Discard working copies of pasted releases that have lain untouched for a week."""

from django.core.management.base import BaseCommand

from articles.models import PastedRelease


class Command(BaseCommand):
    help = "Membuang salinan kerja rilis yang tidak disentuh selama tujuh hari, beserta fotonya."

    def handle(self, *args, **options) -> None:
        self.stdout.write(f"{PastedRelease.objects.stale().sweep()} salinan kerja dibuang.")
