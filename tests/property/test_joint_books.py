"""The books of any jointly funded loan: whoever funds it and whatever happens, all parts stand where they must."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import hypothesis.strategies as st
from hypothesis import HealthCheck, given, settings

from lending.accounting.covers import BOOKED_AS
from lending.accounting.journal import OWN
from lending.accounting.parties import funder_book, shared_entries, unruled_shares
from lending.accounting.posting import scheme_of
from lending.accounting.posting_rules import PostingRules, Scheme
from lending.funding.cover import Cover, CoverKind
from lending.funding.covered import owed_to
from lending.funding.funded import FundedLoan, Parts
from lending.funding.income import Form, Income, Step
from lending.funding.sharing import FunderShare, Sharing
from lending.kernel.rates import Rate
from lending.loans.account import account
from lending.loans.facts import LoanFact
from lending.loans.figures import Figures
from lending.loans.loan import Loan
from lending.loans.status import LoanStatus
from lending_entrypoints.replay.journal import EVENTS, shipped_rules
from tests.property.loan_histories import START, histories

Ledger = Counter[tuple[str, str, str]]
"""Balances by book, account and party, debit positive."""

incomes = st.one_of(
    st.just(Income()),
    st.builds(Income, form=st.just(Form.FIXED_YIELD), yield_rate=st.integers(0, 4 * 10**7).map(Rate)),
    st.integers(0, 10_000).map(
        lambda rate: Income(form=Form.STEPPED, steps=(Step(500, 9_000), Step(10_000, 6_000)), loss_rate=rate)
    ),
    st.builds(Income, form=st.just(Form.REFERRAL), fee=st.integers(0, 10_000)),
)


covers = st.none() | st.builds(Cover, st.sampled_from(CoverKind), st.integers(1, 60))


@st.composite
def sharings(draw: st.DrawFn) -> Sharing:
    count = draw(st.integers(1, 3))
    weights = draw(st.lists(st.integers(1, 10_000 // count), min_size=count, max_size=count))
    penal = draw(st.lists(st.none() | st.integers(0, 10_000 // count), min_size=count, max_size=count))
    if any(weight is not None for weight in penal):
        penal = [weight or 0 for weight in penal]
    return Sharing(
        tuple(
            FunderShare(
                f"BANK_{number}",
                weight,
                draw(incomes),
                penalty_weight=penalty,
                fees=draw(st.booleans()),
                prefunded=draw(st.booleans()),
                cover=draw(covers),
            )
            for number, (weight, penalty) in enumerate(zip(weights, penal, strict=True))
        )
    )


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(histories().filter(lambda loan: scheme_of(loan.terms) is Scheme.LOAN), sharings())
def test_at_every_step_the_parts_are_the_loan_and_stand_on_the_books(loan: Loan, sharing: Sharing) -> None:
    funded = FundedLoan.open(loan.id, "any", sharing, START)
    rules = shipped_rules().under(Scheme.LOAN)
    ledger: Ledger = Counter()
    booked = Parts()
    for facts, event, on in moments(loan):
        stated = account(loan.terms, facts, on)
        booked = posted(ledger, rules, booked, funded.parts(stated), event)
        assert booked.whole == stated.figures
        for funder in funded.covers_due(stated):
            funded = funded.cover(funder, stated).unwrap()
            owed = taken_over(ledger, funder)
            booked = posted(ledger, rules, booked, funded.parts(stated), BOOKED_AS[funded.covered[-1].kind])
            assert booked.whole == stated.figures
            assert ledger[funder_book(funder), "1002.01", ""] == owed
        if stated.status is LoanStatus.SETTLED:
            nothing_is_owed(ledger)


def posted(ledger: Ledger, rules: PostingRules, booked: Parts, now: Parts, event: str | None) -> Parts:
    """The ledger follows the parts, and each stands where it must."""
    assert not unruled_shares(rules, booked, now, event)
    for entry in shared_entries(rules, booked, now, "loan", event):
        assert sum(line.signed for line in entry.lines) == 0
        assert len({line.account.startswith("7") for line in entry.lines}) == 1
        for line in entry.lines:
            ledger[entry.book, line.account, line.party] += line.signed
    stands(ledger, now)
    return now


def taken_over(ledger: Ledger, funder: str) -> int:
    """All that stands in a funder's book as owed to it, on the books or off them."""
    owed = ("1303", "1132", "7101")
    return sum(
        amount for (book, code, _), amount in ledger.items() if book == funder_book(funder) and code.startswith(owed)
    )


def moments(loan: Loan) -> Iterator[tuple[Sequence[LoanFact], str | None, date]]:
    """The loan's facts as they become known, what each is for the books, and when; time passes too."""
    day = START
    for count, fact in enumerate(loan.facts):
        day = max(day, fact.on)
        yield loan.facts[:count], None, day
        yield loan.facts[: count + 1], EVENTS.get(type(fact)), day
    yield loan.facts, None, day + timedelta(days=31)


def stands(ledger: Ledger, parts: Parts) -> None:
    """Each part in its book; our memo and debts to each funder; its money with us (§4, proofs 2 to 6)."""
    assert in_book(ledger, OWN, parts.ours) == expected(parts.ours)
    for claim in parts.claims:
        assert ledger[OWN, "1221.02", claim.funder] == owed_to(claim.figures)
        assert ledger[OWN, "7102.01", claim.funder] == claim.figures.claim
    for part in parts.theirs:
        book, funder = funder_book(part.funder), part.funder
        assert in_book(ledger, book, part.figures) == expected(part.figures)
        principal = sum(ledger[book, account, ""] for account in ("1303.01", "1303.02", "1303.03"))
        assert ledger[OWN, "7201.01", funder] == principal == part.figures.principal_outstanding
        assert -ledger[OWN, "2314.02", funder] == part.payable
        held = -sum(ledger[OWN, account, funder] for account in ("2314.01", "2314.02", "1221.01"))
        assert ledger[book, "1011.01", ""] == held
        assert -ledger[OWN, "6021.02", funder] == ledger[book, "6421.02", ""] == part.figures.service_fee
        assert part.figures.service_fee >= 0


def expected(part: Figures) -> dict[str, int]:
    return {
        "1303.01": part.principal_normal,
        "1303.02": part.principal_overdue_accruing,
        "1303.03": part.principal_non_accrual,
        "1132.01": part.interest_accrued_on_book,
        "1132.02": part.interest_due_on_book,
        "1132.03": part.penalty_outstanding - part.penalty_off_book,
        "1132.04": part.compound_outstanding - part.compound_off_book,
        "1132.05": part.fees_outstanding - part.fees_off_book,
        "7101.01": part.off_book,
        "7102.01": part.claim,
    }


def in_book(ledger: Ledger, book: str, part: Figures) -> dict[str, int]:
    return {account: ledger[book, account, ""] for account in expected(part)}


def nothing_is_owed(ledger: Ledger) -> None:
    receivable = ("1303", "1132", "7201", "7101", "1221.02")
    assert not [place for place, amount in ledger.items() if amount and place[1].startswith(receivable)]
