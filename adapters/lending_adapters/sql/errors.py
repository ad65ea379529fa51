"""What a database can answer besides data."""

__all__ = ["BadStoreUrl", "SchemaOutOfDate", "StoreUnavailable"]


class StoreUnavailable(Exception):
    """The database does not answer.

    After a commit this says nothing about whether it was made: who asks again under the same request
    id gets the receipt if it was.
    """


class SchemaOutOfDate(Exception):
    """The database is of another version than this program."""


class BadStoreUrl(ValueError):
    """Text that names no store."""
