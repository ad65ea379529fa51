"""A funder's answer to a settlement: written by the funder, read by us."""

from collections.abc import Iterable
from pathlib import Path

from lending.funding.settlement import DISPUTES_MAX, LineDispute, SettlementAnswer
from lending_adapters.funders.forms import ANSWER, ANSWER_FIELDS, Head, parse_head
from lending_adapters.sealed_files import SealedReader, SealedWriter, digest_of

__all__ = ["read_answer", "write_answer"]


def write_answer(path: Path, head: Head, disputes: Iterable[LineDispute] = ()) -> None:
    """Write the answer to the settlement that the head is about; without disputes it confirms."""
    with SealedWriter(path, head.line(ANSWER), ANSWER_FIELDS.columns, sums=0) as file:
        for held in disputes:
            file.add(f"{held.line},{held.loan_id},{held.reason}")


def read_answer(path: Path) -> tuple[Head, SettlementAnswer]:
    """Read it. Raises `InvalidInput` with the number of each line at fault; then none of it is believed."""
    with SealedReader(path) as file:
        head = file.start(lambda text: parse_head(text, ANSWER), ANSWER_FIELDS.columns)
        disputes, lines = [], set()
        for held in file.body(_dispute, DISPUTES_MAX):
            if held.line in lines:
                file.wrong(file.number, f"line {held.line} again", "each line of the settlement once")
            lines.add(held.line)
            disputes.append(held)
        file.end({})
    return head, SettlementAnswer(of=head.about, digest=digest_of(path), disputes=tuple(disputes))


def _dispute(text: str) -> LineDispute:
    line, loan_id, reason = ANSWER_FIELDS.parse(text)
    return LineDispute(int(line), loan_id, reason)
