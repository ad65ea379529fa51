"""Applications move as machine 3.1 says, as far as it is built."""

from datetime import date, datetime, timedelta
from itertools import product as pairs
from typing import Any

import pytest

from lending.kernel.ids import RequestId
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.rates import Rate
from lending.origination.application import MOVES, Act, ApplicationStatus, CreditApplication
from lending.origination.ids import ApplicationId
from lending.origination.offer import Offer
from lending.origination.refusals import ApplicationNotInStatus, OfferExpired
from lending.products.product import Payee
from lending.risk.admission import Reason
from tests.support.samples import AGREED, AT

OFFER = Offer(
    product_version=1,
    payee=Payee.BORROWER,
    agreed=AGREED,
    apr=Rate.parse("0.18"),
    instalment=Money.parse("1100.19"),
    total_interest=Money.parse("1201.95"),
    total_fees=Money.parse("0.00"),
    valid_until=AT + timedelta(days=7),
)


def application(status: ApplicationStatus) -> CreditApplication:
    return CreditApplication(
        id=ApplicationId.make(RequestId("r1"), 0),
        customer_id="cust_1",
        product="small-cash",
        amount=AGREED.principal,
        instalments=12,
        dealer_id=None,
        vehicle=None,
        submitted_at=AT,
        submitted_on=date(2024, 1, 5),
        status=status,
        offer=None if status is ApplicationStatus.SUBMITTED else OFFER,
    )


def do(held: CreditApplication, act: Act, at: datetime = AT) -> Outcome[CreditApplication, Any]:
    acts: dict[Act, Any] = {
        Act.CHECK: lambda: held.check(OFFER),
        Act.SCORE: lambda: held.score(OFFER),
        Act.REFER: lambda: held.refer((Reason("YOUNG", "decided by the rules"),), OFFER),
        Act.SEEK_FUNDING: lambda: held.seek_funding(OFFER),
        Act.APPROVE: lambda: held.approve(OFFER),
        Act.REJECT: lambda: held.reject((Reason("TOO_YOUNG", "aged 17"),)),
        Act.CONFIRM: lambda: held.confirm(at),
        Act.EXPIRE: lambda: held.expire(OFFER.valid_until),
        Act.SIGN: held.sign,
        Act.AWAIT_REVIEW: held.await_review,
        Act.TURN_DOWN: lambda: held.turn_down(Reason("LIVENESS_FAILED", "thrice")),
        Act.PICK_UP: lambda: held.pick_up("0" * 64),
        Act.PAY: held.pay,
        Act.PAID: held.paid,
        Act.CANCEL: held.cancel,
        Act.ABANDON: held.abandon,
        Act.TAKE_BACK: held.taken_back,
    }
    outcome: Outcome[CreditApplication, Any] = acts[act]()
    return outcome


@pytest.mark.parametrize(("status", "act"), sorted(MOVES, key=str))
def test_every_move_of_the_table_leads_where_the_table_says(status: ApplicationStatus, act: Act) -> None:
    assert do(application(status), act).unwrap().status is MOVES[status, act]


@pytest.mark.parametrize(("status", "act"), [pair for pair in pairs(ApplicationStatus, Act) if pair not in MOVES])
def test_every_pair_outside_the_table_is_refused(status: ApplicationStatus, act: Act) -> None:
    refused = do(application(status), act)
    assert isinstance(refused, Failure)
    assert isinstance(refused.failure(), ApplicationNotInStatus)


def test_an_offer_is_taken_until_its_last_instant_and_not_after() -> None:
    approved = application(ApplicationStatus.APPROVED)
    assert isinstance(do(approved, Act.CONFIRM, OFFER.valid_until - timedelta(microseconds=1)), Success)
    late = do(approved, Act.CONFIRM, OFFER.valid_until)
    assert late == Failure(OfferExpired(approved.id.value, OFFER.valid_until))


def test_a_valid_offer_does_not_lapse_early() -> None:
    early = application(ApplicationStatus.APPROVED).expire(AT)
    assert isinstance(early, Failure)


def test_rejection_keeps_every_reason() -> None:
    reasons = (Reason("TOO_YOUNG", "aged 17"), Reason("INCOME_TOO_LOW", "over 50 %"))
    rejected = application(ApplicationStatus.SUBMITTED).reject(reasons).unwrap()
    assert rejected.reasons == reasons
