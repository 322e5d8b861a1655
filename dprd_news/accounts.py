"""Who may log in, and from where: the demo's accounts only on the machine itself."""

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import AnonymousUser, User

DEMO_USERNAMES = ("penulis", "redaktur", "administrator")
# The mark of a demo account. A real newsroom may well have its own user named "redaktur".
DEMO_EMAIL_ENDING = "@peragaan.invalid"


def is_demo_account(user: User | AnonymousUser) -> bool:
    return getattr(user, "email", "").lower().endswith(DEMO_EMAIL_ENDING)


def demo_usernames() -> list[str]:
    """The demo's accounts that are present and active, in the order a newcomer meets them."""
    present = set(
        User.objects.filter(email__iendswith=DEMO_EMAIL_ENDING, is_active=True).values_list(
            "username", flat=True
        )
    )
    return [name for name in DEMO_USERNAMES if name in present]


class NewsroomBackend(ModelBackend):
    """Django's accounts, except that a demo account is as good as inactive once SITE_URL leaves loopback.

    The check also runs when a session is read, so a log-in from before ends with the restart.
    """

    def user_can_authenticate(self, user: User | AnonymousUser | None) -> bool:
        if user is None or not super().user_can_authenticate(user):
            return False
        return settings.IS_ON_LOOPBACK or not is_demo_account(user)
