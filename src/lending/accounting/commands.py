"""What can be asked of the books."""

from datetime import date

import attrs

from lending.accounting.chart import Chart
from lending.accounting.posting import PostingRules
from lending.accounting.refusals import AccountsMissing, FigureWithoutRule, RulesMissing
from lending.application.commands import Command, Receipt
from lending.operations.commands import Published
from lending.operations.refusals import DayNotOpen

__all__ = ["AccrueInterest", "Accrued", "PublishChart", "PublishPostingRules"]


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
