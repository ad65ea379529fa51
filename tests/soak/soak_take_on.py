"""A portfolio of 100,000 loans taken on into one database, whose books and proofs then hold."""

import shutil
from collections.abc import Sequence
from decimal import Decimal

from lending.accounting.queries import GetTrialBalance
from lending.kernel.money import Money
from lending_adapters.proofs import prove
from lending_adapters.take_on.reading import PortfolioFile
from lending_adapters.take_on.running import take_on
from tests.soak.proof import Proof
from tests.support.platform import staged
from tests.support.portfolio import BAD_EVERY, CUT_OVER, come_to, portfolio, write_portfolio
from tests.support.sources import ROOT

__all__ = ["PROOFS"]

STEPS = 50
ROWS = 2_000
FOLDER = ROOT / "out" / "soak-take-on"


def violations_of(step: int) -> Sequence[str]:
    """Take on the next rows; after the last of them hold the books against what all rows come to."""
    if step == 0:
        shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    url = f"sqlite:///{FOLDER / 'lending.db'}"
    with staged(url, CUT_OVER) as stage:
        file = PortfolioFile(write_portfolio(FOLDER / "loans.csv", portfolio(ROWS, after=step * ROWS)))
        taken = take_on(stage.bus, file, CUT_OVER, stage.clock.now())
        bad = ROWS // BAD_EVERY
        found = [] if (taken.loans, taken.rejected) == (ROWS - bad, bad) else [f"step {step}: {taken}"]
        if step < STEPS - 1:
            return found
        rows = stage.answer(GetTrialBalance()).rows
    booked = {row.account: Decimal(Money(row.debit - row.credit).text) for row in rows}
    wanted = come_to(STEPS * ROWS)
    found += [
        f"{account}: {booked.get(account)}, not {wanted[account]}"
        for account in wanted
        if booked.get(account) != wanted[account]
    ]
    return found + [f"{proof.name}: {proof.first}" for proof in prove(url) if proof.violated]


PROOFS = (Proof(name="100,000 loans taken on, 2,000 a step", of=STEPS, step=violations_of),)
