"""Messages that no honest client sends: sane ones, hostile ones, mixtures, and bytes that are none.

Drawn from a seed, so that a call that does harm can be made again.
"""

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import attrs
from google.protobuf.message import Message
from google.rpc import code_pb2  # type: ignore[import-untyped]

from lending.application.call import Actor, Role
from lending.grants import TABLE
from lending_adapters.grpc.acts import Act, acts
from lending_adapters.grpc.credentials import headers_of
from lending_adapters.grpc.messages import new_message
from lending_adapters.grpc.service import Service
from lending_adapters.grpc.status import Status

__all__ = ["HARM", "Fuzzed", "fuzz"]

HARM = {"INTERNAL", "UNKNOWN"}
DEPTH_MAX = 4
REPEATED_MAX = 3
HOSTILE_TEXTS = (
    "",
    " ",
    "\x00",
    "a\nb",
    "x" * 33,
    "x" * 1_001,
    "啊" * 5_000,
    "'; DROP TABLE loan; --",
    "\u202e\u200bright to left",
    "NaN",
    "1e400",
    "-0",
    "0." + "0" * 900 + "1",
    "٣",
    "²",
    "None",
    "../../etc/passwd",
    "{}",
    "%s%n",
    "\U0001f4a9" * 40,
)
HOSTILE_NUMBERS = (0, -1, 1, 2**31 - 1, -(2**31), 2**31, 2**63 - 1, -(2**63), 10**15, 10**15 + 1, 9999, 10_000)
SANE_TEXTS: Mapping[str, tuple[str, ...]] = {
    "currency_code": ("CNY",),
    "currency": ("CNY", "JPY"),
    "product": ("small-cash", "car-leaseback"),
    "value": ("0.18", "0.0345", "10"),
    "code": ("small-cash", "1131.01", "ACCOUNT_CLOSED"),
    "number": ("6222020200000000001",),
    "bank": ("ICBC",),
    "identity_number": ("110105199001010010",),
    "phone": ("13800138000",),
    "book": ("OWN",),
    "event": ("REPAID",),
    "debit": ("1131.01",),
    "credit": ("1131.02",),
}
SANE_NUMBERS: Mapping[str, tuple[int, ...]] = {
    "units": (500, 6_000, 120_000),
    "nanos": (0, 10_000_000),
    "year": (2023, 2024, 2025),
    "month": (1, 2, 12),
    "day": (5, 6, 28, 29, 31),
    "instalments": (3, 12, 24),
    "version": (1, 2, 3),
    "seconds": (1_704_420_000,),
}
INTEGERS = {"int32": (-(2**31), 2**31 - 1), "int64": (-(2**63), 2**63 - 1)}


@attrs.define
class Fuzzed:
    """What came of many calls: how many of each code, and the requests that did harm."""

    codes: Counter[str] = attrs.Factory(Counter)
    harmful: list[tuple[str, str, bytes]] = attrs.Factory(list)


@attrs.frozen
class Drawer:
    """Draws requests; `known` are things there are, by the name of the field that names them."""

    chance: random.Random
    known: Mapping[str, tuple[str, ...]]

    def request(self, act: Act) -> bytes:
        """A request to `act`, or what claims to be one."""
        message = new_message(act.request)
        self._fill(message, hostility=self.chance.choice((0.0, 0.05, 0.3, 1.0)), depth=0)
        data = message.SerializeToString()
        return self._broken(data) if self.chance.random() < 0.15 else data

    def _fill(self, message: Message, hostility: float, depth: int) -> None:
        unions: dict[str, list[Any]] = {}
        for field in message.DESCRIPTOR.fields:
            union = field.containing_oneof
            unions.setdefault(field.name if union is None else union.name, []).append(field)
        for fields in unions.values():
            field = self.chance.choice(fields)
            if self.chance.random() < 0.05 + hostility / 3 and depth:
                continue
            self._put(message, field, hostility, depth)

    def _put(self, message: Message, field: Any, hostility: float, depth: int) -> None:
        hostile = self.chance.random() < hostility
        if field.message_type is not None and depth > DEPTH_MAX:
            return
        if field.is_repeated:
            for _ in range(self.chance.randint(0, REPEATED_MAX)):
                held = getattr(message, field.name)
                if field.message_type is not None:
                    self._fill(held.add(), hostility, depth + 1)
                else:
                    held.append(self._scalar(field, hostile=hostile))
        elif field.message_type is not None:
            inner = getattr(message, field.name)
            inner.SetInParent()
            self._fill(inner, hostility, depth + 1)
        else:
            setattr(message, field.name, self._scalar(field, hostile=hostile))

    def _scalar(self, field: Any, *, hostile: bool) -> Any:
        if field.type == field.TYPE_STRING:
            return self._text(field.name, hostile=hostile)
        if field.type == field.TYPE_BOOL:
            return self.chance.random() < 0.5
        if field.type == field.TYPE_ENUM:
            return self.chance.choice((-1, 99)) if hostile else self.chance.randrange(len(field.enum_type.values))
        least, most = INTEGERS["int32" if field.type == field.TYPE_INT32 else "int64"]
        if hostile:
            return self.chance.choice([number for number in HOSTILE_NUMBERS if least <= number <= most])
        return self.chance.choice(SANE_NUMBERS.get(field.name, (1, 2, 7)))

    def _text(self, name: str, *, hostile: bool) -> str:
        if hostile:
            return self.chance.choice(HOSTILE_TEXTS)
        if name == "request_id":
            return f"fuzz-{self.chance.randrange(10**9)}" if self.chance.random() < 0.9 else "fuzz-again"
        return self.chance.choice(self.known.get(name) or SANE_TEXTS.get(name, ("示例", "plain", "x")))

    def _broken(self, data: bytes) -> bytes:
        raw = bytearray(data or b"\x00")
        for _ in range(self.chance.randint(1, 4)):
            raw[self.chance.randrange(len(raw))] = self.chance.randrange(256)
        cut = self.chance.randint(0, len(raw))
        return bytes(raw[:cut]) + self.chance.randbytes(self.chance.randint(0, 12))


def fuzz(
    service: Service, known: Mapping[str, tuple[str, ...]], seed: int, calls: int, within: tuple[Act, ...] | None = None
) -> Fuzzed:
    """Make `calls` calls, spread over all acts."""
    chance = random.Random(seed)
    drawer = Drawer(chance, known)
    fuzzed = Fuzzed()
    for act, actor in _turns(chance, within or acts(), calls):
        request = drawer.request(act)
        answered = service.answer(act, request, headers_of(actor))
        code = str(code_pb2.Code.Name(answered.code)) if isinstance(answered, Status) else "OK"
        fuzzed.codes[code] += 1
        if code in HARM:
            fuzzed.harmful.append((act.path, answered.message, request))  # type: ignore[union-attr]
    return fuzzed


def _turns(chance: random.Random, among: tuple[Act, ...], calls: int) -> Iterator[tuple[Act, Actor]]:
    roles = {act.of: [grant.role for grant in TABLE if grant.act is act.of and not grant.within] for act in among}
    for _ in range(calls):
        act = chance.choice(among)
        role = chance.choice(roles[act.of] or list(Role)) if chance.random() < 0.95 else chance.choice(list(Role))
        yield act, Actor("fuzz", role, None)
