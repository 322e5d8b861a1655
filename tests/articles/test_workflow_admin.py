import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, ArticleEvent
from dprd_news.lib import caching
from people.models import ProposedChange
from tests.articles.test_admin import form_of, verb_address
from tests.factories import (
    make_article,
    make_council,
    make_official,
    make_photo,
    make_position,
    make_user,
    tomorrow,
)
from tests.forms import send

pytestmark = pytest.mark.django_db


def change_address(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def log_in(client, group="Redaktur"):
    user = make_user(group=group)
    client.force_login(user)
    return user


def buttons(response):
    return [verb.name for verb, *_ in response.context["verbs"]]


@pytest.mark.parametrize(
    ("state", "group", "names"),
    [
        ("draft", "Penulis", ["kirim"]),
        ("draft", "Redaktur", ["kirim", "terbitkan", "jadwalkan"]),
        ("in_review", "Penulis", []),
        ("in_review", "Redaktur", ["setujui", "terbitkan", "jadwalkan", "kembalikan"]),
        ("scheduled", "Redaktur", ["terbitkan", "jadwalkan", "tunda", "kembalikan"]),
        ("published", "Redaktur", ["tarik", "utamakan"]),
        ("withdrawn", "Redaktur", ["terbitkan-kembali"]),
        ("withdrawn", "Penulis", []),
    ],
)
def test_form_offers_what_fits_the_state_and_the_rights(client, state, group, names):
    article = make_article(state=state)
    log_in(client, group)

    assert buttons(client.get(change_address(article))) == names


def test_saving_remembers_whose_text_it_is(client):
    article = make_article("Semula", state="draft")
    editor = log_in(client)

    client.post(change_address(article), form_of(article))
    article.refresh_from_db()
    untouched = article.written_by
    client.post(change_address(article), form_of(article, title="Diubah"))

    assert (untouched, Article.objects.get().written_by) == (None, editor)


def test_new_article_and_changed_links_are_somebodys_text_too(client):
    article, official = make_article(state="draft"), make_official()
    editor = log_in(client)
    links = {
        "article_officials-TOTAL_FORMS": "1",
        "article_officials-0-official": official.pk,
        "article_officials-0-part": "mentioned",
        "article_officials-0-post_printed": "",
        "article_officials-0-id": "",
        "article_officials-0-article": article.pk,
    }

    client.post(change_address(article), form_of(article, **links))
    client.post(reverse("admin:articles_article_add"), form_of(title="Baru"))

    assert [article.written_by for article in Article.objects.all()] == [editor, editor]


@pytest.mark.parametrize(("name", "data"), [("terbitkan", {}), ("jadwalkan", {"at": "2099-01-05T14:00"})])
def test_own_text_goes_out_only_with_a_reason_that_stays(client, name, data):
    editor = log_in(client)
    article = make_article(state="in_review", written_by=editor)

    shown = client.get(verb_address(article, name)).context["form"]
    client.post(verb_address(article, name), data | {"reason": " "})
    refused = Article.objects.get().status
    client.post(verb_address(article, name), data | {"reason": "Hanya ada satu redaktur."})

    assert ("reason" in shown.fields, refused, Article.objects.get().status) == (
        True,
        "in_review",
        "published",
    )
    assert list(ArticleEvent.objects.values_list("by", "note")) == [(editor.pk, "Hanya ada satu redaktur.")]


def test_nobody_is_asked_for_a_reason_where_a_second_account_read_it(client):
    editor = log_in(client)
    by_other = make_article(state="in_review", written_by=make_user())
    approved = make_article(state="in_review", written_by=editor, reviewed_by=make_user())

    forms = [client.get(verb_address(one, "terbitkan")).context["form"] for one in (by_other, approved)]

    assert [list(form.fields) for form in forms] == [[], []]


@pytest.mark.parametrize("group", ["Penulis", "Redaktur"])
def test_writer_is_offered_to_take_the_own_submission_back(client, group):
    account = log_in(client, group)
    own, others = make_article(state="in_review", written_by=account), make_article(state="in_review")

    offered = ["tarik-kembali" in buttons(client.get(change_address(one))) for one in (own, others)]
    answers = [client.post(verb_address(one, "tarik-kembali")).status_code for one in (own, others)]

    assert (offered, answers) == ([True, False], [302, 403])
    assert [Article.objects.get(pk=one.pk).status for one in (own, others)] == ["draft", "in_review"]


def test_writer_is_not_offered_to_approve_the_own_text(client):
    editor = log_in(client)
    article = make_article(state="in_review", written_by=editor)

    offered = buttons(client.get(change_address(article)))
    forged = client.post(verb_address(article, "setujui"))

    assert ("setujui" in offered, forged.status_code, Article.objects.get().reviewed_by) == (False, 403, None)


def test_writers_change_to_an_approved_text_is_proposed(client):
    article = make_article("Semula", state="in_review", reviewed_by=make_user(), reviewed_at=timezone.now())
    writer = log_in(client, "Penulis")

    client.post(change_address(article), form_of(article, title="Diubah"))

    stored = Article.objects.get()
    assert (stored.title, stored.is_approved) == ("Semula", True)
    assert [proposal.account for proposal in ProposedChange.objects.all()] == [writer]


def test_note_is_on_the_form_until_the_article_is_sent_again(client):
    article = make_article(state="in_review")
    log_in(client)

    client.post(verb_address(article, "kembalikan"), {"note": "Lengkapi tanggalnya."})
    returned = client.get(change_address(article)).context["panel"]
    client.post(verb_address(article, "kirim"))
    sent = client.get(change_address(article)).context["panel"]

    assert (returned.state.word, returned.note) == ("Dikembalikan", "Lengkapi tanggalnya.")
    assert (sent.state.word, sent.note) == ("Menunggu tinjauan", "")
    assert [event.verb for event in sent.life] == ["submitted", "returned"]


@pytest.mark.parametrize(
    ("state", "fields", "word"),
    [
        ("in_review", {"reviewed_at": timezone.now()}, "Disetujui"),
        ("scheduled", {"body": ""}, "Terjadwal Senin, 22 Juni 2099, 14.00 WIB, tetapi terhalang"),
        ("scheduled", {}, "Terjadwal Senin, 22 Juni 2099, 14.00 WIB"),
    ],
)
def test_state_says_what_is_so(client, state, fields, word):
    make_council()
    editor = log_in(client)
    at = timezone.make_aware(timezone.datetime(2099, 6, 22, 14, 0)) if state == "scheduled" else None
    reviewer = {"reviewed_by": editor} if state == "in_review" else {}
    article = make_article(state=state, published_at=at, **fields, **reviewer)

    form = client.get(change_address(article))
    rows = client.get(reverse("admin:articles_article_changelist")).content.decode()

    assert (form.context["panel"].state.word, f">{word}<" in rows) == (word, True)


def test_confirmation_of_a_new_time_says_the_moment(client):
    make_council()
    log_in(client)
    at = timezone.make_aware(timezone.datetime(2099, 6, 22, 14, 0))
    article = make_article(state="scheduled", published_at=at)
    waiting = make_article(state="in_review")

    pages = [
        client.get(verb_address(article, "jadwalkan")),
        client.get(verb_address(waiting, "jadwalkan")),
        client.get(f"{verb_address(waiting, 'jadwalkan')}?at=2099-01-05T14:00"),
        client.get(f"{verb_address(waiting, 'jadwalkan')}?at=kapan"),
        client.post(verb_address(waiting, "jadwalkan"), {"at": "0001-01-01T00:00"}),
    ]

    assert [(page.context["title"], page.context["button"]) for page in pages] == [
        ("Ubah jadwal", "Jadwalkan Senin, 22 Juni 2099, 14.00 WIB"),
        ("Jadwalkan", "Jadwalkan"),
        ("Jadwalkan", "Jadwalkan Senin, 5 Januari 2099, 14.00 WIB"),
        ("Jadwalkan", "Jadwalkan"),
        ("Jadwalkan", "Jadwalkan Senin, 1 Januari 1, 00.00 WIB"),
    ]
    assert 'value="2099-06-22T14:00"' in pages[0].content.decode()


@pytest.mark.parametrize(
    ("state", "start"),
    [("scheduled", "Berita ini terbit sendiri "), ("published", "Berita ini tampil di situs")],
)
def test_save_that_blocks_what_is_approved_says_so_and_stops_nothing(client, state, start):
    article = make_article(state=state)
    log_in(client)
    corrections = {"corrections-TOTAL_FORMS": "0", "corrections-INITIAL_FORMS": "0"}

    sent = form_of(article, body="", significance="silent", **corrections)
    answer = client.post(change_address(article), sent)

    loud = [str(message) for message in get_messages(answer.wsgi_request) if message.level_tag == "error"]
    assert [
        (text.startswith(start), text.endswith("terhalang: Isi berita masih kosong.")) for text in loud
    ] == [(True, True)]
    assert Article.objects.get().status == "published"


def test_warnings_never_block_and_are_shown_before_publishing(client):
    article = make_article(state="in_review")
    log_in(client)

    shown = client.get(verb_address(article, "terbitkan")).context["panel"].warnings
    client.post(verb_address(article, "terbitkan"))

    assert ([finding.text for finding in shown], Article.objects.get().is_public) == (
        ["Tanggal kegiatan belum diisi."],
        True,
    )


def test_warning_is_accepted_from_the_form_without_losing_what_was_typed(client):
    article = make_article("Semula", state="draft")
    editor = log_in(client)
    button = 'name="_verb" value="terima?code=event-date"'

    form = client.get(change_address(article)).content.decode()
    pressed = client.post(
        change_address(article), form_of(article, title="Diubah", _verb="terima?code=event-date")
    )
    chosen = client.get(pressed.url).context["form"]["code"].value()
    client.post(pressed.url, {"code": "event-date", "reason": "Memang tanpa tanggal."})

    panel = client.get(change_address(article)).context["panel"]
    assert (button in form, Article.objects.get().title, chosen) == (True, "Diubah", "event-date")
    assert [(one.text, one.reason, one.by) for one in panel.accepted] == [
        ("Tanggal kegiatan belum diisi.", "Memang tanpa tanggal.", editor)
    ]
    assert panel.warnings == []


@pytest.mark.parametrize("code", ["", "body", "event-date:lain", "x" * 9999, "\0"])
def test_only_an_open_warning_is_accepted(client, code):
    article = make_article(state="draft", body="")
    log_in(client)

    answer = client.post(verb_address(article, "terima"), {"code": code, "reason": "Coba."})

    assert (answer.status_code, article.accepted_warnings.count()) == (200, 0)


def test_finding_leads_to_the_field_or_to_the_other_record(client):
    photo = make_photo(alt="Meja", credit="")
    article = make_article(state="draft", photos=[photo])
    log_in(client)

    panels = [
        client.get(address).content.decode()
        for address in (change_address(article), verb_address(article, "terbitkan"))
    ]

    credit = f'<a href="{reverse("admin:articles_photo_change", args=[photo.pk])}#id_credit">'
    assert [('<a href="#id_event_date">' in page, credit in page) for page in panels] == [
        (True, True),
        (False, True),
    ]
    assert f'<a href="{change_address(article)}#id_event_date">' in panels[1]


@pytest.mark.usefixtures("early_in_the_hour")
def test_form_with_every_kind_of_finding_asks_few_queries(client):
    make_council()
    editor = log_in(client)
    linked = make_position().official
    withdrawn = make_official("Tokoh Lama")
    withdrawn.withdraw("Keliru.")
    article = make_article(
        state="in_review",
        body=f'<p>Naskah <a href="{withdrawn.get_absolute_url()}">satu</a>, <a href="/berita/2025/03/lain/">dua</a>.</p>',
        officials=[linked],
        photos=[make_photo(alt="foto"), make_photo(alt="")],
        written_by=editor,
    )
    article.accept_warning("event-date", "Tanggal kegiatan belum diisi.", "Memang.", by=editor)
    article.return_to_draft("Lengkapi.", by=editor)
    caching.forget()
    client.get(change_address(article))

    with CaptureQueriesContext(connection) as asked:
        panel = client.get(change_address(article)).context["panel"]

    assert (len(panel.blockers), len(panel.warnings), len(panel.accepted), len(panel.life)) == (2, 5, 1, 1)
    assert len(asked) <= 25


@pytest.mark.usefixtures("early_in_the_hour")
def test_list_asks_no_more_queries_for_more_scheduled_articles(client):
    log_in(client)
    official = make_official(published_at=None)
    counts = []

    for number in (2, 9):
        for _ in range(number):
            body = f'<p><a href="{official.get_absolute_url()}">tokoh</a></p>'
            make_article(state="scheduled", published_at=tomorrow(), body=body)
        client.get(reverse("admin:articles_article_changelist"))
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("admin:articles_article_changelist"))
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_verb_pressed_on_the_review_page_leads_back_there(client):
    article = make_article(state="in_review")
    log_in(client)
    review = reverse("admin:articles_article_review", args=[article.pk])
    verb = next(url for _, label, url in client.get(review).context["verbs"] if label == "Setujui")

    cancel = client.get(verb).context["cancel_url"]
    done = client.post(verb)

    assert (cancel, done.url) == (review, review)
    assert client.get(verb_address(article, "terbitkan")).context["cancel_url"] == change_address(article)


@pytest.mark.parametrize(
    ("changed", "told", "has_button"),
    [
        ("Kata satu dua", "Perubahan Anda kecil, jadi naskah ini tetap boleh Anda setujui.", True),
        (
            "Semuanya ditulis ulang oleh peninjau sampai tidak ada lagi yang sama dengan naskahnya",
            "Perubahan Anda sudah lebih dari sedikit: Anda kini ikut menulis naskah ini, jadi perlu disetujui "
            "orang lain.",
            False,
        ),
    ],
)
def test_reader_who_mends_a_little_is_told_and_may_approve(client, changed, told, has_button):
    body = f"<p>Kata satu tiga {'dan kata lain ' * 30}</p>"
    article = make_article(state="draft", body=body)
    writer = make_user("Penulis")
    article.mark_written(writer)
    article.submit(by=writer)
    log_in(client)

    saved = send(client, change_address(article), body=body.replace("Kata satu tiga", changed))

    assert told in [str(message) for message in get_messages(saved.wsgi_request)]
    assert ("setujui" in buttons(client.get(change_address(article)))) == has_button
