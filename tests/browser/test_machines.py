"""What a page tells machines, in a real browser: the policy lets it stand, and nothing of it is run."""

import json

import pytest

from tests.world import make_world

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def complaints(page):
    """Whatever the console says that is no mere note."""
    found = []
    page.on("console", lambda said: found.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def test_data_in_pages_is_read_and_never_refused(live_server, page, complaints):
    world = make_world()
    records = (world.article, world.official, world.body, world.visit)
    found = {}

    for path in ("/", *(record.get_absolute_url() for record in records)):
        page.goto(live_server.url + path, wait_until="load")
        data = json.loads(page.locator('script[type="application/ld+json"]').text_content())
        found[path] = data["@graph"][0]["@type"]

    assert list(found.values()) == [
        "WebSite",
        "NewsArticle",
        "ProfilePage",
        "GovernmentOrganization",
        "BreadcrumbList",
    ]
    assert complaints == []


def test_browser_takes_manifest_and_icons(live_server, page, complaints):
    make_world()
    page.goto(live_server.url, wait_until="load")

    answer = page.context.new_cdp_session(page).send("Page.getAppManifest")

    icons = json.loads(answer["data"])["icons"]
    statuses = [page.request.get(live_server.url + icon["src"]).status for icon in icons]
    assert (answer["url"], answer["errors"]) == (f"{live_server.url}/manifest.webmanifest", [])
    assert statuses == [200, 200, 200]
    assert complaints == []


def test_card_of_an_article_is_a_picture_that_browsers_show(live_server, page):
    world = make_world()
    page.goto(live_server.url + world.article.get_absolute_url())
    address = page.locator('meta[property="og:image"]').get_attribute("content")

    page.goto(live_server.url + address.removeprefix("http://127.0.0.1"))

    picture = page.locator("img")
    assert (picture.evaluate("img => img.naturalWidth"), picture.evaluate("img => img.naturalHeight")) == (
        1200,
        630,
    )
