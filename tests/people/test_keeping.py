import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, ArticleOfficial, Takedown
from people.models import Official, ProposedChange, Visit, WorkingCopy
from people.models.working_copy import MOST_CHARACTERS, sweep
from tests.factories import (
    make_article,
    make_institution,
    make_official,
    make_proposal,
    make_topic,
    make_user,
    make_visit,
)
from tests.forms import fields_of, filled, send

pytestmark = pytest.mark.django_db

TAB = "0123456789abcdef"
COPY = "/admin/articles/article/salinan/"
GONE = "Isian itu tidak ada lagi"


def address_of(article, name="change"):
    return reverse(f"admin:articles_article_{name}", args=[article.pk])


def keep(client, article=None, tab=TAB, address=COPY, **fields):
    sent = {"_key": article.pk if article else "", "_typed": "1"} | fields | {"_tab": tab}
    return client.post(address, sent)


@pytest.mark.parametrize("is_https", [True, False])
def test_cookie_that_names_the_saved_tab_is_as_secure_as_the_site(client, settings, is_https):
    article = make_article(state="draft")
    client.force_login(make_user(group="Redaktur"))
    opened = filled(client, address_of(article), title="Lain", _tab=[TAB])
    settings.IS_HTTPS = is_https

    cookie = client.post(address_of(article), opened).cookies["kept"]

    assert (cookie.value, bool(cookie["secure"]), cookie["samesite"]) == (TAB, is_https, "Lax")


def test_sweep_leaves_what_waits_and_what_was_decided_of_late():
    article, now = make_article(), timezone.now()
    for status in ProposedChange.Status.values:
        for days in (89, 91):
            decided = None if status == "waiting" else now - timedelta(days=days)
            make_proposal(article, status=status, note=str(days), decided_at=decided)
    for days in (29, 31):
        WorkingCopy.objects.create(
            account=make_user(),
            content_type=ProposedChange.objects.first().content_type,
            tab=str(days),
            saved_at=now,
            seen_at=now - timedelta(days=days),
        )

    copies, proposals = sweep(now)

    assert (copies, proposals, [copy.tab for copy in WorkingCopy.objects.all()]) == (1, 3, ["29"])
    left = ProposedChange.objects.order_by("pk").values_list("status", "note")
    assert list(left) == [
        ("waiting", "89"), ("waiting", "91"), ("accepted", "89"), ("refused", "89"), ("taken_back", "89")
    ]  # fmt: skip


# A stale save ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "fields", "model", "field"),
    [
        (make_article, {"state": "draft"}, "articles_article", "title"),
        (make_official, {}, "people_official", "biography"),
        (make_institution, {}, "people_institution", "description"),
        (make_visit, {"published_at": None}, "people_visit", "purpose"),
    ],
)
def test_save_over_a_later_state_is_refused_and_shows_both(client, make, fields, model, field):
    record = make(**fields)
    client.force_login(make_user(group="Redaktur"))
    address = reverse(f"admin:{model}_change", args=[record.pk])
    opened = filled(client, address, **{field: "Isian kedua"})
    assert send(client, address, **{field: "Isian pertama"}).status_code == 302

    refused = client.post(address, opened)

    record.refresh_from_db()
    assert (refused.status_code, getattr(record, field)) == (200, "Isian pertama")
    changes = {change.label: (change.before, change.after) for change in refused.context["kept"]["changes"]}
    label = str(type(record)._meta.get_field(field).verbose_name).capitalize()
    assert changes == {label: ("Isian pertama", "Isian kedua")}
    assert fields_of(refused)[field] == ["Isian kedua"]
    assert client.post(address, fields_of(refused)).status_code == 302
    record.refresh_from_db()
    assert getattr(record, field) == "Isian kedua"


def test_form_that_was_not_saved_comes_back_as_the_tab_that_sent_it(client):
    article = make_article(state="draft")
    client.force_login(make_user(group="Redaktur"))

    opened = client.get(address_of(article)).context["kept"]["tab"]
    refused = send(client, address_of(article), title=[""], _tab=TAB).context["kept"]["tab"]
    nonsense = send(client, address_of(article), title=[""], _tab="<b>").context["kept"]["tab"]

    assert (opened, refused, nonsense) == ("", TAB, "")


def test_row_deleted_meanwhile_comes_back_with_what_was_typed_in_it(client):
    article, official = make_article(state="draft"), make_official()
    ArticleOfficial.objects.create(article=article, official=official)
    client.force_login(make_user(group="Redaktur"))
    opened = filled(client, address_of(article), **{"article_officials-0-post_printed": ["Ketua Panitia"]})
    send(client, address_of(article), **{"article_officials-0-DELETE": ["on"]})
    assert not article.article_officials.exists()

    refused = client.post(address_of(article), opened)
    saved = client.post(address_of(article), fields_of(refused))

    assert (refused.status_code, saved.status_code) == (200, 302)
    assert [(link.official, link.post_printed) for link in article.article_officials.all()] == [
        (official, "Ketua Panitia")
    ]


def test_form_sent_without_its_state_is_refused(client):
    article = make_article("Semula", state="draft")
    client.force_login(make_user(group="Redaktur"))

    answer = send(client, address_of(article), title="Diubah", _version=None)

    article.refresh_from_db()
    assert (answer.status_code, article.title) == (200, "Semula")


# Working copies --------------------------------------------------------------------------------------


def test_working_copy_never_touches_the_record_and_is_offered_with_its_age(client):
    article = make_article("Semula", state="draft")
    account = make_user(group="Penulis")
    client.force_login(account)

    answer = keep(client, article, **filled(client, address_of(article), title="Setengah jadi"))
    WorkingCopy.objects.update(seen_at=timezone.now() - timedelta(minutes=5))
    shown = client.get(address_of(article))
    copy = WorkingCopy.objects.get()
    opened = client.get(f"{address_of(article)}?salinan={copy.pk}")

    article.refresh_from_db()
    assert (answer.json()["copy"], article.title) == (copy.pk, "Semula")
    assert "Ada isian Anda yang belum disimpan" in shown.content.decode()
    assert fields_of(opened)["title"] == ["Setengah jadi"]
    assert [(c.label, c.before, c.after) for c in opened.context["kept"]["changes"]] == [
        ("Judul", "Semula", "Setengah jadi")
    ]
    assert not opened.context["errors"]


def test_saving_takes_the_opened_copy_away(client):
    article = make_article(state="draft")
    client.force_login(make_user(group="Penulis"))
    keep(client, article, **filled(client, address_of(article), title="Dari salinan"))
    address = f"{address_of(article)}?salinan={WorkingCopy.objects.get().pk}"

    answer = client.post(address, fields_of(client.get(address)) | {"_continue": ["1"]})

    article.refresh_from_db()
    assert (answer.status_code, answer.url, article.title) == (302, address_of(article), "Dari salinan")
    assert not WorkingCopy.objects.exists()


def test_copy_of_an_article_not_yet_made_opens_in_the_form_for_a_new_one(client):
    client.force_login(make_user(group="Penulis"))
    add = reverse("admin:articles_article_add")
    keep(client, **filled(client, add, title="Belum ada"))
    WorkingCopy.objects.update(seen_at=timezone.now() - timedelta(minutes=5))

    offered = client.get(add)
    opened = client.get(f"{add}?salinan={WorkingCopy.objects.get().pk}")

    assert "Ada isian Anda yang belum disimpan" in offered.content.decode()
    assert (fields_of(opened)["title"], Article.objects.exists()) == (["Belum ada"], False)


def test_copy_of_another_account_is_nobody_elses(client):
    article = make_article(state="draft")
    client.force_login(make_user("Penulis", username="ani"))
    keep(client, article, title="Milik Ani")
    copy = WorkingCopy.objects.get()
    client.force_login(make_user("Redaktur", username="budi"))

    seen = client.get(f"{address_of(article)}?salinan={copy.pk}", follow=True)
    thrown = client.post(reverse("admin:articles_article_discard", args=[copy.pk]))

    assert ("Milik Ani" in seen.content.decode(), GONE in seen.content.decode()) == (False, True)
    assert (thrown.status_code, WorkingCopy.objects.count()) == (404, 1)


def test_way_back_to_a_copy_saved_since_leads_to_the_form(client):
    article = make_article("Lama", state="draft")
    client.force_login(make_user("Penulis"))
    keep(client, article, **filled(client, address_of(article), title="Baru"))
    address = f"{address_of(article)}?salinan={WorkingCopy.objects.get().pk}"
    client.post(address, fields_of(client.get(address)))

    answer = client.get(address, follow=True)

    assert answer.redirect_chain == [(address_of(article), 302)]
    assert (fields_of(answer)["title"], GONE in answer.content.decode()) == (["Baru"], True)


def test_discarded_copy_is_gone(client):
    article = make_article(state="draft")
    client.force_login(make_user(group="Penulis"))
    keep(client, article, title="Buang")

    answer = client.post(reverse("admin:articles_article_discard", args=[WorkingCopy.objects.get().pk]))

    assert (answer.url, WorkingCopy.objects.count()) == (address_of(article), 0)


def test_each_page_learns_who_else_is_there_and_that_somebody_saved(client):
    article = make_article(state="draft")
    client.force_login(make_user("Penulis", username="ani"))
    keep(client, article, tab="a" * 16)
    keep(client, article, tab="b" * 16)
    client.force_login(make_user("Redaktur", username="budi"))

    first = keep(client, article, tab="c" * 16).json()
    article.save()
    keep(client, article, tab="c" * 16, _gone="1")
    client.force_login(make_user("Redaktur", username="citra"))
    second = keep(client, article, tab="d" * 16).json()

    assert (sorted(first["others"]), first["version"]) == (["ani", "ani"], article.version - 1)
    assert (sorted(second["others"]), second["version"]) == (["ani", "ani"], article.version)


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"tab": "<script>"}, 400),
        ({"tab": ""}, 400),
        ({"title": "a" * (MOST_CHARACTERS + 1)}, 413),
        ({"_key": "0"}, 404),
        ({"_key": "abc"}, 404),
        ({"title": "a\0b"}, 200),
    ],
)
def test_nonsense_in_a_copy_is_refused_in_words_or_kept_harmless(client, sent, status):
    client.force_login(make_user(group="Penulis"))

    answer = keep(client, **sent)

    assert answer.status_code == status
    assert "\0" not in json.dumps([copy.data for copy in WorkingCopy.objects.all()])


def test_what_was_typed_before_a_takedown_is_kept_no_more(client):
    article = make_article(state="draft")
    client.force_login(make_user(group="Penulis"))
    opened = client.get(address_of(article)).context["kept"]["opened_at"]
    Takedown.objects.create(
        article=article, kind=Takedown.Kind.PASSAGE, reason="Nomor telepon.", by=make_user()
    )

    before = keep(client, article, title="Nomor telepon", _opened=str(opened))
    after = keep(
        client,
        article,
        title="Lain",
        _opened=str(client.get(address_of(article)).context["kept"]["opened_at"]),
    )

    assert (before.status_code, after.status_code) == (409, 200)
    assert [copy.data for copy in WorkingCopy.objects.all()] == [{"title": ["Lain"]}]


# Proposed changes ------------------------------------------------------------------------------------


def propose(client, article, **changes):
    client.force_login(make_user("Penulis", username="ani"))
    return send(client, address_of(article), _note="Ejaan nama", **changes)


def test_proposal_waits_while_the_live_text_stands_and_then_counts(client):
    article = make_article("Semula")
    propose(client, article, title="Diusulkan")
    client.force_login(make_user("Redaktur", username="budi"))
    proposal = ProposedChange.objects.get()
    address = f"{address_of(article)}?usulan={proposal.pk}"

    before = client.get(article.get_absolute_url()).content.decode()
    opened = client.get(address)
    answer = client.post(address, fields_of(opened) | {"significance": ["silent"]}, follow=True)

    proposal.refresh_from_db()
    article.refresh_from_db()
    assert f"Usulan {proposal.who} diterima." in [str(told) for told in answer.context["messages"]]
    assert ("Semula" in before, "Diusulkan" in before) == (True, False)
    assert [(c.label, c.after) for c in opened.context["kept"]["changes"]] == [("Judul", "Diusulkan")]
    assert (proposal.status, proposal.decided_by.username, article.title) == ("accepted", "budi", "Diusulkan")


def test_proposal_sent_with_something_amiss_is_still_accepted_by_its_own_button(client):
    article = make_article("Semula")
    propose(client, article, title="Diusulkan")
    client.force_login(make_user(group="Redaktur", username="budi"))
    address = f"{address_of(article)}?usulan={ProposedChange.objects.get().pk}"

    refused = client.post(address, fields_of(client.get(address)))
    accepted = client.post(address, fields_of(refused) | {"significance": ["silent"]})

    page = refused.content.decode()
    assert ("Belum disimpan" in page, 'value="Terima usulan"' in page, "_addanother" in page) == (
        True,
        True,
        False,
    )
    assert (accepted.status_code, ProposedChange.objects.get().status) == (302, "accepted")


def test_refused_proposal_says_why_and_changes_nothing(client):
    article = make_article("Semula")
    propose(client, article, title="Diusulkan")
    client.force_login(make_user("Redaktur", username="budi"))
    proposal = ProposedChange.objects.get()
    address = reverse("admin:articles_article_refuse", args=[proposal.pk])

    wordless = client.post(address, {"answer": " "})
    client.post(address, {"answer": "Nama itu sudah benar."})

    proposal.refresh_from_db()
    article.refresh_from_db()
    assert (wordless.status_code, article.title) == (200, "Semula")
    assert (proposal.status, proposal.answer) == ("refused", "Nama itu sudah benar.")


def test_second_proposal_of_an_account_replaces_its_first(client):
    article = make_article("Semula")
    propose(client, article, title="Pertama")
    send(client, address_of(article), title="Kedua")

    assert [proposal.data["title"] for proposal in ProposedChange.objects.all()] == [["Kedua"]]


def test_writer_neither_decides_nor_reads_what_another_proposed(client):
    article = make_article("Semula")
    propose(client, article, title="Milik Ani")
    proposal = ProposedChange.objects.get()
    client.force_login(make_user("Penulis", username="cici"))

    seen = client.get(f"{address_of(article)}?usulan={proposal.pk}", follow=True).content.decode()
    refused = client.post(reverse("admin:articles_article_refuse", args=[proposal.pk]), {"answer": "x"})

    proposal.refresh_from_db()
    assert ("Milik Ani" in seen, GONE in seen) == (False, True)
    assert (refused.status_code, proposal.status) == (403, "waiting")


def test_proposer_takes_it_back(client):
    article = make_article("Semula")
    propose(client, article, title="Diusulkan")
    proposal = ProposedChange.objects.get()

    client.post(reverse("admin:articles_article_refuse", args=[proposal.pk]), {})

    proposal.refresh_from_db()
    assert proposal.status == "taken_back"


def test_form_with_an_emptied_address_is_shown_again(client):
    article = make_article("Semula")
    client.force_login(make_user(group="Redaktur"))

    refused = send(client, address_of(article), slug="", title="")

    assert (refused.status_code, fields_of(refused)["slug"]) == (200, [""])


def test_proposal_without_a_change_is_none(client):
    article = make_article("Semula")

    propose(client, article)

    assert not ProposedChange.objects.exists()


FORMATTED = [
    ("<p>Kata <strong>kunci</strong></p>", "Hanya format yang berubah; kata-katanya sama.", "[tebal]"),
    ("<h2>Kata kunci</h2>", "Hanya format yang berubah; kata-katanya sama.", "[judul bagian]"),
    ("<p>Kata</p><p>kunci</p>", "Hanya format yang berubah; kata-katanya sama.", "¶"),
    ("<p>Kata <strong>lain</strong></p>", "Formatnya juga berubah.", "lain"),
    ('<p><a href="/lain/">Kata</a> kunci</p>', "", "(/lain/)"),
]


@pytest.mark.parametrize(("body", "remark", "told"), FORMATTED)
def test_change_of_formatting_alone_is_proposed_and_told(client, body, remark, told):
    article = make_article(body="<p>Kata kunci</p>")
    propose(client, article, body=body)
    client.force_login(make_user("Redaktur"))
    address = f"{address_of(article)}?usulan={ProposedChange.objects.get().pk}"

    opened = client.get(address)
    unanswered = client.post(address, fields_of(opened))
    client.post(address, fields_of(opened) | {"significance": ["silent"]})
    history = client.get(address_of(article, "history") + f"?ke={article.history.first().history_id}")

    changes = opened.context["kept"]["changes"]
    assert [(change.label, change.remark, told in change.after) for change in changes] == [
        ("Isi", remark, True)
    ]
    assert remark in opened.content.decode()
    assert "significance" in unanswered.context["adminform"].form.errors
    assert [(change.remark, change.runs) for change in history.context["compared"].changes] == [
        (remark, changes[0].runs)
    ]


def test_body_that_the_text_editor_only_tidied_is_no_change(client):
    article = make_article(body="<ul><li>Satu</li></ul>")

    propose(client, article, body="<ul><li><p>Satu</p></li></ul>")

    assert not ProposedChange.objects.exists()


# States ------------------------------------------------------------------------------------------------


def test_one_save_is_one_state_with_its_relations(client):
    visit, guest = make_visit(published_at=None), make_institution("Pemerintah Kota Contoh")
    topic = make_topic("taman")
    client.force_login(make_user("Redaktur", username="budi"))
    before = visit.history.count()

    send(
        client,
        reverse("admin:people_visit_change", args=[visit.pk]),
        purpose="Belajar",
        topics=[str(topic.pk)],
        **{
            "parties-TOTAL_FORMS": ["1"],
            "parties-0-side": ["guest"],
            "parties-0-institution": [str(guest.pk)],
        },
    )

    newest = visit.history.first()
    assert visit.history.count() == before + 1
    assert (newest.history_user.username, newest.purpose) == ("budi", "Belajar")
    assert newest.relations["topics"] == [topic.pk]
    assert [row["institution_id"] for row in newest.relations["parties"]] == [guest.pk]


def test_earlier_state_opens_in_the_form_and_saving_restores_it_whole(client):
    article, first, second = (
        make_article("Semula", state="draft"),
        make_official("Ani"),
        make_official("Budi"),
    )
    topic = make_topic("taman")
    client.force_login(make_user(group="Redaktur"))
    rows = {"article_officials-TOTAL_FORMS": ["1"], "article_officials-0-part": ["speaker"]}
    send(
        client,
        address_of(article),
        topics=[str(topic.pk)],
        **rows,
        **{"article_officials-0-official": [str(first.pk)]},
    )
    kept = article.history.first()
    send(
        client,
        address_of(article),
        title="Berubah",
        topics=[],
        **{"article_officials-0-official": [str(second.pk)], "article_officials-0-part": ["host"]},
    )
    address = f"{address_of(article)}?keadaan={kept.history_id}"

    opened = client.get(address)
    untouched = Article.objects.get().title
    client.post(address, fields_of(opened))

    article.refresh_from_db()
    assert (untouched, article.title) == ("Berubah", "Semula")
    assert [str(topic) for topic in article.topics.all()] == ["taman"]
    assert [(link.official, link.part) for link in article.article_officials.all()] == [(first, "speaker")]


def test_history_tells_who_changed_which_words(client):
    article = make_article("Judul lama", state="draft")
    client.force_login(make_user("Redaktur", username="budi"))
    send(client, address_of(article), title="Judul baru")

    page = client.get(address_of(article, "history") + f"?ke={article.history.first().history_id}")

    changes = page.context["compared"].changes
    assert [(change.label, change.runs) for change in changes] == [
        ("Judul", [("same", "Judul"), ("removed", "lama"), ("added", "baru")])
    ]
    assert [step.who for step in page.context["steps"]] == ["budi", "tersimpan otomatis"]


@pytest.mark.parametrize("query", ["?ke=0", "?ke=abc", "?ke=" + "9" * 40, "?dari=1&ke=%27", "?halaman=zz"])
def test_history_bears_nonsense(client, query):
    article = make_article()
    client.force_login(make_user(group="Redaktur"))

    page = client.get(address_of(article, "history") + query)

    assert (page.status_code, page.context["compared"]) == (200, None)


def test_state_of_another_record_is_not_opened(client):
    article, other = make_article(), make_article("Berita kedua")
    client.force_login(make_user(group="Redaktur"))

    answer = client.get(f"{address_of(article)}?keadaan={other.history.first().history_id}", follow=True)

    assert (fields_of(answer)["title"], GONE in answer.content.decode()) == ([article.title], True)


def test_machine_saves_are_folded_behind_a_persons(client):
    official = make_official()
    client.force_login(make_user("Redaktur", username="budi"))
    for _ in range(3):
        official.save()
    send(client, reverse("admin:people_official_change", args=[official.pk]), nickname="Adi")

    page = client.get(reverse("admin:people_official_history", args=[official.pk]))

    assert [(step.who, len(step.folded)) for step in page.context["steps"]] == [
        ("budi", 3),
        ("tersimpan otomatis", 0),
    ]
    assert (Official.objects.count(), Visit.objects.count()) == (1, 0)
