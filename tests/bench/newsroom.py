"""How many queries and how much time the newsroom's pages take with a large site on file.

Run by `make bench`, on SQLite and, with BENCH_POSTGRES_URL, on PostgreSQL, each filled once and thrown away. Times
are medians of whole requests in this process, the second on: what a process remembers is filled by the first. Beside
them stands the time of this process alone, which other work on the machine does not lengthen (and which leaves out the
server of PostgreSQL). An export is measured over all articles and over one year of ten: memory that grows with the
rows shows as a difference.
"""

import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable
from typing import Any

from tests.bench import databases
from tests.bench.databases import say

ARTICLES, PHOTOS, OFFICIALS, INSTITUTIONS = 10_000, 20_000, 1_000, 3_000
STATES = 60
RUNS = 5
MOST_MS = 400
# By the first word of the page's name.
MOST_QUERIES = {"desk": 20, "list": 12}
OTHER_QUERIES = 25
ADMINISTRATORS = {"auth_user", "auth_group", "axes_accessattempt", "people_council"}
# More memory than for a tenth of the rows; a megabyte is what a file waits in before it goes to disk.
EXPORT_MORE_BYTES = 1_500_000
BULK_RECORDS, BULK_QUERIES = 500, 250


def main() -> None:
    databases.measure_on_each("tests.bench.newsroom", "measure")


def _measure() -> None:
    databases.start()
    from django.db import connection

    say(connection.vendor)
    article, waiting, live = _fill()
    if connection.vendor == "postgresql":
        # A server's own housekeeping does so within minutes of so many new rows.
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    for group in ("Administrator", "Penulis"):
        client = _client(group)
        for name, address in _addresses(article, waiting, live, group).items():
            _report(f"{group}: {name}", lambda address=address, client=client: client.get(address))
        _report(f"{group}: working copy sent", lambda client=client: _send_copy(client, article))
    _report_bulk(_client("Redaktur"))
    for form in ("csv", "xlsx"):
        _report_export(_client("Redaktur"), form)


def _fill() -> tuple[Any, Any, Any]:
    """A draft, an article in review and a live one, each with links, among all the rest."""
    from dprd_news.populate import populate
    from people.models import Institution, Official
    from tests import factories

    council = factories.make_council()
    populate(ARTICLES)
    for model, wanted, one in (
        (
            Official,
            OFFICIALS,
            lambda number: Official(name=f"Pejabat Isian {number}", slug=f"isian-{number}"),
        ),
        (
            Institution,
            INSTITUTIONS,
            lambda number: Institution(name=f"Badan Isian {number}", slug=f"isian-{number}", kind="agency"),
        ),
    ):
        missing = wanted - model.objects.count()
        model.objects.bulk_create([one(number) for number in range(missing)])
    _fill_photos()
    officials = Official.objects.order_by("pk")[:10]
    links = {
        "officials": officials,
        "institutions": [council.institution, *Institution.objects.exclude(pk=council.institution.pk)[:9]],
        "topics": [factories.make_topic() for _ in range(5)],
    }
    body = "".join(f"<p>{official.full_name} berbicara tentang taman kota.</p>" for official in officials)
    made = [
        factories.make_article(
            state=state, body=body * 4, photos=[factories.make_photo() for _ in range(5)], **links
        )
        for state in ("draft", "in_review", "published")
    ]
    for number in range(STATES):
        made[2].lead = f"Ringkasan {number}"
        made[2].save()
    return made[0], made[1], made[2]


def _fill_photos() -> None:
    """Rows without files, two on each of most articles, some of them without a credit."""
    from articles.models import Article, ArticlePhoto, Photo

    Photo.objects.bulk_create(
        (
            Photo(
                file=f"originals/00/{number:022}.jpg",
                sha256=f"{number:064}",
                width_px=1600,
                height_px=1067,
                alt="Warga di taman kota" if number % 9 else "",
                caption=f"Warga merawat taman kota di kelurahan nomor {number}.",
                credit="Cipta/Humpro" if number % 7 else "",
            )
            for number in range(PHOTOS - Photo.objects.count())
        ),
        batch_size=500,
    )
    keys = list(Article.objects.order_by("pk").values_list("pk", flat=True))
    ArticlePhoto.objects.bulk_create(
        (
            ArticlePhoto(article_id=keys[number // 2], photo_id=photo, order=number % 2)
            for number, photo in enumerate(Photo.objects.order_by("pk").values_list("pk", flat=True))
            if number // 2 < len(keys) * 9 // 10
        ),
        batch_size=500,
    )


def _addresses(article: Any, waiting: Any, live: Any, group: str) -> dict[str, str]:
    from django.urls import reverse

    def of(name: str, record: Any, *more: Any) -> str:
        return reverse(f"admin:articles_article_{name}", args=[record.pk, *more])

    return {
        "article form, draft": of("change", article),
        "article form, live": of("change", live),
        "article form, new": reverse("admin:articles_article_add"),
        "review page": of("review", waiting),
        "preview": of("preview", waiting),
        "history of 60 states": of("history", live),
        "difference": f"{of('history', live)}?ke={live.history.first().pk}",
        "desk": reverse("admin:index"),
        "search over everything": f"{reverse('admin:search')}?q=taman",
        "search for what is not there": f"{reverse('admin:search')}?q=qwertyuiop",
        "calendar of visits": reverse("admin:people_visit_calendar"),
        "report of a year's visits": reverse("admin:people_visit_report", args=[live.happened_on.year]),
        "official picker": f"{reverse('admin:autocomplete')}?term=isian&app_label=articles"
        "&model_name=articleofficial&field_name=official",
        **_lists(group),
        **({"publishing": of("verb", waiting, "terbitkan")} if group == "Administrator" else {}),
    }


def _lists(group: str) -> dict[str, str]:
    """Every list of the newsroom, plain, searched, and narrowed by what the desk leads to."""
    from django.contrib import admin
    from django.urls import reverse

    narrowed = {
        "articles_article": ("keadaan=draf", "keadaan=terhalang", "perlu=alt", "hari=90"),
        "articles_photo": ("perlu=kredit", "dipakai=belum"),
        "people_official": ("potret=tidak&keadaan=tampil",),
        "people_visit": ("perlu=berita", "perlu=lewat"),
    }
    found = {}
    for model, registered in admin.site._registry.items():
        name = f"{model._meta.app_label}_{model._meta.model_name}"
        address = reverse(f"admin:{name}_changelist")
        if group != "Administrator" and name in ADMINISTRATORS:
            continue
        found[f"list {name}"] = address
        if registered.search_fields:
            found[f"list {name}, searched"] = f"{address}?q=taman"
        for query in narrowed.get(name, ()):
            found[f"list {name}, {query}"] = f"{address}?{query}"
    return found


def _client(group: str) -> Any:
    from django.test import Client

    from tests import factories

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(factories.make_user(group=group))
    return client


def _send_copy(client: Any, article: Any) -> Any:
    from django.urls import reverse

    data = {
        "_key": article.pk,
        "_tab": "0123456789abcdef",
        "_typed": "1",
        "title": "Judul",
        "body": article.body,
    }
    return client.post(reverse("admin:articles_article_copy"), data)


def _counted(ask: Callable[[], Any]) -> tuple[int, int]:
    """The answer's status and how many queries it took."""
    from django.db import connection

    asked: list[str] = []

    def note(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        return ask().status_code, len(asked)


def _report(name: str, ask: Callable[[], Any]) -> None:
    ask()
    status, queries = _counted(ask)
    times = []
    for _ in range(RUNS):
        began, began_own = time.perf_counter(), time.process_time()
        ask()
        times.append((time.perf_counter() - began, time.process_time() - began_own))
    took, own = (statistics.median(column) * 1000 for column in zip(*times, strict=True))
    most = MOST_QUERIES.get(name.split(": ")[1].split()[0], OTHER_QUERIES)
    is_over = took > MOST_MS or queries > most or status != 200
    say(
        f"{took:8.0f} ms (at most {MOST_MS}), own {own:3.0f} ms {queries:4} queries (at most {most}) {name}"
        f"{f'  STATUS {status}' if status != 200 else ''}{'  TOO MUCH' if is_over else ''}"
    )


def _report_bulk(client: Any) -> None:
    """A topic added to the most articles that one press takes, and taken back; search is brought up in both."""
    from articles.models import Article
    from people.models import BulkChange
    from tests import factories

    read = Article.objects.order_by("-pk").values_list("pk", "version")[:BULK_RECORDS]
    sent = {
        "action": "tambah_topik",
        "_selected_action": [key for key, _ in read],
        "_read": [f"{key}-{version}" for key, version in read],
        "confirmed": "1",
        "topics": [factories.make_topic().pk],
    }

    def undo() -> Any:
        return client.post(f"/admin/articles/article/massal/{BulkChange.objects.latest('pk').pk}/urungkan/")

    presses = {"topic added to": lambda: client.post("/admin/articles/article/", sent), "undone for": undo}
    for name, press in presses.items():
        began = time.perf_counter()
        status, queries = _counted(press)
        took = time.perf_counter() - began
        is_over = queries > BULK_QUERIES or status != 302
        say(
            f"{took:8.1f} s {queries:4} queries (at most {BULK_QUERIES}) {name} {BULK_RECORDS} articles"
            f"{'  TOO MUCH' if is_over else ''}"
        )


def _report_export(client: Any, form: str) -> None:
    address = f"/admin/articles/article/ekspor/internal.{form}"
    began = time.perf_counter()
    sent = sum(len(chunk) for chunk in client.get(address).streaming_content)
    took = time.perf_counter() - began
    few, many = (_peak_bytes(client, address + query) for query in ("?happened_on__year=2020", ""))
    is_over = many - few > EXPORT_MORE_BYTES
    say(
        f"{took:8.1f} s, {sent / 1e6:.1f} MB sent, {few / 1e6:.1f} MB of memory for one year and "
        f"{many / 1e6:.1f} MB for {ARTICLES} (at most {EXPORT_MORE_BYTES / 1e6} MB more) export as {form}"
        f"{'  TOO MUCH' if is_over else ''}"
    )


def _peak_bytes(client: Any, address: str) -> int:
    """The most that Python held at once while the answer was sent, piece by piece."""
    tracemalloc.start()
    for _ in client.get(address).streaming_content:
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _measure()
    else:
        main()
