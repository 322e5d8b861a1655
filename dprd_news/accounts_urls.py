"""A forgotten password is renewed by e-mail; without a mail server these addresses do not exist."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import views
from django.urls import URLPattern, path


def password_reset_urls() -> list[URLPattern]:
    if not settings.HAS_EMAIL:
        return []
    shared: dict[str, Any] = {"extra_context": {"site_title": "Ruang redaksi"}}
    # The link in the mail leads to SITE_URL, whatever host and port were asked.
    address = urlsplit(settings.SITE_URL)
    site = {"protocol": address.scheme, "domain": address.netloc}
    return [
        path(
            "lupa-sandi/",
            views.PasswordResetView.as_view(**shared, extra_email_context=site),
            name="admin_password_reset",
        ),
        path(
            "lupa-sandi/terkirim/", views.PasswordResetDoneView.as_view(**shared), name="password_reset_done"
        ),
        path(
            "lupa-sandi/<uidb64>/<token>/",
            views.PasswordResetConfirmView.as_view(**shared),
            name="password_reset_confirm",
        ),
        path(
            "lupa-sandi/selesai/",
            views.PasswordResetCompleteView.as_view(**shared),
            name="password_reset_complete",
        ),
    ]


urlpatterns = password_reset_urls()
