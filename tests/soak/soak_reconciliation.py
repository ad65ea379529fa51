"""The breaks of 1,250 random days of statements, found exactly."""

from tests.soak.proof import Proof
from tests.support.exactness import violations_of

__all__ = ["PROOFS"]

PROOFS = (Proof(name="breaks in statements, five days a seed", of=250, step=violations_of),)
