"""Column types that mean the same on every database."""

from sqlalchemy import Text

__all__ = ["text"]


def text() -> Text:
    """Text that is ordered by code points, as Python orders it."""
    return Text().with_variant(Text(collation="C"), "postgresql")
