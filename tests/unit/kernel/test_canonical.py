"""Canonical text: the same for the same value on every machine, another for any other value."""

from datetime import date

import attrs
import pytest

from lending.kernel.canonical import canonical, fingerprint
from lending.kernel.money import Currency, Money


@attrs.frozen
class Sample:
    amount: Money
    on: date
    tags: frozenset[str] = frozenset()
    note: str = ""


SAMPLE = Sample(Money(100), date(2024, 1, 5), frozenset({"b", "a"}))


def test_the_text_names_the_class_and_what_differs_from_the_default() -> None:
    assert canonical(SAMPLE) == '{"":"Sample","amount":{"":"Money","minor":100},"on":"2024-01-05","tags":["a","b"]}'


def test_a_field_added_with_a_default_leaves_old_values_as_they_were() -> None:
    without = Sample(Money(100), date(2024, 1, 5))
    assert fingerprint(without) == fingerprint(attrs.evolve(without, note=""))


@pytest.mark.parametrize(
    "other",
    [
        attrs.evolve(SAMPLE, amount=Money(101)),
        attrs.evolve(SAMPLE, amount=Money(100, Currency("USD"))),
        attrs.evolve(SAMPLE, on=date(2024, 1, 6)),
        attrs.evolve(SAMPLE, tags=frozenset({"a"})),
        attrs.evolve(SAMPLE, note="x"),
    ],
)
def test_any_difference_makes_another_fingerprint(other: Sample) -> None:
    assert fingerprint(other) != fingerprint(SAMPLE)


def test_a_value_without_a_canonical_text_is_a_bug() -> None:
    with pytest.raises(TypeError, match="float has no canonical text"):
        canonical(0.1)
