"""A synthetic archive for benchmarks: the same seed and size make the same content."""

from dprd_news.populate.archive import AlreadyPopulated, populate

__all__ = ["AlreadyPopulated", "populate"]
