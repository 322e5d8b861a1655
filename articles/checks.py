"""What keeps an article from being published, and what somebody should look at before it is.

A blocker is a fact about the stored records; a warning is a doubt that an editor may answer for. Each has a
code that names what it is about, so that an accepted warning stays accepted and the next one shows again.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from textwrap import shorten

from django.db.models import QuerySet
from django.utils import timezone

from articles.inner_links import InnerLink, Target, inner_links, targets
from articles.models import Article, ArticleEvent, ArticleOfficial, ArticlePhoto, Photo
from articles.near_copies import twins
from articles.pasting.offers import SURE
from articles.pasting.proposed.people import printed_name
from articles.reading.dates.event_dates import weekday_doubt
from articles.reading.dates.printed_dates import find_dates
from articles.reading.index import Index, bare
from articles.reading.language.lexicon import READ_CHARS, fold
from articles.reading.people.officials import Person
from articles.reading.reading import Reading, read
from articles.reading.tables import HeldPost, KnownOfficial
from articles.tables import index
from dprd_news.lib.html import plain_text
from dprd_news.lib.indonesian import short_date

TITLE, BODY, EVENT_DATE = "id_title", "id_body", "id_event_date"
OFFICIALS = "article_officials-group"
QUOTED_LENGTH = 60
_NAME_OF_A_FILE = re.compile(
    r"[^\s]+\.(?:jpe?g|png|webp|heic|heif|avif|gif|tiff?)$"
    r"|(?:img|dscn?|pxl|mvimg|image|photo|whatsapp image)[\s_-]*\d[\w\s.:()-]*$"
    r"|(?:foto|gambar|image|photo|picture|tanpa judul|untitled|scan|screenshot)[\s_.:#-]*\d*$"
    r"|[\W\d_]+$",
    re.IGNORECASE,
)
_ACTING = re.compile(r"^(?:plt|plh|pj|pjs|penjabat)\.? ", re.IGNORECASE)
_LEVEL = re.compile(r"^(?:kota|kabupaten|provinsi) ")


# 08… or +62 8… with 10 to 13 digits, spaced or hyphenated; or the 16 digits of a NIK.
PRIVATE_NUMBER = re.compile(
    r"(?<![\d.,])(?:(?:\+62|62|0)[ -]?8\d{1,2}(?:[ -]?\d{3,4}){2,3}|\d{16})(?![\d.,]*\d)"
)
NIK_DIGITS = 16


@dataclass(frozen=True)
class Check:
    """`anchor` is the field on the article's form or, with `elsewhere`, on that record's own form."""

    code: str
    text: str
    anchor: str
    is_blocker: bool = False
    elsewhere: Article | Photo | None = None


def blockers(article: Article, at: datetime | None = None) -> list[Check]:
    """What keeps it from being public at that time: its own when it is scheduled, else now."""
    return blockers_of([article], at)[article.pk]


def blockers_of(articles: Iterable[Article], at: datetime | None = None) -> dict[int, list[Check]]:
    """By article: two queries for any number of them, and two more where a link's address has changed."""
    articles = list(articles)
    placed = _placed(articles)
    links = {article.pk: inner_links(article.body, article.get_absolute_url()) for article in articles}
    found = targets(link for one in links.values() for link in one)
    return {
        article.pk: [
            *_missing(article),
            *_without_alt(placed[article.pk]),
            *_hidden(article, links[article.pk], found, at),
        ]
        for article in articles
    }


def mark_blocked(articles: Iterable[Article]) -> list[Article]:
    """Tells each scheduled article whether something blocks it; returns those that are blocked."""
    articles = list(articles)
    found = blockers_of(article for article in articles if article.is_scheduled)
    blocked = [article for article in articles if found.get(article.pk)]
    for article in blocked:
        article.is_blocked = True
    return blocked


def blocked(articles: QuerySet) -> QuerySet:
    """The scheduled ones among them that something blocks."""
    waiting = Article.objects.scheduled().only("title", "slug", "body", "feed_id", "status", "published_at")
    return articles.filter(pk__in=[article.pk for article in mark_blocked(waiting)])


def checks(article: Article) -> list[Check]:
    """Blockers, then warnings, accepted ones too."""
    placed = _placed([article])[article.pk]
    links = inner_links(article.body, article.get_absolute_url())
    found = targets(links)
    every = chain(
        _missing(article),
        _without_alt(placed),
        _hidden(article, links, found, None),
        _broken(links, found),
        _unread_edit(article),
        _photo_doubts(placed),
        _text_doubts(article, placed),
    )
    # The same doubt about two places of a text is one.
    return list({check.code: check for check in every}.values())


def _placed(articles: list[Article]) -> dict[int, list[ArticlePhoto]]:
    rows: dict[int, list[ArticlePhoto]] = defaultdict(list)
    for row in ArticlePhoto.objects.filter(article__in=articles).select_related("photo"):
        rows[row.article_id].append(row)
    return rows


def _missing(article: Article) -> Iterator[Check]:
    if not article.title.strip():
        yield Check("title", "Judul masih kosong.", TITLE, is_blocker=True)
    if not plain_text(article.body).strip():
        yield Check("body", "Isi berita masih kosong.", BODY, is_blocker=True)


def _unread_edit(article: Article) -> Iterator[Check]:
    """A schedule was set by two people, or with a reason; what was changed since has been read by one."""
    if not article.is_scheduled:
        return
    moves = [ArticleEvent.Verb.SCHEDULED, ArticleEvent.Verb.EDITED]
    last = article.events.filter(verb__in=moves).select_related("by").first()
    if last is not None and last.verb == ArticleEvent.Verb.EDITED:
        text = (
            f"Naskah terjadwal ini diubah {last.who} dan belum dibaca orang kedua. Tunda lalu mintalah persetujuan, "
            "atau terima dengan alasan."
        )
        yield Check(f"edited:{last.pk}", text, TITLE, is_blocker=False)


def _without_alt(placed: list[ArticlePhoto]) -> Iterator[Check]:
    for number, row in enumerate(placed):
        if not row.photo.is_decorative and not row.shown_alt:
            text = f"Foto “{row.photo}” belum punya teks alternatif."
            yield Check(f"alt:{row.photo_id}", text, _alt(number), is_blocker=True)


def _alt(number: int) -> str:
    return f"id_article_photos-{number}-alt"


def _hidden(
    article: Article, links: set[InnerLink], found: dict[InnerLink, Target], at: datetime | None
) -> Iterator[Check]:
    due = at or (article.published_at if article.is_scheduled else None) or timezone.now()
    for link in sorted(links):
        target = found.get(link)
        if target is not None and not target.is_visible(due, article.feed_id):
            state = "sudah ditarik" if target.withdrawn_at else "belum tampil untuk umum"
            text = f"Naskah menautkan “{target.name}”, yang {state}. Lepaskan tautannya, atau umumkan dahulu."
            yield Check(f"hidden:{link.section}/{link.slug}", text, BODY, is_blocker=True)


def _broken(links: set[InnerLink], found: dict[InnerLink, Target]) -> Iterator[Check]:
    for link in sorted(links - found.keys()):
        text = f"Naskah menautkan /{link.section}/…/{link.slug}/, halaman yang tidak ada di situs ini."
        yield Check(f"broken:{link.section}/{link.slug}", text, BODY)


def _photo_doubts(placed: list[ArticlePhoto]) -> Iterator[Check]:
    for number, row in enumerate(placed):
        name, alt, caption = f"foto “{row.photo}”", row.shown_alt.strip(), row.shown_caption.strip()
        if not row.photo.credit.strip():
            yield Check(
                f"credit:{row.photo_id}",
                f"Kredit {name} belum ada.",
                "id_credit",
                False,
                row.photo,
            )
        if alt and _words(alt) == _words(caption):
            yield Check(
                f"alt-caption:{row.photo_id}:{_mark(alt)}",
                f"Teks alternatif {name} sama dengan keterangannya; tulis apa yang tampak.",
                _alt(number),
            )
        if alt and _NAME_OF_A_FILE.match(alt):
            yield Check(
                f"alt-name:{row.photo_id}:{_mark(alt)}",
                f"Teks alternatif “{shorten(alt, QUOTED_LENGTH, placeholder='…')}” tidak menceritakan apa yang tampak.",
                _alt(number),
            )


def _text_doubts(article: Article, placed: list[ArticlePhoto]) -> Iterator[Check]:
    text = f"{article.title}\n\n{plain_text(article.body)}"[:READ_CHARS]
    lookups = index()
    reading = read(text, lookups)
    linked = list(ArticleOfficial.objects.filter(article=article).select_related("official"))
    captions = " ".join(row.shown_caption for row in placed)
    if article.event_date is None:
        yield Check("event-date", "Tanggal kegiatan belum diisi.", EVENT_DATE)
    yield from _private_numbers(text)
    yield from _weekdays(text, article.event_date)
    yield from _unlinked(reading, {link.official.slug for link in linked})
    yield from _unnamed(reading, linked, f"{text} {captions}", lookups)
    yield from _ended(linked, article.happened_on, lookups)
    yield from _unattributed(reading)
    for other in twins(article):
        yield Check(
            f"copy:{other.pk}", f"Naskahnya hampir sama dengan berita “{other}”.", TITLE, False, other
        )


def _private_numbers(text: str) -> Iterator[Check]:
    """A mobile number or a citizen's number (NIK) that slipped through; the code holds no digit of it."""
    for found in PRIVATE_NUMBER.finditer(text):
        digits = re.sub(r"\D", "", found[0])
        kind = "nomor telepon" if digits.startswith(("0", "62")) and len(digits) < NIK_DIGITS else "NIK"
        mark = hashlib.sha256(digits.encode()).hexdigest()[:12]
        yield Check(f"private:{mark}", f"Ada {kind} “{found[0].strip()}”. Hapus bila milik pribadi.", BODY)


def _weekdays(text: str, event_date: date | None) -> Iterator[Check]:
    """Printed weekdays against their date; one without a year is taken for the event's when it is that day."""
    for printed in find_dates(text):
        year = printed.year or (event_date.year if event_date else None)
        day = printed.on(year) if year else None
        if day is None or (printed.year is None and day != event_date):
            continue
        if doubt := weekday_doubt(printed, day):
            yield Check(f"weekday:{day.isoformat()}:{printed.weekday}", doubt, BODY)


def _unlinked(reading: Reading, slugs: set[str]) -> Iterator[Check]:
    for person, _ in reading.officials:
        if slugs.intersection(person.candidates) or not (person.match or len(person.known) > 1):
            continue
        code = f"unlinked:{_mark(' '.join(sorted(person.candidates)))}"
        if person.match:
            text = _told_unlinked(person, reading.source)
        else:
            text = f"{person.name} disebut dalam naskah; {len(person.known)} pejabat bernama itu, dan tidak ada yang ditautkan."
        yield Check(code, text, OFFICIALS)


def _told_unlinked(person: Person, source: str) -> str:
    """By the name that is printed; whom a near name means is only asked."""
    printed = printed_name(source, person.spans) or person.name
    on_file = person.known[0].name
    text = f"{printed} disebut dalam naskah, tetapi belum ditautkan"
    if _words(printed) == _words(on_file):
        return f"{text}."
    if person.confidence >= SURE:
        return f"{text}. Di data: {on_file}."
    return f"{text}. Apakah yang dimaksud {on_file}, nama mirip di data?"


def _unnamed(reading: Reading, linked: list[ArticleOfficial], text: str, lookups: Index) -> Iterator[Check]:
    read_slugs = {slug for person, _ in reading.officials for slug in person.candidates}
    words = set(bare(re.sub(r"[^\w.']+", " ", text)).split())
    known = _by_slug(linked, lookups)
    for number, link in enumerate(linked):
        official = link.official
        if official.slug in read_slugs or _is_named(official.name, known.get(official.slug), words):
            continue
        anchor = f"id_article_officials-{number}-official"
        text = f"{official.full_name} ditautkan, tetapi tidak disebut dalam naskah."
        yield Check(f"unnamed:{official.slug}", text, anchor)


def _is_named(name: str, known: KnownOfficial | None, words: set[str]) -> bool:
    """Whether two words of one of the names are there, or the only word of it."""
    names = [name, *known.other_names, known.nickname] if known else [name]
    parts = [set(bare(one).split()) for one in names if one]
    return any(len(part & words) >= min(2, len(part)) for part in parts)


def _by_slug(linked: list[ArticleOfficial], lookups: Index) -> dict[str, KnownOfficial]:
    slugs = {link.official.slug for link in linked}
    return {official.slug: official for official in lookups.tables.officials if official.slug in slugs}


def _ended(linked: list[ArticleOfficial], day: date, lookups: Index) -> Iterator[Check]:
    known = _by_slug(linked, lookups)
    for number, link in enumerate(linked):
        official = known.get(link.official.slug)
        printed = _ACTING.sub("", _words(link.post_printed))
        held = [one for one in official.held if printed in _labels(one)] if official and printed else []
        if not held or any(one.covers(day) for one in held):
            continue
        ends = [one.ends_on for one in held if one.ends_on and one.ends_on < day]
        if ends:
            text = f"{link.official.full_name} ditulis sebagai {link.post_printed}; jabatan itu berakhir {short_date(max(ends))}."
            code = f"ended:{link.official.slug}:{_mark(printed)}:{day.isoformat()}"
            yield Check(code, text, f"id_article_officials-{number}-post_printed")


def _labels(held: HeldPost) -> set[str]:
    """The ways in which that post is printed, with the unit, the body, or the place it governs."""
    place = held.institution.removeprefix("Pemerintah ")
    bodies = {
        held.unit,
        held.institution,
        f"{held.unit} {held.institution}",
        place,
        _LEVEL.sub("", fold(place)),
    }
    return {_words(f"{held.post} {body}") for body in bodies if body.strip()}


def _unattributed(reading: Reading) -> Iterator[Check]:
    for quote in reading.quotes:
        if quote.speaker is None:
            said = shorten(quote.text, QUOTED_LENGTH, placeholder="…")
            yield Check(f"quote:{_mark(quote.text)}", f"Siapa yang berkata “{said}”?", BODY)


def _words(text: str) -> str:
    return " ".join(fold(text).split())


def _mark(text: str) -> str:
    """A short name for a text: another text, another code."""
    return hashlib.sha256(_words(text).encode()).hexdigest()[:12]
