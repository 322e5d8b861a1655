"""Articles: what they say and what they link to. What moves them on is in workflow.py."""

import hashlib
from datetime import datetime
from functools import cached_property
from textwrap import shorten
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from taggit.managers import TaggableManager

from articles.models.correction import Correction
from articles.models.links import ArticleInstitution, ArticleOfficial, ArticlePhoto
from articles.models.quote import settle_quotes
from articles.models.version import Version, words_of
from articles.models.workflow import Workflow, WorkflowQuerySet
from dprd_news.lib.filters import Filters
from dprd_news.lib.history import Kept
from dprd_news.lib.html import first_paragraph, plain_text, sanitise
from dprd_news.lib.paths import refuse_without_address
from people.models import Institution, Official, Tagging, Visit, VisitParty
from people.models.address import Addressed
from people.models.publication import Releasable

SUMMARY_LENGTH = 220


class ArticleQuerySet(WorkflowQuerySet):
    def about(self, subject: Official | Institution) -> Self:
        """Articles linked to that person or body."""
        relation = "officials" if isinstance(subject, Official) else "institutions"
        return self.filter(**{relation: subject})

    def filtered(self, filters: Filters) -> Self:
        """Articles that fit every filter; the meaning of each is the same on every machine form."""
        found = self
        if filters.topic:
            found = found.filter(topics__slug=filters.topic)
        if filters.official:
            found = found.filter(officials__in=Official.objects.published().filter(slug=filters.official))
        if filters.institution:
            body = Institution.objects.published().filter(slug=filters.institution)
            found = found.filter(institutions__in=body)
        if filters.region:
            bodies = Institution.objects.published().of_region(filters.region)
            found = found.filter(
                pk__in=ArticleInstitution.objects.filter(institution__in=bodies).values("article")
            )
        found = found.filter(filters.days("happened_on"))
        if filters.kind:
            found = found.filter(activity=filters.kind)
        for word in filters.words:
            found = found.filter(Q(title__icontains=word) | Q(body__icontains=word))
        return found

    def for_lists(self) -> Self:
        """What a card shows, with its first photo: a fixed number of queries."""
        photos = ArticlePhoto.objects.select_related("photo")
        return self.defer("source_text").prefetch_related(models.Prefetch("article_photos", photos))

    def for_feeds(self) -> Self:
        """What a feed entry shows: full text, photo, topics and corrections."""
        return self.for_lists().prefetch_related(
            "topics", models.Prefetch("corrections", Correction.objects.order_by("corrected_at"))
        )

    def for_versions(self) -> Self:
        """What the page of its public versions shows."""
        corrections = Correction.objects.select_related("version")
        return self.defer("source_text").prefetch_related(
            "takedowns", models.Prefetch("corrections", corrections)
        )

    def with_everything(self) -> Self:
        """All that the article's own page shows."""
        return (
            self.for_feeds()
            .select_related("visit")
            .prefetch_related(
                "takedowns",
                models.Prefetch("visit__parties", VisitParty.objects.with_names()),
                models.Prefetch("article_officials", ArticleOfficial.objects.select_related("official")),
                models.Prefetch(
                    "article_institutions", ArticleInstitution.objects.select_related("institution")
                ),
            )
        )


class Article(Kept, Addressed, Workflow):
    kept_relations = ("article_photos", "article_officials", "article_institutions", "topics")

    class Activity(models.TextChoices):
        VISIT_INCOMING = "visit_incoming", "Kunjungan diterima"
        VISIT_OUTGOING = "visit_outgoing", "Kunjungan dilakukan"
        FIELD_INSPECTION = "field_inspection", "Peninjauan lapangan"
        HEARING = "hearing", "Rapat kerja atau dengar pendapat"
        PLENARY = "plenary", "Rapat paripurna"
        TALKSHOW = "talkshow", "Gelar wicara"
        OTHER = "other", "Lainnya"

    title = models.CharField("judul", max_length=250)
    lead = models.TextField(
        "ringkasan",
        blank=True,
        max_length=500,
        help_text="Untuk daftar dan mesin pencari. Kosong: paragraf pertama.",
    )
    body = models.TextField("isi", blank=True)
    activity = models.CharField("kegiatan", max_length=20, choices=Activity.choices, default=Activity.OTHER)
    event_date = models.DateField("tanggal kegiatan", null=True, blank=True)
    event_end_date = models.DateField("sampai tanggal", null=True, blank=True)
    place = models.CharField("tempat", max_length=200, blank=True)
    byline = models.CharField("kode penulis", max_length=120, blank=True, help_text="Misalnya Cipta/red.")
    source_text = models.TextField(
        "naskah asli", blank=True, help_text="Tempel naskah seperti diterima. Hanya untuk redaksi."
    )
    source_hash = models.CharField(max_length=64, blank=True, editable=False, db_index=True)

    topics = TaggableManager("topik", through=Tagging, blank=True, related_name="articles")
    officials: models.ManyToManyField = models.ManyToManyField(
        "people.Official", through="ArticleOfficial", related_name="articles", verbose_name="pejabat"
    )
    institutions: models.ManyToManyField = models.ManyToManyField(
        "people.Institution", through="ArticleInstitution", related_name="articles", verbose_name="lembaga"
    )
    visit = models.ForeignKey(
        "people.Visit",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name="kunjungan",
    )
    photos: models.ManyToManyField = models.ManyToManyField(
        "articles.Photo", through="ArticlePhoto", related_name="articles", verbose_name="foto"
    )

    edited_at = models.DateTimeField("disunting pada", null=True, blank=True, editable=False)
    # The day a reader files it under: the event's, else that of publication, else that of writing.
    happened_on = models.DateField(editable=False, db_index=True)
    created_at = models.DateTimeField("dibuat", auto_now_add=True)
    updated_at = models.DateTimeField("disimpan", auto_now=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = "berita"
        verbose_name_plural = "berita"
        ordering = ["-published_at", "-pk"]
        permissions = [("publish_article", "Dapat menerbitkan, mengoreksi dan menarik berita")]
        indexes = [
            models.Index(
                fields=["-published_at", "-id"], name="article_newest", condition=Q(withdrawn_at__isnull=True)
            ),
            models.Index(fields=["status", "-updated_at"], name="article_by_status"),
            models.Index(
                fields=["activity", "-published_at", "-id"],
                name="article_newest_of_activity",
                condition=Q(withdrawn_at__isnull=True),
            ),
            models.Index(fields=["-led_at"], name="article_leading", condition=Q(led_at__isnull=False)),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["source_hash"],
                condition=~Q(source_hash=""),
                name="article_source_once",
                violation_error_message="Naskah ini sudah ada pada berita lain.",
            ),
            models.CheckConstraint(
                condition=(
                    Q(event_end_date__isnull=True)
                    | Q(event_date__isnull=False, event_end_date__gte=F("event_date"))
                ),
                name="article_event_ends_after_start",
                violation_error_message="Tanggal akhir kegiatan perlu tanggal awal, dan tidak mendahuluinya.",
            ),
            models.CheckConstraint(
                condition=(
                    Q(status__in=["draft", "in_review"], published_at__isnull=True, withdrawn_at__isnull=True)
                    | Q(status="published", published_at__isnull=False, withdrawn_at__isnull=True)
                    | Q(status="withdrawn", published_at__isnull=False, withdrawn_at__isnull=False)
                ),
                name="article_times_fit_status",
                violation_error_message="Status dan waktu terbit tidak cocok.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        refuse_without_address(self.event_date)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.body = sanitise(self.body)
        self.source_hash = text_hash(self.source_text)
        self.happened_on = self.event_date or timezone.localdate(self.filed_at)
        is_new = self._state.adding
        super().save(*args, **kwargs)
        if not is_new:
            settle_quotes(self)

    @transaction.atomic
    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Raises ValidationError when it was ever public. What waited for its time is hidden again."""
        deleted = super().delete(*args, **kwargs)
        self.published_at = None
        self._lead_followers()
        return deleted

    def get_absolute_url(self) -> str:
        return self._address("detail")

    def get_versions_url(self) -> str:
        return self._address("versions")

    def get_text_url(self) -> str:
        return self._address("text")

    def get_press_kit_url(self) -> str:
        return self._address("press_kit")

    def get_report_url(self) -> str:
        return self._address("report")

    def _address(self, page: str) -> str:
        filed = timezone.localtime(self.filed_at)
        return reverse(f"articles:{page}", args=[filed.year, filed.month, self.slug])

    @property
    def filed_at(self) -> datetime:
        """What its address is made of: first publication, or the time of writing before that."""
        return self.published_at or self.created_at or timezone.now()

    @property
    def summary(self) -> str:
        """The lead or, without one, the first paragraph, cut between words."""
        start = first_paragraph(self.body) or plain_text(self.body)
        return self.lead or shorten(start, SUMMARY_LENGTH, placeholder="…")

    @property
    def has_separate_lead(self) -> bool:
        """Whether the lead says something that the first paragraph does not say already."""
        return bool(self.lead) and self.is_lead_apart(plain_text(self.body))

    def is_lead_apart(self, text: str) -> bool:
        """The same, for whoever has the body's words at hand."""
        return bool(self.lead) and not text.startswith(self.lead.rstrip(" .…"))

    @property
    def is_embargoed(self) -> bool:
        """Scheduled, and shown ahead of its time to somebody outside."""
        if not self.is_scheduled:
            return False
        known = getattr(self, "has_living_link", None)  # annotated where many are listed
        return self.preview_links.living().exists() if known is None else known

    @property
    def first_photo(self) -> "ArticlePhoto | None":
        return next(iter(self.article_photos.all()), None)

    @property
    def changed_at(self) -> datetime:
        """When readers last had reason to look again: publication, a significant edit or a correction."""
        times = [
            self.published_at,
            self.edited_at,
            *(correction.corrected_at for correction in self.corrections.all()),
        ]
        return max(moment for moment in times if moment)

    @cached_property
    def removed_at(self) -> datetime | None:
        """When something was last taken down from it; asked once of each instance."""
        return self.takedowns.aggregate(last=models.Max("at"))["last"]

    def blockers(self, at: datetime | None = None) -> list[str]:
        from articles.checks import blockers  # reads models that are not there yet when this file is

        return [check.text for check in blockers(self, at)]

    def unannounced(self) -> list[Releasable]:
        """What it links to, by itself or through its visit, that nobody has announced and it does not lead."""
        return [
            record
            for linked in self._linked()
            for record in linked.filter(published_at=None, withdrawn_at=None)
            if record.published_with != self.feed_id
        ]

    def _is_told_of(self, record: Releasable) -> bool:
        return any(
            linked.filter(pk=record.pk).exists() for linked in self._linked() if linked.model is type(record)
        )

    def _linked(self) -> tuple[models.QuerySet, ...]:
        """Visits, bodies and people that it links to, by itself or through its visit."""
        visits = Visit.objects.filter(articles=self)
        bodies = Institution.objects.filter(
            Q(article_institutions__article=self)
            | Q(visit_parties__visit__in=visits)
            | Q(visit_parties_as_unit__visit__in=visits)
        )
        people = Official.objects.filter(
            Q(article_officials__article=self)
            | Q(attendances__visit__in=visits)
            | Q(delegations_led__visit__in=visits)
        )
        return visits, bodies.distinct(), people.distinct()

    @transaction.atomic
    def correct(
        self, kind: str, text: str, at: datetime | None = None, before: dict[str, str] | None = None
    ) -> Correction:
        """Add a public correction; readers and feeds see the article as edited.

        `before` is `words_of` the article as it was: what changed since is kept as a public version.
        """
        self._hold()
        if not self.is_public:
            raise ValidationError("Koreksi hanya untuk berita yang sedang terbit.")
        correction = Correction(article=self, kind=kind, text=text.strip(), corrected_at=at or timezone.now())
        correction.full_clean()
        correction.save()
        if before is not None:
            Version.objects.keep(correction, before, words_of(self))
        self.edited_at = correction.corrected_at
        self.save()
        return correction


def text_hash(text: str) -> str:
    """SHA-256 of the words alone, so that line ends and spaces make no other text; empty for no text."""
    words = " ".join(text.split())
    return hashlib.sha256(words.encode()).hexdigest() if words else ""
