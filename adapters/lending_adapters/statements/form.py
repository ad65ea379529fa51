"""The form of a statement file: a sealed file, one line for every movement.

    #STATEMENT,1,MAIN,2024-01-05,1,CNY
    channel_no,order_no,type,amount,fee,state,time,settle_day
    C1,ded_0000000000WRJESH9NFBWZ74NY,DEDUCTION,110016,200,SUCCESS,2024-01-05T10:00:00+08:00,2024-01-05
    #END,1,110016,200,3f0e…

The head: form, source, day, version, currency. The trailer: count, sum of amounts, sum of fees, and the SHA-256 of the
lines. Amounts are whole minor units.
"""

from datetime import date, datetime

from lending.kernel.invalid import InvalidValue
from lending.kernel.money import MINOR_MAX, Currency
from lending.reconciliation.statement import VERSION_MAX, Flow, LineState, StatementLine
from lending_adapters.sealed_files import FORM, Fields, HeadForm

__all__ = ["COLUMNS", "FORM", "START", "line_of", "parse_line", "parse_start"]

START = "#STATEMENT"

NUMBER = r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}"
FIELDS = Fields(
    {
        "channel_no": (NUMBER, "1 to 64 letters, digits or . _ : / -"),
        "order_no": (f"(?:{NUMBER})?", "our order's number, or nothing"),
        "type": ("|".join(flow.value for flow in Flow), f"one of {', '.join(flow.value for flow in Flow)}"),
        "amount": ("[1-9][0-9]{0,15}", f"whole minor units from 1 to {MINOR_MAX}"),
        "fee": ("0|[1-9][0-9]{0,15}", f"whole minor units from 0 to {MINOR_MAX}"),
        "state": (
            "|".join(state.value for state in LineState),
            f"one of {', '.join(state.value for state in LineState)}",
        ),
        "time": (
            r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9]{2}:[0-9]{2})",
            "an instant that exists, as 2024-01-05T10:00:00+08:00",
        ),
        "settle_day": ("[0-9]{4}-[0-9]{2}-[0-9]{2}", "the day of the statement"),
    }
)
COLUMNS = FIELDS.columns
HEAD = HeadForm(
    START,
    {
        "source": ("[^,]*", "the channel's code"),
        "day": None,
        "version": ("[1-9][0-9]{0,2}", f"a whole number from 1 to {VERSION_MAX}"),
        "currency": None,
    },
    "MAIN,2024-01-05,1,CNY",
)


def line_of(line: StatementLine) -> str:
    """The line as it stands in a file, without its end."""
    values = (line.channel_no, line.order_no, line.flow.value, line.amount, line.fee, line.state.value)
    return ",".join(map(str, (*values, line.at.isoformat(timespec="seconds"), line.settled_on.isoformat())))


def parse_line(text: str, day: str) -> tuple[str, ...]:
    """The fields of a movement of `day`. Raises `InvalidValue` that names the first field at fault."""
    fields = FIELDS.parse(text)
    for name, value in (("amount", fields[3]), ("fee", fields[4])):
        if int(value) > MINOR_MAX:
            raise InvalidValue(name, value, FIELDS.expected(name))
    try:
        datetime.fromisoformat(fields[6])
    except ValueError:
        raise InvalidValue("time", fields[6], FIELDS.expected("time")) from None
    if fields[7] != day:
        raise InvalidValue("settle_day", fields[7], f"{FIELDS.expected('settle_day')}, {day}")
    return fields


def parse_start(text: str) -> tuple[str, date, int, Currency]:
    """Source, day, version and currency of the head. Raises `InvalidInput`."""
    said = HEAD.parse(text)
    return said.fields["source"], said.day, int(said.fields["version"]), said.currency
