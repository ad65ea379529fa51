"""`DayRelease`: that a day's postings are released to finance (对账成功再入账, R66).

Vouchers are written as business happens; what waits for reconciliation is their release. Whoever closes a period asks
for the release of every day in it.
"""

from datetime import date

import attrs

__all__ = ["DayRelease"]


@attrs.frozen
class DayRelease:
    """A day whose books were reconciled with the fund system, or differ only by what is parked."""

    day: date
