from django.apps import AppConfig

from dprd_news.lib import caching

# Only the newsroom sees these: saving them changes no page.
NEWSROOM_ONLY = {
    "PastedRelease",
    "StagedPhoto",
    "Proposal",
    "ArticleEvent",
    "AcceptedWarning",
    "ReleaseSource",
    "PreviewLink",
    "PreviewAnswer",
    "ErrorReport",
}


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "Berita"

    def ready(self) -> None:
        # Holds a model, so it cannot be imported before the apps are there.
        from articles import search
        from dprd_news.lib.history import State

        shown = (model for model in self.get_models() if not issubclass(model, State))
        caching.watch(*(model for model in shown if model.__name__ not in NEWSROOM_ONLY))
        search.register()
