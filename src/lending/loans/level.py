"""The level instalment (等额本息, F1) and the rows that follow from it."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import repeat
from math import gcd

from lending.kernel.rounding import Rounding, addend, divide, divide_natural
from lending.loans.factors import Factor

__all__ = ["annuity", "even_annuity", "level_instalment", "level_rows", "levelled"]

LEVELLING_STEPS = 3


@lru_cache(maxsize=4096)
def annuity(factors: tuple[Factor, ...]) -> Factor:
    """Instalment ÷ principal, exactly: Π(1+fᵢ) ÷ Σ of the tails of that product.

    Whole numbers of as many digits as it takes, so that no rounding comes before the one to the minor unit.
    """
    if factors.count(factors[0]) == len(factors):
        return even_annuity(factors[0], len(factors))
    numerators, denominators = zip(*(_reduced(*factor) for factor in factors), strict=True)
    tail, tails = 1, 0
    for numerator, denominator in zip(reversed(numerators), reversed(denominators), strict=True):
        tails = (tails + tail) * denominator
        tail *= numerator + denominator
    return tail, tails


def even_annuity(factor: Factor, count: int) -> Factor:
    """The same for `count` equal factors i: i(1+i)ⁿ ÷ ((1+i)ⁿ − 1), or 1 ÷ n without interest."""
    numerator, denominator = _reduced(*factor)
    if not numerator:
        return 1, count
    grown, one = (numerator + denominator) ** count, denominator**count
    return numerator * grown, denominator * (grown - one)


def _steps(factors: Sequence[Factor], rounding: Rounding) -> Iterable[tuple[int, int, int]]:
    """Each factor in lowest terms, and what makes floor division by it round."""
    if factors.count(factors[0]) == len(factors):
        return repeat(_step(factors[0], rounding), len(factors))
    return [_step(factor, rounding) for factor in factors]


def _step(factor: Factor, rounding: Rounding) -> tuple[int, int, int]:
    numerator, denominator = _reduced(*factor)
    return numerator, denominator, addend(denominator, rounding)


def _reduced(numerator: int, denominator: int) -> Factor:
    common = gcd(numerator, denominator)
    return numerator // common, denominator // common


def level_instalment(
    principal: int,
    factors: tuple[Factor, ...],
    rounding: Rounding,
    multiple: int = 1,
    level_rounding: Rounding | None = None,
) -> int:
    """The level instalment for `principal`, rounded once, straight to `multiple` minor units unless that gives zero.

    It is rounded by `level_rounding` where that is given, else by `rounding`.
    """
    rounding = level_rounding or rounding
    numerator, denominator = annuity(factors)
    level = divide(principal * numerator, denominator * multiple, rounding) * multiple
    return level if level or multiple == 1 else divide(principal * numerator, denominator, rounding)


def level_rows(
    principal: int, level: int, factors: Sequence[Factor], rounding: Rounding
) -> tuple[list[int], list[int]]:
    """Principal and interest of each row: interest = R(balance × factor), principal the rest of `level`.

    The last row pays the balance. A row never asks for negative principal nor for more than is left.
    """
    balance = principal
    principals: list[int] = []
    interests: list[int] = []
    simple = rounding is not Rounding.HALF_EVEN
    for numerator, denominator, added in _steps(factors, rounding):
        interest = (balance * numerator + added) // denominator
        if not simple:
            interest = divide_natural(balance * numerator, denominator, rounding)
        part = level - interest
        if not 0 <= part <= balance:
            part = min(max(part, 0), balance)
        balance -= part
        principals.append(part)
        interests.append(interest)
    principals[-1] += balance
    return principals, interests


def levelled(
    principal: int,
    factors: tuple[Factor, ...],
    rounding: Rounding,
    multiple: int = 1,
    level_rounding: Rounding | None = None,
) -> int:
    """The level instalment adjusted while that brings the last instalment nearer to it.

    While |last − level| exceeds half the number of instalments (in minor units), the level moves by
    round(difference ÷ count), at most three times, and stays moved only if the difference got smaller.
    """
    level = level_instalment(principal, factors, rounding, multiple, level_rounding)
    gap = _gap(principal, level, factors, rounding)
    for _step in range(LEVELLING_STEPS):
        if 2 * abs(gap) <= len(factors):
            break
        moved = level + divide(gap, len(factors), rounding)
        moved = divide(moved, multiple, level_rounding or rounding) * multiple or moved
        moved_gap = _gap(principal, moved, factors, rounding)
        if abs(moved_gap) >= abs(gap):
            break
        level, gap = moved, moved_gap
    return level


def _gap(principal: int, level: int, factors: Sequence[Factor], rounding: Rounding) -> int:
    """How much the last instalment exceeds the level one."""
    principals, interests = level_rows(principal, level, factors, rounding)
    return principals[-1] + interests[-1] - level
