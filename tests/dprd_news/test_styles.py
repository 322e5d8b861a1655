import re

import pytest

from dprd_news.lib import caching
from people.models import Council
from tests.factories import make_council

pytestmark = pytest.mark.django_db


def address(client):
    return re.search(r'<link rel="stylesheet" href="([^"]+)">', client.get("/").content.decode())[1]


def test_page_waits_for_one_sheet_that_holds_the_rules_and_the_councils_colours(client):
    make_council(colour="#1b4b8f", colour_dark="#8db8f2")

    response = client.get(address(client))
    css = response.content.decode()

    assert css.endswith(":root{--brand:#1b4b8f;--brand-dark:#8db8f2}\n")
    assert ".site-nav{" in css
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert re.findall(r'url\("?([^")]*)', css) == ["/static/fonts/plus-jakarta-sans.woff2"]


def test_another_colour_is_another_address_and_the_old_one_leads_there(client):
    council = make_council(colour="#1b4b8f")
    old = address(client)

    council.colour = "#0b3d2e"
    council.save()
    caching.forget()  # the save is not committed in a test
    new = address(client)

    assert old != new
    assert client.get(old)["Location"] == new
    assert "#0b3d2e" in client.get(new).content.decode()


def test_site_without_a_council_has_its_rules(client):
    assert Council.objects.exists() is False
    assert "--brand:" not in client.get(address(client)).content.decode()


def test_sheet_is_sent_without_comments_and_indentation(client):
    css = client.get(address(client)).content.decode()

    assert re.findall(r"/\*|\n.|  |[{;,] | \{", css) == []
    assert "main:focus,main:focus-visible{outline:none}" in css
    assert "@media (prefers-color-scheme:dark){:root{--paper:" in css
    assert "font:400 1.0625rem/1.6 var(--font)" in css


def test_developers_server_needs_nothing_collected(client, settings, tmp_path):
    hashed = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": hashed}}
    settings.STATIC_ROOT = tmp_path
    settings.DEBUG = True

    assert ".site-nav{" in client.get(address(client)).content.decode()
