"""Whether two texts are the same one, be it half typed or a little rewritten."""

from articles.markup import words_of
from articles.models import Article
from dprd_news.lib.differences import overlap

# Of the shorter text's words: a guess, not measured on real releases. Too low cleans another's text, too high
# misses a rewritten one.
SAME_TEXT = 0.6
# A few words are no text: they may be another's.
LEAST_WORDS = 5


def texts_of(article: Article) -> list[str]:
    """The article and what it was made from, each as plain words, items with their marks."""
    texts = [words_of(article.body), article.source_text]
    return [
        text for text in (*texts, *article.earlier_sources.values_list("text", flat=True)) if text.strip()
    ]


def is_told_in(text: str, sources: list[str]) -> bool:
    """Whether most words of the shorter text stand in the longer one, in order."""
    if len(text.split()) < LEAST_WORDS:
        return False
    return any(overlap(text, source) >= SAME_TEXT for source in sources)
