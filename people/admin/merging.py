"""Merging on an admin page: pick the other, see both side by side, confirm."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from django import forms
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.text import capfirst

from dprd_news.lib.newsroom import NOTHING, Picker, picker_label, thumbnail
from dprd_news.lib.pictures import PictureField
from people import merging
from people.admin.keeping import KeptAdmin
from people.admin.sent import spoken

CHANGED = "Salah satunya berubah sejak halaman ini dibuka. Periksa sekali lagi, lalu gabungkan."


@dataclass(frozen=True)
class Column:
    """One field of both; `is_filled` when the merged record's value goes over because the kept one has none."""

    label: str
    kept: str
    merged: str
    is_filled: bool


class MergingAdmin(KeptAdmin):
    """A record of which somebody may have made a second one."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.merge_view)
        route = path("<path:object_id>/gabungkan/", view, name=f"{self.url_stem}_merge")
        return [route, *super().get_urls()]

    def may_merge(self, request: HttpRequest, record: Any) -> bool:
        return self.may_publish(request) and self.has_change_permission(request, record)

    def merge_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """`lain` is the record that would be merged into this one; without it, it is asked for."""
        kept = self.get_object(request, unquote(object_id))
        if kept is None:
            raise Http404
        if not self.may_merge(request, kept):
            raise PermissionDenied
        form = self._picking_form(request)
        # Without a choice there is nothing to complain of yet.
        if "lain" not in request.GET or not form.is_valid():
            return self._merge_page(request, kept, form)
        merged = form.cleaned_data["lain"]
        if request.method == "POST":
            try:
                return self._merged(request, kept, merged)
            except ValidationError as error:
                return self._merge_page(request, kept, form, merged, error.messages)
        try:
            merging.refuse(kept, merged)
        except ValidationError as error:
            return self._merge_page(request, kept, form, refusals=error.messages)
        return self._merge_page(request, kept, form, merged)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        record = context.get("original")
        if record is not None and self.may_merge(request, record):
            address = reverse(f"admin:{self.url_stem}_merge", args=[record.pk])
            context.setdefault("record_pages", []).append(("Gabungkan dengan…", address))
        return super().render_change_form(request, context, *args, **kwargs)

    def _merged(self, request: HttpRequest, kept: Any, merged: Any) -> HttpResponse:
        if request.POST.get("versions") != _versions(kept, merged):
            raise ValidationError(CHANGED)
        name = str(merged)
        kept = merging.merge(kept, merged)
        self.log_change(request, kept, merging.reason_of(kept, merged))
        self.message_user(request, f"“{name}” sudah digabung ke “{kept}”. Alamat lamanya mengarah ke sini.")
        return HttpResponseRedirect(reverse(f"admin:{self.url_stem}_change", args=[kept.pk]))

    def _picking_form(self, request: HttpRequest) -> forms.Form:
        # Any key to the kind will do: the picker asks it only what it leads to.
        keys = (link.key for link in merging.links_to(self.model) if link.is_told)
        field = forms.ModelChoiceField(
            self.model._default_manager.all(),
            label=f"{capfirst(self.opts.verbose_name)} yang satunya",
            widget=Picker(next(keys), self.admin_site),
        )
        field.label_from_instance = partial(picker_label, self.admin_site)  # type: ignore[method-assign]
        form = forms.Form(request.GET if "lain" in request.GET else None)
        form.fields["lain"] = field
        return form

    def _merge_page(
        self,
        request: HttpRequest,
        kept: Any,
        form: forms.Form,
        merged: Any = None,
        refusals: list[str] | None = None,
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": "Gabungkan",
            "opts": self.opts,
            "original": kept,
            "form": form,
            "merged": merged,
            "refusals": refusals or [],
            "media": self.media + form.media,
        }
        if merged is not None:
            context["columns"] = self._columns(kept, merged)
            context["moving"] = merging.moving(kept, merged)
            context["versions"] = _versions(kept, merged)
            context["old_address"] = merged.get_absolute_url() if merged.keeps_old_addresses() else ""
            swapped = reverse(f"admin:{self.url_stem}_merge", args=[merged.pk])
            context["swapped"] = f"{swapped}?lain={kept.pk}"
        return TemplateResponse(request, "admin/merge.html", context)

    def _columns(self, kept: Any, merged: Any) -> list[Column]:
        """What either of both says, field by field."""
        filled = merging.filled_columns(kept, merged)
        found = []
        for field in self.opts.concrete_fields:
            if field.editable and not field.primary_key and field.name != "published_at":
                one, other = _said(kept, field), _said(merged, field)
                if one != NOTHING or other != NOTHING:
                    found.append(Column(str(capfirst(field.verbose_name)), one, other, field in filled))
        return found


def _versions(kept: Any, merged: Any) -> str:
    return f"{kept.version}-{merged.version}"


def _said(record: Any, field: Any) -> str:
    if isinstance(field, PictureField):
        return thumbnail(record, field.name)
    if field.flatchoices:
        return record._get_FIELD_display(field) or NOTHING
    return spoken(getattr(record, field.name)) or NOTHING
