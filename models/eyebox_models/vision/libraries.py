"""Imports what models need, and reports how far that is: it takes seconds when an engine has only just started."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from threading import Event, get_ident
from types import ModuleType

from eyebox_models.protocol.errors import Stopped
from eyebox_models.protocol.events import Progress
from eyebox_models.protocol.family import Emit

LIBRARIES = (
    ("torch", 1000, ("torch",)),
    ("torchvision", 1050, ("torchvision",)),
    ("transformers", 750, ("transformers", "transformers.models.auto.processing_auto", "transformers.modeling_utils")),
)  # fmt: skip
"""A name, about how many modules it consists of, and what is imported of it."""
STEP = 0.01


def import_libraries(emit: Emit, stop: Event) -> None:
    """Imports them one after the other; Progress("importing", 0..1, name). Raises Stopped between two.

    Does nothing where the first is there already. What can't be imported is left to whoever needs it.
    """
    if LIBRARIES[0][0] in sys.modules:
        return
    counter = _Counter(emit)
    sys.meta_path.insert(0, counter)
    try:
        for name, count, modules in LIBRARIES:
            if stop.is_set():
                raise Stopped
            counter.begin(name, count)
            for module in modules:
                try:
                    import_module(module)
                except ImportError:
                    break
    finally:
        sys.meta_path.remove(counter)
    emit(Progress("importing", 1.0))


class _Counter:
    """Stands first among those who are asked for modules, finds none, and counts how many are looked for."""

    def __init__(self, emit: Emit) -> None:
        self._emit = emit
        self._thread = get_ident()
        self._all = sum(count for _name, count, _modules in LIBRARIES)
        self._name = ""
        self._before = self._part = self._done = 0
        self._reported = -STEP

    def begin(self, name: str, count: int) -> None:
        """A library of about so many modules comes next."""
        self._before += self._part
        self._name, self._part, self._done = name, count, 0
        self._report()

    def find_spec(
        self, _name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> None:
        if get_ident() == self._thread:
            self._done += 1
            self._report()

    def _report(self) -> None:
        fraction = (self._before + min(self._done, self._part)) / self._all
        if self._done == 0 or fraction - self._reported >= STEP:
            self._reported = fraction
            self._emit(Progress("importing", fraction, self._name))
