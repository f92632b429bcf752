"""While a prompt is computed: how far it is, and stopping before it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event
from typing import Any

from eyebox_models.protocol.errors import Stopped

Report = Callable[[str, float], None]


@contextmanager
def watched(model: Any, report: Report, stop: Event) -> Iterator[Callable[[], None]]:
    """Watches the layers of a model: reports "looking" and "reading" with a fraction, raises Stopped between layers.

    Gives a function that ends the watch: to be called at the first new id, so that the others cost nothing.
    """
    hooks: list[Any] = []

    def end() -> None:
        while hooks:
            hooks.pop().remove()

    for stage, layers in (("looking", _tower(model)), ("reading", _decoder(model))):
        for index, layer in enumerate(layers):
            hooks.append(layer.register_forward_pre_hook(_step(stage, index / len(layers), report, stop)))
    try:
        yield end
    finally:
        end()


def _step(stage: str, fraction: float, report: Report, stop: Event) -> Callable[[Any, Any], None]:
    def step(_module: Any, _given: Any) -> None:
        if stop.is_set():
            raise Stopped
        report(stage, fraction)

    return step


def _decoder(model: Any) -> list[Any]:
    decoder = model.get_decoder() if hasattr(model, "get_decoder") else None
    return list(getattr(decoder, "layers", ()) or ())


def _tower(model: Any) -> list[Any]:
    base = getattr(model, "model", model)
    tower = getattr(base, "visual", None) or getattr(base, "vision_tower", None)
    for place in (tower, getattr(tower, "encoder", None), getattr(tower, "vision_model", None)):
        for name in ("blocks", "layers", "layer"):
            layers = getattr(place, name, None)
            if layers is not None:
                return list(layers)
    return []
