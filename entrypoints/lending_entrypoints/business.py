"""Opening for business: the first accounting day of a new platform."""

from datetime import date, datetime

from lending.application.call import CHINA, Actor, Call, Role
from lending.kernel.ids import RequestId
from lending.operations.commands import StartBusiness
from lending_adapters.end_of_day import open_day
from lending_entrypoints.containers import App

__all__ = ["start_business"]

STARTER = Actor("starter", Role.SYSTEM)


def start_business(app: App, now: datetime, on: date | None = None) -> date:
    """Open the first accounting day, today in China where no other is named; answers the day that is open then."""
    store = app.storage().store()
    day = open_day(store)
    if day is not None:
        return day
    first = on or now.astimezone(CHINA).date()
    request_id = RequestId.derive(now, "start-business", first.isoformat())
    app.bus().execute(StartBusiness(first), Call(request_id=request_id, actor=STARTER, received_at=now))
    return open_day(store) or first
