import pytest
from django.contrib.auth import authenticate, get_user
from django.contrib.auth.models import User

from dprd_news.accounts import demo_usernames

pytestmark = pytest.mark.django_db


def make_user(username, email, **fields):
    return User.objects.create_user(username, email, "rahasia-panjang", **fields)


def log_in(rf, username):
    return authenticate(rf.post("/admin/login/"), username=username, password="rahasia-panjang")


def test_demo_account_logs_in_only_on_loopback(rf, settings):
    demo = make_user("redaktur", "redaktur@peragaan.invalid")
    real = make_user("sari", "sari@dprd.example")

    settings.IS_ON_LOOPBACK = True
    at_home = [log_in(rf, "redaktur"), log_in(rf, "sari")]
    settings.IS_ON_LOOPBACK = False
    outside = [log_in(rf, "redaktur"), log_in(rf, "sari")]

    assert at_home == [demo, real]
    assert outside == [None, real]


def test_demo_session_ends_when_the_site_leaves_loopback(client, rf, settings):
    demo = make_user("administrator", "administrator@peragaan.invalid")
    client.force_login(demo, backend="dprd_news.accounts.NewsroomBackend")
    request = rf.get("/admin/")
    request.session = client.session

    settings.IS_ON_LOOPBACK = True
    at_home = get_user(request)
    settings.IS_ON_LOOPBACK = False
    outside = get_user(request)

    assert (at_home, outside.is_anonymous) == (demo, True)


def test_name_of_a_demo_account_alone_is_no_mark(rf, settings):
    settings.IS_ON_LOOPBACK = False
    real = make_user("redaktur", "humas@dprd.example")

    assert log_in(rf, "redaktur") == real


def test_demo_usernames_are_those_present_and_active():
    make_user("administrator", "administrator@peragaan.invalid")
    make_user("penulis", "penulis@peragaan.invalid")
    make_user("redaktur", "redaktur@peragaan.invalid", is_active=False)
    make_user("sari", "sari@dprd.example")

    assert demo_usernames() == ["penulis", "administrator"]


def test_wrong_tries_through_one_proxy_lock_out_only_their_own_address(client, settings):
    settings.TRUSTED_PROXIES = 1
    settings.AXES_LOCKOUT_TEMPLATE = None
    make_user("sari", "sari@dprd.example", is_staff=True)

    def log_in_from(address, password):
        tried = {"username": "sari", "password": password}
        return client.post("/admin/login/", tried, headers={"X-Forwarded-For": address}).status_code

    wrong = [log_in_from("203.0.113.9", "salah") for _ in range(5)]
    right = [log_in_from("203.0.113.9", "rahasia-panjang"), log_in_from("203.0.113.7", "rahasia-panjang")]

    assert (wrong[-1], right) == (429, [429, 302])
