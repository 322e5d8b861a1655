"""A visit's form leads to a copy of it, planned anew."""

from typing import Any

from django import forms
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from dprd_news.lib.newsroom import NewsroomAdmin
from people.planning import plan_again


class AgainForm(forms.Form):
    starts_on = forms.DateField(
        label="Tanggal mulai",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Kosong bila belum diketahui.",
    )


class PlanningAdmin(NewsroomAdmin):
    """Who may add a visit may copy one they can read: the one copied stays as it is."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.again_view)
        return [path("<path:object_id>/gandakan/", view, name="people_visit_again"), *super().get_urls()]

    def may_plan_again(self, request: HttpRequest, visit: Any) -> bool:
        return self.has_add_permission(request) and self.has_view_or_change_permission(request, visit)

    def again_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        visit = self.get_object(request, unquote(object_id))
        if visit is None:
            raise Http404
        if not self.may_plan_again(request, visit):
            raise PermissionDenied
        form = AgainForm(request.POST if request.method == "POST" else None)
        if form.is_bound and form.is_valid():
            try:
                again = plan_again(visit, form.cleaned_data["starts_on"])
            except ValidationError as error:
                form.add_error(None, ValidationError(error.messages))
            else:
                self.log_addition(request, again, [{"added": {}}])
                self.message_user(request, f"“{again}” digandakan sebagai kunjungan yang direncanakan.")
                return HttpResponseRedirect(reverse("admin:people_visit_change", args=[again.pk]))
        context = {
            **self.admin_site.each_context(request),
            "title": "Gandakan kunjungan",
            "opts": self.opts,
            "original": visit,
            "form": form,
        }
        return TemplateResponse(request, "admin/visit_again.html", context)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        visit = context.get("original")
        if visit is not None and self.may_plan_again(request, visit):
            address = reverse("admin:people_visit_again", args=[visit.pk])
            context.setdefault("record_pages", []).append(("Gandakan…", address))
        return super().render_change_form(request, context, *args, **kwargs)
