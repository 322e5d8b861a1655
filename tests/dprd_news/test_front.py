from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.models.workflow import LEAD_DAYS
from dprd_news import front
from dprd_news.lib import caching
from people.models import Institution
from tests.factories import LONG_AGO, make_article, make_council, make_institution

pytestmark = pytest.mark.django_db


def titles():
    caching.forget()
    news = front.news()
    return [article.title for article in [news.lead, *news.latest] if article]


def test_newest_leads_unless_editors_chose():
    old = make_article("Lama", published_at=LONG_AGO)
    make_article("Baru", published_at=LONG_AGO + timedelta(days=1))
    by_rule = titles()

    old.lead_front()
    chosen = titles()
    old.leave_front()

    assert (by_rule, chosen, titles()) == (["Baru", "Lama"], ["Lama", "Baru"], ["Baru", "Lama"])
    assert [event.verb for event in old.events.all()] == ["left", "led"]


def test_later_choice_stands_above_the_earlier():
    first, second = make_article("Pertama"), make_article("Kedua")
    make_article("Terbaru", published_at=LONG_AGO + timedelta(days=1))

    first.lead_front()
    second.lead_front()

    assert titles() == ["Kedua", "Terbaru", "Pertama"]


def test_choice_ends_by_itself_and_with_a_withdrawal():
    old = make_article("Lama")
    make_article("Baru", published_at=LONG_AGO + timedelta(days=1))
    old.lead_front()

    with time_machine.travel(timezone.now() + timedelta(days=LEAD_DAYS + 1), tick=False):
        after = titles()
    old.withdraw("Keliru.")

    assert (after, titles()) == (["Baru", "Lama"], ["Baru"])


@pytest.mark.parametrize("state", ["draft", "in_review", "scheduled", "withdrawn"])
def test_only_what_is_public_may_lead(state):
    article = make_article(state=state)

    with pytest.raises(ValidationError, match="sedang tampil"):
        article.lead_front()


def test_by_activity_shows_what_the_news_above_does_not():
    for number in range(front.ARTICLES + 1):
        make_article(f"Atas {number}", published_at=LONG_AGO + timedelta(days=100 + number))
    for number in range(front.HEADLINES + 1):
        make_article(f"Rapat {number}", activity="hearing", published_at=LONG_AGO + timedelta(days=number))
    make_article("Paripurna", activity="plenary", published_at=LONG_AGO + timedelta(days=50))
    make_article("Rahasia", activity="plenary", state="draft")

    caching.forget()
    groups = [(group.label, [article.title for article in group.articles]) for group in front.by_activity()]

    assert groups == [
        ("Rapat paripurna", ["Paripurna"]),
        ("Rapat kerja atau dengar pendapat", ["Rapat 3", "Rapat 2", "Rapat 1"]),
    ]


def test_commissions_are_those_of_the_council_with_their_latest_public_article():
    council = make_council()
    kind = Institution.Kind.COMMISSION
    first = make_institution("Komisi A", kind, parent=council.institution)
    second = make_institution("Komisi B", kind, parent=council.institution)
    make_institution("Komisi Hilang", kind, parent=council.institution, published_at=None)
    make_institution("Komisi Lain", kind)
    make_article("Terlihat", institutions=[first])
    make_article("Rahasia", institutions=[first], state="draft")

    caching.forget()
    shown = [(each.institution, each.article and each.article.title) for each in front.commissions()]

    assert shown == [(first, "Terlihat"), (second, None)]


def test_front_page_of_an_empty_site_helps(client):
    page = client.get("/").content.decode()

    assert "Belum ada berita" in page
