"""Which address leads to which view of the screen, and which of them only take what is sent."""

from collections.abc import Callable
from functools import partial

from django.contrib import admin
from django.http import HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST

from articles.admin.pasting.box import paste_page
from articles.admin.pasting.look_up import look_up
from articles.admin.pasting.screen import keep_state, screen, stage


def urls(articles: admin.ModelAdmin) -> list[URLPattern]:
    """The screen's addresses below the article list's."""

    def route(address: str, view: Callable[..., HttpResponse], name: str) -> URLPattern:
        bound: Callable[..., HttpResponse] = partial(view, articles)
        if view in {keep_state, stage}:
            bound = require_POST(bound)
        return path(address, articles.admin_site.admin_view(bound), name=f"articles_article_{name}")

    return [
        route("tempel/", paste_page, "paste"),
        route("tempel/cari/", look_up, "paste_look_up"),
        route("tempel/<int:pk>/", screen, "pasted"),
        route("tempel/<int:pk>/keadaan/", keep_state, "pasted_state"),
        route("tempel/<int:pk>/foto/", stage, "pasted_photos"),
    ]
