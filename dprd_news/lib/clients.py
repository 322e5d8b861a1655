"""Who asks: the address of a caller, and how often one may do what costs something."""

from ipaddress import IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The address that a caller is counted by: the one our own outermost proxy saw.

    Each trusted proxy adds the address it was called from at the end; what stands further left, a caller may
    have made up. A shorter chain did not come through all of them. Of an IPv6 address it is the beginning of its
    /64: each line has one whole, through which a caller may wander at will.
    """
    chain = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    if 0 < settings.TRUSTED_PROXIES <= len(chain) and chain[-settings.TRUSTED_PROXIES]:
        return _of_line(chain[-settings.TRUSTED_PROXIES])
    return _of_line(request.META.get("REMOTE_ADDR", ""))


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


def _of_line(address: str) -> str:
    try:
        found = ip_address(address)
    except ValueError:  # that of a socket file, or none at all
        return address
    if not isinstance(found, IPv6Address):
        return address
    return str(found.ipv4_mapped or IPv6Network((int(found), 64), strict=False).network_address)
