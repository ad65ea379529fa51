"""Reading the result of a batch: every line is checked against what was sent, and none is believed before all are."""

from collections.abc import Mapping
from pathlib import Path

import attrs

from lending.kernel.days import parse_day
from lending.kernel.invalid import InvalidInput, InvalidValue
from lending.kernel.money import Money
from lending.payments.batches import BATCH_LINES_MAX
from lending.payments.channel import ChannelAnswer, Word
from lending.payments.deduction import DeductionOrder
from lending_adapters.deductions.form import RESULT_FIELDS, RESULTS, Head, parse_head
from lending_adapters.sealed_files import SealedReader

__all__ = ["BatchResult", "head_of", "read_lines"]

TOLD_MAX = 3
"""So many missing deductions are told by their numbers."""

Sent = Mapping[str, DeductionOrder]


@attrs.frozen
class BatchResult:
    """What the channel says of every deduction of a batch, and the SHA-256 of its lines."""

    head: Head
    digest: str
    answers: tuple[tuple[DeductionOrder, ChannelAnswer], ...]


def head_of(path: Path) -> Head:
    """Which batch a result says it is of. Raises `InvalidInput`."""
    with SealedReader(path) as file:
        return file.start(lambda text: parse_head(text, RESULTS), RESULT_FIELDS.columns)


def read_lines(path: Path, sent: Sent) -> BatchResult:
    """The whole result, of the deductions that were `sent` and of no others. Raises `InvalidInput`."""
    answers: dict[str, tuple[DeductionOrder, ChannelAnswer]] = {}
    total = 0
    with SealedReader(path) as file:
        head = file.start(lambda text: parse_head(text, RESULTS), RESULT_FIELDS.columns)
        for order, minor, answer in file.body(lambda text: _answer(text, sent), BATCH_LINES_MAX):
            if order.order_no in answers:
                file.fault(file.number, InvalidValue("order_no", order.order_no, "each deduction once"))
            answers[order.order_no] = order, answer
            total += minor
        digest = file.end({"sum": total})
        missing = [order_no for order_no in sent if order_no not in answers]
        if missing:
            more = f" and {len(missing) - TOLD_MAX} more" if len(missing) > TOLD_MAX else ""
            told = f"no line of {', '.join(missing[:TOLD_MAX])}{more}"
            file.wrong(file.number, told, "a line of each deduction that was sent")
        file.told()
    return BatchResult(head, digest, tuple(answers.values()))


def _answer(text: str, sent: Sent) -> tuple[DeductionOrder, int, ChannelAnswer]:
    """What a line says of which deduction, and the amount. Raises `InvalidInput` that names the field at fault."""
    order_no, state, amount, code, day = RESULT_FIELDS.parse(text)
    order, word, minor = sent.get(order_no), Word(state), int(amount)
    if order is None:
        raise InvalidValue("order_no", order_no, RESULT_FIELDS.expected("order_no"))
    if not _fits(word, minor, order):
        raise InvalidValue("amount", amount, _wanted(word, order))
    if (word is Word.FAILED) != bool(code):
        raise InvalidValue("code", code, "why it failed where it did, and nothing where it did not")
    try:
        on = parse_day(day)
    except InvalidInput as invalid:
        raise invalid.under("day") from None
    taken = Money(minor, order.amount.currency) if word is Word.PARTIAL else None
    return order, minor, ChannelAnswer(word, code, on=None if word is Word.FAILED else on, taken=taken)


def _fits(word: Word, minor: int, order: DeductionOrder) -> bool:
    match word:
        case Word.SUCCESS:
            return minor == order.amount.minor
        case Word.PARTIAL:
            return order.in_part and 0 < minor < order.amount.minor
        case _:
            return minor == 0


def _wanted(word: Word, order: DeductionOrder) -> str:
    asked = order.amount.minor
    if word is Word.SUCCESS:
        return f"{asked}, which was asked for"
    if word is Word.PARTIAL:
        return f"less than {asked}, and above 0" if order.in_part else "no part: none was agreed of this deduction"
    return "0, for nothing was taken"
