"""The newsroom's forms and lists for what is published."""

from articles.admin.article import ArticleAdmin
from articles.admin.correction import CorrectionAdmin
from articles.admin.photo import PhotoAdmin

__all__ = ["ArticleAdmin", "CorrectionAdmin", "PhotoAdmin"]
