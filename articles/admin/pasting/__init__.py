"""Tempel rilis: from pasted text to a draft on one screen, which works without a script."""

from articles.admin.pasting.addresses import urls

__all__ = ["urls"]
