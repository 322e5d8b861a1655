"""What an account is called wherever an editor reads of it."""

from typing import Any


def name_of(account: Any) -> str:
    """The person's name; the user name where none was given."""
    return account.get_full_name() or account.get_username()
