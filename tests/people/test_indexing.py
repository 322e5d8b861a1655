"""Index and content agree after every change, whoever made it; a hidden record is found by nobody."""

from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from articles.models import Article
from articles.takedown import Reason, remove_passage
from dprd_news import search
from dprd_news.lib import caching
from dprd_news.lib.filters import Filters
from people import indexing
from people.merging import merge
from people.models import Institution, SearchDocument, SearchPending, Visit, VisitParty
from people.models.document import kind_of, record_of
from tests.factories import (
    make_article,
    make_council,
    make_institution,
    make_official,
    make_position,
    make_post,
    make_topic,
    make_user,
    make_visit,
    tomorrow,
)

pytestmark = pytest.mark.django_db


def found(text, **filters):
    """(kind, record) of everything that answers, in no order."""
    caching.forget()
    answer = search.find(Filters(q=text, **filters))
    return {(kind_of(key), record_of(key)) for key in answer.keys}


def one(record):
    kinds = {"article": 1, "visit": 2, "official": 3, "institution": 4}
    return {(kinds[record._meta.model_name], record.pk)}


COLUMNS = ("pk", "published_at", "title", "about", "body", "typed", "topics")


def written():
    """Every document in the index."""
    indexing.catch_up()
    return sorted(SearchDocument.objects.values_list(*COLUMNS))


def as_new():
    """Every document as it would be written now, of every record there is."""
    documents = [
        indexing._document(kind, content)
        for kind, (model, describe) in indexing._kinds.items()
        for content in describe(list(model._default_manager.values_list("pk", flat=True)))
    ]
    return sorted(tuple(getattr(one, name) for name in COLUMNS) for one in documents)


@pytest.mark.parametrize("make", [make_article, make_visit, make_official, make_institution])
def test_what_is_created_changed_and_renamed_is_found_as_it_is(make):
    other = make("Pelangi Senja")
    record = make("Cakrawala Biru")
    created = found("cakrawala"), found("samudra")

    name = "title" if hasattr(record, "title") else "name"
    setattr(record, name, "Samudra Biru")
    record.save()

    assert created == (one(record), set())
    assert (found("cakrawala"), found("samudra"), found("pelangi")) == (set(), one(record), one(other))


def test_short_form_finds_its_long_form_side_by_side_and_within_one_part_only():
    together = make_article("Layangan satu", body="<p>Kunjungan kerja ke pantai.</p>")
    make_article("Layangan dua", body="<p>Kunjungan ke pantai, lalu kerja bakti.</p>")
    make_official("Layangan Kunjungan", nickname="Kerja")

    assert found("kunker layangan") == one(together)


def test_text_links_and_topics_are_found_by_every_name_they_have():
    official, body = make_official("Kinasih Larasati", nickname="Menik"), make_institution("Dinas Angin")
    topic = make_topic("Layang-layang", synonyms="wau bulan")
    article = make_article(
        "Berita pagi", body="<p>Mengelola taman bermain.</p>", officials=[official], topics=[topic]
    )
    visit = make_visit("Kunjungan sore", guests=[body], starts_on=None)

    assert found("pengelolaan taman") == one(article)
    assert found("menik") == one(official) | one(article)
    assert found("dinas angin sore") == one(visit)
    assert found("wau bulan") == one(article)

    article.topics.clear()
    VisitParty.objects.all().delete()
    official.nickname = "Rara"
    official.save()

    assert (found("wau bulan"), found("menik"), found("rara")) == (set(), set(), one(official) | one(article))
    assert one(visit) & found("dinas angin", kind="kunjungan") == set()


def test_post_is_found_only_while_its_body_shows():
    body = make_institution("Dinas Angin", published_at=None)
    official = make_official("Kinasih")
    make_position(official, make_post("Kepala Layar"), body)
    hidden = found("kepala layar")

    body.release()

    assert (hidden, found("kepala layar"), found("kepala dinas angin")) == (
        set(),
        one(official),
        one(official),
    )


def test_party_is_found_only_while_all_its_bodies_show():
    body, unit, head = (
        make_institution("Dinas Angin"),
        make_institution("Seksi Layar"),
        make_official("Kinasih"),
    )
    visit = make_visit("Kunjungan sore")
    visit.parties.create(institution=body, unit=unit, side="guest", head=head)
    shown = [found(f"{name} sore") for name in ("dinas angin", "seksi layar", "kinasih")]

    unit.withdraw("Keliru.")
    hidden = [found(name, kind="kunjungan") for name in ("angin", "layar", "kinasih")]
    unit.release()
    body.withdraw("Keliru.")
    half = [found(name, kind="kunjungan") for name in ("angin", "layar", "kinasih")]

    assert (shown, hidden, half) == ([one(visit)] * 3, [set()] * 3, [set()] * 3)


def test_party_in_scheduled_body_is_found_by_itself_once_the_body_shows(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    due = timezone.now().replace(microsecond=0) + timedelta(hours=30)
    visit = make_visit("Kunjungan sore")
    visit.parties.create(
        institution=make_institution("Dinas Angin"),
        unit=make_institution("Seksi Layar", published_at=due),
        side="guest",
    )
    indexing.catch_up()

    with time_machine.travel(due - timedelta(seconds=1), tick=False) as clock:
        before = list(DBTaskResult.objects.ready()), found("angin", kind="kunjungan")
        clock.move_to(due)
        for waiting in DBTaskResult.objects.ready():
            waiting.task.call(*waiting.args_kwargs["args"])
        after = found("angin sore")

    assert (before, after) == (([], set()), one(visit))
    assert not DBTaskResult.objects.ready().exists()


def test_day_month_and_year_of_what_happened_are_found():
    day = date(2025, 5, 14)
    article = make_article("Berita pagi", event_date=day, event_end_date=date(2025, 6, 2))
    visit = make_visit("Kunjungan pagi", starts_on=date(2025, 5, 14))
    make_visit("Kunjungan pagi lain", starts_on=date(2024, 5, 14))
    make_visit("Kunjungan pagi tanpa tanggal", starts_on=None)

    asked = {
        text: found(text)
        for text in ("pagi 14 mei 2025", "14/05/2025", "2025-05-14", "mei 2025 pagi", "pagi 2025", "juni 2025", "15 juli 2025")
    }  # fmt: skip

    both = one(article) | one(visit)
    assert asked == {
        "pagi 14 mei 2025": both,
        "14/05/2025": both,
        "2025-05-14": both,
        "mei 2025 pagi": both,
        "pagi 2025": both,
        "juni 2025": one(article),
        "15 juli 2025": set(),
    }


def test_post_in_scheduled_body_is_found_by_itself_once_the_body_shows(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    due = timezone.now().replace(microsecond=0) + timedelta(hours=30)
    official = make_official("Kinasih")
    make_position(official, make_post("Kepala Layar"), make_institution("Dinas Angin", published_at=due))
    indexing.catch_up()

    with time_machine.travel(due - timedelta(seconds=1), tick=False) as clock:
        before = list(DBTaskResult.objects.ready()), found("kepala layar")
        clock.move_to(due)
        for waiting in DBTaskResult.objects.ready():
            waiting.task.call(*waiting.args_kwargs["args"])
        after = found("kepala layar")

    assert (before, after) == (([], set()), one(official))


@pytest.mark.parametrize("make", [make_visit, make_official, make_institution])
def test_withdrawn_record_is_gone_and_comes_back(make):
    record = make("Cakrawala Biru")

    record.withdraw("Keliru.")
    withdrawn = found("cakrawala")
    record.release()

    assert (withdrawn, found("cakrawala")) == (set(), one(record))


def test_withdrawn_article_is_gone_and_comes_back():
    article = make_article("Cakrawala Biru")

    article.withdraw("Keliru.")
    withdrawn = found("cakrawala")
    article.republish("Ternyata benar.")

    assert (withdrawn, found("cakrawala")) == (set(), one(article))


@pytest.mark.parametrize("make", [make_article, make_visit, make_official, make_institution])
def test_scheduled_record_is_found_from_its_second_on_without_any_job(make):
    due = timezone.now().replace(microsecond=0) + timedelta(hours=30)
    more = {"state": "scheduled"} if make is make_article else {}
    record = make("Cakrawala Biru", published_at=due, **more)
    indexing.catch_up()
    written = set(SearchDocument.objects.values_list("pk", flat=True))

    with time_machine.travel(due - timedelta(seconds=1), tick=False) as clock:
        before = found("cakrawala"), found("cakrawla"), search.suggest("cakra")
        clock.move_to(due)
        after = found("cakrawala"), found("cakrawla"), len(search.suggest("cakra"))

    assert before == (set(), set(), [])
    assert after == (one(record), one(record), 1)
    assert set(SearchDocument.objects.values_list("pk", flat=True)) == written


def test_merged_record_answers_to_both_names_with_all_that_was_linked():
    kept, merged = make_institution("Dinas Angin"), make_institution("Dinas Bayu")
    article = make_article("Berita pagi", institutions=[merged])
    visit = make_visit("Kunjungan sore", guests=[merged])

    merge(kept, merged)

    assert found("bayu") == one(kept) | one(article) | one(visit)
    assert found("", institution=kept.slug) == set()
    assert found("berita", institution=kept.slug) == one(article)
    assert written() == as_new()


def test_merged_person_answers_to_both_names_with_all_that_was_linked():
    kept, merged = make_official("Kinasih Larasati"), make_official("Larasati Menik")
    article = make_article("Berita pagi", officials=[merged])
    visit = make_visit("Kunjungan sore", receivers=[merged])

    merge(kept, merged)

    assert found("menik") == one(kept) | one(article) | one(visit)
    assert found("berita", official=kept.slug) == one(article)
    assert written() == as_new()


@pytest.mark.parametrize("make", [make_article, make_visit, make_official, make_institution])
def test_earlier_state_restored_is_found_as_it_was(make):
    record = make("Cakrawala Biru")
    name = "title" if hasattr(record, "title") else "name"
    setattr(record, name, "Samudra Biru")
    record.save()

    record.history.earliest().instance.save()

    assert (found("cakrawala"), found("samudra")) == (one(record), set())
    assert written() == as_new()


def test_words_taken_down_are_in_no_document():
    article = make_article("Berita pagi", body="<p>Alamatnya Jalan Rahasia Sekali 12 di kota.</p>")

    remove_passage(article, "Jalan Rahasia Sekali 12", Reason(make_user("Administrator"), "Data pribadi."))

    assert (found("rahasia sekali"), found("berita pagi")) == (set(), one(article))
    assert not SearchDocument.objects.filter(body__contains="rahasia").exists()


def test_deleted_draft_record_leaves_no_document():
    record = make_institution("Cakrawala Biru", published_at=tomorrow())
    indexing.catch_up()
    before = SearchDocument.objects.count()

    record.delete()
    indexing.catch_up()

    assert (before, SearchDocument.objects.count(), SearchPending.objects.count()) == (1, 0, 0)


def test_own_body_comes_before_its_namesakes():
    council = make_council("DPRD Kota Mekarsari")
    make_institution("DPRD Kota Angin", Institution.Kind.COUNCIL)

    first = search.find(Filters(q="dprd kota")).keys[0]

    assert record_of(first) == council.institution_id


def test_rebuilding_mends_what_was_written_past_the_index_and_never_empties_it(monkeypatch):
    articles = [make_article(f"Cakrawala {number}") for number in range(5)]
    indexing.catch_up()
    Article.objects.filter(pk=articles[0].pk).update(title="Samudra")
    SearchDocument.objects.filter(record=articles[1].pk).delete()
    counts = []
    write = indexing._write
    monkeypatch.setattr(indexing, "BATCH", 2)

    def counting(kind, records):
        counts.append(SearchDocument.objects.count())
        write(kind, records)

    monkeypatch.setattr(indexing, "_write", counting)

    assert indexing.rebuild() == 5
    assert found("samudra") == one(articles[0])
    assert found("cakrawala") == set().union(*(one(each) for each in articles[1:]))
    assert min(counts) >= 4


def test_what_is_changed_while_the_index_is_rebuilt_is_in_it(monkeypatch):
    articles = [make_article(f"Cakrawala {number}") for number in range(6)]
    body = make_institution("Dinas Angin")
    visit = make_visit("Kunjungan sore", guests=[body])
    indexing.catch_up()
    write, changes = indexing._write, iter(articles[::-1])
    monkeypatch.setattr(indexing, "BATCH", 2)

    def changing(kind, records):
        write(kind, records)
        if article := next(changes, None):
            article.title = f"Samudra {article.pk}"
            article.save()
            body.name = f"Dinas Bayu {article.pk}"
            body.save()

    monkeypatch.setattr(indexing, "_write", changing)
    indexing.rebuild()
    monkeypatch.setattr(indexing, "_write", write)

    assert written() == as_new()
    assert found("dinas bayu sore") == one(visit)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_document_is_written_right_after_the_commit():
    visit = make_visit("Cakrawala Biru")

    written = list(SearchDocument.objects.values_list("record", flat=True))
    Visit.objects.filter(pk=visit.pk).update(published_at=None)
    Visit.objects.get(pk=visit.pk).delete()

    assert (written, SearchDocument.objects.count(), SearchPending.objects.count()) == ([visit.pk], 0, 0)
