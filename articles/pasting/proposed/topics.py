"""Which topics a reading proposes."""

from collections.abc import Iterable

from articles.models import Article
from articles.pasting.offers import NEW, NONE, Choice, Offer
from people.models import Topic


def offered_topics(names: list[str], article: Article | None) -> Iterable[Offer]:
    linked = set(article.topics.values_list("name", flat=True)) if article else set()
    known = {name.casefold() for name in Topic.objects.values_list("name", flat=True)}
    for number, name in enumerate(names):
        if name in linked:
            continue
        is_known = name.casefold() in known
        yield Offer(
            key=f"topic-{number}",
            kind="topic",
            word="Topik",
            name=name,
            reason="Nama topik atau padanannya disebut di naskah."
            if is_known
            else "Dibahas dalam kunjungan ini; belum ada di daftar topik.",
            choices=(
                Choice(name, "Pakai") if is_known else Choice(NEW, "Buat topik baru"),
                Choice(NONE, "Jangan pakai"),
            ),
            preset=name if is_known else "",
            proposed=name,
        )
