"""Third parties. The fakes run in this process: seeded, with every way in which a vendor may fail."""

from lending_adapters.vendors.asked import FakeVendors, VendorCallback
from lending_adapters.vendors.bank import FakeBank, Movement
from lending_adapters.vendors.behaviour import RELIABLE, Behaviour
from lending_adapters.vendors.callbacks import Callback, command_of
from lending_adapters.vendors.fakes import FakeCollectionChannel, FakePayoutChannel
from lending_adapters.vendors.funders import FakeFunders
from lending_adapters.vendors.statements import Break, FakeStatements

__all__ = [
    "RELIABLE",
    "Behaviour",
    "Break",
    "Callback",
    "FakeBank",
    "FakeCollectionChannel",
    "FakeFunders",
    "FakePayoutChannel",
    "FakeStatements",
    "FakeVendors",
    "Movement",
    "VendorCallback",
    "command_of",
]
