"""Where a text answers a question: parts to be marked, and the passage that holds most of them."""

from bisect import bisect_left
from typing import NamedTuple

from dprd_news.lib.search import words
from dprd_news.lib.search.question import Question

PASSAGE_CHARS = 220
READ_CHARS = 20_000


class Part(NamedTuple):
    text: str
    is_hit: bool


def marked(text: str, question: Question) -> list[Part]:
    """The whole text in parts; those that answer are hits. The parts are plain text, for a template to escape."""
    text = words.composed(text)
    return _parts(text, _hits(text, question), 0, len(text))


def passage(text: str, question: Question) -> list[Part]:
    """About 220 characters around the most hits, in parts; the beginning where nothing answers."""
    text = " ".join(words.composed(text[:READ_CHARS]).split())
    hits = _hits(text, question)
    start = _best_start(text, hits)
    end = len(text)
    if end - start > PASSAGE_CHARS:
        end = text.rfind(" ", start, start + PASSAGE_CHARS)
        end = end if end > start else start + PASSAGE_CHARS
    parts = _parts(text, hits, start, end)
    before = [Part("…\u00a0", False)] if start else []
    after = [Part("\u00a0…", False)] if end < len(text) else []
    return before + parts + after


def _hits(text: str, question: Question) -> list[tuple[int, int, str]]:
    sought, place, hits = question.sought, 0, []
    for written in text.split(" "):
        for start, end, term in words.term_spans(written):
            if term in sought:
                hits.append((place + start, place + end, term))
        place += len(written) + 1
    return hits


def _best_start(text: str, hits: list[tuple[int, int, str]]) -> int:
    """Where a passage begins that holds the most different terms, the first of the best."""
    if not hits or hits[0][0] < PASSAGE_CHARS // 2:
        return 0
    best, most = 0, 0
    starts = [start for start, _, _ in hits]
    for place, start in enumerate(starts):
        within = hits[place : bisect_left(starts, start + PASSAGE_CHARS * 3 // 4)]
        score = 4 * len({term for _, _, term in within}) + min(len(within), 3)
        if score > most:
            best, most = start, score
    # Some words before the first hit, from the beginning of a word on.
    return text.rfind(" ", 0, max(0, best - PASSAGE_CHARS // 5)) + 1


def _parts(text: str, hits: list[tuple[int, int, str]], start: int, end: int) -> list[Part]:
    parts, last = [], start
    for hit_start, hit_end, _ in hits:
        if hit_start < last or hit_end > end:
            continue
        if hit_start > last:
            parts.append(Part(text[last:hit_start], False))
        parts.append(Part(text[hit_start:hit_end], True))
        last = hit_end
    return [*parts, Part(text[last:end], False)] if last < end else parts
