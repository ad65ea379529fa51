"""One line drawn on from everywhere at once: what fits wins, and what stands is what was promised."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import attrs

from lending.application.call import Call
from lending.contracts.commands import AcceptContract
from lending.credit.commands import ActivateCreditLine, GrantCreditLine
from lending.credit.ports import CREDIT_LINES
from lending.credit.queries import GetCreditLine
from lending.customers.commands import RegisterCustomer
from lending.kernel.ids import RequestId
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Success
from lending.operations.refusals import NoRoomInLimit
from lending.origination.commands import ConfirmOffer, SubmitApplication
from lending.origination.ids import ApplicationId
from lending.products.commands import PublishProduct
from lending.products.ports import PRODUCTS
from lending_adapters.privacy import Keyring
from lending_adapters.proofs import prove
from tests.support.desk import person
from tests.support.platform import CLERK, SYSTEM, Stage, staged

START = date(2024, 4, 5)
THREADS = 32
FITTING = 10


def offered(stage: Stage) -> list[ApplicationId]:
    """A line of 10,000.00 for a project, and 32 buyers with an offer of 1,000.00 each."""
    held = stage.platform.store.load(PRODUCTS, "small-cash")
    assert held is not None
    stage.done(PublishProduct(attrs.evolve(held.value, code="line-cash", on_line=True)), SYSTEM)
    grant = GrantCreditLine(name="house 7", total=Money.parse("10000.00"), until=date(2024, 12, 31))
    line_id = stage.done(grant, SYSTEM).line_id
    stage.done(ActivateCreditLine(line_id), SYSTEM)
    customers = [stage.done(RegisterCustomer(person(serial))).customer_id for serial in range(1, THREADS + 1)]
    asked = [
        SubmitApplication(
            customer_id=customer,
            product="line-cash",
            amount=Money.parse("1000.00"),
            instalments=12,
            line_id=line_id,
        )
        for customer in customers
    ]
    return [stage.done(each).application_id for each in asked]


def test_of_32_draws_on_a_line_exactly_those_that_fit_win(postgres_url: str) -> None:
    keyring = Keyring.generate().text
    with staged(postgres_url, START, keyring=keyring) as stage:
        applications = offered(stage)
        (line,) = (view for view in stage.platform.store.page(CREDIT_LINES, None, "", "", 10))
        start = Barrier(THREADS)

        def confirm(number: int) -> bool:
            call = Call(request_id=RequestId(f"confirm-{number}"), actor=CLERK, received_at=stage.clock.now())
            start.wait()
            outcome = stage.platform.bus.execute(ConfirmOffer(applications[number]), call)
            if isinstance(outcome, Failure):
                assert isinstance(outcome.failure(), NoRoomInLimit), outcome
                return False
            contract = outcome.unwrap()
            accept = AcceptContract(contract.contract_id, contract.digest)
            accepted = attrs.evolve(call, request_id=RequestId(f"accept-{number}"))
            assert isinstance(stage.platform.bus.execute(accept, accepted), Success)
            return True

        with ThreadPoolExecutor(THREADS) as threads:
            won = sum(threads.map(confirm, range(THREADS)))
        assert won == FITTING
        stage.work()
        view = stage.answer(GetCreditLine(line.id))
        assert (view.used.text, view.occupied.text, view.free.text) == ("10000.00", "0.00", "0.00")
    assert not [proof for proof in prove(postgres_url, {"LENDING_KEYRING": keyring}) if proof.violated]
