"""What can be asked of the books."""

from datetime import date

import attrs

from lending.accounting.chart import Chart
from lending.accounting.posting import PostingRules
from lending.accounting.refusals import AccountsMissing, FigureWithoutRule, RulesMissing, SealOutOfOrder
from lending.accounting.seals import Seal
from lending.application.commands import Command, Receipt
from lending.operations.commands import Published
from lending.operations.refusals import DayNotOpen

__all__ = ["AccrueInterest", "Accrued", "DaySealed", "PublishChart", "PublishPostingRules", "RecordSeal"]


@attrs.frozen
class PublishChart(Command[Published, AccountsMissing]):
    """Publish the chart of accounts."""

    chart: Chart


@attrs.frozen
class PublishPostingRules(Command[Published, AccountsMissing]):
    """Publish the posting rules; each account they name must be in the chart."""

    rules: PostingRules


@attrs.frozen
class Accrued(Receipt):
    """How many loans of the shard had something to accrue, and how much in minor units."""

    loans: int
    amount: int


@attrs.frozen
class AccrueInterest(Command[Accrued, RulesMissing | FigureWithoutRule | DayNotOpen]):
    """Accrue (计提) the interest of a shard's loans through `day`, as an end-of-day node."""

    day: date
    shard: int = attrs.field(validator=attrs.validators.in_(range(16)))


@attrs.frozen
class DaySealed(Receipt):
    """A day's vouchers are sealed: how many, and the hash that the next day's seal builds on."""

    day: date
    vouchers: int
    hash: str


@attrs.frozen
class RecordSeal(Command[DaySealed, SealOutOfOrder]):
    """Keep the seal of an accounting day that has closed."""

    seal: Seal
