"""The life of a pasted release: read into working copies, kept while an editor works, saved as a draft."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from articles.filing import Filed, record, refuse_twin, twin_of
from articles.markup import words_of
from articles.models import Article, PastedRelease, Photo, ReleaseSource, StagedPhoto
from articles.models.article import text_hash
from articles.pasting.answers import Answers
from articles.pasting.decided.outcome import Outcome, keep_judged
from articles.pasting.revising import is_open
from articles.pasting.tabs import Merged, last_turn, merged, settled, turn_of
from articles.reading.reading import read
from articles.reading.text.files import UnreadableText, check_pasted
from articles.reading.text.pastes import releases_in
from articles.returning import returning, without_returning
from articles.tables import index
from dprd_news.lib.history import fold
from dprd_news.lib.indonesian import number
from dprd_news.lib.newsroom import MOST_CHARACTERS
from dprd_news.lib.passages import without

# The draft's own form takes no longer a text, and the marks of its paragraphs have to fit in too.
MOST_LETTERS = MOST_CHARACTERS * 3 // 4


class ChangedMeanwhile(Exception):
    """Somebody saved the draft after this screen last saw it; `article` is the draft as it is now."""

    def __init__(self, article: Article) -> None:
        super().__init__("Draf ini baru saja disimpan dari layar lain.")
        self.article = article


@dataclass(frozen=True)
class Taken:
    """What became of a paste: its working copies, and the articles that other releases in it were made into before,
    each once."""

    copies: list[PastedRelease]
    on_file: list[Article]


def paste(editor: Any, text: str, article: Article | None = None, is_one: bool = False) -> Taken:
    """Working copies of the text: one for each release in it, or a single one where `is_one` says so. A text
    that this editor is working on already is not begun again: that copy `is_at_hand`. A release that another
    article was made of gets none.

    Raises UnreadableText for what is no text or too long for an article.
    """
    source = check_pasted(text)
    whole = [source] if is_one or article is not None else releases_in(source)
    parts = [without_returning(part) for part in whole]
    if any(len(part) > MOST_LETTERS for part in parts):
        raise UnreadableText(
            f"Naskah ini terlalu panjang: satu berita memuat paling banyak {number(MOST_LETTERS)} huruf. "
            "Bagi menjadi beberapa naskah."
        )
    twins = [twin_of(part, besides=article) for part in parts]
    fresh = [part for part, twin in zip(parts, twins, strict=True) if twin is None]
    copies = [_at_hand(editor, part, article) or _fresh(editor, part, article) for part in fresh]
    return Taken(list(dict.fromkeys(copies)), list(dict.fromkeys(filter(None, twins))))


def own_words(article: Article) -> str:
    """A draft as a text to read, for one that was written by hand."""
    return f"{article.title}\n\n{words_of(article.body)}"


def _at_hand(editor: Any, source: str, article: Article | None) -> PastedRelease | None:
    """This editor's working copy of the same text; read again if nothing was answered on it yet."""
    same = PastedRelease.objects.of(editor).filter(source_hash=text_hash(source))
    is_new = Q(article=None) | Q(before_revision__isnull=False)
    pasted = same.filter(Q(article=article) if article else is_new).first()
    if pasted is not None and not pasted.answers:
        reading = _reading(source, timezone.localdate())
        # Reading takes seconds; what was answered or discarded in another tab meanwhile stays so.
        untouched = PastedRelease.objects.filter(pk=pasted.pk, answers={})
        untouched.update(reading=reading, updated_at=timezone.now())
        pasted = PastedRelease.objects.filter(pk=pasted.pk).first()
    if pasted is not None:
        pasted.is_at_hand = True
    return pasted


def _fresh(editor: Any, source: str, article: Article | None) -> PastedRelease:
    try:
        with transaction.atomic():
            return PastedRelease.objects.create(
                editor=editor,
                article=article,
                article_version=article.version if article else None,
                source_text=source,
                reading=_reading(source, timezone.localdate()),
            )
    except IntegrityError:
        # The button was pressed twice; the other press was quicker.
        return PastedRelease.objects.of(editor).get(article_version=None, source_hash=text_hash(source))


def _reading(source: str, received: date) -> dict[str, Any]:
    """The contract's shape, and beside each misspelling the rule behind it."""
    found = read(source, index(), received)
    told = found.as_dict()
    for entry, misspelling in zip(told["spelling"], found.spelling, strict=True):
        entry["reason"] = misspelling.reason
    return told


def keep(pasted: PastedRelease, sent: dict[str, list[str]]) -> Merged | None:
    """Remember the state of the screen beside what other pages changed; None where the copy was saved or discarded
    meanwhile. What was taken down since it was opened stays out of it, and a state that a later one of the same
    screen has overtaken is not kept."""
    texts = [pasted.source_text, *(value for values in sent.values() for value in values)]
    answers = without(returning(pasted.article, texts), sent)
    copy = PastedRelease.objects.filter(pk=pasted.pk)
    with transaction.atomic():
        stored = copy.select_for_update().values_list("answers", flat=True).first()
        if stored is None:
            return None
        if _is_overtaken(sent, stored):
            merge = Merged(stored)
        else:
            merge = merged(answers, stored)
            pasted.updated_at = timezone.now()
            copy.update(answers=merge.state, updated_at=pasted.updated_at)
    pasted.answers = merge.state
    return merge


@transaction.atomic
def settle(pasted: PastedRelease, key: str, is_taken: bool) -> None:
    """The editor takes words that another page wrote, or drops them."""
    copy = PastedRelease.objects.filter(pk=pasted.pk)
    stored = copy.select_for_update().values_list("answers", flat=True).first()
    if stored is not None:
        pasted.answers = settled(stored, key, is_taken)
        copy.update(answers=pasted.answers)


def _is_overtaken(sent: dict[str, list[str]], stored: dict[str, list[str]]) -> bool:
    """The script names the page that a state comes from, and numbers its states."""
    return "screen" in sent and turn_of(sent) < last_turn(stored, sent["screen"])


def see(pasted: PastedRelease, article: Article) -> None:
    """Note that the screen shows the draft as it is now."""
    pasted.article, pasted.article_version = article, article.version
    pasted.save(update_fields=["article_version"])


@transaction.atomic
def save_draft(answers: Answers, outcome: Outcome, editor: Any, photos: Iterable[StagedPhoto] = ()) -> Filed:
    """The draft with everything decided, the record of it, and the end of the working copy.

    Raises AlreadyFiled, ChangedMeanwhile and ValidationError; then nothing is written. `outcome` must be
    without errors.
    """
    pasted = answers.pasted
    refuse_twin(pasted.source_text, besides=pasted.article)
    article = _held(pasted, pasted.article) if pasted.article else Article()
    since = article.version if pasted.article else 0
    _take_source(article, pasted, editor)
    for name, value in outcome.draft.items():
        setattr(article, name, value)
    filed = record(article, outcome.decisions, [_photo(answers, staged) for staged in photos])
    fold(article, since, pasted.work)
    keep_judged(article, outcome.judged, editor)
    pasted.end(article)
    return replace(filed, left_open=outcome.still_open)


def _held(pasted: PastedRelease, seen: Article) -> Article:
    """The draft as stored, which nobody else saves until the transaction ends."""
    article = Article.objects.select_for_update().get(pk=seen.pk)
    if not is_open(article):
        raise ValidationError(
            "Berita ini sudah disetujui, terjadwal atau terbit, jadi naskahnya tidak diganti dari sini."
        )
    if article.version != pasted.article_version:
        raise ChangedMeanwhile(article)
    return article


def _take_source(article: Article, pasted: PastedRelease, editor: Any) -> None:
    """What was pasted is the article's source now; the one before is kept."""
    if article.pk is not None and text_hash(own_words(article)) == pasted.source_hash:
        return
    if article.source_text and article.source_hash != pasted.source_hash:
        ReleaseSource.objects.create(article=article, text=article.source_text, replaced_by=editor)
    article.source_text = pasted.source_text


def _photo(answers: Answers, staged: StagedPhoto) -> Photo:
    """The staged photo with its words; one that is on file already keeps its own."""
    photo = staged.as_photo()
    if photo.pk is None:
        photo.alt = answers.photo_words(staged, "alt")
        photo.caption = answers.mended(answers.photo_words(staged, "caption"))
        photo.credit = answers.photo_words(staged, "credit")
    return photo
