"""`Outcome[T, E]`: a value, or a refusal that carries facts.

`Outcome` is the plain union of the two containers rather than `Result`, so that `match` is
exhaustive and an early return keeps its error type under mypy and pyright alike (ADR 0003).
"""

from typing import TypeVar

from returns.result import Failure, Success

__all__ = ["Failure", "Outcome", "Success"]

T = TypeVar("T")
E = TypeVar("E")

Outcome = Success[T] | Failure[E]
