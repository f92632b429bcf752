"""What an engine does with each request, and the model that it keeps meanwhile."""

from __future__ import annotations

from threading import Event
from typing import Any

from eyebox_models.engine.handlers import HANDLERS, Job
from eyebox_models.engine.models import ModelKeeper
from eyebox_models.protocol.family import Emit
from eyebox_models.protocol.requests import Request


class Worker:
    """Does requests one after the other, and keeps the model that was asked last."""

    def __init__(self, limited: bool = False) -> None:
        """`limited`: this process does nothing but to decode pictures, and may not take all memory for one."""
        self._models = ModelKeeper()
        self._limited = limited

    def perform(self, request: Request, emit: Emit, stop: Event) -> Any:
        """Does one request and returns its result. Raises EyeboxError, or Stopped."""
        try:
            return HANDLERS[type(request)](request, Job(emit, stop, self._models, self._limited))
        finally:
            self._models.report(emit)

    def unload(self, emit: Emit) -> None:
        """Closes the model at hand, and reports that."""
        self._models.unload()
        self._models.report(emit)
