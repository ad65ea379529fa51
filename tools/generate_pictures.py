"""Draw the pictures of the handbook from the engine itself: `python tools/generate_pictures.py`.

They are kept in docs/explanation/pictures as SVG, so that the handbook builds without a plotting library at hand.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import matplotlib as mpl
import matplotlib.pyplot as plt

from lending import LoanTerms, Method, Money, Rate
from lending.kernel.ids import RequestId
from lending.loans.choices import PrepaymentEffect
from lending.loans.ids import LoanId
from lending.loans.loan import Loan
from lending.loans.terms import Multiple, Penalty

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "explanation" / "pictures"
START = date(2024, 1, 5)
PRINCIPAL = Money.parse("12000.00")
RATE = Rate.parse("0.18")
COLOURS = ("#1f4e79", "#c55a11", "#548235", "#7030a0", "#7f7f7f")

NAMES = {
    Method.EQUAL_INSTALMENT: "equal instalment",
    Method.EQUAL_PRINCIPAL: "equal principal",
    Method.INTEREST_FIRST: "interest first",
    Method.EQUAL_PRINCIPAL_AND_INTEREST: "equal principal, flat interest",
    Method.BULLET: "bullet",
}


def loan(terms: LoanTerms) -> Loan:
    """A loan paid out in full on START."""
    return Loan.open(
        id=LoanId.make(RequestId("picture"), 0),
        contract_id="contract",
        customer_id="customer",
        product="picture",
        terms=terms,
        key="payout",
        amount=terms.principal,
        on=START,
    ).unwrap()


def terms(method: Method = Method.EQUAL_INSTALMENT, instalments: int = 12, penalty: Penalty | None = None) -> LoanTerms:
    """Base loan L of the handbook, by a method."""
    return LoanTerms(
        principal=PRINCIPAL, rate=RATE, method=method, instalments=instalments, start=START, penalty=penalty
    )


def paid_on_time(held: Loan) -> Loan:
    """Every instalment paid on its due date."""
    for instalment in held.account(START).instalments:
        amount = Money(instalment.asked.total)
        held = held.repay(key=f"paid-{instalment.no}", amount=amount, on=instalment.due).unwrap()
    return held


def owed(held: Loan, days: Sequence[date]) -> list[float]:
    """Principal and interest earned that are not paid, in yuan, on each day."""
    figures = [held.account(day).figures for day in days]
    return [
        (f.principal_outstanding + f.interest_due_outstanding + f.interest_accrued_outstanding) / 100 for f in figures
    ]


def days(count: int) -> list[date]:
    """Days from START."""
    return [START + timedelta(days=ahead) for ahead in range(count)]


def methods() -> None:
    """What a customer owes from day to day under each method, all paid on time."""
    _, axes = plt.subplots(figsize=(8, 4.2))
    drawn = days(1104)
    for colour, (method, name) in zip(COLOURS, NAMES.items(), strict=True):
        axes.plot(
            drawn,
            owed(paid_on_time(loan(terms(method, instalments=36))), drawn),
            color=colour,
            label=name,
            linewidth=1.4,
        )
    finish(axes, "Owed, in yuan: 12,000.00 at 18 % over 36 months", "methods")


def prepayment() -> None:
    """The plan's balance after 3,000.00 paid with the third instalment, by effect."""
    _, axes = plt.subplots(figsize=(8, 4.2))
    third = date(2024, 4, 5)
    for colour, effect in zip(COLOURS, PrepaymentEffect, strict=False):
        held = loan(terms())
        for instalment in held.account(START).instalments[:3]:
            amount = Money(instalment.asked.total)
            held = held.repay(key=f"paid-{instalment.no}", amount=amount, on=instalment.due).unwrap()
        held = held.prepay("early", Money.parse("3000.00"), third, effect).unwrap()
        rows = held.account(third).instalments
        drawn = [START, *(row.due for row in rows)]
        left = [PRINCIPAL.minor / 100, *(row.balance_after / 100 for row in rows)]
        label = effect.value.replace("_", " ").lower()
        axes.step(drawn, left, where="post", color=colour, label=label, linewidth=1.4)
    finish(axes, "Balance after each instalment, 3,000.00 paid early on 5 April", "prepayment")


def arrears() -> None:
    """What an unpaid first instalment grows to."""
    _, axes = plt.subplots(figsize=(8, 3.6))
    held = loan(terms(penalty=Penalty(Multiple.parse("1.5"), compound=True)))
    due = date(2024, 2, 5)
    drawn = [due + timedelta(days=ahead) for ahead in range(91)]
    rows = [held.account(day).instalments[0].asked for day in drawn]
    parts = [[getattr(row, name) / 100 for row in rows] for name in ("penalty", "compound")]
    axes.stackplot(drawn, parts, labels=["penalty on principal", "compound on interest"], colors=COLOURS[:2])
    finish(axes, "Penalty and compound interest on the first instalment, unpaid (27 %)", "arrears")


def finish(axes: plt.Axes, title: str, name: str) -> None:
    """Title, legend, grid, file; the same bytes each time."""
    axes.set_title(title, loc="left", fontsize=11)
    axes.legend(frameon=False, fontsize=9)
    axes.grid(visible=True, axis="y", alpha=0.3)
    axes.spines[["top", "right"]].set_visible(False)
    axes.yaxis.set_major_formatter(mpl.ticker.StrMethodFormatter("{x:,.0f}"))
    plt.tight_layout()
    plt.savefig(PICTURES / f"{name}.svg", metadata={"Date": None})
    plt.close()


def main() -> None:
    """Draw them all."""
    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "lending"
    PICTURES.mkdir(parents=True, exist_ok=True)
    for draw in (methods, prepayment, arrears):
        draw()
        print(f"drew {draw.__name__}.svg")


if __name__ == "__main__":
    main()
