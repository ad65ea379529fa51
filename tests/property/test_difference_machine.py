"""Machine 3.10: a difference moves along the table and no other way, whatever is tried on it."""

from datetime import date

import hypothesis.strategies as st
from hypothesis import given
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from lending.kernel.ids import RequestId
from lending.kernel.money import CNY
from lending.kernel.outcome import Failure, Outcome, Success
from lending.reconciliation.difference import MOVES, OPEN, Act, Difference, DifferenceState, Way, moved
from lending.reconciliation.events import DifferenceFound, DifferenceGone, DifferenceParked, DifferenceResolved
from lending.reconciliation.ids import DifferenceId
from lending.reconciliation.matching import Claim, Finding, Result, Standing, judge
from lending.reconciliation.refusals import NothingToPark, WrongDifferenceState
from lending.reconciliation.statement import Flow

DAY = date(2024, 1, 5)
S = DifferenceState

# Written out from the handbook, so that the table is held to the handbook and not to itself.
LAWFUL = {
    "UNMATCHED": {"MATCHED", "LONG", "SHORT", "AMOUNT_DIFF", "STATUS_DIFF"},
    "LONG": {"MATCHED_LATE", "PARKED"},
    "SHORT": {"MATCHED_LATE", "PARKED"},
    "AMOUNT_DIFF": {"MATCHED_LATE", "PARKED"},
    "STATUS_DIFF": {"MATCHED_LATE", "PARKED"},
    "PARKED": {"RESOLVED"},
    "MATCHED": set(),
    "MATCHED_LATE": set(),
    "RESOLVED": set(),
}

CLAIMS = st.none() | st.builds(Claim, st.integers(1, 3), st.sampled_from(Standing))
FINDINGS = st.builds(
    Finding, flow=st.sampled_from(Flow), reference=st.just("ded_1"), theirs=CLAIMS, ours=CLAIMS
).filter(lambda finding: judge(finding.theirs, finding.ours) not in {None, Result.MATCHED})


def test_the_table_leads_where_the_handbook_says_and_nowhere_else() -> None:
    leads: dict[str, set[str]] = {state.value: set() for state in S}
    for (state, _act), after in MOVES.items():
        leads[state.value].add(after.value)
    assert leads == LAWFUL


def test_an_amount_that_differs_is_never_put_right_by_a_counterpart_or_a_final_word() -> None:
    assert (S.AMOUNT_DIFF, Act.FIND_COUNTERPART) not in MOVES
    assert (S.AMOUNT_DIFF, Act.END_DOUBT) not in MOVES


@given(state=st.sampled_from(S), act=st.sampled_from(Act))
def test_every_pair_outside_the_table_is_refused(state: DifferenceState, act: Act) -> None:
    outcome = moved(state, act)
    if (state, act) in MOVES:
        assert outcome == Success(MOVES[state, act])
    else:
        assert outcome == Failure(WrongDifferenceState(state.value, act.value))


class AnyoneTriesAnything(RuleBasedStateMachine):
    """Every act is tried in every state that is met."""

    @initialize(finding=FINDINGS, books=st.booleans())
    def raise_it(self, finding: Finding, books: bool) -> None:  # noqa: FBT001 - hypothesis passes by name
        self.held = Difference.of(DifferenceId.make(RequestId("r1"), 0), "MAIN", DAY, CNY, finding, moves_books=books)
        self.path = [S.UNMATCHED, self.held.state]

    def take(self, act: Act, outcome: Outcome[Difference, object]) -> None:
        before = self.held.state
        if isinstance(outcome, Failure):
            lawful = (before, act) in MOVES
            assert not lawful or not isinstance(outcome.failure(), WrongDifferenceState)
            return
        self.held = outcome.unwrap()
        assert MOVES[before, act] is self.held.state
        self.path.append(self.held.state)

    @rule(day=st.dates(date(2024, 1, 1), date(2024, 1, 9)))
    def a_counterpart_turns_up(self, day: date) -> None:
        self.take(Act.FIND_COUNTERPART, self.held.counterpart_found(day))

    @rule(claim=st.builds(Claim, st.integers(1, 3), st.sampled_from(Standing)))
    def our_order_has_its_final_word(self, claim: Claim) -> None:
        heard = self.held.ours_now(claim)
        if heard.state is not self.held.state:
            assert judge(heard.theirs, claim) is Result.MATCHED
            self.take(Act.END_DOUBT, Success(heard))
        elif self.held.is_open:
            self.held = heard

    @rule()
    def it_is_not_there_any_more(self) -> None:
        self.take(Act.CORRECT, self.held.corrected())

    @rule()
    def somebody_parks_it(self) -> None:
        outcome = self.held.park()
        if self.held.is_open and not self.held.effect:
            assert isinstance(outcome, Failure)
            assert isinstance(outcome.failure(), NothingToPark)
        self.take(Act.PARK, outcome)

    @rule(way=st.sampled_from(Way), loan=st.none() | st.just("loan_1"))
    def somebody_resolves_it(self, way: Way, loan: str | None) -> None:
        outcome = self.held.resolve(way, DAY, loan)
        if isinstance(outcome, Success):
            assert way in self.held.ways
            assert (way is Way.SUPPLEMENT) == (loan is not None)
            assert (way is Way.LOSS) <= (self.held.effect < 0)
            assert (way in {Way.GAIN, Way.REFUND, Way.SUPPLEMENT}) <= (self.held.effect > 0)
        self.take(Act.RESOLVE, outcome)

    @invariant()
    def its_events_tell_its_path(self) -> None:
        told = [type(event) for event in self.held.events]
        steps = {S.MATCHED_LATE: DifferenceGone, S.PARKED: DifferenceParked, S.RESOLVED: DifferenceResolved}
        assert told == [steps.get(state, DifferenceFound) for state in self.path[1:]]
        assert len(self.path) == len(set(self.path)), "no state twice"

    @invariant()
    def what_is_open_has_been_dealt_with_by_nobody(self) -> None:
        assert self.held.is_open == (self.held.state in OPEN) == (len(self.path) == 2)


TestAnyoneTriesAnything = AnyoneTriesAnything.TestCase
