"""What is published, and what an editor is still working on."""

from articles.models.article import Article
from articles.models.correction import Correction
from articles.models.event import AcceptedWarning, ArticleEvent
from articles.models.links import ArticleInstitution, ArticleOfficial, ArticlePhoto
from articles.models.pasted import EndedCopy, PastedRelease, StagedPhoto
from articles.models.photo import Photo
from articles.models.preview import PreviewAnswer, PreviewLink
from articles.models.proposal import Proposal
from articles.models.quote import Quote
from articles.models.report import ErrorReport
from articles.models.source import ReleaseSource
from articles.models.takedown import Takedown
from articles.models.version import Version

__all__ = [
    "AcceptedWarning",
    "Article",
    "ArticleEvent",
    "ArticleInstitution",
    "ArticleOfficial",
    "ArticlePhoto",
    "Correction",
    "EndedCopy",
    "ErrorReport",
    "PastedRelease",
    "Photo",
    "PreviewAnswer",
    "PreviewLink",
    "Proposal",
    "Quote",
    "ReleaseSource",
    "StagedPhoto",
    "Takedown",
    "Version",
]
