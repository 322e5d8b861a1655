"""What happened to an article, in the order it happened: who moved it on, when, and with which words."""

from django.conf import settings
from django.db import models

from dprd_news.lib.account_names import name_of


class ArticleEvent(models.Model):
    class Verb(models.TextChoices):
        SUBMITTED = "submitted", "Dikirim untuk ditinjau"
        TAKEN_BACK = "taken_back", "Pengajuan ditarik kembali"
        APPROVED = "approved", "Disetujui"
        LAPSED = "lapsed", "Persetujuan gugur karena naskahnya diubah"
        RETURNED = "returned", "Dikembalikan dengan catatan"
        SCHEDULED = "scheduled", "Dijadwalkan"
        POSTPONED = "postponed", "Ditunda"
        PUBLISHED = "published", "Diterbitkan"
        WITHDRAWN = "withdrawn", "Ditarik"
        EDITED = "edited", "Disunting sesudah dijadwalkan atau terbit"
        REPUBLISHED = "republished", "Diterbitkan kembali"
        LED = "led", "Dijadikan berita utama"
        LEFT = "left", "Dilepas dari berita utama"

    class Via(models.TextChoices):
        ADMIN = "admin", "Ruang redaksi"
        COMMAND = "command", "Baris perintah"
        IMPORT = "import", "Impor"

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="events", verbose_name="berita"
    )
    verb = models.CharField("kejadian", max_length=12, choices=Verb.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="oleh",
    )
    via = models.CharField("lewat", max_length=10, choices=Via.choices, default=Via.ADMIN)
    at = models.DateTimeField("pada", auto_now_add=True)
    due_at = models.DateTimeField("untuk waktu", null=True, blank=True)
    note = models.TextField("catatan", blank=True)

    class Meta:
        verbose_name = "riwayat keadaan"
        verbose_name_plural = "riwayat keadaan"
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["article", "-at"], name="articleevent_newest")]

    def __str__(self) -> str:
        return f"{self.get_verb_display()} oleh {self.who}"

    @property
    def who(self) -> str:
        """The account's name or, where none acted, the way it came."""
        if self.by is not None:
            return name_of(self.by)
        return self.get_via_display().lower()


class AcceptedWarning(models.Model):
    """A warning that an editor answered for. Its code names what it is about, so the next one shows again."""

    article = models.ForeignKey(
        "articles.Article", on_delete=models.CASCADE, related_name="accepted_warnings", verbose_name="berita"
    )
    code = models.CharField("kode", max_length=250)
    text = models.TextField("peringatan")
    reason = models.TextField("alasan")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="oleh"
    )
    at = models.DateTimeField("pada", auto_now_add=True)

    class Meta:
        verbose_name = "peringatan yang diterima"
        verbose_name_plural = "peringatan yang diterima"
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "code"],
                name="acceptedwarning_once",
                violation_error_message="Peringatan ini sudah diterima.",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def who(self) -> str:
        return name_of(self.by)
