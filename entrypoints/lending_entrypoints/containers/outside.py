"""What is outside the platform: the time, who asks, and the third parties."""

from dependency_injector import containers, providers

from lending_adapters.end_of_day import open_day
from lending_adapters.instant import InstantChannel, InstantFunders, InstantVendors
from lending_adapters.rules import ZenRules
from lending_adapters.stores import OpenStore
from lending_entrypoints.clock import SystemClock

__all__ = ["Engines", "ThirdParty", "Time"]


class Time(containers.DeclarativeContainer):
    """The clock."""

    clock: providers.Provider[SystemClock] = providers.Singleton(SystemClock)


class Engines(containers.DeclarativeContainer):
    """What runs rules."""

    rules: providers.Provider[ZenRules] = providers.Singleton(ZenRules)


class ThirdParty(containers.DeclarativeContainer):
    """Payment channels, funders and vendors. Until real ones are connected, such as do at once what they are asked."""

    store: providers.Dependency[OpenStore] = providers.Dependency()
    today: providers.Provider[object] = providers.Callable(open_day, store)
    payouts: providers.Provider[InstantChannel] = providers.Singleton(InstantChannel, today.provider)
    collections: providers.Provider[InstantChannel] = providers.Singleton(InstantChannel, today.provider)
    funders: providers.Provider[InstantFunders] = providers.Singleton(InstantFunders)
    vendors: providers.Provider[InstantVendors] = providers.Singleton(InstantVendors)
