"""The life of an article: where it stands, the verbs that move it on, and who answers for it."""

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone

from articles.models.authorship import Authored
from articles.models.event import AcceptedWarning, ArticleEvent
from articles.models.links import ArticleOfficial
from dprd_news.lib import caching
from dprd_news.lib.paths import refuse_without_address
from people.models import Institution, Official, Visit
from people.models.publication import Publishable, PublishableQuerySet, Releasable

Happened = ArticleEvent.Verb
LEAD_DAYS = 7


class WorkflowQuerySet(PublishableQuerySet):
    def unread(self) -> Self:
        """In review, and nobody has approved it yet."""
        return self.filter(status=Workflow.Status.IN_REVIEW, reviewed_by=None)

    def approved(self) -> Self:
        """Waiting for somebody to publish it."""
        return self.filter(status=Workflow.Status.IN_REVIEW, reviewed_by__isnull=False)

    def fixed(self) -> Self:
        """Approved, scheduled or ever public: what whoever may not publish changes by a proposal alone."""
        done = [Workflow.Status.PUBLISHED, Workflow.Status.WITHDRAWN]
        return self.filter(
            Q(status__in=done) | Q(status=Workflow.Status.IN_REVIEW, reviewed_by__isnull=False)
        )

    def returned(self) -> Self:
        """Drafts that came back with a note."""
        return self.filter(status=Workflow.Status.DRAFT).exclude(return_note="")

    def returned_to(self, account: Any) -> Self:
        """Those that this account was the last to submit."""
        submitted = ArticleEvent.objects.filter(article=OuterRef("pk"), verb=Happened.SUBMITTED)
        return (
            self.returned()
            .alias(submitted_by=Subquery(submitted.values("by")[:1]))
            .filter(submitted_by=account.pk)
        )

    def leading(self, at: datetime | None = None) -> Self:
        """Those that editors chose for the top of the front page, the last chosen first. It ends by itself."""
        return self.filter(led_at__gte=_leading_since(at)).order_by("-led_at")

    def scheduled(self) -> Self:
        return self.filter(status=Workflow.Status.PUBLISHED, published_at__gt=timezone.now())


class Workflow(Authored, Publishable):
    """Every verb takes the row for itself first, checks that it fits, and leaves an ArticleEvent."""

    class Status(models.TextChoices):
        DRAFT = "draft", "Draf"
        IN_REVIEW = "in_review", "Menunggu tinjauan"
        PUBLISHED = "published", "Terbit"
        WITHDRAWN = "withdrawn", "Ditarik"

    Via = ArticleEvent.Via

    status = models.CharField(
        "status", max_length=10, choices=Status.choices, default=Status.DRAFT, editable=False
    )
    return_note = models.TextField("catatan pengembalian", blank=True, editable=False)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="disetujui oleh",
    )
    reviewed_at = models.DateTimeField("disetujui pada", null=True, blank=True, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="diterbitkan oleh",
    )
    led_at = models.DateTimeField("dijadikan berita utama pada", null=True, blank=True, editable=False)
    published_via = models.CharField(
        "diterbitkan lewat", max_length=10, choices=Via.choices, blank=True, editable=False
    )

    # What entries of feeds are known by, and what is made together with the article follows.
    feed_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    # Set by whoever has looked: articles.checks.mark_blocked.
    is_blocked = False

    class Meta:
        abstract = True

    @property
    def is_scheduled(self) -> bool:
        return self.status == self.Status.PUBLISHED and not self.was_public

    @property
    def is_approved(self) -> bool:
        """Reviewed and waiting for somebody to publish it."""
        return self.status == self.Status.IN_REVIEW and self.reviewed_by_id is not None

    @property
    def is_returned(self) -> bool:
        return self.status == self.Status.DRAFT and bool(self.return_note)

    def lacks_second_reader(self, by: Any) -> bool:
        """Whether that account had a hand in the text and nobody else has approved it as it stands."""
        return by is not None and self.is_written_by(by) and self.reviewed_by_id in (None, by.pk)

    def blockers(self, at: datetime | None = None) -> list[str]:
        """What keeps it from being public at that time, each in words an editor acts on."""
        raise NotImplementedError

    @transaction.atomic
    def mark_written(self, by: Any, since_version: int | None = None) -> None:
        """That account changed the text or its links, since that version or in the last save.

        An approval by anybody else no longer holds.
        """
        self._hold()
        self.count_in(by, since_version, self._is_read_by(by))
        if self.reviewed_by_id not in (None, by.pk):
            if self.is_approved:
                self._record(Happened.LAPSED, by)
            self.reviewed_by = self.reviewed_at = None
        if self.status == self.Status.PUBLISHED:
            self._record(Happened.EDITED, by)
        self._state_rows().update(
            written_by=by,
            writers=self.writers,
            mends=self.mends,
            reviewed_by=self.reviewed_by_id,
            reviewed_at=self.reviewed_at,
        )

    def _is_read_by(self, account: Any) -> bool:
        """Whether that account has before it what another one submitted."""
        if self.status == self.Status.DRAFT or self.was_public:
            return False
        submitted = ArticleEvent.objects.filter(article=self.pk, verb=Happened.SUBMITTED).first()
        return submitted is not None and submitted.by_id not in (None, account.pk)

    @transaction.atomic
    def submit(self, by: Any = None) -> None:
        """Hand a draft to the reviewers; the note it came back with has been answered."""
        self._hold()
        self._expect(self.Status.DRAFT)
        self.status = self.Status.IN_REVIEW
        self.return_note = ""
        self.save()
        self._record(Happened.SUBMITTED, by)

    @transaction.atomic
    def take_back(self, by: Any) -> None:
        """Its writer goes on writing. Raises ValidationError for anybody else, and once it is approved."""
        self._hold()
        self._expect(self.Status.IN_REVIEW)
        if self.is_approved:
            raise ValidationError("Naskah ini sudah disetujui; mintalah Redaktur mengembalikannya.")
        if not self.is_written_by(by):
            raise ValidationError("Hanya yang menulis naskah ini yang dapat menarik pengajuannya.")
        self._take_back(self.Status.DRAFT)
        self._record(Happened.TAKEN_BACK, by)

    @transaction.atomic
    def approve(self, by: Any) -> None:
        """A second account answers for the text as it stands. Raises ValidationError for one of its writers."""
        self._hold()
        self._expect(self.Status.IN_REVIEW)
        if self.is_written_by(by):
            raise ValidationError("Anda ikut menulis naskah ini; mintalah orang lain membacanya.")
        self.reviewed_by, self.reviewed_at = by, timezone.now()
        self.save()
        self._record(Happened.APPROVED, by)

    @transaction.atomic
    def publish(
        self,
        at: datetime | None = None,
        by: Any = None,
        via: str = Via.ADMIN,
        together: Iterable[Releasable] = (),
        reason: str = "",
    ) -> None:
        """Publish now, or at a time ahead: then it is scheduled. Raises ValidationError with the blockers.

        `together` are records that follow this article from now on: see `unannounced`. `reason` says why no
        second account has read it, where none has; what comes by command or import needs none.
        """
        self._hold()
        self._expect(self.Status.DRAFT, self.Status.IN_REVIEW, self.Status.PUBLISHED)
        if self.is_public:
            raise ValidationError("Berita ini sudah terbit.")
        if via == self.Via.ADMIN and self.lacks_second_reader(by) and not reason.strip():
            raise ValidationError(
                "Naskah ini belum dibaca orang kedua. Mintalah persetujuan, atau tulis alasannya."
            )
        refuse_without_address(at)
        # Marked as followers first: a link to one of them leads nowhere hidden.
        for record in together:
            record.published_with = self.feed_id
            record.save()
        self._refuse_blocked(at)
        self.status = self.Status.PUBLISHED
        self.published_at = at or timezone.now()
        self.published_by, self.published_via = by, via
        self.return_note = ""
        self.save()
        # The posts after the bodies: one that is public with the article is named in it.
        self._lead_followers()
        self._freeze_posts()
        happened = Happened.SCHEDULED if self.is_scheduled else Happened.PUBLISHED
        self._record(happened, by, reason, via, due_at=self.published_at if self.is_scheduled else None)

    @transaction.atomic
    def postpone(self, by: Any = None, note: str = "") -> None:
        """Off the schedule without a new time. It waits among the reviewed; its approval holds."""
        self._hold()
        if not self.is_scheduled:
            raise ValidationError("Hanya berita terjadwal yang dapat ditunda.")
        self._take_back(self.Status.IN_REVIEW)
        self._record(Happened.POSTPONED, by, note)

    @transaction.atomic
    def return_to_draft(self, note: str, by: Any = None) -> None:
        """Back to its writer, with what is still to be done. What was already public is withdrawn instead."""
        self._hold()
        if self.was_public:
            raise ValidationError(
                "Berita yang sudah terbit tidak kembali menjadi draf. Tarik, dengan alasannya."
            )
        self._expect(self.Status.IN_REVIEW, self.Status.PUBLISHED)
        if not note.strip():
            raise ValidationError("Tuliskan catatan: apa yang masih harus dibenahi penulisnya.")
        self.return_note = note.strip()
        self.reviewed_by = self.reviewed_at = None
        self._take_back(self.Status.DRAFT)
        self._record(Happened.RETURNED, by, note)

    @transaction.atomic
    def withdraw(self, reason: str, at: datetime | None = None, by: Any = None) -> None:
        """Take it from the site; its address keeps the notice and the reason."""
        self._hold()
        self._expect(self.Status.PUBLISHED)
        if not self.was_public:
            raise ValidationError("Berita ini belum terbit. Kembalikan dengan catatan saja.")
        if reason.strip():
            self.status = self.Status.WITHDRAWN
        super().withdraw(reason, at)
        self._record(Happened.WITHDRAWN, by, reason)

    @transaction.atomic
    def republish(self, reason: str, by: Any = None) -> None:
        """Undo a withdrawal: the same address, the same day of first publication."""
        self._hold()
        self._expect(self.Status.WITHDRAWN)
        if not reason.strip():
            raise ValidationError("Tuliskan alasan menerbitkan kembali; alasannya disimpan dalam riwayat.")
        self._refuse_blocked()
        self.status = self.Status.PUBLISHED
        self.withdrawn_at, self.withdrawal_reason = None, ""
        self.save()
        self._record(Happened.REPUBLISHED, by, reason)

    @property
    def is_leading(self) -> bool:
        """Whether editors chose it for the top of the front page; a later choice may stand there instead."""
        return self.led_at is not None and self.led_at >= _leading_since(None)

    @transaction.atomic
    def lead_front(self, by: Any = None) -> None:
        """Stand on top of the front page for LEAD_DAYS, or until another is chosen."""
        self._hold()
        if not self.is_public:
            raise ValidationError("Hanya berita yang sedang tampil yang dapat menjadi berita utama.")
        self._set_led_at(timezone.now())
        self._record(Happened.LED, by)

    @transaction.atomic
    def leave_front(self, by: Any = None) -> None:
        """Take its place in the list by its time again."""
        self._hold()
        self._set_led_at(None)
        self._record(Happened.LEFT, by)

    def accept_warning(self, code: str, text: str, reason: str, by: Any) -> AcceptedWarning:
        """Answer for one warning of articles.checks, kept with the words it had. Raises ValidationError."""
        accepted = AcceptedWarning(article_id=self.pk, code=code, text=text, reason=reason.strip(), by=by)
        accepted.full_clean()
        accepted.save()
        return accepted

    def _set_led_at(self, at: datetime | None) -> None:
        self.led_at = at
        self._state_rows().update(led_at=at)
        caching.touched()

    def _state_rows(self) -> models.QuerySet:
        return type(self)._base_manager.filter(pk=self.pk)

    def _hold(self) -> None:
        """Take the state as stored, and let nobody change it until the transaction ends: two may press at once."""
        state = [
            "status",
            "published_at",
            "withdrawn_at",
            "written_by",
            "writers",
            "mends",
            "reviewed_by",
            "reviewed_at",
        ]
        self.refresh_from_db(fields=state, from_queryset=type(self)._base_manager.select_for_update())

    def _expect(self, *states: str) -> None:
        if self.status not in states:
            raise ValidationError(
                f"Tidak bisa dilakukan: berita ini berstatus {self.get_status_display().lower()}."
            )

    def _refuse_blocked(self, at: datetime | None = None) -> None:
        if blockers := self.blockers(at):
            raise ValidationError(blockers)

    def _take_back(self, status: str) -> None:
        self.status = status
        self.published_at = None
        self.save()
        self._lead_followers()

    def _record(
        self,
        verb: str,
        by: Any,
        note: str = "",
        via: str = Via.ADMIN,
        due_at: datetime | None = None,
    ) -> None:
        ArticleEvent.objects.create(
            article_id=self.pk, verb=verb, by=by, via=via, note=note.strip(), due_at=due_at
        )

    def _freeze_posts(self) -> None:
        """Posts that nobody typed are written down as they were that day."""
        for link in ArticleOfficial.objects.filter(article=self.pk, post_printed="").select_related(
            "official"
        ):
            link.article = self  # type: ignore[assignment]
            link.save()

    def _lead_followers(self) -> None:
        """What was made together with this article is public from the same time on."""
        for model in (Visit, Official, Institution):
            for record in model.objects.filter(published_with=self.feed_id):
                # Whoever unlinked it took it out of what is read before publication.
                record.published_at = (
                    self.published_at if self.published_at and self._is_told_of(record) else None
                )
                record.save()

    def _is_told_of(self, record: Releasable) -> bool:
        """Whether the article links to it, by itself or through its visit."""
        raise NotImplementedError


def _leading_since(at: datetime | None) -> datetime:
    """The earliest choice that still holds: it ends at midnight, when pages change without a save."""
    today = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
    return today - timedelta(days=LEAD_DAYS)
