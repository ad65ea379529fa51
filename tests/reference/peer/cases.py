"""Seeded cases of the kinds the reference figures are of, and of every kind beside them that the contract defines."""

from datetime import date, timedelta
from random import Random
from typing import Any

from tests.reference.peer.plan import Terms, cents, plan

METHODS = ("EQUAL_INSTALMENT", "EQUAL_PRINCIPAL", "INTEREST_FIRST", "EQUAL_PRINCIPAL_AND_INTEREST", "BULLET")
DAY_COUNTS = ("ACT/360", "ACT/365", "ACT/ACT", "30/360", "30E/360")
ROUNDINGS = ("HALF_UP", "HALF_EVEN", "UP", "DOWN")
EXCESSES = ("NEXT_INSTALMENT", "LAST_INSTALMENT", "NEXT_THEN_LAST", "HOLD")
EFFECTS = ("SHORTEN_TERM", "REDUCE_INSTALMENT", "KEEP_INSTALMENT")
PERIODS = (
    *((1, "MONTH"), (1, "MONTH"), (1, "MONTH"), (2, "MONTH"), (3, "MONTH")),
    *((1, "WEEK"), (2, "WEEK"), (5, "DAY"), (15, "DAY"), (30, "DAY")),
)
STARTS = (
    *(date(2023, 10, 31), date(2023, 12, 31), date(2024, 1, 31), date(2024, 2, 29), date(2025, 1, 30)),
    *(date(2023, 9, 1) + timedelta(days=37 * k) for k in range(25)),
)
ORDERS = (
    ["PENALTY", "FEE", "PRINCIPAL", "INTEREST"],
    ["PENALTY", "INTEREST", "PRINCIPAL", "FEE"],
    ["FEE", "PENALTY", "COMPOUND", "INTEREST", "PRINCIPAL"],
    ["PRINCIPAL", "INTEREST"],
    ["INTEREST"],
    [],
)


def money(minor: int) -> str:
    return f"{minor // 100}.{minor % 100:02d}"


def sampled_terms(chance: Random, method: str, on: str) -> dict[str, Any]:
    """Terms of a loan with `method` and interest on `on`."""
    every, unit = chance.choice(PERIODS)
    count = chance.choice((1, 2, 3, 3, 4, 6, 6, 6, 12, 24))
    graced = chance.random() < 0.1 and count > 3 and method != "BULLET" and on == "SCHEDULED_BALANCE"
    terms: dict[str, Any] = {
        "principal": money(
            chance.choice((100, 10_000, 10_000, 100_000, 1_200_000, chance.randrange(10_000, 5_000_000)))
        ),
        "annual_rate": chance.choice(("0", "0.07", "0.07", "0.094822", "0.099", "0.12", "0.18", "0.2399")),
        "method": method,
        "instalments": count,
        "period": {"every": every, "unit": unit},
        "interest": {
            "accrual": chance.choice(("PER_PERIOD", "DAILY", "DAILY")),
            "day_count": chance.choice(DAY_COUNTS),
            "on": on,
        },
        "rounding": chance.choice((*ROUNDINGS, "HALF_EVEN", "HALF_UP")),
        "instalment_multiple": chance.choice((None, None, "0.05", "1.00")),
        "level_last_instalment": chance.random() < 0.5,
        "grace": {
            "principal_periods": chance.choice((0, 1, 2)) if graced else 0,
            "interest_periods": chance.choice((0, 1, 2)) if graced else 0,
            "days": chance.choice((0, 0, 3, 10)),
            "retroactive": chance.random() < 0.5,
        },
        "penalty": {"multiple": "1.5", "compound": chance.random() < 0.5} if chance.random() < 0.4 else None,
        "allocation": {
            "order": chance.choice(ORDERS),
            "by": chance.choice(("INSTALMENT", "COMPONENT")),
            "excess": chance.choice(EXCESSES),
        },
        "on_prepayment": chance.choice(EFFECTS),
    }
    return terms


def broken_first(chance: Random, terms: dict[str, Any], start: date) -> None:
    """Now and then a first due date of its own."""
    if chance.random() < 0.25:
        terms["first_due"] = (start + timedelta(days=chance.randrange(3, 50))).isoformat()


def sampled_case(seed: int) -> dict[str, Any]:
    """One case; the same for the same seed."""
    chance = Random(seed)
    on = chance.choice(("SCHEDULED_BALANCE", "ACTUAL_BALANCE"))
    method = chance.choice((*METHODS, "EQUAL_INSTALMENT", "EQUAL_INSTALMENT"))
    if method == "EQUAL_PRINCIPAL_AND_INTEREST":
        on = "SCHEDULED_BALANCE"
    terms, start = sampled_terms(chance, method, on), chance.choice(STARTS)
    broken_first(chance, terms, start)
    payout = {"on": start.isoformat(), "do": "DISBURSE", "amount": terms["principal"]}
    rows = plan(Terms(terms, start), cents(terms["principal"]))
    kind = chance.choice(("planned", "late", "paid", "paid", "prepaid", "settled", "charged"))
    days = [start, *(row.due for row in rows)]
    as_of = days[-1] + timedelta(days=chance.randrange(0, 40)) if chance.random() < 0.3 else any_day(chance, days)
    actions = {
        "planned": list,
        "late": list,
        "paid": lambda: payments(chance, rows, chance.randrange(1, 5)),
        "prepaid": lambda: prepayment(chance, terms, rows),
        "settled": lambda: [*payments(chance, rows, chance.randrange(0, 3)), {"on": None, "do": "SETTLE"}],
        "charged": lambda: charges(chance, rows),
    }[kind]()
    for action in actions:
        action["on"] = action["on"] or any_day(chance, days, latest(actions, start)).isoformat()
    actions = sorted(actions, key=lambda action: str(action["on"]))
    end = max(as_of if kind != "planned" else start, latest(actions, start))
    return {"id": f"{kind} {seed}", "as_of": end.isoformat(), "terms": terms, "actions": [payout, *actions]}


def latest(actions: list[dict[str, Any]], start: date) -> date:
    return max((date.fromisoformat(action["on"]) for action in actions if action["on"]), default=start)


def any_day(chance: Random, days: list[date], least: date | None = None) -> date:
    """A due date, the day beside one, or a day between two."""
    places = [day for day in days if least is None or day >= least] or days[-1:]
    day = chance.choice(places) + timedelta(days=chance.choice((0, 0, 1, -1, chance.randrange(-20, 20))))
    return max(least or days[0], day)


def payments(chance: Random, rows: list[Any], count: int) -> list[dict[str, Any]]:
    """Payments of instalments: whole, in part, more than one, on time, early and late."""
    made = []
    for row in rows[:count]:
        whole = sum(row.ask.values())
        share = chance.choice((1, 1, 1, 0.5, 2, 2.3, 0.93, chance.random() * 4))
        amount = max(1, int(whole * share))
        on = row.due + timedelta(days=chance.choice((0, 0, 0, -1, -5, -14, 1, 3, 4, 12, 45)))
        made.append({"on": max(on, rows[0].start).isoformat(), "do": "REPAY", "amount": money(amount)})
    return made


def prepayment(chance: Random, terms: dict[str, Any], rows: list[Any]) -> list[dict[str, Any]]:
    """Instalments paid on time, then part of the principal early, once or twice."""
    terms["allocation"]["excess"] = "HOLD"
    terms["grace"]["principal_periods"] = terms["grace"]["interest_periods"] = 0
    rows = plan(Terms(terms, rows[0].start), cents(terms["principal"]))
    paid = rows[: chance.randrange(0, len(rows))]
    made = [{"on": row.due.isoformat(), "do": "REPAY", "amount": money(sum(row.ask.values()))} for row in paid]
    made = [action for action in made if action["amount"] != "0.00"]
    begun, ends = rows[len(paid)].start, rows[len(paid)].due
    offsets = sorted(chance.randrange(0, (ends - begun).days + 1) for _time in range(chance.choice((1, 1, 2))))
    if chance.random() < 0.4:
        offsets = [0]
    for offset in offsets:
        amount = max(1, int(rows[len(paid)].ask["principal"] * chance.random() * 0.9 or cents(terms["principal"]) / 9))
        if made and made[-1]["do"] == "PREPAY":
            amount = max(1, amount // 3)
        day = (begun + timedelta(days=offset)).isoformat()
        made.append({"on": day, "do": "PREPAY", "amount": money(amount), "effect": chance.choice((*EFFECTS, None))})
    return [{key: value for key, value in action.items() if value is not None} for action in made]


def charges(chance: Random, rows: list[Any]) -> list[dict[str, Any]]:
    """Fees and fixed penalties, due on due dates and between them, with some payments."""
    made: list[dict[str, Any]] = []
    for _time in range(chance.randrange(1, 4)):
        row = chance.choice(rows)
        due = chance.choice((row.due, row.start + (row.due - row.start) / 2))
        charge = {"component": chance.choice(("FEE", "FEE", "PENALTY")), "amount": money(chance.randrange(1, 5_000))}
        made.append({"on": rows[0].start.isoformat(), "do": "CHARGE", "due": due.isoformat(), **charge})
    return [*made, *payments(chance, rows, chance.randrange(0, 4))]
