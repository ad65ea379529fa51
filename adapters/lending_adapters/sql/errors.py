"""What a database can answer besides data."""

__all__ = ["BadStoreUrl", "SchemaOutOfDate"]


class SchemaOutOfDate(Exception):
    """The database is of another version than this program."""


class BadStoreUrl(ValueError):
    """Text that names no store."""
