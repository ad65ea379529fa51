"""Who may approve giving up how much (减免权限, R53): one table a banker can read. What is not in it nobody may.

It stands in the core beside the grants, and not in a product's file: it binds people whatever was lent, and must not
change by the hand of those it binds. Where two persons are needed the one who approves must have the authority.
"""

from collections.abc import Sequence

import attrs

from lending.application.call import Role
from lending.kernel.money import Money
from lending.loans.account import Account
from lending.loans.choices import Component
from lending.loans.relief_refusals import WaiverExceedsAuthority

__all__ = ["AUTHORITIES", "Authority", "beyond_authority"]


@attrs.frozen
class Authority:
    """What a role may give up of a component: `amount_max` over a loan's life, `percent_max` of all there was."""

    role: Role
    component: Component
    amount_max: Money
    percent_max: int


def _yuan(role: Role, percent_max: int, amounts: dict[Component, str]) -> tuple[Authority, ...]:
    return tuple(Authority(role, component, Money.parse(text), percent_max) for component, text in amounts.items())


AUTHORITIES: tuple[Authority, ...] = (
    # Operations: what lateness cost, and charges.
    *_yuan(
        Role.OPERATIONS,
        100,
        {Component.PENALTY: "2000.00", Component.COMPOUND: "2000.00", Component.FEE: "500.00"},
    ),
    # Operations: half the interest.
    *_yuan(Role.OPERATIONS, 50, {Component.INTEREST: "1000.00"}),
    # Reviewers: all of what is not principal.
    *_yuan(
        Role.REVIEWER,
        100,
        {
            Component.PENALTY: "50000.00",
            Component.COMPOUND: "50000.00",
            Component.FEE: "50000.00",
            Component.INTEREST: "50000.00",
        },
    ),
    # Reviewers: principal, as a loss.
    *_yuan(Role.REVIEWER, 100, {Component.PRINCIPAL: "200000.00"}),
)


def beyond_authority(
    role: Role, before: Account, parts: Sequence[tuple[Component, Money]]
) -> WaiverExceedsAuthority | None:
    """Why `role` may not give these parts up on a loan that stands as `before`; what was waived earlier counts with it.

    So one large waiver is not got by several small ones.
    """
    for component, amount in parts:
        name = component.value.lower()
        earlier = sum(getattr(row.waived, name) for row in before.instalments)
        waived = Money(earlier + amount.minor, amount.currency)
        to_be_had = earlier + getattr(before.outstanding, name)
        bound = next((one for one in AUTHORITIES if (one.role, one.component) == (role, component)), None)
        if bound is None:
            return WaiverExceedsAuthority(role.value, component, waived, Money.zero(amount.currency), 0)
        same = bound.amount_max.currency == amount.currency
        most = bound.amount_max if same else Money.zero(amount.currency)
        if waived > most or waived.minor * 100 > to_be_had * bound.percent_max:
            return WaiverExceedsAuthority(role.value, component, waived, most, bound.percent_max)
    return None
