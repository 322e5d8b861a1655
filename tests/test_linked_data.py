"""JSON-LD of each kind against docs/linked-data.md, key by key; and what must never be in it."""

import json
import re
from datetime import date, time
from pathlib import Path

import pytest
from django.conf import settings

from articles.linked_data import authors
from dprd_news.lib.html import json_script
from people.models import Institution, Position, Visit
from tests.factories import (
    LONG_AGO,
    make_article,
    make_correction,
    make_council,
    make_institution,
    make_official,
    make_photo,
    make_position,
    make_post,
    make_topic,
    make_visit,
)
from tests.world import is_machine_form, make_world

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1"
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
ROW = re.compile(r"^\| `([^`]+)` \| ([^|]+) \|", re.MULTILINE)


def graph(client, path):
    """The nodes of a page's one graph by type."""
    (script,) = SCRIPT.findall(client.get(path).content.decode())
    data = json.loads(script)
    assert (set(data), data["@context"]) == ({"@context", "@graph"}, "https://schema.org")
    return {node["@type"]: node for node in data["@graph"]}


def keys(node, prefix=""):
    found = set()
    for name, value in node.items():
        if name == "@type":
            continue
        found.add(f"{prefix}{name}")
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, dict):
                assert "@type" in part, name
                found |= keys(part, f"{prefix}{name}.")
    return found


def documented(kind):
    """Keys in the table of that kind, and those that are always there."""
    page = Path(settings.BASE_DIR, "docs/linked-data.md").read_text()
    rows = ROW.findall(page.split(f"\n## {kind}\n")[1].split("\n## ")[0])
    return {name for name, _ in rows}, {name for name, there in rows if there.strip() == "always"}


def make_full():
    """One of each kind that knows everything, as paths by kind."""
    council = make_council(tagline="Dewan kota", address="Jalan Contoh 1\nKota", phone="022", email="a@b.id")
    own = council.institution
    own.website, own.description, own.short_name = "https://contoh.id/", "Dewan.", "DPRD"
    own.starts_on, own.ends_on = date(1950, 1, 1), date(2090, 1, 1)
    own.parent = make_institution("Pemerintahan", Institution.Kind.REGIONAL_GOVERNMENT)
    own.emblem.save("lambang.jpg", make_photo().file)
    own.save()
    official = make_official(
        "Budi Contoh", front_title="Dr.", back_title="M.T.", nickname="Kang Budi", biography="Guru.",
        party="Partai Contoh", died_on=date(2026, 1, 1),
    )  # fmt: skip
    make_position(official, make_post("Anggota"), own)
    make_position(
        official, make_post("Ketua"), own, starts_on=date(2019, 1, 1), starts_precision="year",
        ends_on=date(2020, 5, 1), ends_precision="month",
    )  # fmt: skip
    visit = make_visit(
        "Kunjungan penuh", hosts=[own], guests=[make_institution("Pemkot Contoh")], starts_on=date(2025, 3, 3),
        ends_on=date(2025, 3, 4), starts_at=time(9, 0), ends_at=time(11, 30), building="Gedung", room="Aula",
        place="Kota Mekarsari", purpose="Belajar.",
    )  # fmt: skip
    article = make_article(
        "Berita penuh", byline="Cipta/red", topics=[make_topic()], officials=[official], institutions=[own],
        photos=[make_photo(caption="Rapat.", credit="Cipta/Humpro")], visit=visit, event_date=date(2025, 3, 3),
        event_end_date=date(2025, 3, 4), place="Mekarsari",
    )  # fmt: skip
    make_correction(article)
    records = {"NewsArticle": article, "ProfilePage": official, "GovernmentOrganization": own, "Event": visit}
    paths = {kind: record.get_absolute_url() for kind, record in records.items()}
    return paths | {"BreadcrumbList": article.get_absolute_url(), "WebSite": "/"}


def make_bare():
    """The same with nothing that can be left out."""
    make_council()
    records = {
        "NewsArticle": make_article(),
        "ProfilePage": make_official(),
        "GovernmentOrganization": make_institution(),
        "Event": make_visit(starts_on=date(2025, 3, 3), starts_at=time(9, 0), building="Gedung"),
    }
    paths = {kind: record.get_absolute_url() for kind, record in records.items()}
    return paths | {"BreadcrumbList": "/berita/", "WebSite": "/"}


def test_keys_of_each_kind_are_those_in_the_docs(client):
    paths = make_full()

    found = {kind: keys(graph(client, path)[kind]) for kind, path in paths.items()}

    assert found == {kind: documented(kind)[0] for kind in paths}


def test_keys_that_are_always_there_are_there_for_bare_records(client):
    paths = make_bare()

    found = {kind: keys(graph(client, path)[kind]) for kind, path in paths.items()}

    # A bare article is by the desk, whose address is known.
    assert found.pop("NewsArticle") == documented("NewsArticle")[1] | {"author.url"}
    assert found == {kind: documented(kind)[1] for kind in found}


def test_article_is_told_as_it_is(client):
    path = make_full()["NewsArticle"]

    article = graph(client, path)["NewsArticle"]

    desk = {"@type": "GovernmentOrganization", "name": "DPRD Kota Mekarsari", "url": f"{SITE}/tentang/"}
    page = client.get(path).content.decode()
    card = re.search(r'og:image" content="([^"]+)"', page)[1]
    assert article["image"][-1] == card
    assert article["author"] == [{"@type": "Person", "name": "Cipta"}, desk]
    assert article["datePublished"] == "2025-03-04T09:30:00+07:00"
    assert article["temporalCoverage"] == "2025-03-03/2025-03-04"
    assert article["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "Angka yang benar ialah dua belas.",
            "datePublished": LONG_AGO.isoformat(),
        }
    ]
    assert [(one["@type"], one["name"]) for one in article["mentions"]] == [
        ("Person", "Budi Contoh"),
        ("GovernmentOrganization", "DPRD Kota Mekarsari"),
    ]


def test_person_has_dated_roles(client):
    path = make_full()["ProfilePage"]

    person = graph(client, path)["ProfilePage"]["mainEntity"]

    body = {
        "@type": "GovernmentOrganization",
        "name": "DPRD Kota Mekarsari",
        "url": f"{SITE}/lembaga/dprd-kota-mekarsari/",
    }
    assert person["jobTitle"] == ["Anggota DPRD Kota Mekarsari"]
    assert person["memberOf"] == [
        {"@type": "OrganizationRole", "memberOf": body, "roleName": "Anggota", "startDate": "2024-08-05"},
        {
            "@type": "OrganizationRole",
            "memberOf": body,
            "roleName": "Ketua",
            "startDate": "2019",
            "endDate": "2020-05",
        },
    ]


def test_breadcrumbs_lead_from_the_front_page_to_the_page(client):
    path = make_full()["NewsArticle"]

    steps = graph(client, path)["BreadcrumbList"]["itemListElement"]

    assert [(step["position"], step["name"], step["item"]) for step in steps] == [
        (1, "Beranda", f"{SITE}/"),
        (2, "Berita", f"{SITE}/berita/"),
        (3, "Berita 2025", f"{SITE}/berita/2025/"),
        (4, "Berita Maret 2025", f"{SITE}/berita/2025/03/"),
        (5, "Berita penuh", f"{SITE}{path}"),
    ]
    assert {client.get(step["item"].removeprefix(SITE)).status_code for step in steps} == {200}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"starts_on": date(2025, 3, 3), "building": "Gedung"}, "EventScheduled"),
        (
            {"starts_on": date(2025, 3, 3), "place": "Bandung", "status": Visit.Status.CANCELLED},
            "EventCancelled",
        ),
        (
            {"starts_on": date(2025, 3, 3), "place": "Bandung", "status": Visit.Status.POSTPONED},
            "EventPostponed",
        ),
        ({"starts_on": date(2025, 3, 3), "place": "Bandung", "status": Visit.Status.REFUSED}, None),
        ({"starts_on": date(2025, 3, 3), "place": "Bandung", "status": Visit.Status.REQUESTED}, None),
        ({"starts_on": date(2025, 3, 3)}, None),
        ({"starts_on": date(2025, 3, 3), "room": "Aula"}, None),
        ({"building": "Gedung"}, None),
    ],
)
def test_visit_is_an_event_only_with_a_day_and_a_place(client, fields, expected):
    visit = make_visit(**fields)

    nodes = graph(client, visit.get_absolute_url())

    status = nodes["Event"]["eventStatus"].rsplit("/", 1)[1] if "Event" in nodes else None
    assert (set(nodes) - {"Event"}, status) == ({"BreadcrumbList"}, expected)


@pytest.mark.parametrize(
    ("fields", "last"),
    [
        ({}, "2025-03-03"),
        ({"starts_at": time(9, 0)}, None),
        ({"starts_at": time(9, 0), "ends_at": time(11, 0)}, "2025-03-03T11:00:00+07:00"),
        ({"ends_on": date(2025, 3, 4)}, "2025-03-04"),
        ({"ends_on": date(2025, 3, 4), "starts_at": time(9, 0)}, "2025-03-04"),
    ],
)
def test_event_ends_as_far_as_that_is_known(client, fields, last):
    visit = make_visit(starts_on=date(2025, 3, 3), building="Gedung", **fields)

    assert graph(client, visit.get_absolute_url())["Event"].get("endDate") == last


def test_own_council_has_the_icon_for_a_logo_and_others_their_emblem_or_none(client):
    own, other = make_council().institution, make_institution("Dinas Angin")

    logos = [
        graph(client, body.get_absolute_url())["GovernmentOrganization"].get("logo") for body in (own, other)
    ]

    assert logos == [f"{SITE}/ikon-512.png", None]


def test_official_is_told_by_the_biography_or_else_by_the_posts(client):
    body = make_institution("Dinas Angin")
    silent, told = make_official("Kinasih"), make_official("Larasati", biography="Guru.")
    for official in (silent, told):
        make_position(official, make_post(f"Kepala {official}"), body)

    people = [
        graph(client, one.get_absolute_url())["ProfilePage"]["mainEntity"]["description"]
        for one in (silent, told)
    ]

    assert people == ["Kepala Kinasih Dinas Angin", "Guru."]


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("", ["DPRD Kota Mekarsari"]),
        ("Cipta/red", ["Cipta", "DPRD Kota Mekarsari"]),
        ("Indra Contoh", ["Indra Contoh"]),
        ("Rina & Budi", ["Rina", "Budi"]),
        ("Humas DPRD", ["DPRD Kota Mekarsari"]),
        ("dw", ["DPRD Kota Mekarsari"]),
        ("Tim Redaksi", ["DPRD Kota Mekarsari"]),
        ("/", ["DPRD Kota Mekarsari"]),
    ],
)
def test_byline_names_people_or_the_desk(byline, names):
    make_council()

    assert [author["name"] for author in authors(byline)] == names


@pytest.mark.parametrize(
    "fields",
    [{"published_at": None}, {"published_at": LONG_AGO, "withdrawn_at": LONG_AGO, "withdrawal_reason": "x"}],
)
def test_hidden_people_and_bodies_are_told_nowhere(client, fields):
    council = make_council()
    parent = make_institution("Rahasia Induk", **fields)
    body = make_institution("Badan Tampak", parent=parent)
    hidden_official, hidden_body = (
        make_official("Rahasia Orang", **fields),
        make_institution("Rahasia Badan", **fields),
    )
    official = make_official("Tampak Orang")
    make_position(official, institution=body)
    make_position(official, institution=hidden_body, starts_on=date(2025, 6, 1))
    visit = make_visit(
        hosts=[hidden_body, council.institution], guests=[hidden_body, body], receivers=[hidden_official],
        starts_on=date(2025, 3, 3), building="Gedung",
    )  # fmt: skip
    hidden_visit = make_visit("Rahasia kunjungan", **fields)
    article = make_article(
        officials=[hidden_official, official], institutions=[hidden_body, body], visit=hidden_visit
    )

    told = {
        record: json.dumps(graph(client, record.get_absolute_url()))
        for record in (article, official, body, visit)
    }

    assert {str(record): words for record, words in told.items() if "ahasia" in words} == {}
    assert ["Tampak" in words for words in told.values()] == [True] * 4


def test_acting_post_is_named_with_its_kind(client):
    official = make_official()
    make_position(official, make_post("Ketua"), make_institution("Dinas Contoh"), acting=Position.Acting.PLT)

    person = graph(client, official.get_absolute_url())["ProfilePage"]["mainEntity"]

    assert (person["jobTitle"], person["memberOf"][0]["roleName"]) == (
        ["Plt. Ketua Dinas Contoh"],
        "Plt. Ketua",
    )


def test_every_page_has_one_graph(client):
    world = make_world()
    without = ("/teks/", "/lapor/", "/versi/", "/cari/")
    shown = [path for path in world.addresses() if not is_machine_form(path)]
    pages = [path for path in shown if not any(one in path for one in without)]

    counts = {path: len(SCRIPT.findall(client.get(path).content.decode())) for path in [*pages, "/tentang/"]}

    assert counts == dict.fromkeys(counts, 1)


def test_words_cannot_end_the_script(client):
    bad = '</script><script src="//x.id/a.js"></script><!-- <script> \u2028 & "'
    article = make_article(f"Judul {bad}", byline=bad, place=bad)

    page = client.get(article.get_absolute_url()).content.decode()

    (script,) = SCRIPT.findall(page)
    assert json.loads(script)["@graph"][0]["headline"] == f"Judul {bad}"
    assert [char for char in "<>&\u2028" if char in script] == []


def test_json_script_is_readable_json_in_few_bytes():
    words = json_script({"nama": "Ké <b>", "n": [1, None]}, "application/ld+json")

    assert str(words) == (
        '<script type="application/ld+json">{"nama":"Ké \\u003cb\\u003e","n":[1,null]}</script>'
    )


def test_graph_of_a_full_article_stays_small(client):
    make_council()
    article = make_article(
        topics=[make_topic() for _ in range(30)],
        officials=[make_official() for _ in range(40)],
        institutions=[make_institution() for _ in range(40)],
        photos=[make_photo() for _ in range(12)],
    )

    (script,) = SCRIPT.findall(client.get(article.get_absolute_url()).content.decode())
    node = json.loads(script)["@graph"][0]

    assert (len(node["image"]), len(node["mentions"])) == (4, 40)
    assert len(script) < 12_000
