from typing import Any

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from dprd_news.lib.exports import page_column
from dprd_news.lib.newsroom import counted
from people.admin.merging import MergingAdmin
from people.models import Tagging, Topic


@admin.register(Topic)
class TopicAdmin(MergingAdmin):
    publish_permission = "articles.publish_article"
    picker_name = "name"

    list_display = ("name", "synonyms_shown", "uses", "has_description")
    search_fields = ("name", "synonyms")

    public_columns = ("name", "description", page_column())

    fieldsets = (
        (None, {"fields": ("name", "description", "synonyms")}),
        ("Alamat halaman", {"fields": ("slug",), "classes": ("collapse",)}),
    )

    def is_guarded(self, record: Any) -> bool:
        """A topic in use may stand on a public page."""
        return record.taggings.exists()

    def public_rows(self, queryset: QuerySet) -> QuerySet:
        """Topics of something public, of whatever kind."""
        taggings = Q(pk__in=[])
        for kind in ContentType.objects.filter(pk__in=Tagging.objects.values("content_type")):
            model: Any = kind.model_class()
            if model is not None:
                public = model._default_manager.published().values("pk")
                taggings |= Q(taggings__content_type=kind, taggings__object_id__in=public)
        return queryset.filter(taggings).distinct()

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(use_count=counted(Tagging, "tag"))

    @admin.display(description="kata lain")
    def synonyms_shown(self, topic: Topic) -> str:
        return ", ".join(topic.synonym_list())

    @admin.display(description="dipakai", ordering="use_count")
    def uses(self, topic: Any) -> int:
        return topic.use_count

    @admin.display(description="uraian", boolean=True)
    def has_description(self, topic: Topic) -> bool:
        return bool(topic.description)
