"""A lending platform's domain: internet consumer finance and car loans (互联网消费金融, 车贷).

What is named here is the public interface and follows semantic versioning. Start with `quote` to try a loan,
with `Loan` to run one, with `LocalBus` and a store from `lending_adapters` to run a platform.
"""

from lending.application.bus import Bus, LocalBus
from lending.application.call import Actor, Call, Role
from lending.application.commands import Command, Query
from lending.application.worker import Worker
from lending.kernel.ids import RequestId
from lending.kernel.invalid import InvalidInput, InvalidValue, Violation
from lending.kernel.money import CNY, Currency, Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.periods import Period, PeriodUnit
from lending.kernel.rates import Rate
from lending.kernel.refusals import Refusal, RefusalKind
from lending.kernel.rounding import Rounding
from lending.loans.ids import LoanId
from lending.loans.loan import Loan
from lending.loans.quote import Quote, quote
from lending.loans.terms import LoanTerms
from lending.products.charges import Fees
from lending.products.repayment import Method

__all__ = [
    "CNY",
    "Actor",
    "Bus",
    "Call",
    "Command",
    "Currency",
    "Failure",
    "Fees",
    "InvalidInput",
    "InvalidValue",
    "Loan",
    "LoanId",
    "LoanTerms",
    "LocalBus",
    "Method",
    "Money",
    "Outcome",
    "Period",
    "PeriodUnit",
    "Query",
    "Quote",
    "Rate",
    "Refusal",
    "RefusalKind",
    "RequestId",
    "Role",
    "Rounding",
    "Success",
    "Violation",
    "Worker",
    "__version__",
    "quote",
]

__version__ = "0.1.0"
