"""Two who press at the same moment, each on a connection of their own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse

from articles.models import ArticleEvent
from people.models import Official, ProposedChange
from tests.articles.pasting.pastes import paste
from tests.articles.releases import make_world
from tests.factories import make_article, make_proposal, make_user
from tests.forms import fields_of, filled

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def change_of(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def at_once(*presses):
    """Runs each (account, address, fields) at the same moment; the statuses, in order of size."""
    clients = []
    for account, address, fields in presses:
        client = Client(raise_request_exception=False)
        client.force_login(account)
        clients.append((client, address, fields))
    start = Barrier(len(clients))

    def press(one):
        client, address, fields = one
        start.wait()
        try:
            return client.post(address, fields).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(clients)) as pool:
        return sorted(pool.map(press, clients))


def seen_by(account, address, **fields):
    client = Client()
    client.force_login(account)
    return filled(client, address, **fields)


def test_of_two_saves_at_once_one_is_refused():
    article = make_article("Semula", state="draft")
    both = [make_user("Redaktur"), make_user("Penulis")]
    sent = [(one, change_of(article), seen_by(one, change_of(article), title=f"Oleh {one}")) for one in both]

    statuses = at_once(*sent)

    article.refresh_from_db()
    assert (statuses, article.version) == ([200, 302], 2)


def test_proposal_accepted_twice_at_once_is_accepted_once():
    article = make_article("Semula")
    both = [make_user("Redaktur"), make_user("Redaktur")]
    client = Client()
    client.force_login(both[0])
    proposal = make_proposal(article, data=filled(client, change_of(article), title="Diusulkan"))
    address = f"{change_of(article)}?usulan={proposal.pk}"
    sent = fields_of(client.get(address)) | {"significance": ["silent"]}

    statuses = at_once(*((one, address, sent) for one in both))

    article.refresh_from_db()
    states = list(ProposedChange.objects.values_list("status", flat=True))
    assert (statuses, states, article.version) == ([200, 302], ["accepted"], 2)


def test_proposal_accepted_and_refused_at_once_has_one_end():
    article = make_article("Semula")
    both = [make_user("Redaktur"), make_user("Redaktur")]
    client = Client()
    client.force_login(both[0])
    proposal = make_proposal(article, data=filled(client, change_of(article), title="Diusulkan"))
    address = f"{change_of(article)}?usulan={proposal.pk}"
    sent = fields_of(client.get(address)) | {"significance": ["silent"]}
    refuse = reverse("admin:articles_article_refuse", args=[proposal.pk])

    statuses = at_once((both[0], address, sent), (both[1], refuse, {"answer": "Tidak."}))

    proposal.refresh_from_db()
    assert all(status < 500 for status in statuses)
    assert proposal.status in {"accepted", "refused"}


def test_published_twice_at_once_happened_once():
    article = make_article("Semula", state="in_review")
    address = reverse("admin:articles_article_verb", args=[article.pk, "terbitkan"])

    statuses = at_once(*((make_user("Redaktur"), address, {}) for _ in range(2)))

    happened = list(ArticleEvent.objects.values_list("verb", flat=True))
    assert (statuses, happened) == ([302, 302], ["published"])


def test_same_tab_kept_twice_at_once_is_one_copy():
    article, account = make_article(state="draft"), make_user("Penulis")
    address = reverse("admin:articles_article_copy")
    fields = {"_key": article.pk, "_tab": "a" * 8, "_typed": "1", "title": "Judul"}

    assert at_once((account, address, fields), (account, address, fields)) == [200, 200]


def test_person_whom_two_releases_name_is_made_once_by_two_who_save_at_once():
    make_world()
    told = "MEKARSARI - Ketua Paguyuban Pasar Sekararum Wiryani menata {} bersama warga, Senin (9/11/2026)."
    presses = []
    for subject in ("Kebun", "Taman"):
        editor = make_user("Redaktur")
        (pasted,) = paste(editor, f"Paguyuban Menata {subject}\n\n{told.format(subject.lower())}")
        address = reverse("admin:articles_article_pasted", args=[pasted.pk])
        title = {"title": "other", "title-other": f"Paguyuban Menata {subject}"}
        presses.append((editor, address, title | {"official-0": "new", "_save": "1"}))

    statuses = at_once(*presses)

    assert statuses == [302, 302]
    assert Official.objects.filter(name="Sekararum Wiryani").count() == 1
