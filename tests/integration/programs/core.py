"""Import every module of the core, then say what was needed for it."""

import importlib
import pkgutil
import sys

import lending

for module in pkgutil.walk_packages(lending.__path__, "lending."):
    importlib.import_module(module.name)

outside = {name.partition(".")[0] for name in sys.modules} - set(sys.stdlib_module_names)
needed = outside & {"attr", "attrs", "returns", "numpy", "sqlalchemy", "pydantic"}
print(lending.__name__, "needs", *sorted(needed - {"attr"}))
