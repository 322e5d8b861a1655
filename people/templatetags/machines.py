"""What a page's head says once for people and again for machines."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from dprd_news.lib.html import json_script
from dprd_news.lib.linked_data import MIME

register = template.Library()


@register.simple_block_tag
def captured(content: str) -> str:
    """What stands within, under a name: a block can be written in one place only. Use with `as`."""
    return content


@register.filter
def json_ld(data: dict[str, Any]) -> SafeString:
    """A graph as the script element that search engines read."""
    return json_script(data, MIME)
