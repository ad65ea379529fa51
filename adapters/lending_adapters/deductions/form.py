"""The form of both files of a batch; they are sealed files, with a line for every deduction.

What the channel is sent; a field that holds a comma is quoted, as CSV has it:

    #DEDUCTIONS,1,MAIN,2024-02-05,1,CNY
    order_no,agreement,account,bank,holder,amount,in_part
    ded_0000000000WRJESH9NFBWZ74NY,A-7,6222020200000000001,ICBC,李雷,110016,N
    #END,1,110016,3f0e…

What it sends back, with the same head but for its first field; a line for each that it was sent, in any order:

    #RESULTS,1,MAIN,2024-02-05,1,CNY
    order_no,state,amount,code,day
    ded_0000000000WRJESH9NFBWZ74NY,SUCCESS,110016,,2024-02-05
    #END,1,110016,9c1a…

The head: form, channel, accounting day, number of the batch that day, currency. The trailer: count, sum of amounts, and
the SHA-256 of the lines. Amounts are whole minor units; that of a result is what was taken, 0 where it FAILED, and then
`code` says why.
"""

import csv
import io
from datetime import date

import attrs

from lending.kernel.money import MINOR_MAX, Currency
from lending.payments.batches import BATCH_NUMBER_MAX, batch_id
from lending_adapters.sealed_files import FORM, Fields, HeadForm

__all__ = ["COLUMNS", "DEDUCTIONS", "RESULTS", "RESULT_FIELDS", "Head", "csv_fields", "csv_line", "parse_head"]

DEDUCTIONS = "#DEDUCTIONS"
RESULTS = "#RESULTS"
COLUMNS = "order_no,agreement,account,bank,holder,amount,in_part"
STATES = "SUCCESS|PARTIAL|FAILED"
RESULT_FIELDS = Fields(
    {
        "order_no": ("[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}", "the number of a deduction of this batch"),
        "state": (STATES, f"one of {STATES.replace('|', ', ')}"),
        "amount": ("0|[1-9][0-9]{0,15}", f"whole minor units from 0 to {MINOR_MAX}"),
        "code": ("(?:[A-Za-z0-9_.-]{1,40})?", "why it failed, in at most 40 letters, digits or _ . -; else nothing"),
        "day": ("[0-9]{4}-[0-9]{2}-[0-9]{2}", "the day on which it moved, as 2024-02-05"),
    }
)
HEAD_FIELDS = {
    "channel": ("[^,]*", "the channel's code"),
    "day": None,
    "number": ("[1-9][0-9]{0,3}", f"a whole number from 1 to {BATCH_NUMBER_MAX}"),
    "currency": None,
}
HEADS = {start: HeadForm(start, HEAD_FIELDS, "MAIN,2024-02-05,1,CNY") for start in (DEDUCTIONS, RESULTS)}


@attrs.frozen
class Head:
    """Which batch a file is of."""

    channel: str
    day: date
    number: int
    currency: Currency

    @property
    def batch_id(self) -> str:
        """The batch's id."""
        return batch_id(self.channel, self.day, self.number)

    def line(self, start: str) -> tuple[object, ...]:
        """The head line of a file of that kind."""
        return start, FORM, self.channel, self.day, self.number, self.currency.code


def csv_line(*values: object) -> str:
    """One line of CSV, without its end."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(values)
    return line.getvalue()


def csv_fields(text: str) -> dict[str, str]:
    """The fields of what a channel was sent, by column."""
    (fields,) = csv.reader([text], strict=True)
    return dict(zip(COLUMNS.split(","), fields, strict=True))


def parse_head(text: str, start: str) -> Head:
    """The head of a file of that kind. Raises `InvalidInput`."""
    said = HEADS[start].parse(text)
    return Head(said.fields["channel"], said.day, int(said.fields["number"]), said.currency)
