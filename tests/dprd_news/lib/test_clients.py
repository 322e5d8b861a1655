import pytest
from django.core.cache import cache

from dprd_news.lib.clients import client_address, is_within


@pytest.mark.parametrize(
    ("proxies", "header", "address"),
    [
        (0, "203.0.113.9", "127.0.0.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.1, 203.0.113.9, 10.0.0.2", "203.0.113.9"),
        (2, "203.0.113.9", "127.0.0.1"),
        (1, "", "127.0.0.1"),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        (1, "2001:db8:1:2::7", "2001:db8:1:2::"),
        (1, "::ffff:203.0.113.9", "203.0.113.9"),
        (1, "fe80::1%eth0", "fe80::"),
        (1, "unknown", "unknown"),
    ],
)
def test_client_address_trusts_only_our_own_proxies(proxies, header, address, rf, settings):
    settings.TRUSTED_PROXIES = proxies

    assert client_address(rf.get("/", headers={"X-Forwarded-For": header})) == address


def test_is_within_counts_each_caller_and_each_deed_for_itself(rf):
    cache.clear()
    here, there = rf.get("/"), rf.get("/", REMOTE_ADDR="203.0.113.9")

    asked = [is_within(here, "baca", 2, 60) for _ in range(3)]

    assert asked == [True, True, False]
    assert (is_within(there, "baca", 2, 60), is_within(here, "tulis", 2, 60)) == (True, True)
