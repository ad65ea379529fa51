"""Smart repayment held against plain (R70): the same people, the same pay and spending, each platform by itself."""

from lending_simulator.repayment.trial import Collected, Trial, TrialConfig, run_trial

__all__ = ["Collected", "Trial", "TrialConfig", "run_trial"]
