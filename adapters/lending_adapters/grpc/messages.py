"""The generated messages and services, found by name."""

import importlib
import pkgutil
from functools import cache

from google.protobuf import descriptor_pool, message_factory
from google.protobuf.descriptor_pool import DescriptorPool
from google.protobuf.message import Message

import lending_proto.v1
from lending_adapters.grpc.naming import PACKAGE

__all__ = ["enum_numbers", "message_named", "name_of", "new_message", "service_names"]


@cache
def _loaded() -> tuple[str, ...]:
    """Put every generated definition into the pool; the full names of their services."""
    found = pkgutil.iter_modules(lending_proto.v1.__path__, "lending_proto.v1.")
    modules = [importlib.import_module(module.name) for module in found if module.name.endswith("_pb2")]
    return tuple(sorted(of.full_name for module in modules for of in module.DESCRIPTOR.services_by_name.values()))


def _pool() -> DescriptorPool:
    _loaded()
    return descriptor_pool.Default()


@cache
def message_named(name: str) -> type[Message]:
    """The message class `lending.v1.<name>`; a name that is not defined is a bug, or a definition out of date."""
    return message_factory.GetMessageClass(_pool().FindMessageTypeByName(f"{PACKAGE}.{name}"))


@cache
def enum_numbers(name: str) -> dict[str, int]:
    """The numbers of the enumeration `lending.v1.<name>`, by the names of its values."""
    values = _pool().FindEnumTypeByName(f"{PACKAGE}.{name}").values
    return {value.name: value.number for value in values}


def new_message(name: str) -> Message:
    """An empty message of this name."""
    return message_named(name)()


def name_of(message: type[Message]) -> str:
    """The short name of a message class."""
    name: str = message.DESCRIPTOR.name
    return name


def service_names() -> tuple[str, ...]:
    """Every service: lending.v1.LoansService."""
    return _loaded()
