"""A payout and a deduction that change their channels, the same on every store: orders, quota, breaker and books."""

from datetime import timedelta
from pathlib import Path

import pytest

from lending.accounting.channel_lines import CHANNEL_BALANCE
from lending.accounting.queries import GetLedger
from lending.contracts.commands import AcceptContract
from lending.origination.commands import ConfirmOffer
from lending.origination.queries import GetApplication
from lending.payments.channel import ChannelAnswer, Word
from lending.payments.queries import ChannelView, GetPayout, ListChannels
from lending_adapters.privacy import Keyring
from lending_adapters.proofs import prove
from tests.support.platform import Stage, staged
from tests.support.scenario import AMOUNT, FIRST_DUE, START, a_customer, an_application_is_offered

pytestmark = pytest.mark.requirement("R6", "R67")

REJECTED = ChannelAnswer(Word.FAILED, "BANK_REJECTED")
INSUFFICIENT = ChannelAnswer(Word.FAILED, "INSUFFICIENT")


def run(stage: Stage) -> None:
    """Rejected by the first channel, paid by the second; the first instalment likewise, after noon."""
    borrower, customer = a_customer(stage)
    application = an_application_is_offered(stage, borrower, customer)
    contract = stage.done(ConfirmOffer(application), customer)
    stage.payouts.words = [REJECTED, Word.UNKNOWN]
    stage.done(AcceptContract(contract.contract_id, contract.digest), customer)
    in_doubt = stage.answer(GetPayout(contract.contract_id.value))
    assert (in_doubt.status, in_doubt.channel, [each.channel for each in in_doubt.failed]) == (
        "IN_DOUBT",
        "QUICK",
        ["MAIN"],
    )
    before = channel(stage, "MAIN"), channel(stage, "QUICK")
    assert before[0].payout_amount_left - before[1].payout_amount_left == 80_000_000_00 - 20_000_000_00 + AMOUNT.minor
    stage.work(after=timedelta(seconds=10))
    assert stage.answer(GetApplication(application), customer).status == "PAID"
    assert channel(stage, "QUICK").payout_amount_left == before[1].payout_amount_left, "used is not free"

    stage.collections.words = [INSUFFICIENT, REJECTED]
    stage.days_pass(until=FIRST_DUE)
    assert ledger(stage) == [("QUICK", -AMOUNT.minor)]
    stage.work(after=timedelta(hours=2))
    assert ledger(stage) == [("QUICK", -AMOUNT.minor), ("QUICK", 1_100_16)]
    assert [act for act, _ in stage.collections.heard] == ["collect"] * 3


def channel(stage: Stage, code: str) -> ChannelView:
    """A channel as it stands."""
    return next(each for each in stage.answer(ListChannels()).channels if each.code == code)


def ledger(stage: Stage) -> list[tuple[str, int]]:
    """The channels' account: whose line, and how much."""
    rows = stage.answer(GetLedger(account=CHANNEL_BALANCE, through=FIRST_DUE)).rows
    return [(row.party, row.amount) for row in rows]


def test_on_memory() -> None:
    with staged("memory", START) as stage:
        run(stage)


def test_on_sqlite(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'channels.db'}"
    with staged(url, START) as stage:
        run(stage)
    assert not [proof for proof in prove(url) if proof.violated]


def test_on_postgresql(postgres_url: str) -> None:
    keyring = Keyring.generate().text
    with staged(postgres_url, START, keyring=keyring) as stage:
        run(stage)
    assert not [proof for proof in prove(postgres_url, {"LENDING_KEYRING": keyring}) if proof.violated]


def test_over_grpc() -> None:
    with staged("memory", START, over_grpc=True) as stage:
        run(stage)
