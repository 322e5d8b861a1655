"""The background worker of django-tasks, which also tells the desk that it is at work."""

import time

from django.db import OperationalError
from django.utils import timezone
from django_tasks_db.management.commands import db_worker

from dprd_news.models import LastTime
from dprd_news.site_state import SIGN_SECONDS


class Worker(db_worker.Worker):
    def run(self) -> None:
        """Looks for work again and again, and notes it after each look: a look that never ends notes nothing."""
        if self.batch or self.max_tasks is not None:
            super().run()
            return
        self.batch, noted_at = True, None
        while self.running:
            super().run()
            self.startup_delay = False
            now = timezone.now()
            if noted_at is None or (now - noted_at).total_seconds() >= SIGN_SECONDS:
                self._note()
                noted_at = now
            if self.running:
                time.sleep(self.interval)

    def _note(self) -> None:
        try:
            LastTime.note(LastTime.Name.WORKER)
        except OperationalError as error:
            # As with tasks: a locked database will open again, and the next look notes it.
            if not db_worker.is_locked_database_exception(error):
                raise


class Command(db_worker.Command):
    def handle(self, **options):
        # The command of the package makes the worker by this name.
        db_worker.Worker = Worker  # type: ignore[misc]
        super().handle(**options)
