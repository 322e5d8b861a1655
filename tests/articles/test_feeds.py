"""Feeds against what RFC 4287 and RSS 2.0 ask of them, element by element."""

import re
import uuid
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from dprd_news.lib import caching
from tests.factories import (
    LONG_AGO,
    make_article,
    make_correction,
    make_council,
    make_institution,
    make_official,
    make_photo,
    make_topic,
    make_visit,
)

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
MEDIA = "{http://search.yahoo.com/mrss/}"
DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
SITE = "http://127.0.0.1"
AWKWARD = 'Rapat\x01 <b>"AC & DC"</b> \x0b\ufffe\x1f– 💐 ]]> &amp;'


@pytest.fixture(autouse=True)
def council():
    return make_council(tagline="Kabar dari dewan")


def rss(client, path="/rss.xml"):
    response = client.get(path)
    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)


def atom(client, path="/atom.xml"):
    response = client.get(path)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)


def texts(element, *names):
    return [element.findtext(name) for name in names]


def make_whole_article():
    article = make_article(
        "Rapat kerja",
        body='<p>Paragraf satu.</p><p>Paragraf <a href="/tentang/">dua</a>.</p>',
        lead="Ringkasan & pembuka.",
        byline="Cipta/red",
        published_at=LONG_AGO,
        topics=[make_topic("Sampah & air")],
        officials=[make_official("Asri")],
        institutions=[make_institution("Dinas")],
        photos=[make_photo(alt="Meja rapat", caption="Suasana rapat.", credit="Humas"), make_photo()],
    )
    make_visit(
        "Kunjungan",
        starts_on=date(2025, 6, 23),
        guests=[article.institutions.get()],
        topics=article.topics.all(),
    )
    make_correction(article, text="Jumlahnya dua belas.", corrected_at=LONG_AGO + timedelta(days=1))
    return article


FEEDS = [
    "/",
    "/berita/",
    "/topik/sampah-air/",
    "/pejabat/asri/",
    "/lembaga/dinas/",
    "/koreksi/",
    "/kunjungan/",
]


@pytest.mark.parametrize("page", [*FEEDS, "/berita/?topik=tidak-ada"])
def test_atom_has_what_the_rfc_requires(client, page):
    make_whole_article()
    path, _, query = page.partition("?")
    address = f"{path}atom.xml" + (f"?{query}" if query else "")

    feed = atom(client, address)

    for element in (feed, *feed.findall(f"{ATOM}entry")):
        ids, titles, updated = (element.findall(f"{ATOM}{name}") for name in ("id", "title", "updated"))
        assert (len(ids), len(titles), len(updated)) == (1, 1, 1)
        assert all([ids[0].text, titles[0].text, DATE_TIME.fullmatch(updated[0].text)])
    authors = [author.findtext(f"{ATOM}name") for author in feed.findall(f"{ATOM}author")]
    links = [(link.get("rel", "alternate"), link.get("href")) for link in feed.findall(f"{ATOM}link")]
    assert authors == ["DPRD Kota Mekarsari"]
    assert links == [("alternate", f"{SITE}{path}"), ("self", f"{SITE}{address}")]
    assert feed.findtext(f"{ATOM}id") == f"{SITE}{address}"
    for entry in feed.findall(f"{ATOM}entry"):
        assert [link.get("rel") for link in entry.findall(f"{ATOM}link")].count("alternate") == 1
        assert uuid.UUID(entry.findtext(f"{ATOM}id").removeprefix("urn:uuid:"))
        assert entry.find(f"{ATOM}content").get("type") == "html"
        assert {name.findtext(f"{ATOM}name") for name in entry.findall(f"{ATOM}author")} <= {"Cipta/red"}


@pytest.mark.parametrize("page", FEEDS)
def test_rss_has_what_the_specification_requires(client, page):
    make_whole_article()

    root = rss(client, f"{page}rss.xml")

    channel = root.find("channel")
    assert (root.tag, root.get("version"), len(root)) == ("rss", "2.0", 1)
    assert all(texts(channel, "title", "description", "lastBuildDate"))
    assert texts(channel, "link", "language", "ttl") == [f"{SITE}{page}", "id", "5"]
    own = channel.find(f"{ATOM}link")
    assert (own.get("rel"), own.get("href")) == ("self", f"{SITE}{page}rss.xml")
    items = channel.findall("item")
    assert len(items) == 1
    for item in items:
        assert all(texts(item, "title", "description", CONTENT))
        assert item.findtext("link").startswith(f"{SITE}/")
        assert item.find("guid").get("isPermaLink") == "false"
        assert parsedate_to_datetime(item.findtext("pubDate")).tzinfo is not None


def test_rss_carries_the_article_whole(client):
    article = make_whole_article()
    photo = article.first_photo.photo

    item = rss(client).find("channel/item")

    shown = photo.shown
    url = f"{SITE}{shown.url}"
    assert texts(item, "title", "link", "guid", "pubDate", "category", "description") == [
        "Rapat kerja",
        f"{SITE}{article.get_absolute_url()}",
        f"urn:uuid:{article.feed_id}",
        "Tue, 04 Mar 2025 02:30:00 +0000",
        "Sampah & air",
        "Ringkasan &amp; pembuka.",
    ]
    assert item.findtext(CONTENT) == (
        f'<figure><img src="{url}" alt="Meja rapat" width="{shown.width_px}" height="{shown.height_px}">'
        "<figcaption>Suasana rapat. (Foto: Humas)</figcaption></figure>"
        f'<p>Paragraf satu.</p><p>Paragraf <a href="{SITE}/tentang/" rel="noopener">dua</a>.</p>'
        "<p>(Cipta/red)</p>"
        "<h2>Koreksi</h2><ul><li>Rabu, 5 Maret 2025 – Fakta: Jumlahnya dua belas.</li></ul>"
    )
    size = str(photo.jpeg_bytes)
    assert item.find("enclosure").attrib == {"url": url, "length": size, "type": "image/jpeg"}
    assert len(client.get(shown.url).getvalue()) == photo.jpeg_bytes
    media = item.find(f"{MEDIA}content")
    assert (media.get("url"), media.get("width"), media.get("height")) == (
        url,
        str(shown.width_px),
        str(shown.height_px),
    )
    assert texts(media, f"{MEDIA}description", f"{MEDIA}credit") == ["Meja rapat", "Humas"]


def test_atom_carries_the_article_whole_with_both_times(client):
    article = make_whole_article()

    entry = atom(client).find(f"{ATOM}entry")

    links = {link.get("rel"): link.get("href") for link in entry.findall(f"{ATOM}link")}
    assert texts(entry, *(f"{ATOM}{name}" for name in ("title", "id", "author/" + ATOM + "name"))) == [
        "Rapat kerja",
        f"urn:uuid:{article.feed_id}",
        "Cipta/red",
    ]
    times = [datetime.fromisoformat(entry.findtext(f"{ATOM}{name}")) for name in ("published", "updated")]
    assert times == [LONG_AGO, LONG_AGO + timedelta(days=1)]
    assert links == {
        "alternate": f"{SITE}{article.get_absolute_url()}",
        "enclosure": f"{SITE}{article.first_photo.photo.shown.url}",
    }
    assert entry.find(f"{ATOM}category").get("term") == "Sampah & air"
    assert entry.findtext(f"{ATOM}content") == rss(client).find("channel/item").findtext(CONTENT)


def test_correction_moves_the_time_of_entry_and_feed(client):
    article = make_article(published_at=LONG_AGO)
    make_article(published_at=LONG_AGO - timedelta(days=9))
    at = timezone.now().replace(microsecond=0)
    before = atom(client)

    article.correct("name", "Ejaan nama.", at=at)
    after = atom(client)

    def updated(feed):
        return [datetime.fromisoformat(one.text).astimezone(UTC) for one in feed.iter(f"{ATOM}updated")]

    old = LONG_AGO.astimezone(UTC)
    assert updated(before) == [old, old, old - timedelta(days=9)]
    assert updated(after) == [at, at, old - timedelta(days=9)]


TOMBSTONE = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"


@pytest.mark.parametrize(
    "path",
    ["/atom.xml", "/berita/atom.xml?topik=tak-ada", "/topik/sampah-air/atom.xml", "/cari/atom.xml?q=rapat"],
)
def test_atom_tells_what_was_withdrawn_whatever_it_is_narrowed_to(client, path):
    make_whole_article()
    gone, visit = make_article("Rahasia"), make_visit("Batal", starts_on=date(2025, 6, 1))
    at = LONG_AGO + timedelta(days=3)
    gone.withdraw("Keliru.", at=at)
    visit.withdraw("Keliru.", at=at)

    of_articles, of_visits = atom(client, path), atom(client, "/kunjungan/atom.xml")

    told = [[one.attrib for one in feed.iter(TOMBSTONE)] for feed in (of_articles, of_visits)]
    when = [[datetime.fromisoformat(one.pop("when")) for one in attributes] for attributes in told]
    assert told == [[{"ref": f"urn:uuid:{gone.feed_id}"}], [{"ref": f"urn:uuid:{visit.feed_id}"}]]
    assert when == [[at], [at]]
    assert "Rahasia" not in ElementTree.tostring(of_articles, encoding="unicode")
    assert datetime.fromisoformat(of_articles.findtext(f"{ATOM}updated")) >= at


def test_rss_has_no_word_for_what_is_gone_and_what_comes_back_has_no_tombstone(client):
    article = make_article()
    article.withdraw("Keliru.")
    assert len(list(atom(client).iter(TOMBSTONE))) == 1
    assert rss(client).find("channel/item") is None

    article.republish("Sudah benar.")
    caching.forget()  # the save is not committed in a test

    assert (list(atom(client).iter(TOMBSTONE)), len(list(atom(client).iter(f"{ATOM}entry")))) == ([], 1)


def test_log_tells_corrections_and_withdrawals_in_its_feeds_too(client):
    make_whole_article()
    gone = make_article("Dibatalkan")
    gone.withdraw("Acaranya <batal>.", at=LONG_AGO + timedelta(days=2))

    items = list(rss(client, "/koreksi/rss.xml").iter("item"))

    assert [texts(item, "title", "description") for item in items] == [
        ["Ditarik: Dibatalkan", "Acaranya &lt;batal&gt;."],
        ["Koreksi: Rapat kerja", "Jumlahnya dua belas."],
    ]
    assert items[0].findtext("link") == f"{SITE}{gone.get_absolute_url()}"


def test_entry_ids_outlive_a_move_and_a_new_name(client, settings):
    article = make_whole_article()

    def ids():
        return [
            entry.text for page in ("/", "/koreksi/", "/kunjungan/") for entry in atom(client, f"{page}atom.xml").iter(f"{ATOM}id")
            if entry.text.startswith("urn:")
        ]  # fmt: skip

    before = ids()
    settings.SITE_URL = "https://pindah.example"
    article.slug, article.title = "nama-baru", "Nama baru"
    article.save()

    assert (len(before), ids()) == (3, before)
    assert rss(client).find("channel/item").findtext("link") == (
        "https://pindah.example/berita/2025/03/nama-baru/"
    )


@pytest.mark.parametrize("page", FEEDS)
@pytest.mark.parametrize("read", [rss, atom])
def test_control_characters_and_markup_in_words_break_no_feed(client, council, page, read):
    article = make_whole_article()
    article.title = article.lead = article.byline = AWKWARD
    article.body = f"<p>{AWKWARD}\0</p>"
    article.save()
    photo = article.first_photo.photo
    photo.alt = photo.caption = photo.credit = AWKWARD
    photo.save()
    for model, names in (
        (council, ("name", "tagline")),
        (article.topics.get(), ("name", "description")),
        (article.officials.get(), ("name",)),
        (article.institutions.get(), ("name",)),
        (article.corrections.get(), ("text",)),
    ):
        type(model).objects.filter(pk=model.pk).update(**dict.fromkeys(names, AWKWARD))
    make_visit(AWKWARD, purpose=AWKWARD)
    form = read.__name__

    root = read(client, f"{page}{form}.xml")

    titles = [one.text for one in root.iter(f"{ATOM}title" if read is atom else "title")]
    expected = 'Rapat <b>"AC & DC"</b> – 💐 ]]> &amp;'
    assert any(expected in title for title in titles)


def test_summary_is_text_and_never_markup(client):
    make_article(body="<p>Nilai &lt;script&gt;alert(1)&lt;/script&gt; ditolak.</p>")

    written = "Nilai &lt;script&gt;alert(1)&lt;/script&gt; ditolak."
    assert rss(client).find("channel/item").findtext("description") == written
    summary = atom(client).find(f"{ATOM}entry/{ATOM}summary")
    assert (summary.get("type"), summary.text) == ("html", written)


def test_feed_holds_the_newest_thirty(client):
    articles = [make_article(published_at=LONG_AGO + timedelta(days=n)) for n in range(31)]

    titles = [item.findtext("title") for item in rss(client).iter("item")]

    assert titles == [article.title for article in reversed(articles[1:])]


def test_visit_feed_says_who_what_when_and_where(client, council):
    guest = make_institution("Pemerintah Kota Tirtasari")
    visit = make_visit(
        "Kunjungan Tirtasari",
        guests=[guest],
        hosts=[council.institution],
        starts_on=date(2025, 6, 23),
        building="Balai Kota",
        purpose="Belajar <b>arsip</b>.",
        outcome="Sepakat.",
        note="Jangan bocor.",
        published_at=LONG_AGO,
    )

    item = rss(client, "/kunjungan/rss.xml?arah=diterima").find("channel/item")

    assert texts(item, "title", "link", "guid", "description") == [
        "Kunjungan Tirtasari",
        f"{SITE}{visit.get_absolute_url()}",
        f"urn:uuid:{visit.feed_id}",
        "Kunjungan kerja, Senin, 23 Juni 2025. Terlaksana.",
    ]
    assert item.findtext(CONTENT) == (
        "<ul><li>Tanggal: Senin, 23 Juni 2025</li><li>Tempat: Balai Kota</li>"
        "<li>Tamu: Pemerintah Kota Tirtasari</li><li>Tuan rumah: DPRD Kota Mekarsari</li>"
        "<li>Tujuan: Belajar &lt;b&gt;arsip&lt;/b&gt;.</li><li>Hasil: Sepakat.</li></ul>"
    )


def test_feed_of_a_filtered_list_holds_what_the_page_shows(client):
    topic = make_topic("Arsip")
    make_article("Tentang arsip", topics=[topic])
    make_article("Tentang pasar", topics=[make_topic("Pasar")])

    titles = [
        item.findtext("title") for item in rss(client, "/berita/rss.xml?topik=arsip&tidak=x").iter("item")
    ]

    assert titles == ["Tentang arsip"]


@pytest.mark.parametrize(
    ("page", "announced"),
    [
        ("/", ["/rss.xml", "/atom.xml"]),
        ("/berita/?topik=arsip", ["/berita/rss.xml?topik=arsip", "/berita/atom.xml?topik=arsip"]),
        ("/topik/arsip/", ["/topik/arsip/rss.xml", "/topik/arsip/atom.xml"]),
        ("/pejabat/asri/", ["/pejabat/asri/rss.xml", "/pejabat/asri/atom.xml"]),
        ("/pejabat/bimo/", []),
        ("/kunjungan/", []),
        ("/koreksi/", []),
    ],
)
def test_feed_is_announced_where_it_has_entries(client, page, announced):
    make_article(topics=[make_topic("Arsip")], officials=[make_official("Asri")])
    make_official("Bimo")

    head = client.get(page).content.decode().split("</head>")[0]

    assert re.findall(r'rel="alternate"[^>]*href="([^"]+)"', head) == announced


@pytest.mark.parametrize(
    ("page", "title"),
    [("", "Berita"), ("/koreksi", "Koreksi – Situs dewan"), ("/kunjungan", "Kunjungan – Situs dewan")],
)
def test_feeds_of_a_site_not_set_up_yet_have_a_name(client, council, page, title):
    council.delete()
    caching.forget()

    feed = atom(client, f"{page}/atom.xml")

    assert texts(feed, f"{ATOM}title", f"{ATOM}author/{ATOM}name") == [title, "Situs dewan"]
