from datetime import datetime
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Exists, F, OuterRef, Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, reverse
from django.utils.html import format_html
from django.utils.text import Truncator
from django_prose_editor.fields import ProseEditorFormField
from django_prose_editor.widgets import AdminProseEditorWidget

from articles import sharing
from articles.admin import panel, pasting, preview, review, takedown, verbs
from articles.admin.article_filters import (
    InstitutionFilter,
    NeedsFilter,
    RecentFilter,
    StateFilter,
    TopicFilter,
)
from articles.admin.correction import CorrectionInline
from articles.admin.significance import ArticleSignificanceAdmin
from articles.checks import mark_blocked
from articles.filing import fill_from_source
from articles.long_texts import Says
from articles.models import Article, ArticleInstitution, ArticleOfficial, ArticlePhoto
from articles.models.article import text_hash
from articles.models.preview import has_living_link
from articles.returning import returning
from dprd_news.lib.exports import Column, page_column
from dprd_news.lib.html import plain_text, safe, typed
from dprd_news.lib.indonesian import date_range
from dprd_news.lib.newsroom import NewsroomTabularInline, badge, counted, thumbnail
from dprd_news.lib.verbs import Panel, State, VerbsAdmin
from people.admin.bulk import ADD_TOPICS, TAKE_TOPICS, BulkAdmin
from people.admin.keeping import KeptAdmin
from people.admin.kept_form import KeptForm
from people.models import Position

# What the editor offers is what dprd_news.lib.html lets through. Each list and table part is named:
# the editor does not start when one is missing.
EXTENSIONS: dict[str, Any] = {
    "Bold": True,
    "Italic": True,
    "Heading": {"levels": [2, 3]},
    "BulletList": True,
    "OrderedList": {"enableListAttributes": False},
    "ListItem": True,
    "Blockquote": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto", "tel"]},
    "HardBreak": True,
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
}
UNTITLED_LENGTH = 80


class ArticleForm(KeptForm):
    body = ProseEditorFormField(
        label="Isi", required=False, widget=AdminProseEditorWidget, extensions=EXTENSIONS, sanitize=typed
    )

    @staticmethod
    def removed_words(record: Article | None, texts: list[str]) -> list[str]:
        return returning(record, texts)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None and "title" in self.fields:
            self.fields["title"].required = False
        for name, rows in (("lead", 3), ("source_text", 14)):
            if name in self.fields:
                self.fields[name].widget.attrs["rows"] = rows

    def clean_source_text(self) -> str:
        text = self.cleaned_data["source_text"]
        known = text_hash(text)
        twin = (
            Article.objects.filter(source_hash=known).exclude(pk=self.instance.pk).first() if known else None
        )
        if twin is not None:
            address = reverse("admin:articles_article_change", args=[twin.pk])
            link = format_html('Naskah ini sudah ada sebagai <a href="{}">{}</a>.', address, twin)
            raise ValidationError(link)
        return text

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not data.get("title") and not data.get("source_text") and "source_text" not in self.errors:
            self.add_error("title", "Tulis judul, atau tempel naskah asli agar judulnya diusulkan.")
        return data


class ArticlePhotoInline(NewsroomTabularInline):
    model = ArticlePhoto
    autocomplete_fields = ("photo",)
    fields = ("shown", "photo", "order", "alt", "caption")
    readonly_fields = ("shown",)
    verbose_name = "foto"
    verbose_name_plural = "foto"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("photo")

    @admin.display(description="tampak")
    def shown(self, placed: ArticlePhoto) -> str:
        return thumbnail(placed.photo) if placed.photo_id else ""


class ArticleOfficialInline(NewsroomTabularInline):
    model = ArticleOfficial
    autocomplete_fields = ("official",)
    fields = ("official", "part", "post_printed")
    verbose_name = "pejabat"
    verbose_name_plural = "pejabat"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        queryset = super().get_queryset(request).select_related("official")
        return queryset.prefetch_related(Prefetch("official__positions", Position.objects.with_labels()))


class ArticleInstitutionInline(NewsroomTabularInline):
    model = ArticleInstitution
    autocomplete_fields = ("institution",)
    fields = ("institution",)
    verbose_name = "lembaga"
    verbose_name_plural = "lembaga"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        queryset = super().get_queryset(request)
        return queryset.select_related("institution__parent", "institution__region")


@admin.register(Article)
class ArticleAdmin(ArticleSignificanceAdmin, BulkAdmin, VerbsAdmin):
    publish_permission = "articles.publish_article"
    verbs = verbs.VERBS
    bulk_verbs = (ADD_TOPICS, TAKE_TOPICS)
    accepting_verb = "terima"
    form = ArticleForm
    change_form_template = "admin/article_change_form.html"
    change_list_template = "admin/article_change_list.html"
    when_read_only = {**KeptAdmin.when_read_only, "body": "body_shown"}

    list_display = ("title", "state_badge", "day", "photo_shown", "officials_shown", "updated_at")
    list_filter = (StateFilter, NeedsFilter, RecentFilter, "activity", InstitutionFilter, TopicFilter)
    search_fields = ("title", f"body__{Says.lookup_name}", "byline")
    list_select_related = ("published_by",)
    date_hierarchy = "happened_on"
    ordering = (F("published_at").desc(nulls_first=True), "-pk")

    public_columns = (
        "title",
        "lead",
        "published_at",
        "event_date",
        "event_end_date",
        "place",
        "activity",
        Column("Topik", lambda article: ", ".join(topic.name for topic in article.topics.all())),
        page_column(),
    )
    internal_columns = (Column("Keadaan", panel.word_of),)
    unexported = ("body", "source_text")
    exported_relations = ("topics",)

    unseen_inlines = (CorrectionInline, takedown.TakedownInline)
    inlines = (ArticlePhotoInline, ArticleOfficialInline, ArticleInstitutionInline, *unseen_inlines)
    autocomplete_fields = ("visit",)
    fieldsets = (
        ("Naskah", {"fields": ("title", "lead", "body", "byline")}),
        ("Kegiatan", {"fields": ("activity", ("event_date", "event_end_date"), "place")}),
        ("Tautan", {"fields": ("visit", "topics")}),
        ("Naskah asli", {"fields": ("source_text",), "classes": ("collapse",)}),
        ("Alamat halaman", {"fields": ("slug",), "classes": ("collapse",)}),
    )
    paste_fieldset = (
        "Naskah asli",
        {
            "fields": ("source_text",),
            "description": "Tempel naskah seperti diterima lalu simpan: judul, isi, kode penulis, tanggal dan "
            "tempat yang masih kosong diisi dari naskah. Tanpa naskah, langsung tulis di bawah.",
        },
    )

    def get_urls(self) -> list[URLPattern]:
        own = (pasting, preview, review, takedown)
        return [*(address for module in own for address in module.urls(self)), *super().get_urls()]

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Under the name that the button to it has."""
        return super().add_view(request, form_url, {"title": "Tulis berita", **(extra_context or {})})

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> Any:
        if obj is not None:
            return super().get_fieldsets(request, obj)
        return (self.paste_fieldset, *(part for part in self.fieldsets if part[0] != "Naskah asli"))

    def get_inlines(self, request: HttpRequest, obj: Article | None) -> Any:
        has_rows = {
            CorrectionInline: obj is not None and obj.was_public,
            takedown.TakedownInline: obj is not None and obj.removed_at is not None,
        }
        return [inline for inline in self.inlines if has_rows.get(inline, True)]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        placed = ArticlePhoto.objects.filter(article=OuterRef("pk"))
        without_alt = placed.filter(alt="", photo__alt="", photo__is_decorative=False)
        return (
            super()
            .get_queryset(request)
            .annotate(
                has_photo=Exists(placed),
                lacks_alt=Exists(without_alt),
                official_count=counted(ArticleOfficial, "article"),
                has_living_link=has_living_link(),
            )
        )

    def is_guarded(self, record: Any) -> bool:
        """What was approved or scheduled stays as it is, like what is public."""
        fixed = {Article.Status.PUBLISHED, Article.Status.WITHDRAWN}
        return record.status in fixed or record.is_approved

    def void_since(self, record: Article) -> datetime | None:
        return record.removed_at

    def state_of(self, record: Article) -> State:
        return panel.state_of(record)

    @admin.display(description="keadaan")
    def state_badge(self, record: Article) -> str:
        """What waits for a reviewer leads to the page made for that."""
        shown = super().state_badge(record)
        if record.status != Article.Status.IN_REVIEW:
            return shown
        address = reverse("admin:articles_article_review", args=[record.pk])
        return format_html('<a href="{}">{}</a>', address, shown)

    def panel(self, record: Article) -> Panel:
        return panel.panel_of(record)

    def back_url(self, request: HttpRequest, record: Article) -> str:
        if request.GET.get("asal") == review.ORIGIN:
            return reverse("admin:articles_article_review", args=[record.pk])
        return super().back_url(request, record)

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """Whether something blocks a scheduled article is looked up for the whole page at once."""
        changes = super().get_changelist_instance(request)
        mark_blocked(changes.result_list)
        return changes

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        article = context.get("original")
        # A refused form holds what was typed, which is not what readers see.
        if article is not None and article.is_public and request.method != "POST":
            # The form has brought these rows already.
            rows = {
                type(one.opts): list(one.formset.get_queryset()) for one in context["inline_admin_formsets"]
            }
            placed, corrections = rows[ArticlePhotoInline], rows[CorrectionInline]
            context["sharing"] = sharing.messages(
                article, next(iter(placed), None), next(iter(corrections), None)
            )
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        if not change and obj.source_text.strip() and not plain_text(obj.body).strip():
            for note in fill_from_source(obj):
                self.message_user(request, note, messages.INFO)
            start = Truncator(" ".join(obj.source_text.split())).chars(UNTITLED_LENGTH)
            obj.title = (obj.title or start)[: Article._meta.get_field("title").max_length]
            self.message_user(
                request, "Naskah dibaca. Periksa isinya, lalu tautkan foto, pejabat dan kunjungan."
            )
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        verbs.after_saving(self, request, form, formsets)

    def response_add(self, request: HttpRequest, obj: Article, *args: Any, **kwargs: Any) -> HttpResponse:
        """A pasted release is looked over next, so its form opens again."""
        if obj.source_text and "_addanother" not in request.POST and "_popup" not in request.POST:
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[obj.pk]))
        return super().response_add(request, obj, *args, **kwargs)

    @admin.display(description="isi")
    def body_shown(self, article: Article) -> str:
        return format_html('<div class="article-text">{}</div>', safe(article.body))

    @admin.display(description="tanggal kegiatan", ordering="event_date")
    def day(self, article: Article) -> str:
        if article.event_date is None:
            return badge("tanggal belum ada", "bad")
        return date_range(article.event_date, article.event_end_date)

    @admin.display(description="foto")
    def photo_shown(self, article: Any) -> str:
        if not article.has_photo:
            return badge("belum ada", "empty")
        return badge("tanpa teks alternatif", "bad") if article.lacks_alt else badge("ada", "good")

    @admin.display(description="pejabat", ordering="official_count")
    def officials_shown(self, article: Any) -> str:
        return str(article.official_count) if article.official_count else badge("belum ada", "empty")
