"""What things are called on the wire."""

import enum
import re

from lending_adapters.grpc.shapes import OneOf, Record, Scalar

__all__ = [
    "PACKAGE",
    "context_of",
    "enum_prefix",
    "enum_value",
    "member_names",
    "request_name",
    "response_name",
    "service_of",
    "snake",
]

PACKAGE = "lending.v1"

WIRE_CONTEXTS = {"origination": "applications", "accounting": "books", "application": "bus"}
"""Contexts that callers know by another word than the code."""

BOUNDARY = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def snake(name: str) -> str:
    """`GetLoan` as get_loan."""
    return BOUNDARY.sub("_", name).lower()


def context_of(of: type) -> str:
    """The context that a class of the core belongs to, by its word on the wire."""
    context = of.__module__.split(".")[1]
    return WIRE_CONTEXTS.get(context, context)


def service_of(act: type) -> str:
    """The service that answers a command or query: `LoansService`."""
    return f"{context_of(act).title().replace('_', '')}Service"


def request_name(act: type) -> str:
    """The message that asks for a command or query."""
    return f"{act.__name__}Request"


def response_name(act: type) -> str:
    """The message that answers it."""
    return f"{act.__name__}Response"


def enum_prefix(of: type[enum.Enum]) -> str:
    """What every value of an enumeration begins with: DAY_COUNT."""
    return snake(of.__name__).upper()


def enum_value(member: enum.Enum) -> str:
    """A value's name: DAY_COUNT_ACT_360."""
    return f"{enum_prefix(type(member))}_{member.name}"


def member_names(union: OneOf) -> dict[str, Scalar | Record]:
    """The fields of a union, by name."""
    return {snake(member.of.__name__): member for member in union.members}
