"""Imports PySide6 without what only its own tools and its error messages need, which takes as long as Qt itself."""

from __future__ import annotations

import builtins
import sys
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

SELDOM = {
    f"shibokensupport.signature.{name}"
    for name in ("errorhandler", "layout", "parser", "lib.tool", "lib.enum_sig", "lib.pyi_generator")
}
"""Modules that tell what a function takes: for `help`, and where the arguments of a call were wrong. PySide compiles them
from their sources at each start."""


class _Seldom(ModuleType):
    """Stands in for a module until something in it is wanted."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.__spec__ = ModuleSpec(name, None)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        object.__setattr__(self, "__class__", ModuleType)
        package = sys.modules[self.__name__.rpartition(".")[0]]
        finder: Any = package.__loader__ if hasattr(package.__loader__, "find_spec") else PathFinder
        self.__spec__ = spec = finder.find_spec(self.__name__, package.__path__)
        spec.loader.exec_module(self)
        return getattr(self, name)


def import_qt() -> None:
    """Imports PySide6; does nothing where that has been done."""
    if "PySide6" in sys.modules:
        return
    import_module = builtins.__import__

    def import_less(
        name: str, globals: Any = None, locals: Any = None, fromlist: Any = (), level: int = 0
    ) -> Any:
        for part in fromlist or ():
            if (module := f"{name}.{part}") in SELDOM and module not in sys.modules:
                sys.modules[module] = _Seldom(module)
        return import_module(name, globals, locals, fromlist, level)

    builtins.__import__ = import_less
    try:
        import PySide6  # noqa: F401
    finally:
        # PySide would watch every import from now on, and read the source of every module, to find who wants its other
        # spellings (snake_case, properties). Nobody does here.
        builtins.__import__ = import_module
