from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.text import capfirst

from dprd_news.lib.exports import Column
from dprd_news.lib.newsroom import NOTHING, NewsroomAdmin, badge
from people.models import ProposedChange

COLOURS = {
    ProposedChange.Status.WAITING: "waiting",
    ProposedChange.Status.ACCEPTED: "good",
    ProposedChange.Status.REFUSED: "bad",
}
# Whoever may publish one of these decides on proposals.
DECIDING = ("articles.publish_article", "people.publish_visit", "people.publish_official")


def decides(account: Any) -> bool:
    return any(account.has_perm(permission) for permission in DECIDING)


def _kind_of(proposal: ProposedChange) -> str:
    model = proposal.content_type.model_class()
    return str(capfirst(model._meta.verbose_name)) if model else NOTHING


@admin.register(ProposedChange)
class ProposedChangeAdmin(NewsroomAdmin):
    """Everything proposed and what became of it. A row leads to the record's form, where it is decided."""

    list_display = ("record_shown", "kind", "who_shown", "proposed_at", "state", "answer")
    list_filter = ("status",)
    list_select_related = ("account", "content_type")
    internal_columns = (
        Column("Jenis data", _kind_of),
        Column("Untuk", lambda proposal: str(proposal.record or NOTHING)),
    )
    unexported = ("content_type", "object_id")
    date_hierarchy = "proposed_at"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """A writer sees what is its own."""
        proposals = super().get_queryset(request).defer("data").prefetch_related("record")
        if decides(request.user):
            return proposals
        return proposals.filter(account_id=request.user.pk)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        proposal = self.get_object(request, object_id) if object_id else None
        if proposal is None or proposal.record is None:
            return super().changeform_view(request, object_id, *args, **kwargs)
        kind = proposal.content_type
        address = reverse(f"admin:{kind.app_label}_{kind.model}_change", args=[proposal.object_id])
        return HttpResponseRedirect(f"{address}?usulan={proposal.pk}")

    @admin.display(description="untuk")
    def record_shown(self, proposal: ProposedChange) -> str:
        return str(proposal.record or NOTHING)

    @admin.display(description="pengusul", ordering="account__first_name")
    def who_shown(self, proposal: ProposedChange) -> str:
        return proposal.who

    @admin.display(description="jenis")
    def kind(self, proposal: ProposedChange) -> str:
        return _kind_of(proposal)

    @admin.display(description="keadaan", ordering="status")
    def state(self, proposal: ProposedChange) -> str:
        status = ProposedChange.Status(proposal.status)
        return badge(status.label, COLOURS.get(status, ""))
