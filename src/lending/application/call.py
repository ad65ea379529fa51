"""`Call`: who asks, under which request id, and when."""

import enum
from datetime import date, datetime, timedelta, timezone

import attrs

from lending.kernel.ids import RequestId
from lending.kernel.invalid import InvalidValue

__all__ = ["CHINA", "Actor", "Call", "Role"]

CHINA = timezone(timedelta(hours=8), "Asia/Shanghai")
"""Business runs on China's time, which has no summer time."""


class Role(enum.Enum):
    """What an actor is to the platform; `grants.py` says what each may do."""

    CUSTOMER = "CUSTOMER"
    ADVISOR = "ADVISOR"
    DEALER = "DEALER"
    REVIEWER = "REVIEWER"
    PRODUCT_MANAGER = "PRODUCT_MANAGER"
    OPERATIONS = "OPERATIONS"
    ACCOUNTANT = "ACCOUNTANT"
    CHANNEL = "CHANNEL"
    ANALYST = "ANALYST"
    SYSTEM = "SYSTEM"


@attrs.frozen
class Actor:
    """Who acts: an id, one role, and the scope (a dealer's id, a customer's id) the role is held within."""

    id: str
    role: Role
    scope: str | None = None


def _aware(_instance: object, _attribute: object, instant: datetime) -> None:
    if instant.tzinfo is None:
        raise InvalidValue("received_at", instant, "an instant with its time zone")


def _calendar_date(call: "Call") -> date:
    return call.received_at.astimezone(CHINA).date()


@attrs.frozen(kw_only=True)
class Call:
    """The circumstances of one request.

    `business_date` is the accounting day, stamped by the bus when it runs the request: the event
    takes the day at entry and keeps it. `value_date` is the day the business counts from, when it differs.
    """

    request_id: RequestId
    actor: Actor
    received_at: datetime = attrs.field(validator=_aware)
    business_date: date = attrs.field(default=attrs.Factory(_calendar_date, takes_self=True))
    value_date: date | None = None
    correlation: RequestId | None = None

    @property
    def valued_on(self) -> date:
        """The day interest counts from or to for this request."""
        return self.value_date or self.business_date
