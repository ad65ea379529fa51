"""`CreditApplication` (进件): machine 3.1 as far as it is built."""

import enum
from datetime import date, datetime
from typing import Self

import attrs

from lending.kernel.events import Event
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.origination.events import (
    ApplicationClosed,
    ApplicationReferred,
    ApplicationRejected,
    ApplicationSubmitted,
    FundingWanted,
    LoanPaidOut,
    LoanTakenBack,
    OfferConfirmed,
    OfferMade,
    PayoutReleased,
    PayoutReviewWanted,
    VehiclePickedUp,
)
from lending.origination.ids import ApplicationId
from lending.origination.offer import Offer
from lending.origination.refusals import ApplicationNotInStatus, OfferExpired
from lending.origination.vehicle import Vehicle
from lending.risk.admission import Reason

__all__ = ["MOVES", "UNFINISHED", "Act", "ApplicationStatus", "CreditApplication"]


class ApplicationStatus(enum.Enum):
    """Where an application stands."""

    SUBMITTED = "SUBMITTED"
    CHECKING = "CHECKING"
    """Third parties are asked who applies (核验)."""
    SCORING = "SCORING"
    """Rules decide (评分)."""
    MANUAL_REVIEW = "MANUAL_REVIEW"
    """A person decides (人工审核)."""
    FUNDING = "FUNDING"
    """We approve; its money is sought."""
    APPROVED = "APPROVED"
    REJECTED = "REJECTED"
    CONFIRMED = "CONFIRMED"
    SIGNED = "SIGNED"
    """The contract is in force; the customer shows their face (活体)."""
    PAYOUT_REVIEW = "PAYOUT_REVIEW"
    """A person releases the payout (放款审核)."""
    PAYING = "PAYING"
    PAID = "PAID"
    DELIVERED = "DELIVERED"
    """The car is picked up (提车)."""
    EXPIRED = "EXPIRED"
    CANCELLED = "CANCELLED"


class Act(enum.Enum):
    """What moves an application on."""

    CHECK = "check"
    SCORE = "score"
    REFER = "refer"
    SEEK_FUNDING = "seek funding"
    APPROVE = "approve"
    REJECT = "reject"
    CONFIRM = "confirm"
    EXPIRE = "expire"
    SIGN = "sign"
    AWAIT_REVIEW = "await review"
    TURN_DOWN = "turn down"
    PAY = "pay"
    PAID = "paid"
    PICK_UP = "pick up"
    CANCEL = "cancel"
    ABANDON = "abandon"
    TAKE_BACK = "take back"


MOVES = {
    (ApplicationStatus.SUBMITTED, Act.APPROVE): ApplicationStatus.APPROVED,
    (ApplicationStatus.SUBMITTED, Act.REJECT): ApplicationStatus.REJECTED,
    (ApplicationStatus.SUBMITTED, Act.CANCEL): ApplicationStatus.CANCELLED,
    (ApplicationStatus.SUBMITTED, Act.SEEK_FUNDING): ApplicationStatus.FUNDING,
    (ApplicationStatus.SUBMITTED, Act.SCORE): ApplicationStatus.SCORING,
    (ApplicationStatus.SUBMITTED, Act.REFER): ApplicationStatus.MANUAL_REVIEW,
    (ApplicationStatus.SUBMITTED, Act.CHECK): ApplicationStatus.CHECKING,
    (ApplicationStatus.CHECKING, Act.APPROVE): ApplicationStatus.APPROVED,
    (ApplicationStatus.CHECKING, Act.SEEK_FUNDING): ApplicationStatus.FUNDING,
    (ApplicationStatus.CHECKING, Act.SCORE): ApplicationStatus.SCORING,
    (ApplicationStatus.CHECKING, Act.REFER): ApplicationStatus.MANUAL_REVIEW,
    (ApplicationStatus.CHECKING, Act.REJECT): ApplicationStatus.REJECTED,
    (ApplicationStatus.CHECKING, Act.CANCEL): ApplicationStatus.CANCELLED,
    (ApplicationStatus.SCORING, Act.APPROVE): ApplicationStatus.APPROVED,
    (ApplicationStatus.SCORING, Act.SEEK_FUNDING): ApplicationStatus.FUNDING,
    (ApplicationStatus.SCORING, Act.REFER): ApplicationStatus.MANUAL_REVIEW,
    (ApplicationStatus.SCORING, Act.REJECT): ApplicationStatus.REJECTED,
    (ApplicationStatus.SCORING, Act.CANCEL): ApplicationStatus.CANCELLED,
    (ApplicationStatus.MANUAL_REVIEW, Act.APPROVE): ApplicationStatus.APPROVED,
    (ApplicationStatus.MANUAL_REVIEW, Act.SEEK_FUNDING): ApplicationStatus.FUNDING,
    (ApplicationStatus.MANUAL_REVIEW, Act.REJECT): ApplicationStatus.REJECTED,
    (ApplicationStatus.MANUAL_REVIEW, Act.CANCEL): ApplicationStatus.CANCELLED,
    (ApplicationStatus.FUNDING, Act.APPROVE): ApplicationStatus.APPROVED,
    (ApplicationStatus.FUNDING, Act.REJECT): ApplicationStatus.REJECTED,
    (ApplicationStatus.FUNDING, Act.CANCEL): ApplicationStatus.CANCELLED,
    (ApplicationStatus.APPROVED, Act.CONFIRM): ApplicationStatus.CONFIRMED,
    (ApplicationStatus.APPROVED, Act.EXPIRE): ApplicationStatus.EXPIRED,
    (ApplicationStatus.APPROVED, Act.CANCEL): ApplicationStatus.CANCELLED,
    (ApplicationStatus.CONFIRMED, Act.PAY): ApplicationStatus.PAYING,
    (ApplicationStatus.CONFIRMED, Act.CANCEL): ApplicationStatus.CANCELLED,
    (ApplicationStatus.CONFIRMED, Act.SIGN): ApplicationStatus.SIGNED,
    (ApplicationStatus.CONFIRMED, Act.AWAIT_REVIEW): ApplicationStatus.PAYOUT_REVIEW,
    (ApplicationStatus.SIGNED, Act.AWAIT_REVIEW): ApplicationStatus.PAYOUT_REVIEW,
    (ApplicationStatus.SIGNED, Act.PAY): ApplicationStatus.PAYING,
    (ApplicationStatus.SIGNED, Act.TURN_DOWN): ApplicationStatus.REJECTED,
    (ApplicationStatus.SIGNED, Act.CANCEL): ApplicationStatus.CANCELLED,
    (ApplicationStatus.PAYOUT_REVIEW, Act.PAY): ApplicationStatus.PAYING,
    (ApplicationStatus.PAYOUT_REVIEW, Act.TURN_DOWN): ApplicationStatus.REJECTED,
    (ApplicationStatus.PAYOUT_REVIEW, Act.CANCEL): ApplicationStatus.CANCELLED,
    (ApplicationStatus.PAYING, Act.PAID): ApplicationStatus.PAID,
    (ApplicationStatus.PAYING, Act.ABANDON): ApplicationStatus.CANCELLED,
    (ApplicationStatus.PAID, Act.TAKE_BACK): ApplicationStatus.CANCELLED,
    (ApplicationStatus.PAID, Act.PICK_UP): ApplicationStatus.DELIVERED,
    (ApplicationStatus.DELIVERED, Act.TAKE_BACK): ApplicationStatus.CANCELLED,
}
"""CANCEL is the customer's and possible before money moves; TURN_DOWN is ours once a contract is in force; ABANDON
follows a payout that finally failed, TAKE_BACK one that came back."""

UNFINISHED = frozenset(
    {
        ApplicationStatus.SUBMITTED,
        ApplicationStatus.CHECKING,
        ApplicationStatus.SCORING,
        ApplicationStatus.MANUAL_REVIEW,
        ApplicationStatus.FUNDING,
        ApplicationStatus.APPROVED,
        ApplicationStatus.CONFIRMED,
        ApplicationStatus.SIGNED,
        ApplicationStatus.PAYOUT_REVIEW,
        ApplicationStatus.PAYING,
    }
)


UNDECIDED = frozenset(
    {
        ApplicationStatus.SUBMITTED,
        ApplicationStatus.CHECKING,
        ApplicationStatus.SCORING,
        ApplicationStatus.MANUAL_REVIEW,
        ApplicationStatus.FUNDING,
        ApplicationStatus.REJECTED,
    }
)
"""Nothing is promised yet, or any more."""


@attrs.frozen(kw_only=True)
class CreditApplication:
    """A customer's request for a loan, perhaps from a dealer's shop."""

    id: ApplicationId
    customer_id: str
    product: str
    amount: Money
    instalments: int
    dealer_id: str | None
    vehicle: Vehicle | None
    submitted_at: datetime
    submitted_on: date
    line_id: str | None = None
    """The credit line that the loan is drawn on, if on one."""
    status: ApplicationStatus = ApplicationStatus.SUBMITTED
    offer: Offer | None = None
    reasons: tuple[Reason, ...] = ()
    decided_by: str = ""
    """The person who approved it, where a person did; never the one who releases its payout."""
    events: tuple[Event, ...] = ()

    def submitted(self) -> Self:
        """This application, with the event that it was submitted."""
        submitted = ApplicationSubmitted(
            self.id, self.customer_id, self.dealer_id, self.product, self.amount, self.instalments
        )
        return attrs.evolve(self, events=(*self.events, submitted))

    def seek_funding(self, offer: Offer) -> Outcome[Self, ApplicationNotInStatus]:
        """Keep the offer until its money is found."""
        return self._move(Act.SEEK_FUNDING, FundingWanted(self.id), offer=offer)

    def check(self, offer: Offer) -> Outcome[Self, ApplicationNotInStatus]:
        """Keep what would be offered while third parties are asked who applies."""
        return self._move(Act.CHECK, offer=offer)

    def score(self, offer: Offer) -> Outcome[Self, ApplicationNotInStatus]:
        """Keep what would be offered until rules have decided."""
        return self._move(Act.SCORE, offer=offer)

    def refer(self, reasons: tuple[Reason, ...], offer: Offer) -> Outcome[Self, ApplicationNotInStatus]:
        """Leave it to a person, with what would be offered and why rules do not decide it."""
        codes = tuple(reason.code for reason in reasons)
        return self._move(Act.REFER, ApplicationReferred(self.id, codes), offer=offer, reasons=reasons)

    @property
    def offer_made(self) -> Offer | None:
        """The offer, once it is one: before it is decided, and its money found, nothing is promised."""
        return None if self.status in UNDECIDED else self.offer

    def approve(self, offer: Offer) -> Outcome[Self, ApplicationNotInStatus]:
        """Make the offer."""
        agreed = offer.agreed
        made = OfferMade(self.id, agreed.principal, agreed.instalments, agreed.annual_rate, offer.valid_until)
        return self._move(Act.APPROVE, made, offer=offer)

    def reject(self, reasons: tuple[Reason, ...]) -> Outcome[Self, ApplicationNotInStatus]:
        """Refuse the loan and keep every reason."""
        codes = tuple(reason.code for reason in reasons)
        return self._move(Act.REJECT, ApplicationRejected(self.id, codes), reasons=reasons)

    def confirm(self, at: datetime) -> Outcome[Self, ApplicationNotInStatus | OfferExpired]:
        """The customer takes the offer while it is valid."""
        if self.offer is not None and self.status is ApplicationStatus.APPROVED and at >= self.offer.valid_until:
            return Failure(OfferExpired(self.id.value, self.offer.valid_until))
        return self._move(Act.CONFIRM, OfferConfirmed(self.id, self.customer_id))

    def expire(self, at: datetime) -> Outcome[Self, ApplicationNotInStatus]:
        """The offer's time is over; one that is still valid is left as it is."""
        if self.offer is not None and self.status is ApplicationStatus.APPROVED and at < self.offer.valid_until:
            return Failure(ApplicationNotInStatus(self.id.value, Act.EXPIRE.value, self.status.value))
        return self._move(Act.EXPIRE, ApplicationClosed(self.id, ApplicationStatus.EXPIRED.value))

    def cancel(self) -> Outcome[Self, ApplicationNotInStatus]:
        """The customer withdraws before money moves."""
        return self._move(Act.CANCEL, ApplicationClosed(self.id, ApplicationStatus.CANCELLED.value))

    def sign(self) -> Outcome[Self, ApplicationNotInStatus]:
        """The contract is in force: the customer shows their face next."""
        return self._move(Act.SIGN)

    def await_review(self) -> Outcome[Self, ApplicationNotInStatus]:
        """Everything is there: a person releases the payout."""
        return self._move(Act.AWAIT_REVIEW, PayoutReviewWanted(self.id))

    def turn_down(self, reason: Reason) -> Outcome[Self, ApplicationNotInStatus]:
        """Refuse to pay although the contract is in force; the contract ends with it."""
        rejected = ApplicationRejected(self.id, (reason.code,))
        closed = ApplicationClosed(self.id, ApplicationStatus.REJECTED.value)
        return self._move(Act.TURN_DOWN, rejected, closed, reasons=(reason,))

    def pick_up(self, photo: str) -> Outcome[Self, ApplicationNotInStatus]:
        """The customer has the car; `photo` is the digest of the picture that shows it."""
        return self._move(Act.PICK_UP, VehiclePickedUp(self.id, self.customer_id, self.dealer_id, photo))

    def pay(self) -> Outcome[Self, ApplicationNotInStatus]:
        """Nothing stands in the way of the payout: it is ordered."""
        return self._move(Act.PAY, PayoutReleased(self.id))

    def paid(self) -> Outcome[Self, ApplicationNotInStatus]:
        """The money has arrived."""
        return self._move(Act.PAID, LoanPaidOut(self.id, self.customer_id, self.dealer_id))

    def abandon(self) -> Outcome[Self, ApplicationNotInStatus]:
        """The payout has finally failed."""
        return self._move(Act.ABANDON, ApplicationClosed(self.id, ApplicationStatus.CANCELLED.value))

    def taken_back(self) -> Outcome[Self, ApplicationNotInStatus]:
        """The money has come back: there is no loan. Who wants it still applies anew."""
        return self._move(Act.TAKE_BACK, LoanTakenBack(self.id, self.customer_id, self.dealer_id))

    def _move(
        self, act: Act, *events: Event, offer: Offer | None = None, reasons: tuple[Reason, ...] = ()
    ) -> Outcome[Self, ApplicationNotInStatus]:
        after = MOVES.get((self.status, act))
        if after is None:
            return Failure(ApplicationNotInStatus(self.id.value, act.value, self.status.value))
        moved = attrs.evolve(
            self,
            status=after,
            offer=offer or self.offer,
            reasons=reasons or self.reasons,
            events=(*self.events, *events),
        )
        return Success(moved)
