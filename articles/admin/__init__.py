"""The newsroom's forms and lists for what is published."""

from articles.admin.article import ArticleAdmin
from articles.admin.correction import CorrectionAdmin
from articles.admin.photo import PhotoAdmin
from articles.admin.report import ErrorReportAdmin

__all__ = ["ArticleAdmin", "CorrectionAdmin", "ErrorReportAdmin", "PhotoAdmin"]
