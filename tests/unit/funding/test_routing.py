"""The funding route: what filters a funder out, and in which order the others are tried (§5)."""

from datetime import date, datetime
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lending.application.call import CHINA
from lending.funding.funder import CustomerGroup, Funder, FunderType, Grade, Quota, QuotaKind
from lending.funding.routing import Candidate, FundingFacts, candidate_of, in_order, reasons_against
from lending.funding.rules import FundingRules, Order, Regulation, RegulationKind
from lending.funding.schemes import FundingScheme
from lending.funding.sharing import FunderShare, Sharing
from lending.kernel.invalid import InvalidValue
from lending.kernel.money import Money
from lending.kernel.rates import Rate

AT = datetime(2024, 1, 5, 10, tzinfo=CHINA)
DAY = date(2024, 1, 5)
NO_RULES = FundingRules(version=1)
FACTS = FundingFacts(
    product="small-cash",
    amount=Money.parse("10000.00"),
    instalments=12,
    customer_id="cus-1",
    group=CustomerGroup.NEW,
    age=34,
    region="北京",
    dealer_id=None,
)
LAW = "银保监办发〔2021〕24号"


def funder(code: str = "BANK_A", **said: Any) -> Funder:
    return Funder(code=code, name=code, version=1, **{"type": FunderType.BANK, **said})


def candidate(lead: Funder, weight: int = 7_000) -> Candidate:
    code = lead.code.lower().replace("_", "-")
    scheme = FundingScheme(code=code, name=code, version=1, sharing=Sharing((FunderShare(lead.code, weight),)))
    return candidate_of(scheme, {lead.code: lead}, FACTS.amount)


def codes(lead: Funder, rules: FundingRules = NO_RULES, at: datetime = AT, weight: int = 7_000) -> tuple[str, ...]:
    against = reasons_against(candidate(lead, weight), FACTS, rules, at, at.date())
    return tuple(reason.code for reason in against.get(lead.code, ()))


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"enabled": False}, "FUNDER_OFF"),
        ({"type": FunderType.WEALTH}, "FUNDER_OFF"),
        ({"opens": "10:01"}, "OUT_OF_HOURS"),
        ({"closes": "10:00"}, "OUT_OF_HOURS"),
        ({"regions": ("上海",)}, "REGION"),
        ({"age_min": 35}, "AGE"),
        ({"age_max": 33}, "AGE"),
        ({"products": ("car-leaseback",)}, "PRODUCT"),
        ({"amount_min": Money.parse("10000.01")}, "AMOUNT"),
        ({"amount_max": Money.parse("9999.99")}, "AMOUNT"),
        ({"instalments_min": 13}, "TERM"),
        ({"instalments_max": 11}, "TERM"),
        ({"groups": (CustomerGroup.RETURNING,)}, "CUSTOMER_GROUP"),
    ],
)
def test_each_filter_names_itself(said: dict[str, Any], reason: str) -> None:
    assert codes(funder(**said)) == (reason,)


@pytest.mark.parametrize(
    "said",
    [
        {"type": FunderType.WEALTH, "enabled": True},
        {"opens": "10:00", "closes": "10:01"},
        {"opens": "22:00", "closes": "10:01"},
        {"regions": ("上海", "北京"), "products": ("small-cash",), "groups": (CustomerGroup.NEW,)},
        {"age_min": 34, "age_max": 34, "instalments_min": 12, "instalments_max": 12},
        {"amount_min": FACTS.amount, "amount_max": FACTS.amount},
    ],
)
def test_bounds_include_their_edges(said: dict[str, Any]) -> None:
    assert codes(funder(**said)) == ()


def test_every_reason_is_kept() -> None:
    assert codes(funder(age_min=35, regions=("上海",))) == ("REGION", "AGE")


def test_who_is_not_published_is_passed_over() -> None:
    scheme = FundingScheme(code="bank-b", name="B", version=1, sharing=Sharing((FunderShare("BANK_B", 7_000),)))
    against = reasons_against(candidate_of(scheme, {}, FACTS.amount), FACTS, NO_RULES, AT, DAY)
    assert [reason.code for reason in against["BANK_B"]] == ["FUNDER_UNPUBLISHED"]


class TestRegulations:
    """A figure bounds the shares of a joint loan from its first day on, for the funders that it speaks of."""

    OWN_MIN = Regulation(
        kind=RegulationKind.OWN_SHARE_MIN, percent=30, since=date(2022, 1, 1), types=(FunderType.BANK,), source=LAW
    )
    RULES = FundingRules(version=1, regulations=(OWN_MIN,))

    @pytest.mark.parametrize(("weight", "refused"), [(7_000, ()), (7_001, ("OWN_SHARE_MIN",)), (10_000, ())])
    def test_less_than_our_least_part_is_refused_and_no_part_is_no_joint_loan(
        self, weight: int, refused: tuple[str, ...]
    ) -> None:
        assert codes(funder(), self.RULES, weight=weight) == refused

    @pytest.mark.parametrize(
        ("at", "refused"),
        [(datetime(2021, 12, 31, 10, tzinfo=CHINA), ()), (datetime(2022, 1, 1, 10, tzinfo=CHINA), ("OWN_SHARE_MIN",))],
    )
    def test_it_applies_from_its_day_on(self, at: datetime, refused: tuple[str, ...]) -> None:
        assert codes(funder(), self.RULES, at, weight=9_000) == refused

    def test_it_ends_on_its_last_day(self) -> None:
        ended = attrs.evolve(self.OWN_MIN, until=DAY)
        assert codes(funder(), FundingRules(version=1, regulations=(ended,)), weight=9_000) == ()

    def test_it_speaks_of_its_types_only(self) -> None:
        assert codes(funder(type=FunderType.TRUST), self.RULES, weight=9_000) == ()

    def test_the_funders_part_has_a_least_too(self) -> None:
        least = attrs.evolve(self.OWN_MIN, kind=RegulationKind.FUNDERS_SHARE_MIN)
        assert codes(funder(), FundingRules(version=1, regulations=(least,)), weight=2_999) == ("FUNDERS_SHARE_MIN",)

    def test_its_source_is_told(self) -> None:
        against = reasons_against(candidate(funder(), 9_000), FACTS, self.RULES, AT, DAY)
        assert against["BANK_A"][0].detail == f"1000 of 10000, at least 30 % by {LAW}"


def order_of(rules: FundingRules, *funders: Funder, **known: Any) -> list[str]:
    given_ = {"drawn_by": "app-1", "filled": {}, "before": None, **known}
    ordered = in_order([candidate(one) for one in funders], rules, **given_)
    return [held.lead.code for held in ordered if held.lead]


A, B = funder("BANK_A"), funder("BANK_B")


@pytest.mark.parametrize(
    ("by", "funders", "known"),
    [
        (Order.PRIORITY, (attrs.evolve(A, priority=2), attrs.evolve(B, priority=1)), {}),
        (Order.COST, (attrs.evolve(A, cost=Rate.parse("0.06")), attrs.evolve(B, cost=Rate.parse("0.05"))), {}),
        (Order.GRADE, (attrs.evolve(A, grade=Grade.B), B), {}),
        (Order.STICKY, (A, B), {"before": "BANK_B"}),
        (
            Order.FILL_TARGET,
            (attrs.evolve(A, fill_target=Money.parse("100.00")), attrs.evolve(B, fill_target=Money.parse("900.00"))),
            {"filled": {"BANK_A": 5_000, "BANK_B": 10_000}},
        ),
    ],
)
def test_each_order_puts_the_better_one_first(by: Order, funders: tuple[Funder, ...], known: dict[str, Any]) -> None:
    assert order_of(FundingRules(version=1, order=(by,)), *funders, **known) == ["BANK_B", "BANK_A"]


def test_the_first_order_that_tells_two_apart_decides() -> None:
    funders = (
        attrs.evolve(A, priority=2, cost=Rate.parse("0.05")),
        attrs.evolve(B, cost=Rate.parse("0.05"), priority=1),
    )
    assert order_of(FundingRules(version=1, order=(Order.COST, Order.PRIORITY)), *funders) == ["BANK_B", "BANK_A"]


def test_without_an_order_the_product_s_stands() -> None:
    assert order_of(NO_RULES, B, A) == ["BANK_B", "BANK_A"]


def test_our_own_money_comes_last() -> None:
    own = candidate_of(FundingScheme(code="own", name="自营", version=1, sharing=Sharing(())), {}, FACTS.amount)
    ordered = in_order([own, candidate(A)], NO_RULES, drawn_by="app-1", filled={}, before=None)
    assert [held.scheme.code for held in ordered] == ["bank-a", "own"]


def test_weight_draws_in_proportion() -> None:
    """Of 4,000 applications, three in four go to who has three times the weight, within five standard errors."""
    rules = FundingRules(version=1, order=(Order.WEIGHT,))
    funders = (attrs.evolve(A, weight=3), attrs.evolve(B, weight=1))
    first = sum(order_of(rules, *funders, drawn_by=f"app-{number}")[0] == "BANK_A" for number in range(4_000))
    error = (4_000 * 0.75 * 0.25) ** 0.5
    assert abs(first - 3_000) < 5 * error


FUNDERS = st.lists(
    st.builds(
        funder,
        code=st.sampled_from([f"BANK_{letter}" for letter in "ABCDEFG"]),
        priority=st.integers(0, 3),
        weight=st.integers(1, 5),
        cost=st.integers(0, 3).map(Rate),
        grade=st.sampled_from(Grade),
        fill_target=st.none() | st.integers(1, 10**6).map(lambda minor: Money(minor, FACTS.amount.currency)),
    ),
    unique_by=lambda one: one.code,
    max_size=7,
)


@given(
    funders=FUNDERS,
    order=st.lists(st.sampled_from(Order), unique=True).map(tuple),
    drawn_by=st.text(max_size=5),
    before=st.none() | st.just("BANK_C"),
)
def test_every_candidate_has_its_turn_once_and_the_same_each_time(
    funders: list[Funder], order: tuple[Order, ...], drawn_by: str, before: str | None
) -> None:
    rules = FundingRules(version=1, order=order)
    known = {"drawn_by": drawn_by, "before": before, "filled": {one.code: one.weight for one in funders}}
    ordered = order_of(rules, *funders, **known)
    assert sorted(ordered) == sorted(one.code for one in funders)
    assert ordered == order_of(rules, *funders, **known)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"opens": "9:00"}, "opens"),
        ({"closes": "24:01"}, "closes"),
        ({"age_min": 40, "age_max": 30}, "age_min"),
        ({"type": FunderType.OWN}, "code"),
        ({"quotas": (Quota(kind=QuotaKind.REGION, of="北京", percent=50),)}, "quotas"),
    ],
)
def test_a_funder_that_contradicts_itself_is_refused(said: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        funder(**said)
    assert refused.value.violations[0].field == field


@pytest.mark.parametrize(
    "said",
    [
        {"kind": QuotaKind.DAY_COUNT, "amount": Money.parse("1.00")},
        {"kind": QuotaKind.TOTAL, "percent": 10},
        {"kind": QuotaKind.TOTAL},
        {"kind": QuotaKind.REGION, "amount": Money.parse("1.00")},
        {"kind": QuotaKind.TOTAL, "of": "北京", "amount": Money.parse("1.00")},
    ],
)
def test_a_quota_that_bounds_nothing_definite_is_refused(said: dict[str, Any]) -> None:
    with pytest.raises(InvalidValue):
        Quota(**said)
