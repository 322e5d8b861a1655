"""Visits as records: host, guest, receiver and attending official are four different relations."""

import uuid
from datetime import datetime
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from taggit.managers import TaggableManager

from dprd_news.lib.filters import Filters
from dprd_news.lib.history import Kept
from dprd_news.lib.indonesian import date_range
from dprd_news.lib.paths import refuse_without_address
from people.models.address import Addressed
from people.models.council import Council
from people.models.institution import Institution
from people.models.official import Official
from people.models.position import Position
from people.models.publication import PublishableQuerySet, Releasable
from people.models.topic import Tagging
from people.models.visit_parts import VisitOfficial, VisitParty


class VisitQuerySet(PublishableQuerySet):
    def filtered(self, filters: Filters) -> Self:
        """Visits that fit every filter; the meaning of each is the same on every machine form."""
        found = self
        if filters.topic:
            found = found.filter(topics__slug=filters.topic)
        if filters.official or filters.role:
            people = Official.objects.published()
            people = people.filter(slug=filters.official) if filters.official else people
            found = found.with_officials(people, filters.role)
        if filters.institution:
            found = found.with_institutions(Institution.objects.published().filter(slug=filters.institution))
        if filters.region:
            found = found.filter(
                Q(region=filters.region)
                | Q(region__parent=filters.region)
                | Q(pk__in=VisitParty.objects.of_region(filters.region).values("visit"))
            )
        found = found.with_sides(filters).filter(filters.days("listed_on"))
        if filters.kind:
            found = found.filter(kind=filters.kind)
        if filters.direction:
            found = found.filter(direction="" if filters.direction == Visit.UNINVOLVED else filters.direction)
        if filters.status:
            found = found.held() if filters.status == Visit.HELD else found.filter(status=filters.status)
        if filters.dated:
            is_known = filters.dated in Visit.DATED
            found = (
                found.filter(starts_on__isnull=filters.dated == Visit.UNDATED) if is_known else found.none()
            )
        for word in filters.words:
            found = found.filter(_tells_of(word))
        return found

    def with_sides(self, filters: Filters) -> Self:
        """Visits whose public guest or host is the one asked for; a guest is named as a whole body."""
        sides, parties = VisitParty.Side, VisitParty.objects.published()
        asked = []
        if filters.guest:
            asked.append(parties.filter(side=sides.GUEST, institution__slug=filters.guest))
        if filters.origin:
            asked.append(parties.filter(side=sides.GUEST).of_region(filters.origin))
        if filters.destination:
            asked.append(parties.filter(side=sides.HOST).of_region(filters.destination))
        found = self
        for one in asked:
            found = found.filter(pk__in=one.values("visit"))
        return found

    def held(self) -> Self:
        """Visits that took place, whoever received them."""
        # Told by what they are not: asked for by status, SQLite sorts them all instead of walking an index.
        return self.exclude(status__in=Visit.NOT_HELD)

    def counted(self) -> Self:
        """What the statistics count: held, on a known day, and with the own council in it."""
        return self.held().filter(starts_on__isnull=False).exclude(direction="")

    def with_officials(self, officials: models.QuerySet, role: str = "") -> Self:
        """Visits in which one of them took part, or led a delegation that readers see.

        `role` is one of `Visit.TAKING_PART`: as a host, as a guest, or merely there; any other finds nothing.
        """
        present = VisitOfficial.objects.filter(official__in=officials)
        led = VisitParty.objects.published().filter(head__in=officials)
        if role:
            roles, side = Visit.TAKING_PART.get(role, ((), ""))
            present, led = present.filter(role__in=roles), led.filter(side=side)
        return self.filter(Q(pk__in=present.values("visit")) | Q(pk__in=led.values("visit")))

    def with_institutions(self, institutions: models.QuerySet) -> Self:
        """Visits with one of them on any side, as a whole body or as the part of one, where readers see it."""
        parties = VisitParty.objects.published().filter(
            Q(institution__in=institutions) | Q(unit__in=institutions)
        )
        return self.filter(pk__in=parties.values("visit"))

    def like(self, visit: "Visit") -> Self:
        """Other visits that share a public party with this one, and then those with one from the same region.

        The own council and its parts, which every visit shares, count for nothing.
        """
        council = Council.current()
        own = Institution.objects.within(council.institution) if council else Institution.objects.none()
        bodies = [party.institution for party in visit.public_parties]
        others = VisitParty.objects.published().filter(visit=OuterRef("pk")).exclude(institution__in=own)
        same_body = others.filter(institution__in=bodies)
        regions = {body.region_id for body in bodies} - {None, council.region_id if council else None}
        same_region = others.filter(institution__region__in=regions)
        found = self.exclude(pk=visit.pk).annotate(is_same_body=Exists(same_body))
        return found.filter(Q(is_same_body=True) | Exists(same_region)).order_by(
            "-is_same_body", "-listed_on", "-pk"
        )

    def with_parties(self) -> Self:
        """Parties with their bodies and heads at hand, for lists: a fixed number of queries."""
        return self.select_related("region").prefetch_related(self.parties_at_hand())

    @staticmethod
    def parties_at_hand() -> models.Prefetch:
        return models.Prefetch("parties", VisitParty.objects.with_names())


def _tells_of(word: str) -> Q:
    """Visits with the word in their own text or in the name of a public body that took part."""
    bodies = Institution.objects.published().filter(name__icontains=word)
    parties = VisitParty.objects.published().filter(institution__in=bodies)
    own = Q(title__icontains=word) | Q(purpose__icontains=word) | Q(place__icontains=word)
    return own | Q(pk__in=parties.values("visit"))


class Visit(Kept, Addressed, Releasable):
    kept_relations = ("parties", "attendances", "papers", "topics")

    class Kind(models.TextChoices):
        WORKING_VISIT = "working_visit", "Kunjungan kerja"
        COMPARATIVE_STUDY = "comparative_study", "Studi banding"
        LEARNING_VISIT = "learning_visit", "Studi tiru"
        CONSULTATION = "consultation", "Konsultasi atau koordinasi"
        AUDIENCE = "audience", "Audiensi"
        STUDENT_VISIT = "student_visit", "Kunjungan pelajar atau mahasiswa"
        FIELD_INSPECTION = "field_inspection", "Peninjauan lapangan"
        OTHER = "other", "Lainnya"

    class Status(models.TextChoices):
        REQUESTED = "requested", "Diajukan"
        PLANNED = "planned", "Direncanakan"
        DONE = "done", "Terlaksana"
        RECEIVED_BY_SECRETARIAT = "received_by_secretariat", "Diterima sekretariat"
        POSTPONED = "postponed", "Ditunda"
        CANCELLED = "cancelled", "Dibatalkan"
        REFUSED = "refused", "Tidak dapat diterima"

    NOT_HELD = (Status.REQUESTED, Status.PLANNED, Status.POSTPONED, Status.CANCELLED, Status.REFUSED)

    # What the filters know beside the values above: whatever took place, no part of ours, day known or not.
    HELD, UNINVOLVED = "held", "lain"
    DATED = (WITH_DATE, UNDATED) = ("ada", "belum")

    class Direction(models.TextChoices):
        INCOMING = "diterima", "Diterima"
        OUTGOING = "dilakukan", "Dilakukan"
        ATTENDED = "dihadiri", "Dihadiri"

    # What `peran` names in an address: the roles of a person there, and the side of a delegation they led.
    TAKING_PART: ClassVar[dict[str, tuple[tuple[str, ...], str]]] = {
        "menerima": (("receiver", "host"), "host"),
        "berkunjung": (("guest",), "guest"),
        "menghadiri": (("attending", "companion"), "companion"),
    }

    title = models.CharField(
        "judul", max_length=250, help_text="Misalnya Kunjungan kerja Pemerintah Kota Serang."
    )
    kind = models.CharField("jenis", max_length=20, choices=Kind.choices, default=Kind.WORKING_VISIT)
    status = models.CharField("status", max_length=25, choices=Status.choices, default=Status.PLANNED)
    direction = models.CharField("arah", max_length=10, choices=Direction.choices, blank=True, editable=False)

    starts_on = models.DateField(
        "tanggal mulai",
        null=True,
        blank=True,
        help_text="Kosongkan bila belum diketahui; meja redaksi akan mengingatkan.",
    )
    ends_on = models.DateField(
        "tanggal selesai", null=True, blank=True, help_text="Hanya untuk kunjungan beberapa hari."
    )
    starts_at = models.TimeField("pukul", null=True, blank=True)
    ends_at = models.TimeField("sampai pukul", null=True, blank=True)
    building = models.CharField("gedung", max_length=200, blank=True)
    room = models.CharField("ruang", max_length=200, blank=True)
    place = models.CharField("kota atau tempat", max_length=200, blank=True)
    region = models.ForeignKey(
        "people.Region",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="visits",
        verbose_name="wilayah",
    )

    purpose = models.TextField("tujuan", blank=True)
    outcome = models.TextField("hasil", blank=True)
    follow_up = models.TextField("tindak lanjut", blank=True)
    topics = TaggableManager("topik", through=Tagging, blank=True, related_name="visits")
    note = models.TextField(
        "catatan internal", blank=True, help_text="Hanya untuk redaksi; tidak pernah tampil di situs."
    )

    institutions: models.ManyToManyField = models.ManyToManyField(
        "people.Institution",
        through="VisitParty",
        through_fields=("visit", "institution"),
        related_name="visits",
        verbose_name="lembaga",
    )
    officials: models.ManyToManyField = models.ManyToManyField(
        "people.Official", through="VisitOfficial", related_name="visits", verbose_name="pejabat"
    )

    feed_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField("dicatat", auto_now_add=True)
    updated_at = models.DateTimeField("diperbarui", auto_now=True)
    # The day it is listed under: its own first day, or the day it was filed while that is unknown.
    listed_on = models.DateField(editable=False, db_index=True)

    objects = VisitQuerySet.as_manager()

    class Meta:
        verbose_name = "kunjungan"
        verbose_name_plural = "kunjungan"
        ordering = ["-listed_on", "-pk"]
        permissions = [("publish_visit", "Dapat mengumumkan dan menarik kunjungan")]
        indexes = [
            models.Index(fields=["-listed_on", "-id"], name="visit_newest"),
            models.Index(fields=["direction", "-listed_on", "-id"], name="visit_by_direction"),
            models.Index(fields=["status", "-listed_on", "-id"], name="visit_by_status"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="visit_ends_after_start",
                violation_error_message="Tanggal selesai mendahului tanggal mulai.",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(starts_on__isnull=False),
                name="visit_end_needs_start",
                violation_error_message="Isi tanggal mulai sebelum tanggal selesai.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        refuse_without_address(self.starts_on)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.listed_on = self.starts_on or timezone.localdate(self.created_at or timezone.now())
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("people:visit", args=[self.listed_on.year, self.slug])

    @property
    def dates(self) -> str:
        """ "Senin, 23 Juni 2025", a range, or the plain word that the date is unknown."""
        return date_range(self.starts_on, self.ends_on) if self.starts_on else "Tanggal belum diketahui"

    @property
    def venue(self) -> str:
        return ", ".join(part for part in (self.room, self.building, self.place) if part)

    @property
    def public_parties(self) -> list["VisitParty"]:
        return [party for party in self.parties.all() if party.is_public]

    @property
    def guests(self) -> list["VisitParty"]:
        """Guests as readers may see them: none whose body is hidden. So with hosts and companions."""
        return [party for party in self.public_parties if party.side == VisitParty.Side.GUEST]

    @property
    def hosts(self) -> list["VisitParty"]:
        return [party for party in self.public_parties if party.side == VisitParty.Side.HOST]

    @property
    def companions(self) -> list["VisitParty"]:
        return [party for party in self.public_parties if party.side == VisitParty.Side.COMPANION]

    def correct(self, kind: str, text: str, at: datetime | None = None) -> None:
        """Add a public correction. Raises ValidationError where nobody can read the visit."""
        if not self.is_public:
            raise ValidationError("Koreksi hanya untuk kunjungan yang tampil untuk umum.")
        correction = self.corrections.model(
            visit=self, kind=kind, text=text.strip(), corrected_at=at or timezone.now()
        )
        correction.full_clean()
        correction.save()

    def settle_direction(self) -> None:
        """Compute the direction from the parties and officials as they stand, and store it.

        Host decides before guest, guest before mere attendance; empty when the own council has no part.
        """
        # Not the remembered one: the own institution may have changed in this very transaction.
        council = Council.objects.select_related("institution").first()
        direction = self._direction(council.institution) if council else ""
        if direction != self.direction:
            self.direction = direction
            self.save(update_fields=["direction", "updated_at"])

    def _direction(self, own: Institution) -> str:
        ours = set(Institution.objects.within(own).values_list("pk", flat=True))
        sides = {party.side for party in self.parties.all() if ours & {party.institution_id, party.unit_id}}
        if VisitParty.Side.HOST in sides:
            return self.Direction.INCOMING
        if VisitParty.Side.GUEST in sides:
            return self.Direction.OUTGOING
        members = Position.objects.held_on(self.listed_on).filter(institution__in=ours)
        present = self.attendances.filter(official__in=members.values("official"))
        return self.Direction.ATTENDED if sides or present.exists() else ""
