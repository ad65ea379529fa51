"""A row and its copy say the same, and what happens to one does not happen to the other."""

from datetime import date

from lending.kernel.rates import Rate
from lending.kernel.rounding import Rounding
from lending.loans.row import INTEREST, PRINCIPAL, Arrears, Row

START, DUE, LATER = date(2024, 1, 5), date(2024, 2, 5), date(2024, 3, 1)


def row() -> Row:
    """One of which every value is another than a new row has."""
    made = Row(3, START, DUE, 1, (3, 200))
    for place, name in enumerate(Row.__slots__):
        if getattr(made, name) in (0, None, False):
            setattr(made, name, 1000 + place)
    made.known, made.rate, made.nominal = False, Rate(5), (START, LATER)
    made.asked, made.paid, made.waived = [1, 2, 3, 4, 5], (6, 7, 8, 9, 10), (11, 12, 13, 14, 15)
    made.written, made.adjusted = (16, 17, 18, 19, 20), (21, 22, 23, 24, 25)
    made.charges, made.stretches = ((DUE, 0, 50),), [(START, DUE, 7, 1)]
    made.penalty, made.compound = Arrears(DUE, 40, 3, 2), Arrears(DUE, 41, 4, 3)
    return made


def said(row: Row) -> dict[str, object]:
    return {name: getattr(row, name) for name in Row.__slots__}


def test_a_copy_has_everything_of_its_row() -> None:
    one = row()
    assert said(one.copy()) == said(one)


def test_what_happens_to_a_copy_leaves_its_row_alone() -> None:
    one, untouched = row(), row()
    other = one.copy()
    other.pay(PRINCIPAL, 5, LATER)
    other.waive(INTEREST, 1, START)
    other.adjust(INTEREST, 2, LATER)
    other.unpay(PRINCIPAL, 1)
    other.ask_fee(9000)
    other.write_off(LATER)
    other.absorb([row()])
    other.recall(LATER)
    other.penalty = other.penalty and other.penalty.rebased(LATER, 1, 1, 1, Rounding.HALF_UP)
    other.compound = other.compound and other.compound.repriced(LATER, 1)
    kept = {name: value for name, value in said(one).items() if name not in ("penalty", "compound")}
    assert kept == {name: value for name, value in said(untouched).items() if name in kept}
    assert arrears(one.penalty) == (DUE, 40, 3, 2)
    assert arrears(one.compound) == (DUE, 41, 4, 3)


def arrears(held: Arrears | None) -> tuple[object, ...]:
    return tuple(getattr(held, name) for name in ("since", "base", "closed", "numerator"))
