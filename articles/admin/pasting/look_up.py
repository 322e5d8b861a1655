"""Names on file for a field that asks for one."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse

from people.models import Institution, Official

FOUND_NAMES = 8


def look_up(articles: admin.ModelAdmin, request: HttpRequest) -> JsonResponse:
    """People or bodies on file by the words of `q`, as `value` for the field and `label` for the eye; `name` alone
    names one too."""
    if not articles.has_add_permission(request):
        raise PermissionDenied
    words = request.GET.get("q", "")[:100]
    rows: list[dict[str, str]] = []
    if request.GET.get("jenis") == "official":
        people = Official.objects.search(words).with_positions()[:FOUND_NAMES]
        rows = [{"value": f"{o.full_name} [{o.slug}]", "label": _post(o), "name": o.name} for o in people]
    elif request.GET.get("jenis") == "institution":
        bodies = Institution.objects.search(words)[:FOUND_NAMES]
        rows = [
            {"value": f"{b.name} [{b.slug}]", "label": b.get_kind_display(), "name": b.name} for b in bodies
        ]
    return JsonResponse({"found": rows})


def _post(official: Official) -> str:
    return next((position.label for position in official.positions.all()), "")
