"""A loan on the actual balance as the contract and the README of the reference figures define it."""

from datetime import date
from fractions import Fraction
from itertools import pairwise

from tests.reference.peer.plan import Row, Terms, planned
from tests.reference.peer.scheduled import Refused, Scheduled


class Actual(Scheduled):
    """Interest of every period is reckoned from the history of the balance that bore it."""

    def __init__(self, terms: Terms, amount: int) -> None:
        super().__init__(terms, amount)
        self.amount = amount
        self.balances: list[tuple[date, int]] = [(terms.start, amount)]
        """From when on which balance bears interest."""
        self.fallen: list[Row] = []
        self.borne: list[int] = []
        """Interest of each period that has ended."""
        self.fixed: dict[int, int] = {}
        """Principal of the rows that keep theirs whatever the interest."""
        self.fix(self.rows)

    def fix(self, rows: list[Row]) -> None:
        graced = self.terms.principal_grace, self.terms.interest_grace
        for row in rows:
            in_grace = row.no <= graced[0] or (graced[1] and row.no <= graced[1] + 1)
            if self.terms.method != "EQUAL_INSTALMENT" or in_grace:
                self.fixed[row.no] = row.ask["principal"] - row.extra

    # --- interest ---------------------------------------------------------------------------

    def bears(self, on: date, change: int) -> None:
        """Another balance bears interest from `on`."""
        self.balances.append((on, self.balances[-1][1] + change))

    def interest(self, row: Row, until: date, then: int | None = None) -> Fraction:
        """Interest of a period by the balances until `until`, and on `then` for the rest of it."""
        total, span = Fraction(0), (row.due - row.start).days
        starts = [*self.balances, (date.max, 0)]
        for (since, balance), (next_since, _after) in pairwise(starts):
            begin, end = max(since, row.start), min(next_since, row.due, until)
            total += balance * row.factor * max(0, (end - begin).days) / span
        if then is not None:
            total += then * row.factor * max(0, (row.due - max(row.start, until)).days) / span
        return total

    @property
    def open(self) -> list[Row]:
        """The rows not yet due."""
        return self.rows[len(self.fallen) :]

    def to_date(self, on: date) -> int:
        """Interest of all days until `on`, each period's rounded once."""
        running = self.terms.r(self.interest(self.open[0], on)) if self.open and not self.settled else 0
        return sum(self.borne) + running

    # --- what rows ask for ------------------------------------------------------------------

    def whole(self, row: Row) -> int:
        """The most principal a row takes from money paid in advance."""
        return self.fixed.get(row.no, row.level)

    def taker(self) -> Row:
        """The last row that advance money has not filled: it takes the remaining principal."""
        for row in reversed(self.open[1:]):
            whole = self.whole(row)
            if not whole or row.paid_of("principal") - row.extra < whole:
                return row
        return self.open[0]

    def asks(self, row: Row, interest: int, most: int, taker: Row) -> None:
        """What a row asks for of `interest` not asked before and of `most` principal."""
        done, paid = row.paid_of("principal") - row.extra, row.paid_of("interest")
        last = row is self.rows[-1]
        if row.no <= self.terms.interest_grace and not last:
            asked = 0
        elif row is taker or last:
            asked = interest
        elif row.kept is not None:
            asked = row.kept
        else:
            asked = interest if row.no in self.fixed else min(interest, row.level - done)
        row.ask["interest"] = max(asked, paid)
        if row is taker:
            row.ask["principal"] = most
            return
        part = self.fixed[row.no] if row.no in self.fixed else max(row.level - row.ask["interest"], 0)
        row.ask["principal"] = min(max(part, done) + row.extra, most)

    def state(self, day: date) -> None:
        """State the rows not yet due: what is overdue counts as paid from `day` on."""
        if self.settled or not self.open:
            return
        rows, taker = self.open, self.taker()
        carry = sum(self.borne) - sum(row.ask["interest"] for row in self.fallen)
        left = self.amount - sum(row.ask["principal"] for row in self.fallen)
        balance = left - sum(row.paid_of("principal") for row in rows)
        ahead = sum(row.paid_of("principal") for row in rows)
        for row in rows:
            ahead -= row.paid_of("principal")
            carry += self.terms.r(self.interest(row, day, balance))
            self.asks(row, carry, left - ahead, taker)
            carry -= row.ask["interest"]
            left -= row.ask["principal"]
            balance -= row.ask["principal"] - row.paid_of("principal")

    def falls_due(self, day: date) -> None:
        if self.settled:
            return
        while self.open and self.open[0].due <= day:
            row, taker = self.open[0], self.taker()
            self.borne.append(self.terms.r(self.interest(row, row.due)))
            carry = sum(self.borne) - sum(other.ask["interest"] for other in self.fallen)
            later = sum(other.paid_of("principal") for other in self.open[1:])
            left = self.amount - sum(other.ask["principal"] for other in self.fallen)
            self.asks(row, carry, left - later, taker)
            self.fallen.append(row)
            if self.terms.penalty_rate is not None:
                self.bears(row.due, -row.owed("principal"))

    # --- money ------------------------------------------------------------------------------

    def pay(self, row: Row, component: str, amount: int, on: date) -> None:
        late = row in self.fallen and self.terms.penalty_rate is not None
        if component == "principal" and not late:
            self.bears(on, -amount)
        super().pay(row, component, amount, on)

    def pay_ahead(self, amount: int, on: date) -> int:
        if self.settled or not self.open:
            return amount
        match self.terms.excess:
            case "NEXT_INSTALMENT":
                return self.in_turn(self.open, amount, on)
            case "LAST_INSTALMENT":
                return self.backwards(amount, on)
            case "NEXT_THEN_LAST":
                self.state(on)
                unpaid = next((k for k, row in enumerate(self.open) if row.outstanding), len(self.open) - 1)
                return self.backwards(self.in_turn(self.open[: unpaid + 1], amount, on), on)
        return amount

    def in_turn(self, rows: list[Row], amount: int, on: date, *, settling: bool = False) -> int:
        """Each row at its level amount: first interest to that day not kept by an earlier row, the rest principal.

        Before the end, rows that ask for no principal are passed over: their interest has yet to be borne.
        """
        kept = sum(row.ask["interest"] for row in self.fallen)
        interest_only = self.fixed.get(rows[0].no) == 0 and not settling
        for row in rows:
            if self.fixed.get(row.no) == 0 and not settling:
                continue
            if not amount and not settling:
                break
            accrued = 0 if interest_only else max(0, self.to_date(on) - kept)
            last, done = row is self.taker(), row.paid_of("principal") - row.extra
            left = self.amount - sum(other.ask["principal"] for other in self.fallen)
            left -= sum(other.paid_of("principal") for other in self.open if other is not row)
            if row.kept is not None:
                accrued = row.kept
            elif row.no not in self.fixed and not last:
                accrued = min(accrued, max(row.level - done, 0))
            part = self.fixed[row.no] if row.no in self.fixed else max(row.level - accrued, 0)
            row.ask["principal"] = left if last else min(max(part, done) + row.extra, left)
            row.ask["interest"] = max(accrued, row.paid_of("interest"))
            amount = self.pay_rows([row], amount, on)
            kept += row.ask["interest"]
            if not row.owed("principal"):
                row.kept = row.ask["interest"]
        return amount

    def backwards(self, amount: int, on: date) -> int:
        """The last rows first, each up to a whole instalment of principal; what remains pays interest to date."""
        for row in reversed(self.open):
            left = self.amount - sum(other.ask["principal"] for other in self.fallen)
            left -= sum(other.paid_of("principal") for other in self.open)
            whole = self.whole(row)
            part = min(amount, left, max(0, whole - row.paid_of("principal") + row.extra) if whole else left)
            if part > 0:
                self.pay(row, "principal", part, on)
                amount -= part
        if amount:
            self.state(on)
            amount = self.pay_rows(self.open, amount, on)
        return amount

    def prepay(self, amount: int, effect: str, on: date) -> None:
        if amount > self.prepayable(on):
            raise Refused("PREPAYMENT_EXCEEDS_BALANCE")
        left = self.pay_due(amount, on)
        owed = self.amount - sum(row.ask["principal"] for row in self.fallen)
        owed -= sum(row.paid_of("principal") for row in self.open)
        part = min(left, owed)
        self.credit += left - part
        if not part:
            return
        running = next(row for row in self.rows if row.due >= on)
        running.extra += part
        running.ask["principal"] += part
        Scheduled.pay(self, running, "principal", part, on)
        self.bears(on, -part)
        if effect == "REDUCE_INSTALMENT":
            self.relevel()
        if effect == "SHORTEN_TERM":
            self.state(on)
            while len(self.open) > 1 and not any(self.rows[-1].ask.values()):
                self.rows.pop()

    def relevel(self) -> None:
        """Plan the rows not yet due anew on the balance."""
        rows = self.open
        balance = self.amount - sum(row.ask["principal"] for row in self.fallen) - sum(row.extra for row in rows)
        factors = [row.factor for row in rows]
        grace = max(0, self.terms.principal_grace - rows[0].no + 1)
        level, principals, interests = planned(self.terms, balance, factors, factors, grace)
        for row, principal, interest in zip(rows, principals, interests, strict=True):
            row.ask["principal"], row.ask["interest"], row.level = principal + row.extra, interest, level
        self.fix(rows)

    def settle(self, on: date) -> None:
        """All that is due, then the rows in turn at the level amount with interest to date in the first."""
        self.state_late(on)
        due = sum(self.owed_by(row, name, on) for row in self.rows for name in row.ask)
        fees = sum(row.owed("fee") + row.owed("penalty") for row in self.open) - sum(
            self.owed_by(row, name, on) for row in self.open for name in ("fee", "penalty")
        )
        principal = self.amount - sum(row.ask["principal"] for row in self.fallen)
        principal -= sum(row.paid_of("principal") for row in self.open)
        asked = sum(row.ask["interest"] for row in self.fallen)
        interest = max(0, self.to_date(on) - asked - sum(row.paid_of("interest") for row in self.open))
        total = due + fees + principal + interest
        left = self.pay_due(total, on)
        left = self.in_turn(self.open, left, on, settling=True) if self.open else left
        self.credit = max(0, self.credit - total)
        assert left == 0, "a settlement is what is owed"
        self.settled = True

    def finish(self, day: date) -> None:
        self.pass_time(day)
        self.state(day)
