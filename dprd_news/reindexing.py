"""Writes the index of search anew when the code or the data that make its terms are no longer those it was made with."""

import hashlib
from pathlib import Path

from django.conf import settings
from django_tasks import task

from dprd_news.models import LastTime
from people import indexing
from people.models import SearchDocument

# Whatever decides which terms a document has, the phrases of a question among it. Titles and asking words only change
# questions.
MAKERS = (
    "articles/search.py", "people/search.py", "people/indexing.py", "dprd_news/lib/dictionary.py", "dprd_news/lib/html.py",
    "dprd_news/lib/search/days.py", "dprd_news/lib/search/question.py", "dprd_news/lib/search/words.py",
    "dprd_news/lib/data/council_words.txt",
    "dprd_news/lib/data/stems.csv", "dprd_news/lib/data/stop_words.txt", "dprd_news/lib/data/synonyms.csv", "dprd_news/lib/data/words.txt",
)  # fmt: skip


def renew() -> bool:
    """Hands the work to the worker, unless the index is as this code would write it; returns whether there is work."""
    if not SearchDocument.objects.exists():
        LastTime.note(LastTime.Name.INDEX, state())
    if _is_renewed():
        return False
    write_all.enqueue()
    return True


def rebuild() -> int:
    """Write every document, and note with what; returns how many there are."""
    made_with = state()
    count = indexing.rebuild()
    LastTime.note(LastTime.Name.INDEX, made_with)
    return count


@task()
def write_all() -> None:
    # Asked for at two starts, it is done once.
    if not _is_renewed():
        rebuild()


def _is_renewed() -> bool:
    return LastTime.objects.filter(name=LastTime.Name.INDEX, detail=state()).exists()


def state() -> str:
    """A digest of what makes the terms."""
    digest = hashlib.sha256()
    for name in MAKERS:
        digest.update(Path(settings.BASE_DIR, name).read_bytes())
    return digest.hexdigest()
