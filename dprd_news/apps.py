from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps


class DprdNewsConfig(AppConfig):
    name = "dprd_news"
    verbose_name = "Situs"


class NewsroomConfig(admin_apps.AdminConfig):
    """Django's admin with the newsroom as its site."""

    default = False
    default_site = "dprd_news.newsroom.NewsroomSite"
    verbose_name = "Ruang redaksi"

    def ready(self) -> None:
        super().ready()
        self._close_foreign_sections()

    def _close_foreign_sections(self) -> None:
        """Sections that other packages open and that are no editor's business."""
        from django.contrib import admin
        from django_tasks_db.models import DBTaskResult
        from taggit.models import Tag

        admin.site.unregister([Tag, DBTaskResult])
