"""A fake channel that is sent deductions by file, and answers by file."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from lending.kernel.money import Money
from lending.payments.batches import BATCH_LINES_MAX
from lending.payments.channel import ChannelAnswer, CollectionRequest, Word
from lending.payments.ports import CollectionChannel
from lending_adapters.deductions.form import COLUMNS, DEDUCTIONS, Head, csv_fields, parse_head
from lending_adapters.deductions.writing import write_results
from lending_adapters.sealed_files import SealedReader

__all__ = ["answer_batch"]


def answer_batch(path: Path, result: Path, channel: CollectionChannel, today: date) -> str:
    """Carry out every deduction of the file through a channel that answers at once, and write what became of each."""
    with SealedReader(path) as file:
        head = file.start(lambda text: parse_head(text, DEDUCTIONS), COLUMNS)
        asked = list(file.body(csv_fields, BATCH_LINES_MAX))
        total = sum(int(fields["amount"]) for fields in asked)
        file.end({"sum": total})
    return write_results(result, head, _results(head, asked, channel, today)).digest


def _results(
    batch: Head, asked: list[dict[str, str]], channel: CollectionChannel, today: date
) -> Iterator[tuple[str, str, int, str, str]]:
    for fields in asked:
        amount = Money(int(fields["amount"]), batch.currency)
        request = CollectionRequest(
            channel=batch.channel,
            order_no=fields["order_no"],
            amount=amount,
            account=fields["account"],
            bank=fields["bank"],
            holder=fields["holder"],
            agreement=fields["agreement"],
            in_part=fields["in_part"] == "Y",
        )
        answer = channel.collect(request)
        yield fields["order_no"], answer.word.value, _taken(answer, amount), answer.code, today.isoformat()


def _taken(answer: ChannelAnswer, amount: Money) -> int:
    if answer.taken is not None:
        return answer.taken.minor
    return amount.minor if answer.word is Word.SUCCESS else 0
