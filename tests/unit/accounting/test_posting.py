"""Posting: what is booked is the difference between what a loan's figures are and what they were."""

from collections import Counter

import attrs
import hypothesis.strategies as st
import pytest
from hypothesis import given

from lending.accounting.entries import Entry, entries_between
from lending.accounting.journal import JournalLine, Side
from lending.accounting.posting import unruled_between
from lending.accounting.posting_rules import DAILY_EVENTS, PostingRule, PostingRules, Scheme
from lending.kernel.invalid import InvalidValue
from lending.loans.figures import NAMES, Figures

LOAN = "loan_1"
RULES = PostingRules(
    1,
    (
        PostingRule("DISBURSED", "disbursed", "1303.01", "1012.01"),
        PostingRule("ACCRUED", "interest_earned", "1132.01", "6011.01"),
        PostingRule("FELL_DUE", "interest_fallen_due", "1132.02", "1132.01"),
        PostingRule("OVERDUE", "principal_overdue", "1303.02", "1303.01"),
        PostingRule("REPAID", "principal_repaid", "1012.01", "1303.01"),
        PostingRule("REPAID", "interest_paid_due", "1012.01", "1132.02"),
        PostingRule("REPAID", "interest_paid_accrued", "1012.01", "1132.01"),
        PostingRule("REPAID", "fees_charged", "1132.05", "6021.01"),
        PostingRule("REPAID", "fees_paid", "1012.01", "1132.05"),
        PostingRule("REPAID", "credit_balance", "1012.01", "2241.03"),
        PostingRule("CREDIT_APPLIED", "interest_paid_due", "1012.01", "1132.02"),
        PostingRule("CREDIT_APPLIED", "credit_balance", "1012.01", "2241.03"),
        PostingRule("REVERSED", "principal_repaid", "1012.01", "1303.01"),
        PostingRule("REVERSED", "interest_paid_due", "1012.01", "1132.02"),
    ),
)

figures = st.builds(
    lambda amounts: Figures(**dict(zip(NAMES, amounts, strict=True))),
    st.lists(st.integers(0, 10**9), min_size=len(NAMES), max_size=len(NAMES)),
)
events = st.sampled_from([None, "DISBURSED", "REPAID", "REVERSED"])


def lines(entry: Entry) -> list[tuple[str, str, int]]:
    return [(line.side.value, line.account, line.amount) for line in entry.lines]


def effect(entries: tuple[Entry, ...]) -> Counter[str]:
    """What the entries do to each account, debit positive."""
    total: Counter[str] = Counter()
    for entry in entries:
        for line in entry.lines:
            total[line.account] += line.signed
    return Counter({account: amount for account, amount in total.items() if amount})


@given(before=figures, after=figures, event=events)
def test_every_entry_balances(before: Figures, after: Figures, event: str | None) -> None:
    for entry in entries_between(RULES, before, after, LOAN, event):
        assert sum(line.signed for line in entry.lines) == 0


@given(booked=figures, event=events)
def test_a_rerun_posts_nothing(booked: Figures, event: str | None) -> None:
    assert entries_between(RULES, booked, booked, LOAN, event) == ()


@given(first=figures, second=figures, third=figures)
def test_a_missed_day_is_caught_up_by_the_next(first: Figures, second: Figures, third: Figures) -> None:
    daily = entries_between(RULES, first, second, LOAN) + entries_between(RULES, second, third, LOAN)
    assert effect(daily) == effect(entries_between(RULES, first, third, LOAN))


def test_time_is_posted_before_the_business_of_the_day() -> None:
    paid = Figures(interest_earned=18_000, interest_fallen_due=18_000, interest_paid_due=18_000, received=18_000)
    posted = entries_between(RULES, Figures(), paid, LOAN, "REPAID")
    assert [entry.event for entry in posted] == ["ACCRUED", "FELL_DUE", "REPAID"]
    assert DAILY_EVENTS[0] == "ACCRUED"


def test_a_repayment_is_one_voucher_with_one_line_an_account() -> None:
    """A5: 1,100.16 = 920.16 principal + 180.00 interest due."""
    before = Figures(disbursed=1_200_000, interest_earned=18_000, interest_fallen_due=18_000)
    after = attrs.evolve(before, received=110_016, principal_repaid=92_016, interest_paid_due=18_000)
    (entry,) = entries_between(RULES, before, after, LOAN, "REPAID")
    assert lines(entry) == [
        ("DEBIT", "1012.01", 110_016),
        ("CREDIT", "1303.01", 92_016),
        ("CREDIT", "1132.02", 18_000),
    ]


def test_a_fee_taken_at_once_goes_straight_to_income() -> None:
    """A8: 91.98 from the channel to fee income; the receivable nets to nothing."""
    after = Figures(received=9_198, fees_charged=9_198, fees_paid=9_198)
    (entry,) = entries_between(RULES, Figures(), after, LOAN, "REPAID")
    assert lines(entry) == [("DEBIT", "1012.01", 9_198), ("CREDIT", "6021.01", 9_198)]


def test_a_credit_balance_that_pays_an_instalment_is_debited() -> None:
    before = Figures(received=20_000, credit_balance=20_000, interest_earned=18_000, interest_fallen_due=18_000)
    after = attrs.evolve(before, credit_balance=2_000, interest_paid_due=18_000)
    (entry,) = entries_between(RULES, before, after, LOAN)
    assert lines(entry) == [("DEBIT", "2241.03", 18_000), ("CREDIT", "1132.02", 18_000)]


def test_a_reversal_is_a_red_entry() -> None:
    """A22: the same sides, negative amounts."""
    before = Figures(received=110_016, principal_repaid=92_016, interest_paid_due=18_000)
    (entry,) = entries_between(RULES, before, Figures(), LOAN, "REVERSED")
    assert lines(entry) == [
        ("DEBIT", "1012.01", -110_016),
        ("CREDIT", "1303.01", -92_016),
        ("CREDIT", "1132.02", -18_000),
    ]


def test_a_rule_on_no_figure_of_a_loan_is_named() -> None:
    with pytest.raises(InvalidValue, match="a figure of a loan"):
        PostingRule("REPAID", "principle", "1012.01", "1303.01")


def test_lines_carry_the_loan() -> None:
    (entry,) = entries_between(RULES, Figures(), Figures(disbursed=5), LOAN, "DISBURSED")
    assert entry.lines[0] == JournalLine("1303.01", Side.DEBIT, 5, LOAN)


def test_a_figure_that_no_rule_books_is_told() -> None:
    after = Figures(received=825, penalty_paid=690, compound_paid=135)
    assert unruled_between(RULES, Figures(), after) == ("penalty_paid", "compound_paid")
    assert unruled_between(RULES, after, after) == ()


def test_what_an_event_puts_right_of_other_business_is_booked_as_that_business() -> None:
    """A back-dated payment stops penalty that had been waived: the waiver of it is taken back as a waiver is booked."""
    rules = PostingRules(1, (*RULES.rules, PostingRule("WAIVED", "penalty_waived", "6011.02", "1132.03")))
    before = Figures(penalty_waived=690)
    after = Figures(received=500, credit_balance=500)
    paid, taken_back = entries_between(rules, before, after, LOAN, "REPAID")
    assert (paid.event, lines(paid)) == ("REPAID", [("DEBIT", "1012.01", 500), ("CREDIT", "2241.03", 500)])
    assert (taken_back.event, lines(taken_back)) == (
        "WAIVED",
        [("DEBIT", "1132.03", 690), ("CREDIT", "6011.02", 690)],
    )
    assert unruled_between(rules, before, after) == ()


@given(before=figures, after=figures, event=events)
def test_every_ruled_figure_is_booked_once_whatever_the_event(
    before: Figures, after: Figures, event: str | None
) -> None:
    """What the entries do to each account is what the figures' rules say, counted apart, one rule a figure."""
    rules: dict[str, PostingRule] = {}
    for rule in RULES.rules:
        rules.setdefault(rule.amount, rule)
    wanted: Counter[str] = Counter()
    for name, rule in rules.items():
        moved = getattr(after, name) - getattr(before, name)
        wanted[rule.debit] += moved
        wanted[rule.credit] -= moved
    posted = effect(entries_between(RULES, before, after, LOAN, event))
    assert posted == Counter({account: amount for account, amount in wanted.items() if amount})


def test_off_book_lines_stand_in_an_entry_of_their_own() -> None:
    rules = PostingRules(
        1,
        (
            PostingRule("DISBURSED", "disbursed", "1303.01", "1012.01"),
            PostingRule("DISBURSED", "disbursed", "7999", "7301.01"),
        ),
    )
    on_book, off_book = entries_between(rules, Figures(), Figures(disbursed=12_000_00), LOAN, "DISBURSED")
    assert {line.account for line in on_book.lines} == {"1303.01", "1012.01"}
    assert {line.account for line in off_book.lines} == {"7999", "7301.01"}


def test_a_rule_never_mixes_on_book_and_off_book() -> None:
    with pytest.raises(InvalidValue, match="on book or off book as the debit"):
        PostingRule("DISBURSED", "disbursed", "1303.01", "7999")


def test_each_scheme_has_rules_of_its_own() -> None:
    rent = PostingRule("REPAID", "principal_repaid", "1012.01", "1541.01", Scheme.DIRECT_LEASE)
    rules = PostingRules(1, (*RULES.rules, rent))
    assert rules.under(Scheme.LOAN).rules == RULES.rules
    assert rules.under(Scheme.DIRECT_LEASE).rules == (rent,)
