"""What payment channels may never be used for, checked each simulated day."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from lending.payments.ids import DisbursementOrderId
from lending.payments.ports import CHANNELS, DEDUCTIONS, DIRECTORY, DISBURSEMENTS
from lending_adapters.vendors.bank import Movement
from lending_simulator.invariants.evidence import Evidence
from lending_simulator.mirror import Mirror

__all__ = ["channels_are_used_as_published"]


def channels_are_used_as_published(evidence: Evidence) -> Iterator[str]:
    """Orders moved money through the channel chosen for them, within its limits of one payment and of a day."""
    directory = evidence.mirror.get(CHANNELS, DIRECTORY)
    if directory is None:
        return
    sums: Counter[tuple[str, bool, date]] = Counter()
    singles = {channel.code: channel.single_max.minor for channel in directory.channels}
    for movement in evidence.bank.movements:
        chosen = _chosen(evidence.mirror, movement)
        if chosen is None:
            continue
        if movement.channel != chosen:
            yield f"{movement.order_no} moved through {movement.channel}, and {chosen or 'none'} was chosen for it"
        if movement.amount > singles.get(movement.channel, 0):
            yield f"{movement.order_no} moved {movement.amount}, more than {movement.channel} takes at once"
        sums[movement.channel, movement.incoming, movement.on] += movement.amount
    most = {channel.code: channel.day_max.minor for channel in directory.channels}
    for (code, _incoming, day), total in sums.items():
        if total > most.get(code, 0):
            yield f"{code} moved {total} on {day}, more than its {most.get(code, 0)} a day"


def _chosen(mirror: Mirror, movement: Movement) -> str | None:
    """The channel chosen for the order that money moved under; None where it moved under no order of ours."""
    if movement.incoming:
        deduction = mirror.get(DEDUCTIONS, movement.order_no)
        return None if deduction is None else deduction.channel
    order_id = movement.order_no.rpartition("-")[0]
    payout = mirror.get(DISBURSEMENTS, order_id) if order_id.startswith(DisbursementOrderId.prefix) else None
    return None if payout is None else payout.channel_of(movement.order_no)
