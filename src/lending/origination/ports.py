"""How applications are kept: one unfinished application per customer."""

from lending.application.kinds import Key, Kind
from lending.origination.application import UNFINISHED, CreditApplication

__all__ = ["APPLICATIONS"]


def _unfinished_customer(application: CreditApplication) -> str | None:
    return application.customer_id if application.status in UNFINISHED else None


APPLICATIONS = Kind(
    "application",
    CreditApplication,
    identity=lambda application: application.id.value,
    keys=(
        Key("customer_id", lambda application: application.customer_id),
        Key("unfinished_customer", _unfinished_customer, unique=True),
        Key("status", lambda application: application.status.value),
    ),
)
