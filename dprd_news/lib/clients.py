"""Who asks: the address of a caller, and how often one may do what costs something."""

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The address that a caller is counted by: the one our own outermost proxy saw.

    Each trusted proxy adds the address it was called from at the end; what stands further left, a caller may
    have made up. A shorter chain did not come through all of them.
    """
    chain = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    if 0 < settings.TRUSTED_PROXIES <= len(chain) and chain[-settings.TRUSTED_PROXIES]:
        return chain[-settings.TRUSTED_PROXIES]
    return request.META.get("REMOTE_ADDR", "")


def is_within(request: HttpRequest, what: str, most: int, seconds: int) -> bool:
    """Count one more `what` by this caller: whether it is among the first `most` of these seconds.

    The seconds run from the first one. Counted in the cache, so by each process for itself where that is
    memory; an emptied cache begins anew.
    """
    key = f"times:{what}:{client_address(request)}"
    if cache.add(key, 1, timeout=seconds):
        return most >= 1
    try:
        return cache.incr(key) <= most
    except ValueError:  # it ran out between the two
        return True
