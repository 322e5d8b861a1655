from datetime import timedelta

import pytest
from django.utils import timezone

from articles.inner_links import InnerLink, inner_links, targets
from people.models.address import remember_slug
from tests.factories import LONG_AGO, make_article, make_institution, make_official, make_visit

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("href", "link"),
    [
        ("/pejabat/tokoh-rekaan/", ("pejabat", "tokoh-rekaan")),
        ("/pejabat/tokoh-rekaan", ("pejabat", "tokoh-rekaan")),
        ("/pejabat/tokoh-rekaan/rss.xml?x=1&amp;y=2#z", ("pejabat", "tokoh-rekaan")),
        ("http://127.0.0.1/lembaga/dinas/", ("lembaga", "dinas")),
        ("//127.0.0.1/lembaga/dinas/", ("lembaga", "dinas")),
        ("../lain/", ("berita", "lain")),
        ("/kunjungan/2025/kunjungan-taman/", ("kunjungan", "kunjungan-taman")),
        ("/topik/taman/", None),
        ("/pejabat/", None),
        ("/tidak/ada/", None),
        ("https://contoh.test/pejabat/tokoh-rekaan/", None),
        ("mailto:humas@contoh.test", None),
        ("http://[salah/", None),
    ],
)
def test_link_of_this_site_is_known_by_section_and_slug(href, link):
    html = f'<p><a href="{href}" rel="noopener">kata</a></p>'

    assert inner_links(html, "/berita/2025/03/ini/") == ({InnerLink(*link)} if link else set())


def test_targets_of_every_kind_come_in_one_query(django_assert_num_queries):
    records = {
        "berita": make_article("Berita lain"),
        "kunjungan": make_visit("Kunjungan taman"),
        "lembaga": make_institution("Dinas Taman", published_at=None),
        "pejabat": make_official("Tokoh Rekaan"),
    }
    records["pejabat"].withdraw("Keliru.")
    links = {InnerLink(section, record.slug) for section, record in records.items()}

    with django_assert_num_queries(1):
        found = targets(links)

    at, nobody = timezone.now(), make_article().feed_id
    assert {link.section: (to.name, to.is_visible(at, nobody)) for link, to in found.items()} == {
        "berita": ("Berita lain", True),
        "kunjungan": ("Kunjungan taman", True),
        "lembaga": ("Dinas Taman", False),
        "pejabat": ("Tokoh Rekaan", False),
    }


def test_former_address_leads_to_the_record_and_an_unknown_one_nowhere():
    official = make_official("Tokoh Rekaan")
    official.slug = "tokoh-baru"
    official.save()
    institution = make_institution("Dinas Taman")
    remember_slug(institution, "dinas-lama")

    found = targets(
        InnerLink(*one)
        for one in (("pejabat", "tokoh-rekaan"), ("lembaga", "dinas-lama"), ("lembaga", "tokoh-rekaan"))
    )

    assert {link: to.name for link, to in found.items()} == {
        ("pejabat", "tokoh-rekaan"): "Tokoh Rekaan",
        ("lembaga", "dinas-lama"): "Dinas Taman",
    }


def test_target_is_visible_from_its_time_or_with_the_article_it_follows():
    article = make_article(state="draft")
    due = timezone.now() + timedelta(days=1)
    later = make_official("Nanti", published_at=due)
    follower = make_official("Ikut", published_at=None, published_with=article.feed_id)

    found = targets(InnerLink("pejabat", one.slug) for one in (later, follower))

    seen = {to.name: [to.is_visible(at, article.feed_id) for at in (LONG_AGO, due)] for to in found.values()}
    assert seen == {"Nanti": [False, True], "Ikut": [True, True]}
