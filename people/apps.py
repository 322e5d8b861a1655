from django.apps import AppConfig

from dprd_news.lib import caching

# Only the newsroom sees these, and search writes its own: saving them changes no page.
NOT_CONTENT = {"ProposedChange", "StagedPortrait", "WorkingCopy", "SearchDocument", "SearchPending"}


class PeopleConfig(AppConfig):
    name = "people"
    verbose_name = "Orang dan lembaga"

    def ready(self) -> None:
        # Holds a model, so it cannot be imported before the apps are there.
        from dprd_news.lib.history import State
        from people import search

        shown = (model for model in self.get_models() if not issubclass(model, State))
        caching.watch(*(model for model in shown if model.__name__ not in NOT_CONTENT))
        search.register()
