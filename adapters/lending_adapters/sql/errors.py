"""What a database can answer besides data."""

from lending.application.store import StoreUnavailable

__all__ = ["BadStoreUrl", "CannotOpen", "SchemaOutOfDate"]


class SchemaOutOfDate(Exception):
    """The database is of another version than this program."""


class BadStoreUrl(ValueError):
    """Text that names no store."""


class CannotOpen(StoreUnavailable):
    """What a URL names is no database that can be opened: it was never there, or this program may not use it."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"{url} cannot be opened: {reason}: expected a database that this program may read and write")
