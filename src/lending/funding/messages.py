"""What funding sends to funders."""

import attrs

from lending.application.commands import Message

__all__ = ["ApplyToFunder", "QueryFunder"]


@attrs.frozen
class ApplyToFunder(Message):
    """Put the application's try of this number before its funder."""

    application_id: str
    number: int


@attrs.frozen
class QueryFunder(Message):
    """Ask after the try of this number."""

    application_id: str
    number: int
