"""Whose money an approved application is lent from: one funder at a time, every try kept, quotas never oversold."""

from datetime import date, timedelta

import attrs
import pytest

from lending.contracts.commands import AcceptContract
from lending.funding.commands import PublishFunder, PublishFundingRules, PublishFundingScheme
from lending.funding.decision import FundingDecision, FundingState
from lending.funding.funder import Funder, FunderType, Grade, Quota, QuotaKind
from lending.funding.gateway import FunderWord
from lending.funding.ports import FUNDED_LOANS, FUNDERS, FUNDING_DECISIONS
from lending.funding.queries import GetFunderUsage, GetFunding
from lending.funding.refusals import FunderNotFound, FundingNotSought
from lending.funding.rules import FundingRules, GradePercent, Regulation, RegulationKind
from lending.funding.schemes import FundingScheme
from lending.funding.sharing import FunderShare, Sharing
from lending.kernel.money import Money
from lending.loans.commands import RepayLoan
from lending.loans.ids import LoanId
from lending.loans.ports import LOANS
from lending.origination.commands import CancelApplication, ConfirmOffer, SubmitApplication
from lending.origination.ids import ApplicationId
from lending.origination.queries import ApplicationView, GetApplication
from lending.payments.channel import Word
from lending.products.commands import PublishProduct
from lending.products.ports import PRODUCTS
from tests.support.desk import SYSTEM, Desk

PRODUCT = "routed-loan"
TOTAL = Quota(kind=QuotaKind.TOTAL, amount=Money.parse("50000.00"))


@pytest.fixture
def desk() -> Desk:
    return Desk()


def funder(code: str, *quotas: Quota, **said: object) -> Funder:
    stated = {
        "name": code,
        "priority": ord(code[-1]),
        "version": 1,
        "type": FunderType.BANK,
        "quotas": quotas or (TOTAL,),
        **said,
    }
    return Funder(code=code, **stated)  # type: ignore[arg-type] - as the test says


def scheme(code: str, **weights: int) -> FundingScheme:
    shares = tuple(FunderShare(funder, weight) for funder, weight in weights.items())
    return FundingScheme(code=code, name=code, version=1, sharing=Sharing(shares))


def offer(desk: Desk, funders: tuple[Funder, ...], *schemes: FundingScheme) -> None:
    for one in funders:
        before = desk.store.load(FUNDERS, one.code)
        desk.done(PublishFunder(attrs.evolve(one, version=before.value.version + 1 if before else 1)), SYSTEM)
    for each in schemes:
        desk.done(PublishFundingScheme(each), SYSTEM)
    held = desk.store.load(PRODUCTS, "small-cash")
    assert held is not None
    funding = tuple(each.code for each in schemes)
    product = attrs.evolve(held.value, code=PRODUCT, version=1, funding=funding, active_loans_max=10)
    desk.done(PublishProduct(product), SYSTEM)


def submit(desk: Desk, serial: int = 1, amount: str = "10000.00") -> ApplicationId:
    asked = SubmitApplication(
        customer_id=desk.customer(serial), product=PRODUCT, amount=Money.parse(amount), instalments=12
    )
    return desk.done(asked).application_id


def apply(desk: Desk, serial: int = 1, amount: str = "10000.00") -> ApplicationView:
    application_id = submit(desk, serial, amount)
    desk.work()
    return desk.answer(GetApplication(application_id))


def decision_of(desk: Desk, application_id: ApplicationId) -> FundingDecision:
    held = desk.store.load(FUNDING_DECISIONS, application_id.value)
    assert held is not None
    return held.value


def tries(desk: Desk, view: ApplicationView) -> list[tuple[str, str, tuple[str, ...]]]:
    decision = desk.answer(GetFunding(view.application_id.value))
    return [(one.funder, one.outcome, tuple(reason.code for reason in one.reasons)) for one in decision.tries]


def drawn(desk: Desk, code: str = "BANK_A", kind: str = "TOTAL") -> tuple[int, int, int]:
    usage = desk.answer(GetFunderUsage(code))
    quota = next(one for one in usage.quotas if one.kind == kind)
    return quota.occupied, quota.used, quota.free


def pay_out(desk: Desk, view: ApplicationView) -> LoanId:
    contract = desk.done(ConfirmOffer(view.application_id))
    desk.done(AcceptContract(contract.contract_id, contract.digest))
    desk.work()
    loan_id = desk.answer(GetApplication(view.application_id)).loan_id
    assert loan_id is not None
    return LoanId(loan_id)


A70, B70 = scheme("a-70", BANK_A=7_000), scheme("b-70", BANK_B=7_000)
OWN_MONEY = scheme("own")


def test_the_first_approval_wins_and_makes_the_offer(desk: Desk) -> None:
    offer(desk, (funder("BANK_A"), funder("BANK_B")), A70, B70)
    view = apply(desk)
    assert (view.status, view.offer is not None) == ("APPROVED", True)
    assert tries(desk, view) == [("BANK_A", "APPROVED", ())]
    assert [request.share for request in desk.funders.requests] == [Money.parse("7000.00")]


def test_no_offer_is_made_before_the_money_is_found(desk: Desk) -> None:
    offer(desk, (funder("BANK_A"),), A70)
    desk.funders.words = [FunderWord.PENDING]
    view = apply(desk)
    assert (view.status, view.offer) == ("FUNDING", None)
    desk.work(timedelta(seconds=10))
    after = desk.answer(GetApplication(view.application_id))
    assert after.status == "APPROVED"
    assert after.offer is not None
    assert after.offer.valid_until == desk.now + timedelta(days=7)


def test_after_a_refusal_the_next_is_tried_and_the_quota_is_free_again(desk: Desk) -> None:
    offer(desk, (funder("BANK_A"), funder("BANK_B")), A70, B70)
    desk.funders.words = [FunderWord.REFUSED]
    view = apply(desk)
    assert tries(desk, view) == [("BANK_A", "REFUSED", ("SCORE",)), ("BANK_B", "APPROVED", ())]
    assert drawn(desk, "BANK_A") == (0, 0, 5_000_000)
    assert drawn(desk, "BANK_B") == (700_000, 0, 4_300_000)


@pytest.mark.parametrize("silence", [FunderWord.UNKNOWN, FunderWord.PENDING])
def test_no_second_funder_is_asked_while_the_first_is_undecided(desk: Desk, silence: FunderWord) -> None:
    offer(desk, (funder("BANK_A"), funder("BANK_B")), A70, B70)
    desk.funders.words = [silence] * 6 + [FunderWord.REFUSED]
    view = apply(desk)
    for _ in range(5):
        desk.work(timedelta(hours=1))
        assert {heard[1] for heard in desk.funders.heard} == {"BANK_A"}
        assert drawn(desk, "BANK_A") == (700_000, 0, 4_300_000)
    desk.work(timedelta(hours=1))
    assert [heard[:2] for heard in desk.funders.heard] == [
        ("apply", "BANK_A"),
        *[("query", "BANK_A")] * 6,
        ("apply", "BANK_B"),
    ]
    assert desk.answer(GetApplication(view.application_id)).status == "APPROVED"


def test_an_application_that_never_arrived_goes_out_again_under_its_number(desk: Desk) -> None:
    offer(desk, (funder("BANK_A"),), A70)
    desk.funders.words = [FunderWord.UNKNOWN, FunderWord.NOT_FOUND, FunderWord.APPROVED]
    apply(desk)
    desk.work(timedelta(seconds=10))
    assert [act for act, _, _ in desk.funders.heard] == ["apply", "query", "apply"]
    assert len({number for _, _, number in desk.funders.heard}) == 1


def test_all_funders_of_a_scheme_must_approve(desk: Desk) -> None:
    both = scheme("both", BANK_A=4_000, BANK_B=3_000)
    offer(desk, (funder("BANK_A"), funder("BANK_B")), both, OWN_MONEY)
    desk.funders.words = [FunderWord.APPROVED, FunderWord.REFUSED]
    view = apply(desk)
    assert tries(desk, view) == [
        ("BANK_A", "APPROVED", ()),
        ("BANK_B", "REFUSED", ("SCORE",)),
        ("OWN", "APPROVED", ()),
    ]
    assert (drawn(desk, "BANK_A")[0], drawn(desk, "BANK_B")[0]) == (0, 0)


def test_without_our_own_money_the_application_is_rejected(desk: Desk) -> None:
    offer(desk, (funder("BANK_A"),), A70)
    desk.funders.words = [FunderWord.REFUSED]
    view = apply(desk)
    assert (view.status, view.reasons, view.offer) == ("REJECTED", ("NO_FUND",), None)


def test_a_funder_without_room_is_passed_over_with_the_quota_that_is_full(desk: Desk) -> None:
    full = funder("BANK_A", TOTAL, Quota(kind=QuotaKind.DAY_COUNT, count=1))
    offer(desk, (full, funder("BANK_B")), A70, B70)
    apply(desk, 1)
    assert tries(desk, apply(desk, 2)) == [
        ("BANK_A", "PASSED_OVER", ("QUOTA_DAY_COUNT",)),
        ("BANK_B", "APPROVED", ()),
    ]


def test_a_day_s_quota_is_fresh_the_next_day(desk: Desk) -> None:
    offer(desk, (funder("BANK_A", Quota(kind=QuotaKind.DAY_COUNT, count=1)),), A70)
    assert apply(desk, 1).status == "APPROVED"
    assert apply(desk, 2).status == "REJECTED"
    desk.close_days_until(date(2024, 1, 6))
    assert apply(desk, 3).status == "APPROVED"


@pytest.mark.parametrize(
    ("quota", "name"),
    [
        (Quota(kind=QuotaKind.DAY_PAYOUT, amount=Money.parse("6999.99")), "QUOTA_DAY_PAYOUT"),
        (Quota(kind=QuotaKind.CUSTOMER, amount=Money.parse("6999.99")), "QUOTA_CUSTOMER"),
        (Quota(kind=QuotaKind.REGION, of="北京", percent=13), "QUOTA_REGION"),
        (Quota(kind=QuotaKind.TERM, of="12", percent=13), "QUOTA_TERM"),
        (Quota(kind=QuotaKind.PRODUCT, of=PRODUCT, percent=13), "QUOTA_PRODUCT"),
    ],
)
def test_each_quota_bounds_the_funder_s_part(desk: Desk, quota: Quota, name: str) -> None:
    offer(desk, (funder("BANK_A", TOTAL, quota),), A70)
    assert tries(desk, apply(desk)) == [("BANK_A", "PASSED_OVER", (name,))]


def test_a_quota_of_another_region_does_not_concern_the_loan(desk: Desk) -> None:
    offer(desk, (funder("BANK_A", TOTAL, Quota(kind=QuotaKind.REGION, of="上海", percent=0)),), A70)
    assert apply(desk).status == "APPROVED"


def test_the_grade_bounds_how_much_of_the_quota_is_used(desk: Desk) -> None:
    """R34: grade C may use half of 50,000.00, so three parts of 7,000.00 and no fourth."""
    rules = FundingRules(version=2, grades=(GradePercent(Grade.C, 50),))
    desk.done(PublishFundingRules(rules), SYSTEM)
    offer(desk, (funder("BANK_A", grade=Grade.C),), A70)
    assert [apply(desk, serial).status for serial in range(1, 5)] == [*["APPROVED"] * 3, "REJECTED"]
    assert drawn(desk) == (2_100_000, 0, 400_000)


def test_the_regulator_s_bound_of_a_funder_s_outstanding_principal_is_a_quota(desk: Desk) -> None:
    bound = Regulation(
        kind=RegulationKind.FUNDER_OUTSTANDING_MAX,
        percent=25,
        since=date(2022, 1, 1),
        base=Money.parse("40000.00"),
        source="银保监办发〔2021〕24号",
    )
    desk.done(PublishFundingRules(FundingRules(version=2, regulations=(bound,))), SYSTEM)
    offer(desk, (funder("BANK_A"),), A70)
    assert apply(desk, 1).status == "APPROVED"
    assert tries(desk, apply(desk, 2)) == [("BANK_A", "PASSED_OVER", ("QUOTA_FUNDER_OUTSTANDING_MAX",))]


def test_a_joint_loan_with_too_little_of_our_own_is_refused_by_the_shipped_regulation(desk: Desk) -> None:
    offer(desk, (funder("BANK_A"),), scheme("a-90", BANK_A=9_000))
    assert tries(desk, apply(desk)) == [("BANK_A", "PASSED_OVER", ("OWN_SHARE_MIN",))]


def test_what_is_occupied_is_used_at_payout_and_comes_back_with_the_principal(desk: Desk) -> None:
    offer(desk, (funder("BANK_A", TOTAL, Quota(kind=QuotaKind.DAY_PAYOUT, amount=Money.parse("50000.00"))),), A70)
    view = apply(desk)
    assert drawn(desk) == (700_000, 0, 4_300_000)
    loan_id = pay_out(desk, view)
    assert drawn(desk) == (0, 700_000, 4_300_000)
    assert drawn(desk, kind="DAY_PAYOUT") == (0, 700_000, 4_300_000)
    loan = desk.store.load(FUNDED_LOANS, loan_id.value)
    assert loan is not None
    assert loan.value.scheme == "a-70"
    desk.close_days_until(date(2024, 2, 20))
    desk.done(RepayLoan(loan_id, Money.parse("500.00"), "counter-1"))
    held = desk.store.load(LOANS, loan_id.value)
    assert held is not None
    repaid = 1_000_000 - held.value.account(desk.day).figures.principal_outstanding
    assert repaid > 0
    # 7/10 of what is repaid, rounded half up as the largest remainder does for two parties.
    assert drawn(desk)[1] == 700_000 - (repaid * 7 + 5) // 10


def test_a_payout_that_fails_for_good_releases_everything(desk: Desk) -> None:
    offer(desk, (funder("BANK_A"),), A70)
    view = apply(desk)
    desk.payouts.words = [Word.FAILED] * 5
    contract = desk.done(ConfirmOffer(view.application_id))
    desk.done(AcceptContract(contract.contract_id, contract.digest))
    desk.work(timedelta(hours=12))
    assert desk.answer(GetApplication(view.application_id)).status == "CANCELLED"
    assert drawn(desk) == (0, 0, 5_000_000)


def test_an_offer_that_lapses_releases_everything(desk: Desk) -> None:
    offer(desk, (funder("BANK_A"),), A70)
    view = apply(desk)
    desk.work(timedelta(days=8))
    assert desk.answer(GetApplication(view.application_id)).status == "EXPIRED"
    assert drawn(desk) == (0, 0, 5_000_000)
    assert decision_of(desk, view.application_id).state is FundingState.WITHDRAWN


@pytest.mark.parametrize("word", [FunderWord.APPROVED, FunderWord.REFUSED])
def test_what_a_funder_may_still_decide_on_stays_held_after_a_cancellation(desk: Desk, word: FunderWord) -> None:
    offer(desk, (funder("BANK_A"), funder("BANK_B")), A70, B70)
    desk.funders.words = [FunderWord.UNKNOWN, word]
    view = apply(desk)
    desk.done(CancelApplication(view.application_id))
    assert drawn(desk) == (700_000, 0, 4_300_000)
    desk.work(timedelta(seconds=10))
    assert drawn(desk) == (0, 0, 5_000_000)
    assert decision_of(desk, view.application_id).state is FundingState.WITHDRAWN
    assert {heard[1] for heard in desk.funders.heard} == {"BANK_A"}


def test_where_the_rules_say_so_an_application_waits_for_money(desk: Desk) -> None:
    desk.done(PublishFundingRules(FundingRules(version=2, wait_hours=2)), SYSTEM)
    offer(desk, (funder("BANK_A", opens="19:30", closes="24:00"),), A70)
    view = apply(desk)
    assert view.status == "FUNDING"
    desk.work(timedelta(hours=1))
    desk.work(timedelta(hours=1))
    desk.work(timedelta(hours=1))
    assert desk.answer(GetApplication(view.application_id)).status == "REJECTED"


def test_a_loan_keeps_the_scheme_as_it_was_when_its_money_was_found(desk: Desk) -> None:
    offer(desk, (funder("BANK_A"), funder("BANK_B")), A70)
    view = apply(desk)
    changed = attrs.evolve(A70, version=2, sharing=Sharing((FunderShare("BANK_B", 5_000),)))
    desk.done(PublishFundingScheme(changed), SYSTEM)
    loan = desk.store.load(FUNDED_LOANS, pay_out(desk, view).value)
    assert loan is not None
    assert loan.value.sharing == A70.sharing


def test_bounds_and_quotas_of_our_own_money_hold_too(desk: Desk) -> None:
    own = funder("OWN", Quota(kind=QuotaKind.TOTAL, amount=Money.parse("3000.00")), type=FunderType.OWN)
    offer(desk, (funder("BANK_A"), own), A70)
    assert apply(desk, 1).status == "APPROVED"
    assert drawn(desk, "OWN") == (300_000, 0, 0)
    assert tries(desk, apply(desk, 2)) == [("OWN", "PASSED_OVER", ("QUOTA_TOTAL",))]


def test_what_is_not_there_is_refused(desk: Desk) -> None:
    assert desk.unanswered(GetFunding("app-none")) == FundingNotSought("app-none")
    assert desk.unanswered(GetFunderUsage("BANK_Z")) == FunderNotFound("BANK_Z")
