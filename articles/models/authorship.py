"""Who wrote an article: whoever only mends a word of another's still reads it with fresh eyes."""

from typing import Any

from django.conf import settings
from django.db import models

from dprd_news.lib.differences import changed_words
from dprd_news.lib.history import relations_of
from dprd_news.lib.html import text_with_marks

# Of its words, by one account in all: more than that is writing.
MOST_SHARE = 0.05
_WORDS = ("title", "lead", "byline", "place", "event_date", "event_end_date")

Relations = dict[str, list[Any]]


class Authored(models.Model):
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="terakhir ditulis oleh",
    )
    # Keys of all who changed the text before publication.
    writers = models.JSONField(default=list, editable=False)
    # Of those who changed no more than a few words of what another had submitted: how many in all, by their keys.
    mends = models.JSONField(default=dict, editable=False)

    class Meta:
        abstract = True

    def is_written_by(self, account: Any) -> bool:
        """Whether that account wrote the text, be it before others did. Mending a few words is no writing."""
        return account.pk in self.authors

    @property
    def authors(self) -> set[int]:
        """Keys of the accounts that changed more than a few words of what another had submitted."""
        return {key for key in self._hands() if str(key) not in self.mends}

    def count_in(self, account: Any, since_version: int | None, is_reading: bool) -> None:
        """Note that it changed the text since that version, None for the last save; nothing is stored yet.

        `is_reading` says whether another had submitted what it changed. Too much makes it a writer for good.
        """
        words = None
        if is_reading and account.pk not in self.authors:
            words = mended_words(self, since_version)
        if words is not None:
            words += self.mends.get(str(account.pk), 0)
        self.mends.pop(str(account.pk), None)
        if words is not None and is_little(words, self):
            self.mends[str(account.pk)] = words
        self.written_by, self.writers = account, sorted(self._hands() | {account.pk})

    def _hands(self) -> set[int]:
        # An earlier row may name its last writer alone.
        return {self.written_by_id, *self.writers} - {None}


def mended_words(article: Any, since_version: int | None) -> int | None:
    """How many words differ from the state at that version; a link or a mark of formatting counts as a word.

    None where no state is known, or other photos are shown: that is no mending.
    """
    since = article.version - 1 if since_version is None else since_version
    before = article.history.filter(version__lte=since).order_by("-version", "-history_id").first()
    if before is None:
        return None
    now = relations_of(article)
    if _photos(before.relations) != _photos(now):
        return None
    links = _links(before, before.relations) ^ _links(article, now)
    return len(links) + changed_words(_words(before, before.relations), _words(article, now))


def is_little(words: int, article: Any) -> bool:
    return words <= MOST_SHARE * len(_words(article, {}).split())


def _words(columns: Any, relations: Relations) -> str:
    """Everything that somebody typed, with the formatting said in words. `columns` are an article's or a state's."""
    told = [str(getattr(columns, name) or "") for name in _WORDS]
    rows = [row for related in relations.values() for row in related if isinstance(row, dict)]
    told += [value for row in rows for value in _cells(row) if isinstance(value, str)]
    return "\n\n".join([*told, text_with_marks(columns.body)])


def _links(columns: Any, relations: Relations) -> set[Any]:
    """What it points to, and in which order photos stand."""
    found: set[Any] = {("visit", columns.visit_id)}
    for name, related in relations.items():
        for row in related:
            keys = _cells(row) if isinstance(row, dict) else [row]
            found.add((name, *(key for key in keys if not isinstance(key, str))))
    return found


def _cells(row: dict[str, Any]) -> list[Any]:
    """In the order of their names: PostgreSQL keeps JSON in an order of its own."""
    return [value for _, value in sorted(row.items())]


def _photos(relations: Relations) -> set[int]:
    return {row["photo_id"] for row in relations.get("article_photos", [])}
