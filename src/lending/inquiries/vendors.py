"""Who can be asked, as published configuration: which questions, at what cost, and when."""

from datetime import datetime, timedelta

import attrs

from lending.application.call import CHINA
from lending.inquiries.questions import Question
from lending.kernel.checks import matching, money_from_zero, positive, text_of
from lending.kernel.invalid import InvalidValue
from lending.kernel.money import Money

__all__ = ["Vendor", "Vendors"]

CLOCK = matching(r"([01][0-9]|2[0-3]):[0-5][0-9]|24:00", "a time of day from 00:00 to 24:00, such as 08:30")


@attrs.frozen(kw_only=True)
class Vendor:
    """One third party: what it answers, what an answer costs, and its hours of every day, China's time."""

    code: str = attrs.field(validator=matching(r"[A-Z][A-Z0-9_]{0,19}", "a vendor's code such as FACE_A"))
    name: str = attrs.field(validator=text_of(60))
    questions: tuple[Question, ...] = attrs.field()
    cost: Money = attrs.field(validator=money_from_zero)
    opens: str = attrs.field(default="00:00", validator=CLOCK)
    closes: str = attrs.field(default="24:00", validator=CLOCK)
    enabled: bool = True

    @questions.validator
    def _each_once(self, _attribute: object, questions: tuple[Question, ...]) -> None:
        if not questions or len(set(questions)) != len(questions):
            told = ", ".join(question.value for question in questions) or "none"
            raise InvalidValue("questions", told, "at least one question, each once")

    def __attrs_post_init__(self) -> None:
        if self.opens >= self.closes:
            raise InvalidValue("closes", self.closes, f"a time after {self.opens}, when it opens")

    def works_at(self, instant: datetime) -> bool:
        """Whether it answers at this instant."""
        return self.opens <= f"{instant.astimezone(CHINA):%H:%M}" < self.closes

    def opens_after(self, instant: datetime) -> datetime:
        """When it opens next."""
        local = instant.astimezone(CHINA)
        hours, minutes = self.opens.split(":")
        opening = local.replace(hour=int(hours), minute=int(minutes), second=0, microsecond=0)
        return opening if opening > local else opening + timedelta(days=1)


@attrs.frozen(kw_only=True)
class Vendors:
    """Everybody who can be asked, first choice first."""

    version: int = attrs.field(validator=positive(10_000))
    vendors: tuple[Vendor, ...] = attrs.field()

    @vendors.validator
    def _codes_once(self, _attribute: object, vendors: tuple[Vendor, ...]) -> None:
        codes = [vendor.code for vendor in vendors]
        if not codes or len(set(codes)) != len(codes):
            raise InvalidValue("vendors", ", ".join(codes) or "none", "at least one vendor, each code once")

    def answering(self, question: Question) -> tuple[Vendor, ...]:
        """Those who answer a question, first choice first."""
        return tuple(vendor for vendor in self.vendors if vendor.enabled and question in vendor.questions)

    def cost_of(self, code: str) -> Money | None:
        """What an answer of the vendor with this code costs."""
        return next((vendor.cost for vendor in self.vendors if vendor.code == code), None)
