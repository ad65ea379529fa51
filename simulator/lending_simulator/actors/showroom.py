"""The showrooms: cars promised and not picked up, whose payout vouchers two people take back (退单)."""

from datetime import timedelta

from lending.kernel.outcome import Success
from lending.operations.commands import ApproveProposal, Propose
from lending.payments.voucher_commands import ListPayoutVouchers, PayoutVoucherView, RevokePayoutVoucher
from lending_simulator.actors.opening import OPERATOR, SECOND_OPERATOR
from lending_simulator.actors.scene import Curtain, Stage

__all__ = ["Showroom"]

ROUND = timedelta(hours=8)
PAGE = 200


class Showroom:
    """Looks at the vouchers outstanding thrice a day; some customers do not want their car any more."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._chance = stage.chance.stream("showroom")

    def keep(self) -> None:
        """Be there until the play ends."""
        try:
            while True:
                self._stage.sleep(ROUND)
                for voucher in self._outstanding():
                    if self._chance.random() < self._stage.config.habits.car_given_up_share:
                        self._give_up(voucher)
        except Curtain:
            return

    def _outstanding(self) -> tuple[PayoutVoucherView, ...]:
        found = self._stage.desk.ask(ListPayoutVouchers(page_size=PAGE), OPERATOR)
        return found.unwrap().vouchers if isinstance(found, Success) else ()

    def _give_up(self, voucher: PayoutVoucherView) -> None:
        """Money that has gone out, or was repaid, meanwhile is left where it is."""
        revoke = RevokePayoutVoucher(voucher.voucher_id, "the car was not picked up")
        proposed = self._stage.desk.execute(Propose(revoke, "as the dealer says"), OPERATOR)
        if isinstance(proposed, Success):
            self._stage.desk.execute(ApproveProposal(proposed.unwrap().proposal_id), SECOND_OPERATOR)
