"""How loans are kept: one loan per contract."""

from lending.application.kinds import Key, Kind
from lending.kernel.ids import shard_of
from lending.loans.loan import Loan
from lending.loans.status import ACTIVE

__all__ = ["LOANS"]


def _active_customer(loan: Loan) -> str | None:
    return loan.customer_id if loan.status in ACTIVE else None


def _active_shard(loan: Loan) -> str | None:
    """Its shard while time may change it, so that each end of day finds it."""
    return str(shard_of(loan.id.value)) if loan.is_open else None


def _following_shard(loan: Loan) -> str | None:
    return _active_shard(loan) if loan.terms.follows_publications else None


LOANS = Kind(
    "loan",
    Loan,
    identity=lambda loan: loan.id.value,
    keys=(
        Key("contract_id", lambda loan: loan.contract_id, unique=True),
        Key("customer_id", lambda loan: loan.customer_id),
        Key("active_customer", _active_customer),
        Key("active_shard", _active_shard),
        Key("following_shard", _following_shard),
    ),
)
