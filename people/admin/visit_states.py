"""How a visit's status looks wherever the newsroom lists visits: a word, with a colour beside it."""

from django.utils import timezone

from dprd_news.lib.newsroom import badge
from people.models import Visit

_KINDS = {
    Visit.Status.DONE: "good",
    Visit.Status.RECEIVED_BY_SECRETARIAT: "good",
    Visit.Status.CANCELLED: "bad",
    Visit.Status.REFUSED: "bad",
}


def status_badge(visit: Visit) -> str:
    is_late = visit.starts_on is not None and visit.starts_on < timezone.localdate()
    if visit.status == Visit.Status.PLANNED and is_late:
        return badge("Direncanakan, sudah lewat", "bad")
    return badge(visit.get_status_display(), _KINDS.get(Visit.Status(visit.status), "waiting"))
