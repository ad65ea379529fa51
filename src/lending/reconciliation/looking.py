"""How reconciled days and their differences are looked at."""

from collections.abc import Iterator

from lending.accounting.ports import DAY_RELEASES
from lending.application.call import Call
from lending.application.store import Reader
from lending.kernel.money import Currency
from lending.kernel.outcome import Failure, Outcome, Success
from lending.payments.ports import CHANNELS, DIRECTORY
from lending.reconciliation.day import sources_of
from lending.reconciliation.difference import Difference, DifferenceState
from lending.reconciliation.matching import Claim
from lending.reconciliation.ports import DIFFERENCES, RECONCILED_DAYS, day_id
from lending.reconciliation.queries import (
    AGES,
    Ageing,
    AgeingRow,
    DifferencePage,
    DifferenceView,
    GetAgeing,
    GetReconciledDay,
    ListDifferences,
    ListParked,
    ReconciledDayView,
)
from lending.reconciliation.refusals import NotReconciled, UnknownSource

__all__ = ["get_ageing", "get_reconciled_day", "list_differences", "list_parked"]

PAGE = 500

AgeClass = tuple[str, str, str, str, int]
"""Source, result, state, currency and the class of age by its number."""


def get_reconciled_day(
    query: GetReconciledDay, _call: Call, reader: Reader
) -> Outcome[ReconciledDayView, NotReconciled]:
    """How the day came out, and what has become of it since."""
    place = day_id(query.source, query.day)
    stored = reader.load(RECONCILED_DAYS, place)
    if stored is None:
        return Failure(NotReconciled(query.source, query.day))
    differences = list(_all(reader, "day", place))
    view = ReconciledDayView(
        source=query.source,
        day=query.day,
        version=stored.value.version,
        tally=stored.value.tally,
        open=sum(difference.is_open for difference in differences),
        parked=sum(difference.state is DifferenceState.PARKED for difference in differences),
        released=reader.load(DAY_RELEASES, query.day.isoformat()) is not None,
    )
    return Success(view)


def list_differences(query: ListDifferences, call: Call, reader: Reader) -> Outcome[DifferencePage, NotReconciled]:
    """A page of the day's differences."""
    place = day_id(query.source, query.day)
    if reader.load(RECONCILED_DAYS, place) is None:
        return Failure(NotReconciled(query.source, query.day))
    return Success(_page(reader, "day", place, query, call))


def list_parked(query: ListParked, call: Call, reader: Reader) -> Outcome[DifferencePage, UnknownSource]:
    """A page of what is parked."""
    sources = _sources(reader)
    if query.source not in sources:
        return Failure(UnknownSource(query.source, sources))
    return Success(_page(reader, "parked", query.source, query, call))


def _page(reader: Reader, key: str, value: str, query: ListDifferences | ListParked, call: Call) -> DifferencePage:
    found = reader.page(DIFFERENCES, DIFFERENCES.key(key), value, query.after, query.page_size)
    next_after = found[-1].id.value if len(found) == query.page_size else ""
    return DifferencePage(tuple(_view(difference, call) for difference in found), next_after)


def _sources(reader: Reader) -> tuple[str, ...]:
    directory = reader.load(CHANNELS, DIRECTORY)
    return sources_of(directory.value if directory is not None else None)


def get_ageing(query: GetAgeing, call: Call, reader: Reader) -> Outcome[Ageing, UnknownSource]:
    """Every unresolved difference counted by age."""
    sources = _sources(reader)
    if query.source and query.source not in sources:
        return Failure(UnknownSource(query.source, sources))
    classes: dict[AgeClass, list[int]] = {}
    for source in (query.source,) if query.source else sources:
        for key in ("open", "parked"):
            for difference in _all(reader, key, source):
                held = classes.setdefault(_class_of(difference, call), [0, 0, 0])
                held[0] += 1
                held[1] += max(difference.effect, 0)
                held[2] += max(-difference.effect, 0)
    return Success(Ageing(call.business_date, tuple(_row(of, held) for of, held in sorted(classes.items()))))


def _row(of: AgeClass, held: list[int]) -> AgeingRow:
    source, result, state, currency, age = of
    count, surplus, shortage = held
    return AgeingRow(
        source=source,
        result=result,
        state=state,
        currency=Currency(currency),
        age_from=AGES[age][0],
        age_to=AGES[age][1],
        count=count,
        surplus=surplus,
        shortage=shortage,
    )


def _class_of(difference: Difference, call: Call) -> AgeClass:
    age = _age(difference, call)
    number = max(number for number, (first, _last) in enumerate(AGES) if first <= age)
    return difference.source, difference.result.value, difference.state.value, difference.currency.code, number


def _age(difference: Difference, call: Call) -> int:
    return (call.business_date - difference.day).days


def _all(reader: Reader, key: str, value: str) -> Iterator[Difference]:
    after = ""
    while page := reader.page(DIFFERENCES, DIFFERENCES.key(key), value, after, PAGE):
        yield from page
        after = page[-1].id.value


def _view(difference: Difference, call: Call) -> DifferenceView:
    return DifferenceView(
        difference_id=difference.id,
        source=difference.source,
        day=difference.day,
        flow=difference.flow.value,
        reference=difference.reference,
        currency=difference.currency,
        result=difference.result.value,
        state=difference.state.value,
        theirs=_amount(difference.theirs),
        ours=_amount(difference.ours),
        effect=difference.effect,
        age=_age(difference, call),
        ways=tuple(way.value for way in difference.ways) if difference.effect else (),
    )


def _amount(claim: Claim | None) -> int:
    return 0 if claim is None else claim.amount
