"""What no editor means to send: on every form it is refused in words or stored harmless, and nothing typed is lost."""

import time
from datetime import date

import pytest
from django.forms import CharField, ModelForm
from django.urls import reverse

from articles.models import Article, ArticleEvent
from dprd_news.lib.history import relations_of
from dprd_news.lib.newsroom import MOST_CHARACTERS, MOST_ROWS
from people.models import ProposedChange
from tests.dprd_news.test_newsroom import ENGLISH
from tests.factories import (
    make_article,
    make_council,
    make_institution,
    make_official,
    make_photo,
    make_position,
    make_topic,
    make_user,
    make_visit,
)
from tests.forms import fields_of

pytestmark = pytest.mark.django_db

MAKERS = {
    "articles_article": lambda: crowded_article(),
    "articles_photo": lambda: make_photo(caption="Semula"),
    "people_visit": lambda: crowded_visit(),
    "people_official": lambda: crowded_official(),
    "people_institution": lambda: crowded_institution(),
    "people_position": lambda: make_position(make_official(published_at=None)),
    "people_topic": lambda: make_topic("semula"),
    "people_council": lambda: make_council("DPRD Semula"),
}


def crowded_article():
    """With a row of every kind, as the others here."""
    links = {"officials": [make_official()], "institutions": [make_institution()], "photos": [make_photo()]}
    return make_article("Semula", state="draft", **links)


def crowded_visit():
    visit = make_visit("Semula", published_at=None, guests=[make_institution()], receivers=[make_official()])
    visit.parties.update(head=make_official())
    visit.papers.create(kind="travel_order", number="12")
    return visit


def crowded_official():
    official = make_official("Semula", published_at=None)
    make_position(official)
    official.names.create(name="Ejaan lain")
    return official


def crowded_institution():
    institution = make_institution("Semula", published_at=None)
    institution.names.create(name="Nama lama", ends_on=date(2020, 1, 1))
    return institution


MEGABYTE = 1_000_000
MOST_SECONDS = 2.0


@pytest.fixture
def editor(client):
    account = make_user("Administrator")
    client.force_login(account)
    return account


def address_of(stem, record):
    return reverse(f"admin:{stem}_change", args=[record.pk])


def stored(record):
    """The record and its relations as they are in the database."""
    fresh = type(record).objects.get(pk=record.pk)
    columns = {field.attname: getattr(fresh, field.attname) for field in fresh._meta.concrete_fields}
    return columns, fresh.history.count(), relations_of(fresh)


def filled(client, address, changes):
    """What the form at that address would send, with these changed."""
    return fields_of(client.get(address)) | changes


def form_of(response):
    return response.context["adminform"].form


def names_of(form, kind):
    return [name for name, field in form.fields.items() if isinstance(field, kind)]


def rows_of(response):
    """Every stored row of every inline that this account may change."""
    return [
        row
        for inline in response.context["inline_admin_formsets"]
        if inline.has_change_permission
        for row in inline.formset.initial_forms
    ]


def texts_of(response):
    """{name as it is sent: field} of each text on the page, in rows too."""
    forms = [form_of(response), *rows_of(response)]
    return {form.add_prefix(name): form.fields[name] for form in forms for name in names_of(form, CharField)}


def stored_text(record, response, name):
    """What the database holds of the text of that name."""
    for row in rows_of(response):
        if name.startswith(f"{row.prefix}-"):
            row.instance.refresh_from_db()
            return getattr(row.instance, name.removeprefix(f"{row.prefix}-"))
    return getattr(record, name).removeprefix("<p>").removesuffix("</p>")


def errors_of(response):
    """{field: [message]} of the form and of its rows, rows by their prefix."""
    found = {name: list(messages) for name, messages in form_of(response).errors.items()}
    for inline in response.context["inline_admin_formsets"]:
        for row in inline.formset.forms:
            found |= {f"{row.prefix}-{name}": list(messages) for name, messages in row.errors.items()}
    return found


@pytest.mark.parametrize("stem", MAKERS)
def test_megabyte_in_every_text_is_refused_with_the_limit_and_shown_again(client, editor, stem):
    record = MAKERS[stem]()
    before, address = stored(record), address_of(stem, record)
    texts = texts_of(client.get(address))
    asked = []

    for name in texts:
        sent = filled(client, address, {name: ["a" * MEGABYTE]})
        started = time.process_time()
        answer = client.post(address, sent)
        asked.append(time.process_time() - started < MOST_SECONDS)
        assert (answer.status_code, "aling banyak" in " ".join(errors_of(answer)[name])) == (200, True), name
        assert fields_of(answer)[name] == ["a" * MEGABYTE]

    assert (stored(record), all(asked)) == (before, True)


def test_longest_text_is_saved_in_time(client, editor):
    article = make_article("Semula", state="draft")
    address = address_of("articles_article", article)
    words = " ".join(["kata"] * (MOST_CHARACTERS // 5 - 10))
    sent = filled(client, address, {"body": f"<p>{words}</p>"})

    started = time.process_time()
    answer = client.post(address, sent)
    taken = time.process_time() - started

    assert (answer.status_code, Article.objects.get().body, taken < MOST_SECONDS) == (
        302,
        f"<p>{words}</p>",
        True,
    )


WRONG = [
    "huruf",
    "99999999999999999999",
    "-1",
    "[]",
    "{}",
    "1e400",
    "2025-13-45",
    "0x10",
    "' OR 1=1",
    "\u0661\u0662",
    "true",
    "null",
]


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("stem", MAKERS)
def test_wrong_type_is_refused_in_indonesian_or_stored_as_words(client, editor, stem, wrong):
    record = MAKERS[stem]()
    before, address = stored(record), address_of(stem, record)
    opened = client.get(address)
    form = form_of(opened)
    typed = [name for name in form.fields if name not in names_of(form, CharField)]
    sent = fields_of(opened) | {name: [wrong] for name in typed}
    for inline in opened.context["inline_admin_formsets"]:
        for row in inline.formset.forms:
            rows = [name for name in row.fields if name not in names_of(row, CharField)]
            sent |= {row.add_prefix(name): [wrong] for name in rows if name != "DELETE"}

    answer = client.post(address, sent)

    if answer.status_code == 302:
        # Nothing on this form but words and boxes to tick.
        assert set(typed) <= {"is_decorative"}
    else:
        told = [message for messages in errors_of(answer).values() for message in messages]
        assert (stored(record), ENGLISH.findall(" ".join(told))) == (before, [])
        assert {name: fields_of(answer).get(name) for name in names_of(form, CharField)} == {
            name: fields_of(opened).get(name) for name in names_of(form, CharField)
        }


@pytest.mark.parametrize("stem", MAKERS)
def test_many_values_and_names_with_brackets_are_no_error(client, editor, stem):
    record = MAKERS[stem]()
    address = address_of(stem, record)
    opened = fields_of(client.get(address))
    doubled = {name: [*values, "dua", "tiga"] for name, values in opened.items() if "_FORMS" not in name}
    bracketed = {f"{name}[]": values for name, values in doubled.items()} | {
        f"{name}[a][b]": ["x"] for name in opened
    }

    answers = [client.post(address, opened | doubled), client.post(address, bracketed)]

    assert {answer.status_code for answer in answers} <= {200, 302}


@pytest.mark.parametrize("count", ["", "huruf", "-1", "99999999999", "2000", "1.5", "\u0663"])
def test_forged_count_of_rows_loses_none(client, editor, count):
    article = make_article(state="draft", officials=[make_official()])
    before, address = stored(article), address_of("articles_article", article)
    sent = filled(client, address, {"article_officials-TOTAL_FORMS": [count]})

    answer = client.post(address, sent)

    assert (answer.status_code in {200, 302}, stored(article)[2]) == (True, before[2])
    assert answer.content.count(b'-post_printed" ') <= MOST_ROWS + 1


UNSEEN = "".join(
    map(
        chr,
        [
            *range(1, 9),
            *range(0x0E, 0x20),
            *range(0x7F, 0xA0),
            *range(0x202A, 0x202F),
            *range(0x2066, 0x206A),
        ],
    )
).replace("\x85", "")


@pytest.mark.parametrize("stem", MAKERS)
def test_unseen_characters_are_left_out_of_every_text(client, editor, stem):
    record = MAKERS[stem]()
    address = address_of(stem, record)
    opened = client.get(address)
    skipped = {"slug", "website", "email", "colour", "colour_dark", "time_zone"}
    texts = {name: f"Sa{UNSEEN}tu" for name in texts_of(opened) if name not in skipped}

    answer = client.post(address, filled(client, address, texts) | ALONE.get(stem, {}))

    assert answer.status_code == 302, errors_of(answer)
    record.refresh_from_db()
    assert {name: stored_text(record, opened, name) for name in texts} == dict.fromkeys(texts, "Satu")


# What may not stand beside a text that the test fills in.
ALONE = {"articles_photo": {"is_decorative": []}}


def test_line_breaks_of_word_stay_line_breaks(client, editor):
    article = make_article(state="draft")

    address = address_of("articles_article", article)
    client.post(address, filled(client, address, {"lead": "Satu\x0bDua\u2028Tiga"}))

    assert Article.objects.get().lead == "Satu\nDua\nTiga"


@pytest.mark.parametrize("stem", [stem for stem in MAKERS if stem != "people_position"])
def test_nul_is_refused_in_words_and_nothing_is_stored(client, editor, stem):
    record = MAKERS[stem]()
    before, address = stored(record), address_of(stem, record)
    texts = dict.fromkeys(texts_of(client.get(address)), "Sa\x00tu")

    answer = client.post(address, filled(client, address, texts))

    assert (answer.status_code, stored(record)) == (200, before)
    assert ENGLISH.findall(" ".join(map(str, errors_of(answer).values()))) == []


RICH = [
    "<script>alert(1)</script>", "<p onclick=alert(1)>Kata</p>", "<img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)">Kata</a>', '<a href="JaVaScRiPt&#58;alert(1)">Kata</a>',
    '<a href="data:text/html,<script>alert(1)</script>">Kata</a>', "<svg/onload=alert(1)>",
    '<iframe src="https://contoh.example"></iframe>', "<style>p{display:none}</style>",
    '<p style="position:fixed">Kata</p>', "<form action=/admin/logout/ method=post><button>Kata</button></form>",
    '<math><mtext></p><img src=x onerror=alert(1)></mtext></math>', "<p>&#8238;Kata&#7;</p>",
    '<a href="https://contoh.example" target="_blank" onmouseover="alert(1)">Kata</a>',
    "<object data=x></object><embed src=x><base href=//contoh.example><meta http-equiv=refresh content=0>",
]  # fmt: skip
HARM = ("script", "onclick", "onerror", "onload", "onmouseover", "<img", "<svg", "<iframe", "<style", "style=", "<form",
        "javascript", "data:", "<object", "<embed", "<base", "<meta", "\u202e", "\x07")  # fmt: skip


@pytest.mark.parametrize("rich", RICH)
def test_rich_text_holds_what_the_list_allows(client, editor, rich):
    article = make_article(state="draft")
    address = address_of("articles_article", article)

    answer = client.post(address, filled(client, address, {"body": f"<p>Awal.</p>{rich}<p>Akhir.</p>"}))

    body = Article.objects.get().body
    shown = client.get(reverse("admin:articles_article_preview", args=[article.pk])).content.decode()
    text = shown.partition("<article")[2].partition("</article>")[0]
    assert (answer.status_code, [harm for harm in HARM if harm in body.lower()]) == (302, [])
    assert (body.startswith("<p>Awal.</p>"), body.endswith("<p>Akhir.</p>"), body in text) == (
        True,
        True,
        True,
    )


MARKUP = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


@pytest.mark.parametrize("stem", [stem for stem in MAKERS if stem != "people_council"])
def test_markup_in_plain_texts_is_shown_as_words(client, editor, stem):
    record = MAKERS[stem]()
    address = address_of(stem, record)
    texts = {
        name: MARKUP[: field.max_length]
        for name, field in texts_of(client.get(address)).items()
        if name not in {"body", "slug", "website"}
    }

    saved = client.post(address, filled(client, address, texts) | ALONE.get(stem, {}))
    pages = [address, reverse(f"admin:{stem}_changelist"), reverse(f"admin:{stem}_history", args=[record.pk])]
    shown = [client.get(page).content.decode() for page in pages]

    assert (saved.status_code, ["<script>alert" in page or "<img src=x" in page for page in shown]) == (
        302,
        [False] * 3,
    )


FORGED = {
    "status": "published", "published_at": "2020-01-01 00:00", "published_at_0": "2020-01-01",
    "published_at_1": "00:00", "withdrawn_at": "2020-01-01", "withdrawal_reason": "Palsu", "reviewed_by": "1",
    "reviewed_by_id": "1", "reviewed_at": "2020-01-01", "written_by": "1", "writers": "[]", "published_by": "1", "version": "99",
    "feed_id": "00000000-0000-0000-0000-000000000000", "published_with": "00000000-0000-0000-0000-000000000000",
    "return_note": "Palsu", "is_superuser": "on", "id": "1", "pk": "1", "direction": "incoming", "sha256": "0" * 64,
    "history_user": "1", "source_hash": "0" * 64, "filed_at": "2020-01-01", "created_at": "2020-01-01",
}  # fmt: skip


@pytest.mark.parametrize("group", ["Penulis", "Redaktur", "Administrator"])
@pytest.mark.parametrize("stem", [stem for stem in MAKERS if stem != "people_council"])
def test_forged_state_changes_nothing(client, stem, group):
    record = MAKERS[stem]()
    client.force_login(make_user(group))
    address = address_of(stem, record)
    (before, _, relations) = stored(record)
    own = set(form_of(client.get(address)).fields)
    forged = {name: value for name, value in FORGED.items() if name not in own}

    answer = client.post(address, filled(client, address, forged))

    after, _, relations_after = stored(record)
    changes = {name for name in after if after[name] != before[name]}
    assert (answer.status_code, changes - {"version", "updated_at", "written_by_id", "writers"}) == (
        302,
        set(),
    )
    assert (after["version"] < 5, relations_after, ArticleEvent.objects.count()) == (True, relations, 0)


def test_forged_state_in_a_proposal_comes_to_nothing_when_it_is_accepted(client):
    article = make_article("Semula")
    client.force_login(make_user("Penulis"))
    address = address_of("articles_article", article)
    client.post(address, filled(client, address, FORGED | {"title": "Usulan"}))
    client.force_login(make_user("Redaktur"))
    before = stored(article)[0]
    address += f"?usulan={ProposedChange.objects.get().pk}"

    answer = client.post(address, fields_of(client.get(address)) | {"significance": ["silent"]})

    after = stored(article)[0]
    changes = {name for name in after if after[name] != before[name]}
    assert (answer.status_code, changes - {"version", "updated_at", "written_by_id", "writers"}) == (
        302,
        {"title"},
    )


@pytest.mark.parametrize("stem", MAKERS)
def test_form_whose_row_is_refused_keeps_the_record_as_it_was(client, editor, stem):
    """Nothing half stored: one wrong field and none of the others counts; all of them stand there again."""
    record = MAKERS[stem]()
    before, address = stored(record), address_of(stem, record)
    skipped = {"slug", "website", "email", "colour", "colour_dark", "time_zone"}
    texts = {name: ["Tetap ada"] for name in texts_of(client.get(address)) if name not in skipped}

    answer = client.post(address, filled(client, address, texts | {"_version": "0"}))

    shown = fields_of(answer)
    assert (answer.status_code, stored(record)) == (200, before)
    assert {name: shown[name] for name in texts} == texts


def test_sent_too_much_for_one_request_is_an_answer_not_a_fault(client, editor):
    article = make_article("Semula", state="draft")
    address = address_of("articles_article", article)

    answers = [
        client.post(address, filled(client, address, {"source_text": "a" * 6 * MEGABYTE})),
        client.post(address, filled(client, address, {}) | {f"x{number}": "y" for number in range(6_000)}),
    ]

    assert ([answer.status_code for answer in answers], Article.objects.get().title) == ([400, 400], "Semula")


def test_every_kind_of_row_is_tried_here(client, editor):
    rows = {}
    for stem, make in MAKERS.items():
        opened = client.get(address_of(stem, make()))
        for inline in opened.context["inline_admin_formsets"]:
            rows[inline.formset.prefix] = len(inline.formset.initial_forms)

    assert rows == {
        "article_photos": 1,
        "article_officials": 1,
        "article_institutions": 1,
        "parties": 1,
        "attendances": 1,
        "papers": 1,
        "positions": 1,
        "names": 1,
    }


def test_every_form_of_the_newsroom_is_tried_here():
    from django.contrib import admin

    from people.admin.keeping import KeptAdmin

    kept = {
        f"{m._meta.app_label}_{m._meta.model_name}"
        for m, a in admin.site._registry.items()
        if isinstance(a, KeptAdmin)
    }
    assert (set(MAKERS), issubclass(KeptAdmin.form, ModelForm)) == (kept, True)
