"""What every template knows: the site's council."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from people.cards import site_card
from people.models import Council


def council(request: HttpRequest) -> dict[str, Any]:
    """`council` is None on a site not set up yet; `site_url` has no slash at its end.

    `site_card` is what a shared link shows of a page without a card of its own.
    """
    return {"council": Council.current(), "site_url": settings.SITE_URL, "site_card": site_card}
