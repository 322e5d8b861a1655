"""RSS 2.0 and Atom as feed readers like them: full text, a photo, ids that survive every move.

Sources: the RSS 2.0 specification with the content and media modules, RFC 4287, and RFC 6721 for what is gone.
"""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any, cast

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, rfc3339_date
from django.utils.html import escape
from django.utils.xmlutils import SimplerXMLGenerator

from dprd_news.lib.caching import changed_at, public_data

ENTRIES = 30
# XML 1.0 has no place for these, not even escaped.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def xml_text(text: str) -> str:
    return _NOT_XML.sub("", text)


def absolute(path: str) -> str:
    return f"{settings.SITE_URL}{path}"


class DatedByContent:
    """An empty feed bears the time of the last change, not of the request: the same content, the same answer."""

    def latest_post_date(self) -> datetime:
        dates = [item["updateddate"] or item["pubdate"] for item in self.items]  # type: ignore[attr-defined]
        dates += [when for _, when in self.feed["gone"]]  # type: ignore[attr-defined]
        return max(dates, default=changed_at())


class FullRss(DatedByContent, Rss201rev2Feed):
    content_type = "application/rss+xml; charset=utf-8"

    def rss_attributes(self) -> dict[str, str]:
        return {
            **super().rss_attributes(),
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:media": "http://search.yahoo.com/mrss/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        }

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["content"])
        if photo := item["photo"]:
            facts = {"url": photo["url"], "type": "image/jpeg", "medium": "image"}
            size = {"width": str(photo["width"]), "height": str(photo["height"])}
            handler.startElement("media:content", cast(Any, facts | size))
            handler.addQuickElement("media:description", photo["alt"], {"type": "plain"})
            if photo["credit"]:
                handler.addQuickElement("media:credit", photo["credit"])
            handler.endElement("media:content")


class FullAtom(DatedByContent, Atom1Feed):
    content_type = "application/atom+xml; charset=utf-8"

    def root_attributes(self) -> dict[str, str]:
        return {**super().root_attributes(), "xmlns:at": "http://purl.org/atompub/tombstones/1.0"}

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        for entry, when in self.feed["gone"]:
            facts = {"ref": f"urn:uuid:{entry}", "when": rfc3339_date(when)}
            handler.addQuickElement("at:deleted-entry", None, facts)

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["content"], {"type": "html"})


class SiteFeed(Feed):
    """A feed whose items come as dicts made by `entry`, in either format; links carry SITE_URL."""

    def __init__(self, entry: Callable[[Any], dict[str, Any]], is_atom: bool) -> None:
        self.entry = entry
        self.is_atom = is_atom
        self.feed_type = FullAtom if is_atom else FullRss

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return kwargs["feed"] | {"request": request}

    def feed_extra_kwargs(self, feed: dict[str, Any]) -> dict[str, Any]:
        """What was withdrawn, for programs that keep entries. RSS has no word for it."""
        return {"gone": feed["gone"][:ENTRIES] if self.is_atom else []}

    def title(self, feed: dict[str, Any]) -> str:
        return xml_text(feed["title"])

    def description(self, feed: dict[str, Any]) -> str:
        return xml_text(feed["description"])

    subtitle = description
    language = "id"

    def link(self, feed: dict[str, Any]) -> str:
        return absolute(feed["path"])

    def feed_url(self, feed: dict[str, Any]) -> str:
        return absolute(feed["request"].get_full_path())

    # A filtered list is another feed than the whole one on the same page.
    feed_guid = feed_url

    def author_name(self, feed: dict[str, Any]) -> str:
        return xml_text(feed["publisher"])

    def ttl(self) -> str:
        return "5"

    def items(self, feed: dict[str, Any]) -> list[dict[str, Any]]:
        return [self.entry(row) for row in feed["rows"][:ENTRIES]]

    def item_title(self, item: dict[str, Any]) -> str:
        return xml_text(item["title"])

    def item_description(self, item: dict[str, Any]) -> str:
        """Escaped, since both formats read it as HTML."""
        return escape(xml_text(item["summary"]))

    def item_link(self, item: dict[str, Any]) -> str:
        return absolute(item["path"])

    def item_guid(self, item: dict[str, Any]) -> str:
        return f"urn:uuid:{item['id']}"

    item_guid_is_permalink = False

    def item_pubdate(self, item: dict[str, Any]) -> Any:
        return item["published_at"]

    def item_updateddate(self, item: dict[str, Any]) -> Any:
        return item["updated_at"]

    def item_categories(self, item: dict[str, Any]) -> list[str]:
        return [xml_text(name) for name in item["categories"]]

    def item_author_name(self, item: dict[str, Any]) -> str | None:
        return xml_text(item["author"]) or None

    def item_enclosure_url(self, item: dict[str, Any]) -> str | None:
        return item["photo"] and item["photo"]["url"]

    def item_enclosure_length(self, item: dict[str, Any]) -> int:
        return item["photo"]["bytes"]

    item_enclosure_mime_type = "image/jpeg"

    def item_extra_kwargs(self, item: dict[str, Any]) -> dict[str, Any]:
        photo = item["photo"]
        if photo:
            photo = photo | {"alt": xml_text(photo["alt"]), "credit": xml_text(photo["credit"])}
        return {"content": xml_text(item["content"]), "photo": photo}


def serve_feed(
    request: HttpRequest, form: str, entry: Callable[[Any], dict[str, Any]], *, gone: Any = (), **feed: Any
) -> HttpResponse:
    """Answer with the feed of `rows` (a queryset or list, newest first) as form "rss" or "atom".

    `feed` holds title, description, publisher, path (the page it is the machine form of) and rows. `gone` are
    (id of an entry, when it was withdrawn), the last one first: the whole site's, so that no filter tells what
    a hidden text says.
    """
    feed["gone"] = gone
    site_feed = SiteFeed(entry, is_atom=form == "atom")
    return public_data(lambda request: site_feed(request, feed=feed))(request)
