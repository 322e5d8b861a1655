"""What every form and list of the newsroom shares: pickers, guarded records, thumbnails, nonces.

A picker is an autocomplete whose rows say more than a name, so that namesakes can be told apart. What it
says is decided by the admin of the record picked: `picker_label`. Without a script the page is asked for words
(`?cari=`): its pickers are then plain lists of what was found, and each table of links has an empty row.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import widgets
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import IntegrityError, models
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from js_asset import Media
from taggit.managers import TaggableManager

from dprd_news.lib.exports import ExportingAdmin
from dprd_news.lib.keyed_lists import KeyedList, KeyedPaginator
from dprd_news.lib.pictures import PictureField, Shown

NOTHING = "–"
SEARCH = "cari"
MOST_FOUND = 30
# Of a text whose column sets no limit: forty pages of print, and a page that still opens at once.
MOST_CHARACTERS = 200_000
# Of one kind on one form. What a forged count asks for beyond is not even drawn.
MOST_ROWS = 200


class _OfKeys(widgets.AutocompleteMixin, forms.Select):
    """Shows a refused form again even when what was sent is no key at all."""

    # What the page was asked to find, for a browser without scripts.
    found: Sequence[models.Model] = ()

    def optgroups(self, name: str, value: Sequence[str], attrs: dict[str, Any] | None = None) -> Any:
        key = self.field.remote_field.model._meta.pk
        groups = super().optgroups(name, [text for text in value if _is_value_of(key, text)], attrs)
        self.offer_found(name, value, groups[0][1])
        return groups

    def offer_found(self, name: str, value: Sequence[str], options: list[Any]) -> None:
        if self.found and not options and not self.allow_multiple_selected:
            # Else a browser takes the first one for chosen.
            options.append(self.create_option(name, "", NOTHING, False, 0))
        for record in self.found:
            if str(record.pk) not in value:
                label = picker_label(self.admin_site, record)
                options.append(self.create_option(name, record.pk, label, False, len(options)))


class ManyPicker(_OfKeys, widgets.AutocompleteSelectMultiple):
    pass


class Picker(_OfKeys, widgets.AutocompleteSelect):
    """Shows a record that its row or its formset brought, so that many rows cost no query each."""

    # By key as text.
    known: Mapping[str, models.Model] = {}

    def optgroups(self, name: str, value: Sequence[str], attrs: dict[str, Any] | None = None) -> Any:
        record = self.known.get(value[0]) if len(value) == 1 else None
        if record is None:
            return super().optgroups(name, value, attrs)
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        label = picker_label(self.admin_site, record)
        options.append(self.create_option(name, record.pk, label, True, len(options)))
        self.offer_found(name, value, options)
        return [(None, options, 0)]


class RecordField(forms.ModelChoiceField):
    """Takes a record that its picker knows already."""

    def to_python(self, value: Any) -> Any:
        known = getattr(_inner(self.widget), "known", {})
        return known.get(str(self.prepare_value(value))) or super().to_python(value)


class RecordsField(forms.ModelMultipleChoiceField):
    """Refuses what is no key at all before the database is asked."""

    def clean(self, value: Any) -> Any:
        key = self.queryset.model._meta.pk  # type: ignore[union-attr]
        for text in value or ():
            if not _is_value_of(key, text):
                raise ValidationError(self.error_messages["invalid_pk_value"], params={"pk": text})
        return super().clean(value)


class PickingForm(forms.ModelForm):
    """A form whose pickers know their chosen records, and whose every text has a limit."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, forms.CharField) and field.max_length is None:
                field.validators.append(MaxLengthValidator(MOST_CHARACTERS))
            widget = _inner(field.widget)
            if isinstance(widget, widgets.AutocompleteMixin):
                field.label_from_instance = partial(picker_label, widget.admin_site)  # type: ignore[attr-defined]
            if isinstance(widget, Picker) and (chosen := getattr(self.instance, name, None)):
                widget.known = {str(chosen.pk): chosen}


@dataclass(frozen=True)
class _ShownFile:
    """A picture as the file input links it: the link's text is the picture."""

    url: str
    image: SafeString

    def __str__(self) -> str:
        return self.image


class PictureWidget(widgets.AdminFileWidget):
    """A file input beneath the picture it would replace."""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        picture = shown(value.instance, value.field.name) if self.is_initial(value) else None
        if picture is not None:
            context["widget"]["value"] = _ShownFile(picture.url, _image(picture, "Gambar yang tersimpan"))
        return context


class _Picking(admin.options.BaseModelAdmin):
    """Fields of admins and inlines alike."""

    form: type[forms.ModelForm] = PickingForm
    formfield_overrides = {
        PictureField: {"widget": PictureWidget},
        models.URLField: {"assume_scheme": "https"},
    }

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if "widget" not in kwargs and db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = self._finding(Picker(db_field, self.admin_site), request)
            kwargs["form_class"] = RecordField
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if "widget" not in kwargs and db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = self._finding(ManyPicker(db_field, self.admin_site), request)
            kwargs["form_class"] = RecordsField
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if isinstance(db_field, TaggableManager):
            return self._topics_field(db_field, request)
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and isinstance(field.widget, widgets.RelatedFieldWidgetWrapper):
            field.widget.can_delete_related = False
            field.widget.can_view_related = not field.widget.can_change_related
        return field

    def _finding(self, picker: _OfKeys, request: HttpRequest) -> _OfKeys:
        """The picker, offering what the page was asked to find and this account may see."""
        words = request.GET.get(SEARCH, "").strip()[:100]
        records = self.admin_site.get_model_admin(picker.field.remote_field.model)
        if words and records.has_view_permission(request):
            found, _ = records.get_search_results(request, records.get_queryset(request), words)
            picker.found = records.picker_queryset(found)[:MOST_FOUND]  # type: ignore[attr-defined]
        return picker

    def _topics_field(self, db_field: Any, request: HttpRequest) -> forms.Field:
        """Topics are picked from those on file; a new one is made on purpose, in its own window."""
        topic = db_field.remote_field.model
        topics = self.admin_site.get_model_admin(topic)
        return RecordsField(
            queryset=topic._default_manager.all(),
            required=False,
            label=capfirst(db_field.verbose_name),
            help_text="Ketik untuk mencari topik yang ada. Topik baru ditambahkan lewat tanda +.",
            widget=widgets.RelatedFieldWidgetWrapper(
                self._finding(ManyPicker(db_field, self.admin_site), request),
                db_field.remote_field,
                self.admin_site,
                can_add_related=topics.has_add_permission(request),
            ),
        )


class NewsroomAdmin(_Picking, ExportingAdmin):
    """The base of every admin here. Public records stay as they are for whoever may not publish."""

    publish_permission = ""
    # The field by which a picker puts first what bears the very words that were typed.
    picker_name = ""
    # Fields that a form which may only be read shows in another way.
    when_read_only: dict[Any, str] = {"topics": "topics_shown"}
    list_per_page = 50
    paginator = KeyedPaginator
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    empty_value_display = NOTHING

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[KeyedList]:
        return KeyedList

    def picker_label(self, record: Any) -> str:
        """What a picker's row says; reads only what `picker_queryset` brought."""
        return str(record)

    def picker_queryset(self, queryset: models.QuerySet) -> models.QuerySet:
        return queryset

    def list_pages(self, request: HttpRequest) -> list[tuple[str, str]]:
        """Label and address of what else is done with many records, to stand above the list."""
        return []

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        pages = self.list_pages(request)
        return super().changelist_view(request, {"list_pages": pages, **(extra_context or {})})

    def may_publish(self, request: HttpRequest) -> bool:
        return not self.publish_permission or request.user.has_perm(self.publish_permission)

    def may_export_internally(self, request: HttpRequest) -> bool:
        """Where nothing is published, those who publish articles."""
        return request.user.has_perm(self.publish_permission or "articles.publish_article")

    def is_guarded(self, record: Any) -> bool:
        """Whether only those who may publish may change it."""
        return getattr(record, "was_public", False)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is not None and not self.may_publish(request) and self.is_guarded(obj):
            return False
        return super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is not None and (
            getattr(obj, "was_public", False) or not self.has_change_permission(request, obj)
        ):
            return False
        return super().has_delete_permission(request, obj)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        return [
            (
                name,
                {**options, "fields": [self.when_read_only.get(field, field) for field in options["fields"]]},
            )
            for name, options in fieldsets
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return (*super().get_readonly_fields(request, obj), *self.when_read_only.values())

    @admin.display(description="topik")
    def topics_shown(self, record: Any) -> str:
        return ", ".join(topic.name for topic in record.topics.all()) or NOTHING

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        if obj is None or not getattr(obj, "is_public", False):
            return None
        return obj.get_absolute_url()

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().changeform_view(request, *args, **kwargs)
        except IntegrityError:
            # Somebody was first by a moment, after the form had been checked: checked again, it says so.
            return super().changeform_view(request, *args, **kwargs)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        record = context.get("original")
        if record is not None and not self.may_publish(request) and self.is_guarded(record):
            context["is_guarded"] = True
        context["searches"] = bool(self.autocomplete_fields or self.inlines)
        form = context["adminform"].form
        if context.get("errors") and set(request.FILES) - set(form.errors):
            # A browser never shows a chosen file again; one that was refused has its own message.
            self.message_user(
                request, "Berkas yang tadi dipilih belum tersimpan. Pilih sekali lagi.", messages.WARNING
            )
        response = super().render_change_form(request, context, *args, **kwargs)
        # Django 5.2 puts no nonce on the import map that the text editor brings.
        nonce = str(request.csp_nonce)  # type: ignore[attr-defined]
        shown_with: dict[str, Any] = response.context_data  # type: ignore[attr-defined]
        shown_with["media"] = Media.from_media(shown_with["media"]).with_nonce(nonce)
        return response


class _Rows(_Picking):
    max_num: Any = MOST_ROWS

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        """An empty row comes by a script; without one, with what was searched for it."""
        return 1 if SEARCH in request.GET else 0

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        return super().get_formset(request, obj, **{"absolute_max": MOST_ROWS, **kwargs})  # type: ignore[misc]


class PickedRows(forms.BaseInlineFormSet):
    """Rows whose pickers look their records up together: one query for each picker, however many rows."""

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        super().add_fields(form, index)
        if self.is_bound and index is not None:
            for name, field in form.fields.items():
                if isinstance(widget := _inner(field.widget), Picker):
                    widget.known = self._known(name, field, widget)

    def _known(self, name: str, field: Any, picker: Picker) -> Mapping[str, models.Model]:
        """What the stored rows point to and what was sent for them, by key as text."""
        found: dict[str, dict[str, models.Model]] = self.__dict__.setdefault("_picked", {})
        if name not in found:
            stored = [getattr(row, name, None) for row in self.get_queryset()]
            known = {str(record.pk): record for record in stored if record is not None}
            sent = {
                self.data.get(f"{self.add_prefix(row)}-{name}", "") for row in range(self.total_form_count())
            }
            key = field.queryset.model._meta.pk
            lacking = [text for text in sent - known.keys() if text and _is_value_of(key, text)]
            if lacking:
                records = picker.admin_site.get_model_admin(field.queryset.model)
                for record in records.picker_queryset(field.queryset.filter(pk__in=lacking)):  # type: ignore[attr-defined]
                    known[str(record.pk)] = record
            found[name] = known
        return found[name]


class NamedCells(PickedRows):
    """Rows whose fields bear the name that the eye finds above their column."""

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        super().add_fields(form, index)
        for name, field in form.fields.items():
            if not field.widget.is_hidden:
                field.widget.attrs.setdefault("aria-label", field.label or name)


class NewsroomTabularInline(_Rows, admin.TabularInline):
    form = PickingForm
    formset = NamedCells


class NewsroomStackedInline(_Rows, admin.StackedInline):
    form = PickingForm
    formset = PickedRows


def _inner(widget: Any) -> Any:
    """The picker within the links that the admin puts around it."""
    return getattr(widget, "widget", widget)


def _is_value_of(field: models.Field, text: str) -> bool:
    try:
        field.run_validators(field.to_python(text))
    except ValidationError:
        return False
    return True


def picker_label(site: admin.AdminSite, record: models.Model) -> str:
    """What the record is called wherever it is picked."""
    return site.get_model_admin(type(record)).picker_label(record)  # type: ignore[attr-defined]


def shown(record: Any, field: str = "file") -> Shown | None:
    """The JPEG of that picture which is always there; None when the record has no picture."""
    file = getattr(record, field)
    prefix = "" if field == "file" else f"{field}_"
    width_px, height_px = getattr(record, f"{prefix}width_px"), getattr(record, f"{prefix}height_px")
    return file.shown(width_px, height_px) if file and width_px else None


def thumbnail(record: Any, field: str = "file") -> SafeString | str:
    picture = shown(record, field)
    if picture is None:
        return NOTHING
    return _image(picture)


def _image(picture: Shown, alt: str = "") -> SafeString:
    return format_html(
        '<img class="thumbnail" src="{}" width="{}" height="{}" alt="{}" loading="lazy">',
        picture.url,
        picture.width_px,
        picture.height_px,
        alt,
    )


def badge(text: str, kind: str = "") -> SafeString:
    """A word on a coloured ground; kind is good, waiting, bad or empty."""
    return format_html('<span class="badge {}">{}</span>', kind, text)


def counted(model: type[models.Model], owner: str) -> Coalesce:
    """How many rows of the model belong to the outer row, by their foreign key `owner`; 0 for none."""
    rows = model._default_manager.filter(**{owner: models.OuterRef("pk")}).order_by().values(owner)
    return Coalesce(models.Subquery(rows.annotate(count=models.Count("pk")).values("count")), 0)
