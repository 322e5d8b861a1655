"""Tasks as tests do them."""

from django_tasks.backends.immediate import ImmediateBackend


class AtOnce(ImmediateBackend):
    """Does each task at once; one with a time of its own is left undone."""

    supports_defer = True

    def _execute_task(self, task_result):
        if task_result.task.run_after is None:
            super()._execute_task(task_result)
