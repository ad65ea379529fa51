"""A loan on the scheduled balance as the replay contract defines it: due, late, early, settled."""

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from tests.reference.peer.plan import COMPONENTS, Row, Terms, cents, interest_on, plan, planned, rows_at


class Refused(Exception):
    """What the loan does not take."""


class Scheduled:
    """One loan; `act` takes its actions in the order of their dates."""

    def __init__(self, terms: Terms, amount: int) -> None:
        self.terms = terms
        self.rows = plan(terms, amount)
        self.at = terms.start
        self.credit = 0
        self.settled = False
        self.pieces: list[tuple[date, date, Fraction]] = []
        """Interest of the running period until the last prepayment in it: from, to, amount."""
        self.level = self.rows[-1].level if terms.method == "EQUAL_INSTALMENT" else 0

    # --- late -------------------------------------------------------------------------------

    def late(self, row: Row, day: date, component: str) -> int:
        """Penalty (on principal) or compound interest (on interest) of a row until `day`."""
        terms = self.terms
        end = row.due + timedelta(days=terms.grace_days)
        if terms.penalty_rate is None or (component == "interest" and not terms.compound) or day <= end:
            return 0
        unpaid = row.ask[component] - row.paid_of(component, end)
        since, total = row.due if terms.retroactive else end, 0
        changes = sorted({on for on, name, _part in row.paid if name == component and end < on < day})
        for until in [*changes, day]:
            total += terms.r(unpaid * terms.penalty_rate * (until - since).days / terms.penalty_year)
            since, unpaid = until, row.ask[component] - row.paid_of(component, until)
        return total

    def state_late(self, day: date) -> None:
        """State penalty and compound interest of every row due until `day`."""
        if self.settled:
            return
        for row in self.rows:
            if row.due < day:
                fixed = sum(amount for _due, name, amount in row.charges if name == "penalty")
                row.ask["penalty"] = fixed + self.late(row, day, "principal")
                row.ask["compound"] = self.late(row, day, "interest")

    # --- time and money ---------------------------------------------------------------------

    def pass_time(self, day: date) -> None:
        """Let the days until `day` pass; a credit balance pays what falls due."""
        stops = {row.due for row in self.rows} | {due for row in self.rows for due, _name, _part in row.charges}
        for stop in sorted(stop for stop in stops if self.at <= stop <= day):
            self.falls_due(stop)
            self.at = stop
            self.credit = self.pay_due(self.credit, stop)
        self.at = day
        self.state_late(day)

    def falls_due(self, day: date) -> None:
        """What a due date changes."""

    def state(self, day: date) -> None:
        """State what rows not yet due ask for."""

    def owed_by(self, row: Row, component: str, day: date) -> int:
        """What of a component is due: of a row not due yet only its charges that are."""
        if row.due <= day:
            return row.owed(component)
        charged = sum(amount for due, name, amount in row.charges if name == component and due <= day)
        return max(0, charged - row.paid_of(component)) if charged else 0

    def pay(self, row: Row, component: str, amount: int, on: date) -> None:
        row.paid.append((on, component, amount))
        row.early += amount if on < row.due else 0

    def pay_due(self, amount: int, on: date) -> int:
        """Allocate money to what is due; what is left of it."""
        self.state_late(on)
        order = self.terms.order
        if self.terms.by_instalment:
            pairs: Iterable[tuple[Row, str]] = [(row, name) for row in self.rows for name in order]
        else:
            pairs = [(row, name) for name in order for row in self.rows]
        for row, name in pairs:
            part = min(amount, self.owed_by(row, name, on))
            if part > 0:
                self.pay(row, name, part, on)
                amount -= part
        return amount

    def pay_rows(self, rows: list[Row], amount: int, on: date) -> int:
        """Pay rows in turn, all their components by the order of the terms."""
        for row in rows:
            for name in self.terms.order:
                part = min(amount, row.owed(name))
                if part > 0:
                    self.pay(row, name, part, on)
                    amount -= part
        return amount

    def pay_ahead(self, amount: int, on: date) -> int:
        """Money beyond what is due."""
        future = [row for row in self.rows if row.due > on and row.outstanding]
        match self.terms.excess:
            case "NEXT_INSTALMENT":
                return self.pay_rows(future, amount, on)
            case "LAST_INSTALMENT":
                return self.pay_rows(future[::-1], amount, on)
            case "NEXT_THEN_LAST":
                return self.pay_rows(future[:1] + future[1:][::-1], amount, on)
        return amount

    # --- actions ----------------------------------------------------------------------------

    def act(self, action: dict[str, Any]) -> None:
        """Take one action."""
        on = date.fromisoformat(action["on"])
        self.pass_time(on)
        self.state(on)
        if not any(row.outstanding for row in self.rows):
            raise Refused("LOAN_NOT_ACTIVE")
        amount = cents(action.get("amount", "0"))
        match action["do"]:
            case "REPAY":
                left = self.pay_due(amount, on)
                self.credit += self.pay_ahead(left, on) if left else 0
            case "PREPAY":
                self.prepay(amount, action.get("effect") or self.terms.effect, on)
            case "SETTLE":
                self.settle(on)
            case "CHARGE":
                self.charge(action["component"].lower(), amount, date.fromisoformat(action["due"]))

    def charge(self, component: str, amount: int, due: date) -> None:
        """A charge belongs to the instalment in whose time it is due."""
        row = next((row for row in self.rows if row.due >= due), self.rows[-1])
        row.charges.append((due, component, amount))
        row.ask[component] += amount

    def prepay(self, amount: int, effect: str, on: date) -> None:
        """First what is due, then principal; the rows after it by `effect`."""
        if amount > self.prepayable(on):
            raise Refused("PREPAYMENT_EXCEEDS_BALANCE")
        left = self.pay_due(amount, on)
        future = [row for row in self.rows if row.due > on]
        part = min(left, sum(row.owed("principal") for row in future))
        self.credit += left - part
        if not part:
            return
        running = next(row for row in self.rows if row.due >= on)
        balance = sum(row.ask["principal"] - row.extra for row in future)
        inside = future[0].start < on
        if inside:
            self.cut(future[0], balance, on)
        balance -= part
        self.replan(future, balance, effect, on if inside else None)
        running.extra += part
        running.ask["principal"] += part
        self.pay(running, "principal", part, on)
        if effect == "SHORTEN_TERM":
            while len(self.rows) > 1 and not any(self.rows[-1].ask.values()):
                self.rows.pop()

    def prepayable(self, on: date) -> int:
        """What is due, and all principal not due."""
        due = sum(self.owed_by(row, name, on) for row in self.rows for name in COMPONENTS)
        return due + sum(row.owed("principal") for row in self.rows if row.due > on)

    def cut(self, running: Row, balance: int, on: date) -> None:
        """Note the interest of the running period until `on`, by actual days on its balance."""
        self.pieces = [piece for piece in self.pieces if piece[0] >= running.start]
        since = self.pieces[-1][1] if self.pieces else running.start
        if since < on:
            self.pieces.append((since, on, balance * self.terms.rate * self.terms.days(since, on)))

    def replan(self, rows: list[Row], balance: int, effect: str, on: date | None) -> None:
        """Give the rows the amounts that repay `balance`; `on` where the first period has already begun."""
        terms, factors = self.terms, [row.factor for row in rows]
        running = None
        if on is not None:
            rest = balance * terms.rate * terms.days(on, rows[0].due)
            running = terms.r(sum((piece[2] for piece in self.pieces), rest))
        grace = max(0, terms.principal_grace - rows[0].no + 1)
        if effect == "REDUCE_INSTALMENT":
            level, principals, interests = planned(terms, balance, factors, factors, grace)
            self.level = level
        elif self.level:
            pairs = rows_at(terms, balance, self.level, factors)
            principals, interests = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
        else:
            left, principals = balance, []
            for row in rows:
                principals.append(min(left, row.ask["principal"] - row.extra))
                left -= principals[-1]
            interests = interest_on(terms, balance, principals, factors)
            if terms.method == "EQUAL_PRINCIPAL_AND_INTEREST":
                owing = [balance if principal or sum(principals[k:]) else 0 for k, principal in enumerate(principals)]
                interests = [terms.r(base * factor) for base, factor in zip(owing, factors, strict=True)]
        if running is not None:
            interests[0] = running
            if terms.method == "EQUAL_INSTALMENT" and len(rows) > 1:
                principals[0] = min(max(self.level - running, 0), balance)
                after = rows_at(terms, balance - principals[0], self.level, factors[1:])
                principals[1:], interests[1:] = [pair[0] for pair in after], [pair[1] for pair in after]
        for row, principal, interest in zip(rows, principals, interests, strict=True):
            row.ask["principal"], row.ask["interest"] = principal + row.extra, interest
            row.borne = interest

    def settle(self, on: date) -> None:
        """Everything past due with penalty, the balance, and interest of the running period; the later rows go."""
        running = next((row for row in self.rows if row.due >= on), None)
        if running is not None:
            later = [row for row in self.rows if row.due > running.due]
            if running.due > on:
                balance = sum(row.owed("principal") for row in [running, *later])
                self.cut(running, balance, on)
                pieces = sum((piece[2] for piece in self.pieces if piece[0] >= running.start), Fraction(0))
                running.borne = self.terms.r(pieces)
            earlier = [row for row in self.rows if row.due < running.due]
            deferred = sum(row.borne - row.ask["interest"] for row in earlier)
            running.ask["interest"] = running.borne + deferred
            for row in later:
                for name in COMPONENTS:
                    running.ask[name] += row.ask[name] if name != "interest" else 0
                running.paid += row.paid
                running.early += row.early
                running.charges += row.charges
                self.rows.remove(row)
            running.ask["interest"] = max(running.ask["interest"], running.paid_of("interest"))
        total = sum(row.outstanding for row in self.rows)
        self.credit = max(0, self.credit - total)
        self.pay_rows(self.rows, total, on)
        self.settled = True

    def finish(self, day: date) -> None:
        """State the loan as of `day`."""
        self.pass_time(day)


def written(minor: int) -> str:
    return f"{'-' if minor < 0 else ''}{abs(minor) // 100}.{abs(minor) % 100:02d}"


def result_of(loan: Scheduled, day: date) -> dict[str, Any]:
    """What the contract's output says of the loan."""
    instalments = []
    left = sum(row.ask["principal"] for row in loan.rows)
    for row in loan.rows:
        left -= row.ask["principal"]
        behind = row.owed("principal") + row.owed("interest")
        instalments.append(
            {
                "no": row.no,
                "from": row.start.isoformat(),
                "due": row.due.isoformat(),
                **{name: written(row.ask[name]) for name in COMPONENTS},
                "total": written(sum(row.ask.values())),
                "paid": written(sum(part for _on, _name, part in row.paid)),
                "paid_early": written(row.early),
                "paid_late": written(sum(part for on, _name, part in row.paid if on > row.due)),
                "outstanding": written(row.outstanding),
                "balance_after": written(left),
                "settled_on": max(on for on, _n, _p in row.paid).isoformat()
                if row.paid and not row.outstanding
                else None,
                "days_past_due": (day - row.due).days if behind and day > row.due else 0,
            }
        )
    owed = sum(row.owed("principal") for row in loan.rows)
    return {
        "status": "ACTIVE" if any(row.outstanding for row in loan.rows) else "SETTLED",
        "instalments": instalments,
        "balance": {"principal": written(owed), "overpaid": written(loan.credit)},
    }
