"""A scorecard: every value falls in one bin, the score is the sum of its points, a card with gaps cannot be made."""

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lending.kernel.invalid import InvalidValue
from lending.risk.scorecard import Band, Bin, Characteristic, Recommendation, Scorecard, Variable

MONTHS = Characteristic(
    name="months", variable=Variable.NUMBER, reason="SHORT", missing=-10,
    bins=(Bin(below=12, points=-25), Bin(below=60, points=5), Bin(points=30)),
)  # fmt: skip
HOUSING = Characteristic(
    name="housing", variable=Variable.CATEGORY, reason="HOUSING", missing=0,
    bins=(Bin(categories=("OWN", "FAMILY"), points=20), Bin(points=-5)),
)  # fmt: skip
BANDS = (
    Band(code="C", recommendation=Recommendation.REJECT, below=480),
    Band(code="B", recommendation=Recommendation.REFER, below=530),
    Band(code="A", recommendation=Recommendation.APPROVE),
)
CARD = Scorecard(code="x", version=1, source="a test", base=500, characteristics=(MONTHS, HOUSING), bands=BANDS)

edges = st.lists(st.integers(-1000, 1000), min_size=1, max_size=8, unique=True).map(sorted)


@given(edges, st.integers(-2000, 2000))
def test_a_number_falls_in_the_one_bin_whose_edges_are_around_it(below: list[int], value: int) -> None:
    bins = (*(Bin(below=edge, points=index) for index, edge in enumerate(below)), Bin(points=len(below)))
    held = attrs.evolve(MONTHS, bins=bins)
    inside = [
        index
        for index, (least, most) in enumerate(zip([-(10**6), *below], [*below, 10**6], strict=True))
        if least <= value < most
    ]
    assert [held.bin_of(value)] == inside
    assert held.points_of(value).points == inside[0]


@given(st.none() | st.integers(-100, 1000), st.none() | st.sampled_from(["OWN", "FAMILY", "RENT", ""]))
def test_a_score_is_the_base_and_the_points_that_explain_it(months: int | None, housing: str | None) -> None:
    score = CARD.score({"months": months, "housing": housing, "unread": 7})
    earned = -10 if months is None else -25 if months < 12 else 5 if months < 60 else 30
    earned += 0 if housing is None else 20 if housing in ("OWN", "FAMILY") else -5
    assert score.total == 500 + earned == score.base + sum(held.points for held in score.points)
    assert score.total + sum(held.lost for held in score.points) == 550
    lost = [held.lost for held in score.reasons(2)]
    assert lost == sorted(lost, reverse=True)
    assert all(lost)
    assert score.band.code == ("C" if score.total < 480 else "B" if score.total < 530 else "A")


@pytest.mark.parametrize(
    ("months", "bin_"), [(11, "below 12"), (12, "from 12 below 60"), (60, "from 60"), (None, "not known")]
)
def test_an_edge_belongs_to_the_bin_above_it(months: int | None, bin_: str) -> None:
    assert MONTHS.points_of(months).bin == bin_


def test_the_worst_reason_comes_first_and_no_more_than_asked() -> None:
    score = CARD.score({"months": 3, "housing": "RENT"})
    assert [(held.reason, held.lost) for held in score.reasons(5)] == [("SHORT", 55), ("HOUSING", 25)]
    assert [held.reason for held in score.reasons(1)] == ["SHORT"]
    assert CARD.score({"months": 99, "housing": "OWN"}).reasons(5) == ()


@pytest.mark.parametrize(
    ("held", "change", "field"),
    [
        (MONTHS, {"bins": (Bin(below=12, points=1),)}, "bins[0]"),
        (MONTHS, {"bins": (Bin(below=12, points=1), Bin(below=12, points=2), Bin(points=3))}, "bins[1].below"),
        (MONTHS, {"bins": (Bin(points=1), Bin(points=3))}, "bins[0]"),
        (MONTHS, {"bins": (Bin(categories=("OWN",), points=1), Bin(points=3))}, "bins[0]"),
        (MONTHS, {"bins": ()}, "bins"),
        (MONTHS, {"missing": 1.5}, "missing"),
        (HOUSING, {"bins": (Bin(categories=("A", "A"), points=1), Bin(points=3))}, "bins"),
        (HOUSING, {"bins": (Bin(below=1, points=1), Bin(points=3))}, "bins[0]"),
        (CARD, {"characteristics": (MONTHS, MONTHS)}, "characteristics"),
        (CARD, {"bands": BANDS[:2]}, "bands[1].below"),
        (CARD, {"bands": (BANDS[1], BANDS[0], BANDS[2])}, "bands[1].below"),
        (CARD, {"bands": (BANDS[2], attrs.evolve(BANDS[2], code="D"))}, "bands[0].below"),
    ],
)
def test_a_card_with_a_gap_or_an_overlap_cannot_be_made(held: Any, change: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidValue) as raised:
        attrs.evolve(held, **change)
    assert raised.value.violations[0].field == field


@pytest.mark.parametrize(
    ("variables", "field"),
    [
        ({"months": 1}, "housing"),
        ({"months": "1", "housing": "OWN"}, "months"),
        ({"months": True, "housing": None}, "months"),
        ({"months": 1, "housing": 2}, "housing"),
    ],
)
def test_a_variable_that_is_not_given_or_of_the_wrong_kind_is_named(variables: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidValue) as raised:
        CARD.score(variables)
    assert raised.value.violations[0].field == field
