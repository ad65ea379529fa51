"""What a finance lease adds to a loan: whether rents are owed, and what the deposit does to its cost (F16)."""

from collections.abc import Sequence
from datetime import date

from lending.loans.apr import Flow
from lending.loans.terms import LoanTerms
from lending.products.lease import DepositAtEnd

__all__ = ["deposit_flows", "is_direct_lease"]


def is_direct_lease(terms: LoanTerms) -> bool:
    """Whether the claim is rents of a car that the lender owns (直租)."""
    return terms.lease is not None and terms.lease.is_direct


def deposit_flows(terms: LoanTerms, start: date, rents: Sequence[Flow]) -> list[Flow]:
    """What the lessee pays on `start` and gets back by the end of a lease whose `rents` are paid as planned."""
    lease = terms.lease
    if lease is None or not lease.deposit:
        return []
    deposit = lease.deposit.minor
    if lease.deposit_at_end is not DepositAtEnd.LAST_RENTS:
        return [(start, deposit), (rents[-1][0], -deposit)]
    flows, left = [(start, deposit)], deposit
    for due, rent in reversed(rents):
        flows.append((due, -min(rent, left)))
        left = max(0, left - rent)
    return flows
