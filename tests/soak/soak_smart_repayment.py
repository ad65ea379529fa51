"""Smart repayment collects more than plain at equal attempts, by three standard errors in each world (R70)."""

from collections.abc import Sequence

from lending_simulator.repayment import TrialConfig, run_trial
from tests.soak.proof import Proof

__all__ = ["PROOFS"]

ERRORS = 3


def compare(step: int) -> Sequence[str]:
    """One world, lived twice."""
    trial = run_trial([TrialConfig(seed=100 + step, customers=80, months=3)])
    if trial.errors >= ERRORS:
        return ()
    return (f"seed {100 + step}: {trial.difference:.0f} more a customer, {trial.errors:.1f} standard errors",)


PROOFS = (Proof(name="smart repayment beats plain at equal attempts", of=8, step=compare),)
