"""The demo: a council with its roster, invented people, visits and releases, and an account for each group."""

from datetime import UTC, datetime

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import transaction

from dprd_news.accounts import DEMO_EMAIL_ENDING, DEMO_USERNAMES, is_demo_account
from dprd_news.demo import drawings
from dprd_news.demo.removal import Removed, remove
from dprd_news.demo.stories import MissingPiece, as_upload, load_stories, read
from dprd_news.lib import caching
from dprd_news.models import DemoRecord
from people.imports import Counts, load_institutions, load_officials, load_posts, load_regions, read_regions
from people.models import Council, Institution, Region

__all__ = ["MissingPiece", "Removed", "load", "remove"]

# The roster is public from the start of the term it describes.
BEGINNING = datetime(2024, 8, 5, 3, tzinfo=UTC)
EMBLEM_PX = (480, 480)


def load() -> Counts:
    """Load all of it, or nothing where it was loaded before: then only accounts without a password get theirs.

    Raises MissingPiece when editors' records stand in the way of it; then nothing is loaded.
    """
    marks = DemoRecord.objects.count()
    if marks:
        _open_accounts()
        return Counts(skipped=marks)
    try:
        return _load_everything()
    except (ObjectDoesNotExist, ValidationError) as error:
        raise MissingPiece(" ".join(getattr(error, "messages", [str(error)]))) from error


@transaction.atomic
def _load_everything() -> Counts:
    done = _load_roster() + load_stories(BEGINNING) + _load_accounts()
    DemoRecord.objects.bulk_create(
        DemoRecord(content_type=ContentType.objects.get_for_model(record), object_id=str(record.pk))
        for record in done.made
    )
    return done


def _load_roster() -> Counts:
    """The council, its parts and people as public sources report them; public from the start."""
    done = load_regions(read_regions()) + load_posts(read("bandung/posts.json"))
    done += load_institutions(read("bandung/institutions.json"), published_at=BEGINNING)
    done += _load_council(read("bandung/council.json"))
    return done + load_officials(read("bandung/officials.json"), published_at=BEGINNING)


def _load_council(row: dict[str, str]) -> Counts:
    """The site's identity, unless it has one."""
    if Council.objects.exists():
        return Counts(skipped=1)
    council = Council(
        institution=Institution.objects.get(slug=row.pop("institution")),
        region=Region.objects.get(code=row.pop("region")),
        **row,
    )
    council.emblem = as_upload(drawings.draw_emblem(EMBLEM_PX), "PNG")
    council.full_clean()
    council.save()
    # This process may remember that there was none; others first hear of it with the commit.
    caching.forget()
    return Counts.of_created(council)


def _load_accounts() -> Counts:
    """An account for each group. Without DEMO_PASSWORD nobody can log in with them."""
    users = get_user_model()
    done = Counts()
    for username in DEMO_USERNAMES:
        group = username.title()
        if users.objects.filter(username=username).exists():
            done += Counts(skipped=1)
            continue
        account = users(username=username, first_name="Contoh", last_name=group, is_staff=True)
        account.email = username + DEMO_EMAIL_ENDING
        account.set_password(settings.DEMO_PASSWORD or None)
        account.full_clean()
        account.save()
        account.groups.add(Group.objects.get(name=group))
        done += Counts.of_created(account)
    return done


def _open_accounts() -> None:
    """Give the accounts of the demo the password that was not yet set when it was loaded."""
    for account in get_user_model().objects.filter(username__in=DEMO_USERNAMES):
        if settings.DEMO_PASSWORD and is_demo_account(account) and not account.has_usable_password():
            account.set_password(settings.DEMO_PASSWORD)
            account.save()
