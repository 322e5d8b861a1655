"""What somebody might send to a kept record's admin beside what its form does."""

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Takedown
from people.models import ProposedChange, WorkingCopy
from people.models.working_copy import MOST_COPIES
from tests.factories import (
    make_article,
    make_photo,
    make_proposal,
    make_user,
    make_visit,
)
from tests.forms import filled, send

pytestmark = pytest.mark.django_db


def change_of(record):
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])


def copies_of(record):
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_copy")


@pytest.mark.parametrize(
    ("group", "state", "verb"), [("Penulis", "draft", "kirim"), ("Redaktur", "scheduled", "tunda")]
)
def test_verb_with_a_forged_version_forgets_no_state(client, group, state, verb):
    article = make_article("Pertama", state=state)
    for title in ("Kedua", "Ketiga"):
        article.title = title
        article.save()
    client.force_login(make_user(group))

    client.post(f"{change_of(article)}".replace("/change/", f"/tindakan/{verb}/"), {"_version": "0"})

    titles = list(article.history.order_by("history_id").values_list("title", flat=True))
    assert titles == ["Pertama", "Kedua", "Ketiga"]


def test_writer_decides_on_no_proposal_by_saving_what_is_a_draft_again(client):
    article = make_article("Semula", state="draft")
    proposal = make_proposal(article)
    client.force_login(make_user("Penulis"))

    client.post(
        f"{change_of(article)}?usulan={proposal.pk}", filled(client, change_of(article), title="Lain")
    )

    proposal.refresh_from_db()
    assert (Article.objects.get().title, proposal.status) == ("Lain", "waiting")


@pytest.mark.parametrize("name", ["usulan", "salinan"])
def test_number_too_long_for_a_row_is_none(client, name):
    article = make_article("Semula", state="draft")
    client.force_login(make_user("Redaktur"))
    sent = filled(client, change_of(article), title="Lain")

    answer = client.post(f"{change_of(article)}?{name}={'9' * 5000}", sent)

    assert (answer.status_code, Article.objects.get().title) == (302, "Lain")


def test_proposal_holds_no_answer_to_what_only_a_reviewer_is_asked(client):
    article = make_article("Semula")
    client.force_login(make_user("Penulis"))
    forged = {"significance": "silent", "correction_note": "Bukan dari Redaktur", "apa_saja": "x" * 1000}

    client.post(change_of(article), filled(client, change_of(article), title="Diusulkan") | forged)

    data = ProposedChange.objects.get().data
    assert (data["title"], forged.keys() & data.keys()) == (["Diusulkan"], set())


def test_changed_address_of_a_link_is_a_change(client):
    article = make_article(body='<p>Baca <a href="https://baik.example/">di sini</a>.</p>')
    client.force_login(make_user("Penulis"))
    send(client, change_of(article), body='<p>Baca <a href="https://jahat.example/">di sini</a>.</p>')
    proposal = ProposedChange.objects.get()
    client.force_login(make_user("Redaktur"))

    opened = client.get(f"{change_of(article)}?usulan={proposal.pk}")

    changes = [(one.label, one.before, one.after) for one in opened.context["kept"]["changes"]]
    assert changes == [
        ("Isi", "Baca di sini (https://baik.example/).", "Baca di sini (https://jahat.example/).")
    ]


def test_account_keeps_its_newest_copies_alone(client):
    article = make_article(state="draft")
    other = make_user("Penulis")
    WorkingCopy.objects.create(
        account=other,
        content_type_id=make_proposal(article).content_type_id,
        object_id="1",
        tab="a" * 8,
        saved_at=timezone.now(),
    )
    client.force_login(make_user("Penulis"))

    for number in range(MOST_COPIES + 3):
        sent = {"_key": article.pk, "_typed": "1", "_tab": f"{number:08x}", "title": f"Judul {number}"}
        assert client.post(copies_of(article), sent).status_code == 200

    own = WorkingCopy.objects.exclude(account=other).order_by("pk")
    assert [copy.data["title"] for copy in own] == [
        [f"Judul {number}"] for number in range(3, MOST_COPIES + 3)
    ]
    assert WorkingCopy.objects.filter(account=other).exists()


def test_form_opened_before_a_takedown_is_kept_no_more_where_the_article_leads(client):
    visit, photo = make_visit(), make_photo()
    article = make_article(visit=visit, photos=[photo])
    editor = make_user("Redaktur")
    Takedown.objects.create(article=article, kind=Takedown.Kind.PASSAGE, reason="Anak.", by=editor)
    client.force_login(editor)

    statuses = [
        client.post(
            copies_of(record),
            {"_key": record.pk, "_typed": "1", "_tab": "a" * 8, "_opened": "1", name: "Rahasia"},
        ).status_code
        for record, name in ((article, "title"), (visit, "purpose"), (photo, "caption"))
    ]

    assert (statuses, WorkingCopy.objects.count()) == ([409, 409, 409], 0)


def test_link_for_somebody_outside_is_no_change_of_the_text(client):
    article = make_article(state="in_review")
    client.force_login(make_user("Redaktur"))
    send(client, change_of(article), title="Diubah")
    states = list(article.history.values_list("history_id", "history_change_reason"))

    address = reverse("admin:articles_article_preview_screen", args=[article.pk])
    client.post(address, {"person": "Ibu Rina", "days": "3"})

    assert article.preview_links.count() == 1
    assert list(article.history.values_list("history_id", "history_change_reason")) == states
