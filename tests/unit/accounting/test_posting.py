"""Posting: what is booked is the difference between what a loan's figures are and what they were."""

from collections.abc import Iterator
from pathlib import Path

import attrs
import hypothesis.strategies as st
import pytest
from hypothesis import given

from lending.accounting.journal import JournalLine, Side
from lending.accounting.posting import Entry, PostingRules, entries_between
from lending.loans.figures import NAMES, Figures
from lending_adapters.book import read_book
from lending.accounting.commands import PublishPostingRules

LOAN = "loan_1"


@pytest.fixture(scope="module")
def rules() -> PostingRules:
    return next(command.rules for command in read_book().commands if isinstance(command, PublishPostingRules))


def booked(entries: tuple[Entry, ...]) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    for entry in entries:
        yield entry.event, [(line.side.value[:2], line.account, f"{line.amount // 100}.{line.amount % 100:02d}") for line in entry.lines]
