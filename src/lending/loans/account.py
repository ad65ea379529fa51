"""`account(terms, facts, as_of)`: a loan's rows and balances as of a date, as a pure function.

It never depends on whether the end of day ran. The order in which facts were recorded matters only
between facts of one date; a fact with an earlier date counts as if it had been there in time.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property, lru_cache

import attrs

from lending.kernel.rates import Rate
from lending.loans.ceiling import room
from lending.loans.facts import LoanFact
from lending.loans.figures import Figures
from lending.loans.fold import ledger_of
from lending.loans.instalment import Due, Instalment, days_past_due, instalment_of, named
from lending.loans.row import COMPONENTS, PRINCIPAL, Row
from lending.loans.serviced import ServicedLedger
from lending.loans.status import LoanStatus
from lending.loans.terms import LoanTerms
from lending.loans.totals import figures_of, outstanding_of

__all__ = ["Account", "Due", "Instalment", "account", "effect"]


@attrs.frozen(kw_only=True)
class Account:
    """A loan as of a date."""

    terms: LoanTerms
    as_of: date
    rate: Rate
    """The contract rate in force."""
    status: LoanStatus
    _rows: Sequence[Row] = attrs.field(eq=False, repr=False)
    """The instalments in their working form; nothing changes them any more."""
    _owing: Sequence[Row] = attrs.field(eq=False, repr=False)
    """Those that may ask for something by `as_of`."""
    figures: Figures
    outstanding: Due
    """What is asked for and unpaid, due or not."""
    principal_balance: int
    credit_balance: int
    claim: int
    """What a loan written off still claims off the books (账销案存)."""
    room: int | None
    """What could still be charged as a fee within the cap, unpaid penalty giving way; None without a cap (F18)."""
    misused: bool
    """Whether the money is used against its purpose (挪用): one mark of the loan's classification (R15)."""
    days_past_due: int
    days_past_grace: int
    """Days since the grace of the oldest unpaid instalment ended; 0 while it lasts."""
    non_accrual_since: date | None
    """The day from which interest is no longer recognised as income; None where it is."""

    def __eq__(self, other: object) -> bool:
        """Whether both say the same, however they came to it."""
        if not isinstance(other, Account):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in SAID)

    def __hash__(self) -> int:
        return hash((self.terms, self.as_of, self.figures))

    @cached_property
    def instalments(self) -> tuple[Instalment, ...]:
        """The instalments as others see them, made once somebody asks: most acts look at the loan as a whole."""
        later = sum(row.asked[PRINCIPAL] for row in self._rows)
        made = []
        for row, days in zip(self._rows, days_past_due(self._rows, self.as_of, self.terms.tolerated), strict=True):
            later -= row.asked[PRINCIPAL]
            made.append(instalment_of(row, later, days, self.as_of, self.terms.grace.days))
        return tuple(made)

    @cached_property
    def due(self) -> Due:
        """What is owed now: everything of instalments due by `as_of`, and charges due."""
        return named([sum([row.owed_by(which, self.as_of) for row in self._owing]) for which in COMPONENTS])

    @cached_property
    def demanded(self) -> Due:
        """What must be paid by `as_of`: the same, but nothing of what may be paid after a holiday yet (F19)."""
        owed = [[row.owed_by(which, self.as_of, demanded=True) for row in self._owing] for which in COMPONENTS]
        return named([sum(amounts) for amounts in owed])

    @property
    def maturity(self) -> date | None:
        """The last due date."""
        return self._rows[-1].due if self._rows else None

    @property
    def totals(self) -> Due:
        """What all instalments ask for."""
        return named([sum([row.asked[which] for row in self._rows]) for which in COMPONENTS])


SAID = (*(field.name for field in attrs.fields(Account) if field.eq), "instalments", "due", "demanded")
"""What two accounts that say the same have in common."""


def account(terms: LoanTerms, facts: Iterable[LoanFact], as_of: date) -> Account:
    """The loan's rows and balances as of `as_of`: interest and penalty until that date, the day itself not counted."""
    return folded(terms, tuple(facts), as_of)


@lru_cache(maxsize=64)
def folded(terms: LoanTerms, facts: tuple[LoanFact, ...], as_of: date) -> Account:
    """The account, folded once for equal values: a command, the books and the store ask for the same one in turn."""
    return stated(ledger_of(terms, facts, as_of), as_of)


def effect(
    terms: LoanTerms, facts: Sequence[LoanFact], added: Sequence[LoanFact], as_of: date
) -> tuple[Figures, Account]:
    """What `added` facts change: the figures before them, and the account with them, both as of `as_of`."""
    return account(terms, facts, as_of).figures, account(terms, (*facts, *added), as_of)


def stated(ledger: ServicedLedger, as_of: date) -> Account:
    """What `ledger` says as of `as_of`; nothing may change it from then on."""
    past = max(days_past_due(ledger.open_due(), as_of, ledger.terms.tolerated), default=0)
    figures = figures_of(ledger, as_of)
    outstanding = outstanding_of(ledger.rows)
    status = status_of(ledger, sum(outstanding), past)
    return Account(
        terms=ledger.terms,
        as_of=as_of,
        rate=ledger.rate,
        status=status,
        rows=ledger.rows,
        owing=ledger.rows if ledger.charge_days else ledger.open_due(),
        figures=figures,
        outstanding=named(outstanding),
        principal_balance=figures.principal_outstanding,
        credit_balance=ledger.credit,
        claim=ledger.claim,
        room=room(ledger, as_of),
        misused=ledger.misuse.now,
        days_past_due=past,
        days_past_grace=max(0, past - ledger.terms.grace.days),
        non_accrual_since=ledger.standing.since if status is LoanStatus.NON_ACCRUAL else None,
    )


def status_of(ledger: ServicedLedger, outstanding: int, days_past_due: int) -> LoanStatus:
    """The state of 3.6."""
    if not ledger.rows:
        return LoanStatus.SETTLED if ledger.cancelled else LoanStatus.PENDING
    if ledger.written_off:
        return LoanStatus.WRITTEN_OFF if ledger.claim else LoanStatus.RECOVERED
    if not outstanding:
        return LoanStatus.SETTLED
    if ledger.non_accrual:
        return LoanStatus.NON_ACCRUAL
    return LoanStatus.OVERDUE if days_past_due > ledger.terms.grace.days else LoanStatus.NORMAL
