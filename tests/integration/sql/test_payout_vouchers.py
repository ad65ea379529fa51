"""One dealer's limit from everywhere at once: what fits is promised, and what was promised is redeemed once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time
from threading import Barrier

import pytest

from lending.application.call import CHINA, Call
from lending.contracts.commands import AcceptContract
from lending.customers.commands import RegisterCustomer
from lending.dealers.commands import ActivateDealer, RegisterDealer, SetDealerExposure
from lending.dealers.dealer import PayeeAccount
from lending.kernel.ids import RequestId
from lending.kernel.money import Money
from lending.kernel.outcome import Success
from lending.origination.commands import ConfirmOffer, SubmitApplication
from lending.payments.channel import ChannelAnswer, Word
from lending.payments.commands import RecordPayoutAnswer
from lending.payments.ports import DISBURSEMENTS, PAYOUT_VOUCHERS
from lending.payments.voucher_commands import IssuePayoutVoucher
from lending_adapters.privacy import Keyring
from lending_adapters.proofs import prove
from tests.support.desk import person, vehicle
from tests.support.platform import SYSTEM, Stage, staged

pytestmark = pytest.mark.requirement("R103", command="IssuePayoutVoucher")

FRIDAY, MONDAY = date(2024, 1, 5), date(2024, 1, 8)
THREADS = 32
FITTING = 10


def ordered(stage: Stage) -> list[str]:
    """32 cars signed for at one shop, of which nothing is promised yet."""
    account = PayeeAccount("6222021001001234567", "ICBC", "北京示例汽车销售有限公司")
    dealer = stage.done(RegisterDealer("示例4S店", "北京", account)).dealer_id
    stage.done(ActivateDealer(dealer))
    stage.done(SetDealerExposure(dealer, Money.parse(f"{FITTING * 20_000}.00")), SYSTEM)
    for serial in range(1, THREADS + 1):
        customer = stage.done(RegisterCustomer(person(serial))).customer_id
        asked = SubmitApplication(
            customer_id=customer,
            product="car-leaseback",
            amount=Money.parse("20000.00"),
            instalments=36,
            dealer_id=dealer,
            vehicle=vehicle(serial),
        )
        contract = stage.done(ConfirmOffer(stage.done(asked).application_id))
        accepted = AcceptContract(contract.contract_id, contract.digest)
        assert isinstance(stage.bus.execute(accepted, stage.call()), Success)
    return [order.contract_id for order in stage.platform.store.page(DISBURSEMENTS, None, "", "", 2 * THREADS)]


def test_of_32_cars_exactly_those_that_fit_are_promised_and_each_is_redeemed_once(postgres_url: str) -> None:
    keyring = Keyring.generate().text
    with staged(postgres_url, FRIDAY, keyring=keyring) as stage:
        contracts = ordered(stage)
        start = Barrier(THREADS)

        def issue(number: int) -> bool:
            call = Call(request_id=RequestId(f"issue-{number}"), actor=SYSTEM, received_at=stage.clock.now())
            start.wait()
            outcome = stage.platform.bus.execute(IssuePayoutVoucher(contracts[number]), call)
            return outcome.unwrap().voucher_id is not None

        with ThreadPoolExecutor(THREADS) as threads:
            promised = sum(threads.map(issue, range(THREADS)))
        assert promised == FITTING
        stage.work()

        vouchers = stage.platform.store.page(PAYOUT_VOUCHERS, None, "", "", 2 * THREADS)
        assert len(vouchers) == FITTING
        stage.payouts.words = [Word.ACCEPTED] * FITTING
        stage.days_pass(MONDAY)
        stage.clock.at = datetime.combine(MONDAY, time(10), CHINA)
        stage.work()
        again = Barrier(THREADS)
        key = DISBURSEMENTS.key("contract_id")
        (order,) = stage.platform.store.lookup(DISBURSEMENTS, key, vouchers[0].contract_id)
        word = RecordPayoutAnswer(order.value.id, order.value.order_no, ChannelAnswer(Word.SUCCESS))

        def redeem(number: int) -> str:
            call = Call(request_id=RequestId(f"redeem-{number}"), actor=SYSTEM, received_at=stage.clock.now())
            again.wait()
            return stage.platform.bus.execute(word, call).unwrap().status

        with ThreadPoolExecutor(THREADS) as threads:
            assert set(threads.map(redeem, range(THREADS))) == {"SUCCESS"}
        assert [line for line in stage.booked("VOUCHER_REDEEMED", MONDAY) if line[1] == "2202.01"] == [
            ("Dr", "2202.01", "20000.00")
        ]
    assert not [proof for proof in prove(postgres_url, {"LENDING_KEYRING": keyring}) if proof.violated]
