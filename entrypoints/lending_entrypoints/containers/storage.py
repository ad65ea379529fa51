"""Where everything is kept."""

from dependency_injector import containers, providers

from lending_adapters.stores import OpenStore, open_store
from lending_entrypoints.keys import environment_for

__all__ = ["Storage"]


class Storage(containers.DeclarativeContainer):
    """The store at a URL."""

    url: providers.Dependency[str] = providers.Dependency(instance_of=str)
    pool_size: providers.Dependency[int] = providers.Dependency(instance_of=int)
    upgrade: providers.Dependency[bool] = providers.Dependency(instance_of=bool, default=False)
    environment = providers.Callable(environment_for, url)
    store: providers.Provider[OpenStore] = providers.Singleton(
        open_store, url, upgrade=upgrade, pool_size=pool_size, environment=environment
    )
