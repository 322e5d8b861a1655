"""Every address that a public page leads to answers: pages, files, pictures, and places within a page."""

from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from tests.factories import make_article
from tests.world import make_world

pytestmark = pytest.mark.django_db


class Page(HTMLParser):
    """The addresses a page names, and the places in it that a fragment may point to."""

    def __init__(self, text):
        super().__init__()
        self.addresses, self.places = set(), {"", "top"}
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        self.places.add(named.get("id"))
        self.addresses |= {named[key] for key in ("href", "src", "action") if named.get(key)}
        self.addresses |= {one.split()[0] for one in (named.get("srcset") or "").split(",") if one.strip()}


def asked(client, path):
    """The status, and the page where it is one. A static file is what the finders know."""
    if path.startswith(settings.STATIC_URL):
        return (200 if finders.find(path.removeprefix(settings.STATIC_URL)) else 404), None
    response = client.get(path)
    is_page = response.headers["Content-Type"].startswith("text/html")
    return response.status_code, Page(response.content.decode()) if is_page else None


def led_to(path, page):
    """Each address of this site on the page: path with query, and fragment."""
    for address in page.addresses:
        whole, fragment = urldefrag(urljoin(f"{settings.SITE_URL}{path}", address))
        if whole.startswith(f"{settings.SITE_URL}/"):
            parts = urlsplit(whole)
            yield parts.path + (f"?{parts.query}" if parts.query else ""), fragment


def test_every_link_from_the_front_page_on_is_alive(client):
    world = make_world()
    withdrawn = make_article("Berita ditarik", state="withdrawn", topics=[world.topic])
    statuses, pages, pointed, waiting = {}, {}, set(), ["/"]

    while waiting:
        path = waiting.pop()
        if path in statuses:
            continue
        statuses[path], page = asked(client, path)
        if page:
            pages[path] = page
            pointed |= {(path, *one) for one in led_to(path, page)}
            # One filter at a time: lists offer filters upon filters, which lead to no other kind of page.
            waiting += [one for one, _ in led_to(path, page) if "?" not in path or "?" not in one]

    plain = {one for one in world.addresses() if one.endswith("/")}
    lost = {one for one in pointed if one[1] in pages and one[2] not in pages[one[1]].places}
    assert {path: status for path, status in statuses.items() if status != 200} == {
        withdrawn.get_absolute_url(): 410
    }
    assert plain - statuses.keys() == set()
    assert lost == set()
