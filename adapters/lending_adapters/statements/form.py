"""The form of a statement file: UTF-8, one line each for head, columns, every movement, and trailer.

    #STATEMENT,1,MAIN,2024-01-05,1,CNY
    channel_no,order_no,type,amount,fee,state,time,settle_day
    C1,ded_0000000000WRJESH9NFBWZ74NY,DEDUCTION,110016,200,SUCCESS,2024-01-05T10:00:00+08:00,2024-01-05
    #END,1,110016,200,3f0e…

The head: form, source, day, version, currency. The trailer: count, sum of amounts, sum of fees, and the SHA-256 of the
lines between columns and trailer, line ends included. Amounts are whole minor units, lines end with one line feed.
"""

import re
from datetime import date, datetime

from lending.kernel.invalid import InvalidValue
from lending.kernel.money import CURRENCY_EXPONENTS, MINOR_MAX
from lending.reconciliation.statement import VERSION_MAX, Flow, LineState, StatementLine

__all__ = ["COLUMNS", "END", "FORM", "START", "line_of", "parse_end", "parse_line", "parse_start"]

START = "#STATEMENT"
END = "#END"
FORM = "1"
COLUMNS = ("channel_no", "order_no", "type", "amount", "fee", "state", "time", "settle_day")

NUMBER = r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}"
FIELDS = {
    "channel_no": (NUMBER, "1 to 64 letters, digits or . _ : / -"),
    "order_no": (f"(?:{NUMBER})?", "our order's number, or nothing"),
    "type": ("|".join(flow.value for flow in Flow), f"one of {', '.join(flow.value for flow in Flow)}"),
    "amount": ("[1-9][0-9]{0,15}", f"whole minor units from 1 to {MINOR_MAX}"),
    "fee": ("0|[1-9][0-9]{0,15}", f"whole minor units from 0 to {MINOR_MAX}"),
    "state": ("|".join(state.value for state in LineState), f"one of {', '.join(state.value for state in LineState)}"),
    "time": (
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9]{2}:[0-9]{2})",
        "an instant that exists, as 2024-01-05T10:00:00+08:00",
    ),
    "settle_day": ("[0-9]{4}-[0-9]{2}-[0-9]{2}", "the day of the statement"),
}
LINE = re.compile(",".join(f"({pattern})" for pattern, _expected in FIELDS.values()))
WHOLE = re.compile("0|[1-9][0-9]{0,18}")
DIGEST = re.compile("[0-9a-f]{64}")


def line_of(line: StatementLine) -> str:
    """The line as it stands in a file, without its end."""
    values = (line.channel_no, line.order_no, line.flow.value, line.amount, line.fee, line.state.value)
    return ",".join(map(str, (*values, line.at.isoformat(timespec="seconds"), line.settled_on.isoformat())))


def parse_line(text: str, day: str) -> tuple[str, ...]:
    """The fields of a movement of `day`. Raises `InvalidValue` that names the first field at fault."""
    found = LINE.fullmatch(text)
    if found is None:
        raise _fault_in(text)
    fields = found.groups()
    for name, value in (("amount", fields[3]), ("fee", fields[4])):
        if int(value) > MINOR_MAX:
            raise InvalidValue(name, value, FIELDS[name][1])
    try:
        datetime.fromisoformat(fields[6])
    except ValueError:
        raise InvalidValue("time", fields[6], FIELDS["time"][1]) from None
    if fields[7] != day:
        raise InvalidValue("settle_day", fields[7], f"{FIELDS['settle_day'][1]}, {day}")
    return fields


def _fault_in(text: str) -> InvalidValue:
    fields = text.split(",")
    if len(fields) != len(COLUMNS):
        return InvalidValue("", text, f"{len(COLUMNS)} fields with commas between: {','.join(COLUMNS)}")
    for value, (name, (pattern, expected)) in zip(fields, FIELDS.items(), strict=True):
        if re.fullmatch(pattern, value) is None:
            return InvalidValue(name, value, expected)
    raise AssertionError(f"each field of {text!r} is sound, and the line is not")


def parse_start(text: str) -> tuple[str, date, int, str]:
    """Source, day, version and currency of the head. Raises `InvalidValue`."""
    fields = text.split(",")
    expected = f"{START},{FORM},source,day,version,currency, such as {START},{FORM},MAIN,2024-01-05,1,CNY"
    if len(fields) != 6 or fields[:2] != [START, FORM]:
        raise InvalidValue("", text, expected)
    _start, _form, source, day, version, currency = fields
    if currency not in CURRENCY_EXPONENTS:
        raise InvalidValue("currency", currency, f"one of {', '.join(sorted(CURRENCY_EXPONENTS))}")
    if re.fullmatch("[1-9][0-9]{0,2}", version) is None:
        raise InvalidValue("version", version, f"a whole number from 1 to {VERSION_MAX}")
    return source, _day(day), int(version), currency


def parse_end(text: str) -> tuple[int, int, int, str]:
    """Count, sum, fees and digest of the trailer. Raises `InvalidValue`."""
    fields = text.split(",")
    sound = len(fields) == 5 and all(WHOLE.fullmatch(field) for field in fields[1:4])
    if not sound or DIGEST.fullmatch(fields[4]) is None:
        raise InvalidValue("", text, f"{END},count,sum,fees,SHA-256 of the lines")
    return int(fields[1]), int(fields[2]), int(fields[3]), fields[4]


def _day(text: str) -> date:
    try:
        if len(text) == len("2024-01-05"):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise InvalidValue("day", text, "a date that exists, as 2024-01-05")
