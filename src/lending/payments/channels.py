"""The payment channels there are, as published configuration: what each can do, for whom, at what cost, and when."""

import enum
from datetime import datetime

import attrs

from lending.application.call import CHINA
from lending.kernel.checks import matching, positive, positive_money, text_of, within
from lending.kernel.invalid import InvalidValue
from lending.kernel.money import CNY, Currency, Money

__all__ = ["COUNT_MAX", "Channel", "ChannelKind", "Channels", "Service"]

COUNT_MAX = 10**9
PER_SECOND_MAX = 10_000
RESERVED = frozenset({"ALL", "BUSINESS", "LEDGER"})
"""Words that stand beside codes of channels: for all of them, and for the books in reconciliation."""
BANKS = matching(r"[A-Z]{2,12}", "a bank code such as ICBC")
CLOCK = matching(r"([01][0-9]|2[0-3]):[0-5][0-9]|24:00", "a time of day from 00:00 to 24:00, such as 08:30")


class ChannelKind(enum.Enum):
    """Whose channel it is (R60)."""

    THIRD_PARTY = "THIRD_PARTY"
    """第三方支付: a payment company that reaches many banks for a fee."""
    OWN_BANK = "OWN_BANK"
    """我行: the bank's own system, which reaches its own cards only."""
    BANK = "BANK"
    """银企直连: a link to our account at a bank, from which corporate accounts of any bank are paid (R103)."""


class Service(enum.Enum):
    """What a channel is asked to do."""

    PAYOUT = "PAYOUT"
    """代付."""
    COLLECTION = "COLLECTION"
    """代扣."""


def _bank_codes(instance: "Channel", attribute: "attrs.Attribute[tuple[str, ...]]", banks: tuple[str, ...]) -> None:
    for bank in banks:
        BANKS(instance, attribute, bank)


@attrs.frozen(kw_only=True)
class Channel:
    """One channel (通道).

    `banks` are those it serves, all where none is named. `single_max` bounds one payment, `day_max` and `day_count`
    what is sent of each service on one accounting day. An order costs `cost_fixed` and `cost_per_mille` thousandths
    of its amount. Where it is `listed`, deductions wait in its list until they are written to a file or sent one by
    one, `per_second` at most. It works from `opens` to `closes` of every day, China's time.
    """

    code: str = attrs.field(validator=matching(r"[A-Z][A-Z0-9_]{0,19}", "a channel code such as MAIN"))
    name: str = attrs.field(validator=text_of(60))
    kind: ChannelKind
    services: tuple[Service, ...] = attrs.field()
    currency: Currency = CNY
    single_max: Money = attrs.field(validator=positive_money)
    day_max: Money = attrs.field(validator=positive_money)
    day_count: int = attrs.field(validator=positive(COUNT_MAX))
    cost_fixed: Money = attrs.field()
    cost_per_mille: int = attrs.field(default=0, validator=within(0, 1000))
    banks: tuple[str, ...] = attrs.field(default=(), validator=_bank_codes)
    listed: bool = False
    per_second: int = attrs.field(default=10, validator=positive(PER_SECOND_MAX))
    opens: str = attrs.field(default="00:00", validator=CLOCK)
    closes: str = attrs.field(default="24:00", validator=CLOCK)
    enabled: bool = True

    def _is_not_reserved(self) -> None:
        if self.code in RESERVED:
            raise InvalidValue("code", self.code, f"a code other than {', '.join(sorted(RESERVED))}")

    @services.validator
    def _each_once(self, _attribute: object, services: tuple[Service, ...]) -> None:
        if not services or len(set(services)) != len(services):
            told = ", ".join(service.value for service in services)
            raise InvalidValue("services", told, "PAYOUT, COLLECTION or both, each once")

    @cost_fixed.validator
    def _not_negative(self, _attribute: object, cost: Money) -> None:
        if cost.minor < 0:
            raise InvalidValue("cost_fixed", cost.text, "an amount of zero or more")

    def __attrs_post_init__(self) -> None:
        self._is_not_reserved()
        for name in ("single_max", "day_max", "cost_fixed"):
            amount: Money = getattr(self, name)
            if amount.currency != self.currency:
                raise InvalidValue(name, str(amount), f"an amount in {self.currency}")
        if self.opens >= self.closes:
            raise InvalidValue("closes", self.closes, f"a time after {self.opens}, when it opens")
        if self.kind is ChannelKind.BANK and self.services != (Service.PAYOUT,):
            told = ", ".join(service.value for service in self.services)
            raise InvalidValue("services", told, "PAYOUT alone: a bank transfers for us, and takes nothing for us")
        if self.kind is ChannelKind.OWN_BANK and not self.banks:
            raise InvalidValue("banks", "none", "our own bank's code: an own-bank channel reaches no other")

    def serves(self, bank: str) -> bool:
        """Whether accounts of this bank can be reached."""
        return not self.banks or bank in self.banks

    def works_at(self, instant: datetime) -> bool:
        """Whether it takes orders at this instant."""
        return self.opens <= f"{instant.astimezone(CHINA):%H:%M}" < self.closes

    def cost(self, amount: Money) -> Money:
        """What an order of this amount costs, rounded half up."""
        return self.cost_fixed + amount.share(self.cost_per_mille, 1000)


@attrs.frozen(kw_only=True)
class Channels:
    """Every channel, and how much may be paid out on one accounting day through all of them (放款额度, R67)."""

    version: int
    currency: Currency = CNY
    payout_day_max: Money = attrs.field(validator=positive_money)
    payout_day_count: int = attrs.field(validator=positive(COUNT_MAX))
    channels: tuple[Channel, ...] = attrs.field()

    @channels.validator
    def _codes_once(self, _attribute: object, channels: tuple[Channel, ...]) -> None:
        codes = [channel.code for channel in channels]
        if not codes or len(set(codes)) != len(codes):
            raise InvalidValue("channels", ", ".join(codes), "at least one channel, each code once")

    @property
    def own_banks(self) -> frozenset[str]:
        """Our own bank's codes: whose cards we debit ourselves."""
        own = (channel for channel in self.channels if channel.kind is ChannelKind.OWN_BANK)
        return frozenset(bank for channel in own for bank in channel.banks)

    def is_listed(self, code: str) -> bool:
        """Whether deductions wait in the list of the channel with this code."""
        return any(channel.code == code and channel.listed for channel in self.channels)

    def is_own(self, code: str) -> bool:
        """Whether the channel with this code is our own bank's."""
        return self.kind_of(code) is ChannelKind.OWN_BANK

    def kind_of(self, code: str) -> ChannelKind | None:
        """Whose channel the one with this code is; None where there is none."""
        return next((channel.kind for channel in self.channels if channel.code == code), None)

    @property
    def held_at(self) -> frozenset[str]:
        """The codes of channels that hold money of ours until it is swept to our bank."""
        return frozenset(channel.code for channel in self.channels if channel.kind is not ChannelKind.BANK)

    @property
    def codes(self) -> frozenset[str]:
        """Every channel's code."""
        return frozenset(channel.code for channel in self.channels)
