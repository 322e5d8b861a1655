import io
import json
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image

from dprd_news.lib import emblems
from dprd_news.site_files import short_name
from people.models import Region
from tests.factories import JAKARTA, jpeg, make_article, make_council, make_region

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1"
OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


def picture(client, path):
    answer = client.get(path)
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png"), path
    return Image.open(io.BytesIO(answer.content))


def test_manifest_names_icons_that_are_there_in_their_size(client):
    make_council(tagline="Dewan kota", colour="#7a1f1f")

    answer = client.get("/manifest.webmanifest")

    manifest = json.loads(answer.content)
    icons = manifest.pop("icons")
    assert answer["Content-Type"] == "application/manifest+json"
    assert manifest == {
        "id": "/",
        "name": "DPRD Kota Mekarsari",
        "short_name": "DPRD Mekarsari",
        "description": "Dewan kota",
        "lang": "id-ID",
        "dir": "ltr",
        "start_url": "/",
        "scope": "/",
        "display": "minimal-ui",
        "background_color": "#ffffff",
        "theme_color": "#7a1f1f",
        "categories": ["news", "government"],
    }
    assert [(icon["sizes"], icon["purpose"]) for icon in icons] == [
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    ]
    assert ["{}x{}".format(*picture(client, icon["src"]).size) for icon in icons] == [
        icon["sizes"] for icon in icons
    ]


@pytest.mark.parametrize("path", ["/ikon-180.png", "/ikon-maskable-512.png"])
def test_whole_icons_fill_their_square_with_the_colour(client, path):
    make_council(colour="#7a1f1f")

    icon = picture(client, path)

    corners = {icon.getpixel((x, y)) for x in (0, icon.width - 1) for y in (0, icon.height - 1)}
    assert (icon.mode, corners) == ("RGB", {(0x7A, 0x1F, 0x1F)})


def test_icon_shows_the_council_s_own_emblem(client):
    council = make_council()
    council.emblem.save("lambang.jpg", ContentFile(jpeg(300, 300, (10, 200, 30))))

    icon = picture(client, "/ikon-192.png").convert("RGB")

    red, green, blue = icon.getpixel((96, 96))
    assert (red < 40, green > 170, blue < 60) == (True, True, True)
    page = client.get("/").content.decode()
    assert ('href="/ikon-144.png"' in page, "favicon.svg" in page) == (True, False)


def test_icon_on_every_page_is_drawn_though_the_emblem_s_size_is_gone(client):
    council = make_council()
    council.emblem.save("lambang.jpg", ContentFile(jpeg(300, 300, (10, 200, 30))))
    default_storage.delete(council.emblem.shown_name(council.emblem_width_px, "webp"))

    assert picture(client, "/ikon-144.png").size == (144, 144)


def test_icon_is_drawn_once_for_many_readers(client, monkeypatch):
    make_council(colour="#123456")
    first = client.get("/ikon-144.png").content
    monkeypatch.setattr(emblems, "draw_emblem", None)

    assert client.get("/ikon-144.png").content == first


def test_no_other_icon_is_drawn(client):
    make_council()

    assert {client.get(f"/ikon-{name}.png").status_code for name in ("9999", "193", "maskable-192", "x")} == {
        404
    }


def test_opensearch_leads_to_the_search(client):
    make_council()

    answer = client.get("/opensearch.xml")

    root = ElementTree.fromstring(answer.content)
    urls = {url.get("type"): url.get("template") for url in root.iter(f"{OPENSEARCH}Url")}
    assert answer["Content-Type"] == "application/opensearchdescription+xml"
    assert (root.tag, root.findtext(f"{OPENSEARCH}ShortName")) == (
        f"{OPENSEARCH}OpenSearchDescription",
        "DPRD Mekarsari",
    )
    assert urls == {
        "text/html": f"{SITE}/cari/?q={{searchTerms}}",
        "application/opensearchdescription+xml": f"{SITE}/opensearch.xml",
    }


@pytest.mark.parametrize(
    ("name", "region", "short"),
    [
        ("DPRD Kota Ambon", "Ambon", "DPRD Kota Ambon"),
        ("DPRD Kota Mekarsari", "Mekarsari", "DPRD Mekarsari"),
        ("DPRD Kabupaten Kepulauan Contoh", "Kepulauan Contoh", "Kepulauan Contoh"),
        ("Dewan Perwakilan Rakyat", "Pangkajene dan Kepulauan", "Dewan Perwakilan"),
    ],
)
def test_short_name_is_one_that_fits(name, region, short):
    make_council(name, region=make_region("97.71", Region.Level.CITY, f"Kota {region}", proper_name=region))

    assert short_name() == short


@pytest.mark.parametrize(
    ("email", "contact"), [("humas@contoh.id", "mailto:humas@contoh.id"), ("", f"{SITE}/tentang/")]
)
def test_security_txt_has_what_rfc_9116_asks_for(client, email, contact):
    make_council(email=email)

    with time_machine.travel(datetime(2026, 6, 1, 12, tzinfo=JAKARTA), tick=False):
        answer = client.get("/.well-known/security.txt")

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode().splitlines() == [
        f"Contact: {contact}",
        "Expires: 2026-11-28T00:00:00+07:00",
        "Preferred-Languages: id, en",
        f"Canonical: {SITE}/.well-known/security.txt",
    ]


def test_security_txt_is_never_out_of_date(client):
    for days in (0, 400, 4000):
        now = timezone.now() + timedelta(days=days)
        with time_machine.travel(now, tick=False):
            lines = dict(
                line.split(": ", 1)
                for line in client.get("/.well-known/security.txt").content.decode().splitlines()
            )
        ahead = datetime.fromisoformat(lines["Expires"]).astimezone(UTC) - now
        assert timedelta(days=170) < ahead < timedelta(days=366)


def test_files_stand_on_a_site_not_set_up_yet(client):
    make_article()
    paths = [
        "/manifest.webmanifest",
        "/opensearch.xml",
        "/.well-known/security.txt",
        "/ikon-192.png",
        "/sitemap.xml",
    ]

    assert {path: client.get(path).status_code for path in [*paths, "/"]} == dict.fromkeys([*paths, "/"], 200)
