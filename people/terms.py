"""Terms that end: one person's, with or without a successor, and those of a whole council."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.text import Truncator

from dprd_news.lib.indonesian import approximate
from people.models import Institution, Official, Position

REASON_LENGTH = 100
# By it the end of a term is found again in the history, to be taken back.
TERM_ENDED = "Akhir masa jabatan per "


def held_now(official: Official) -> list[Position]:
    """The person's positions of today; reads the prefetched ones where they are."""
    return [position for position in official.positions.all() if position.is_current]


def unpublished_about(official: Official) -> QuerySet:
    """Articles not out yet that link the person or name them, the next to go out first."""
    articles: Any = official.articles
    named = Q(officials=official) | Q(title__icontains=official.name) | Q(body__icontains=official.name)
    waiting = Q(published_at__isnull=True) | Q(published_at__gt=timezone.now())
    found = articles.model._default_manager.filter(named, waiting, withdrawn_at__isnull=True)
    return found.defer("body", "source_text").order_by("published_at", "-updated_at").distinct()


@transaction.atomic
def vacate(official: Official, positions: Iterable[Position], on: date, end_reason: str, why: str) -> None:
    """Ends these positions of the person. Raises ValidationError, and nothing is done."""
    for position in positions:
        _end(position, on, end_reason, why)
    _note(official, why)


@transaction.atomic
def die(official: Official, on: date, why: str) -> None:
    """Ends all the person holds, on the day of death."""
    if on > timezone.localdate():
        raise ValidationError("Tanggal wafat tidak mungkin di masa depan.")
    # A position that ended after that day had ended by it in truth; one that had begun after it is an error to see.
    held = Position.objects.filter(official=official).filter(Q(ends_on__isnull=True) | Q(ends_on__gt=on))
    official.died_on = on
    vacate(official, held, on, Position.EndReason.DIED, why)


@transaction.atomic
def replace(
    official: Official,
    ended: Iterable[Position],
    taken: Iterable[Position],
    successor: Official,
    on: date,
    starts_on: date,
    why: str,
) -> None:
    """A mid-term replacement: what ends, and what of it the successor holds from their first day."""
    if successor.pk is not None and successor.pk == official.pk:
        raise ValidationError("Pengganti tidak mungkin orang yang sama.")
    if successor.died_on:
        raise ValidationError(f"{successor} tercatat sudah wafat.")
    vacate(official, ended, on, Position.EndReason.REPLACED, why)
    if successor.pk is None:
        successor.full_clean(exclude=["slug"])
        successor.save()
    for position in taken:
        seat = Position(
            official=successor, post=position.post, institution=position.institution, starts_on=starts_on
        )
        seat._change_reason = _short(why)  # type: ignore[attr-defined]
        seat.full_clean()
        seat.save()
    _note(successor, why)


# A whole council ----------------------------------------------------------------------------------


def of_council(council: Institution) -> QuerySet[Position]:
    """Positions held in the council and its komisi, badan, pansus and fraksi; the secretariat's staff stays."""
    bodies = Institution.objects.within(council).filter(Q(pk=council.pk) | Q(kind__in=Institution.UNIT_KINDS))
    return Position.objects.with_labels().select_related("official").filter(institution__in=bodies)


def ending(council: Institution, on: date) -> QuerySet[Position]:
    """What an end of the term on that day would end: all that is held on it and has no end by then."""
    return of_council(council).filter(
        Q(starts_on__isnull=True) | Q(starts_on__lte=on), Q(ends_on__isnull=True) | Q(ends_on__gt=on)
    )


def reason_of(council: Institution, on: date) -> str:
    return _short(f"{TERM_ENDED}{approximate(on, Position.Precision.DAY)}: {council}")


@transaction.atomic
def end_term(council: Institution, positions: Iterable[Position], on: date) -> int:
    """Ends these positions, and tells how many. Raises ValidationError, and nothing is done."""
    why, ended = reason_of(council, on), list(positions)
    for position in ended:
        _end(position, on, Position.EndReason.TERM, why)
    _note_holders(ended, why)
    return len(ended)


def last_ended(council: Institution) -> tuple[str, list[Position]]:
    """The reason of the last end of a term, and the positions that are still as it left them; ("", []) for none."""
    own = of_council(council)
    states = Position.history.filter(history_change_reason__startswith=TERM_ENDED, id__in=own.values("pk"))
    newest = states.order_by("-history_date", "-history_id").first()
    if newest is None:
        return "", []
    reason = newest.history_change_reason
    ended = states.filter(history_change_reason=reason).order_by("version")
    versions = dict(ended.values_list("id", "version"))
    found = [one for one in own.filter(pk__in=versions) if one.version == versions[one.pk]]
    return (reason, found) if found else ("", [])


@transaction.atomic
def undo_end_term(council: Institution) -> int:
    """Gives what the last end of a term ended the end it had before. Raises ValidationError, and nothing is done."""
    reason, positions = last_ended(council)
    for position in positions:
        states: Any = position.history
        before = states.filter(version__lt=position.version).order_by("-version").first()
        position.ends_on, position.ends_precision = before.ends_on, before.ends_precision
        position.end_reason = before.end_reason
        _save(position, f"Diurungkan: {reason}")
    _note_holders(positions, f"Diurungkan: {reason}")
    return len(positions)


def _note_holders(positions: list[Position], why: str) -> None:
    """A form of one of them that was opened before would else bring the old rows back."""
    for official in Official.objects.filter(positions__in=positions).distinct():
        _note(official, why)


def _end(position: Position, on: date, end_reason: str, why: str) -> None:
    position.ends_on, position.ends_precision = on, Position.Precision.DAY
    position.end_reason = end_reason
    try:
        _save(position, why)
    except ValidationError as error:
        raise ValidationError(f"{position}: {' '.join(error.messages)}") from error


def _save(position: Position, why: str) -> None:
    position._change_reason = _short(why)  # type: ignore[attr-defined]
    position.full_clean()
    position.save()


def _note(official: Official, why: str) -> None:
    """A state of the person with the positions as they are now."""
    official._change_reason = _short(why)  # type: ignore[attr-defined]
    official.save()


def _short(text: str) -> str:
    return Truncator(text).chars(REASON_LENGTH)
