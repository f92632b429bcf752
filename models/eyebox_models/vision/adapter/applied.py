"""An adapter on a loaded model: added to what its layers give, so that it goes on top of every precision and off again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eyebox_models.protocol.errors import EyeboxError, Sentence
from eyebox_models.vision.adapter.folder import (
    CONFIG,
    PICKLED,
    WEIGHTS,
    Adapter,
    Low,
    other_size,
    read_adapter,
)
from eyebox_models.vision.compat_cache import forget_compiled
from eyebox_models.vision.packed import unpack_linear

if TYPE_CHECKING:
    from eyebox_models.vision.parts import LoadedCheckpoint

_KEY = "adapter"
_WIDTHS = (("in_features", "out_features"), ("embedding_dim", "num_embeddings"))
"""How linear layers of every kind, and embeddings, call a weight's columns and rows."""


class AppliedAdapter:
    """What was done to a model; `off` undoes it."""

    def __init__(self, key: str, name: str) -> None:
        self.key, self.name = key, name
        self._undo: list[Callable[[], Any]] = []
        self.modules: tuple[Any, ...] = ()
        """Those that give something else with it."""

    def off(self) -> None:
        """Takes the adapter off. Nothing is left of it."""
        while self._undo:
            self._undo.pop()()

    def put(
        self, layers: list[tuple[Any, Low]], saved: list[tuple[Any, str, Any]], device: Any, dtype: Any
    ) -> None:
        """Puts everything on; what fits was found out before."""
        self.modules = tuple(entry[0] for entry in (*layers, *saved))
        for module, low in layers:
            self._undo.append(module.register_forward_hook(_added(module, low, device, dtype)).remove)
        for module, leaf, tensor in saved:
            self._undo.append(_replaced(module, leaf, tensor))


def adapter_key(folder: str | None) -> str:
    """What an adapter is known by: another one in the same folder has another. "" for none. Raises EyeboxError."""
    if not folder:
        return ""
    place = Path(folder)
    try:
        path = next(
            (place / name for name in (WEIGHTS, PICKLED) if (place / name).is_file()), place / WEIGHTS
        )
        stats = [file.stat() for file in (place / CONFIG, path)]
    except OSError:
        raise EyeboxError(
            "adapter-unreadable",
            "{folder} holds no adapter that can be read; choose another folder.",
            folder=folder,
        ) from None
    return ":".join((str(place), *(f"{stat.st_mtime_ns}-{stat.st_size}" for stat in stats)))


def applied_key(parts: LoadedCheckpoint) -> str:
    """The key of the adapter that is applied to a loaded model, "" for none."""
    applied = parts.extra.get(_KEY)
    return "" if applied is None else str(applied.key)


def applied_outside(parts: LoadedCheckpoint, modules: Iterable[Any]) -> str:
    """The key of the adapter that is applied to a loaded model where it changes others than these modules, else ""."""
    applied: AppliedAdapter | None = parts.extra.get(_KEY)
    return "" if applied is None or set(modules).issuperset(applied.modules) else applied.key


def applied_name(parts: LoadedCheckpoint) -> str:
    """The name of the adapter that is applied to a loaded model, "" for none."""
    applied = parts.extra.get(_KEY)
    return "" if applied is None else str(applied.name)


def apply(parts: LoadedCheckpoint, folder: str | None) -> None:
    """Applies the LoRA of a folder to a loaded model, or none; nothing happens when it is applied already.

    Raises EyeboxError when it is not one for this model; then the one before stays. After any other error there is none.
    """
    key = adapter_key(folder)
    if key == applied_key(parts):
        return
    new: AppliedAdapter | None = None
    if folder:
        layers, saved = _fitted(
            parts.model, read_adapter(folder, parts.checkpoint, parts.extra["family"].map_weights)
        )
        new = AppliedAdapter(key, Path(folder).name)
    old = parts.extra.pop(_KEY, None)
    if old is not None:
        old.off()
    forget_compiled(parts.model)
    if new is not None:
        try:
            new.put(layers, saved, parts.device, parts.model.dtype)
        except BaseException:  # memory may run out half-way
            new.off()
            raise
        parts.extra[_KEY] = new


def _fitted(model: Any, adapter: Adapter) -> tuple[list[tuple[Any, Low]], list[tuple[Any, str, Any]]]:
    """The modules that an adapter changes. Raises EyeboxError for the first that is not there or has other sizes."""
    layers, saved = [], []
    for path, low in adapter.layers.items():
        module = _module(model, path) or _module(model, low.name)
        if module is None:
            raise adapter.strange(
                Sentence("no-such-layer", "there is no {layer} in this one", layer=low.name)
            )
        sizes = next(
            ((getattr(module, i), getattr(module, o)) for i, o in _WIDTHS if hasattr(module, i)), None
        )
        if sizes is None:
            raise adapter.strange(
                Sentence("no-linear-layer", "{layer} is no linear layer in this one", layer=low.name)
            )
        if sizes != tuple(reversed(low.shape)) or low.embedding != hasattr(module, "num_embeddings"):
            raise adapter.strange(Sentence("other-sizes", "{layer} has other sizes", layer=low.name))
        layers.append((module, low))
    for path, tensor in adapter.saved.items():
        stem, _, leaf = path.rpartition(".")
        module = _module(model, stem)
        unpack_linear(module)
        parameter = None if module is None else module._parameters.get(leaf)
        if parameter is None:
            raise adapter.strange(Sentence("no-such-layer", "there is no {layer} in this one", layer=path))
        if not parameter.is_floating_point() or parameter.device.type == "meta":
            raise EyeboxError(
                "adapter-replaces",
                "The adapter in {folder} replaces {path}, which can't be done with quantized or offloaded "
                "layers; choose bf16, or merge the adapter first.",
                folder=adapter.folder,
                path=path,
            )
        if parameter.shape != tensor.shape:
            raise adapter.strange(other_size(path))
        saved.append((module, leaf, tensor))
    return layers, saved


def _module(model: Any, path: str) -> Any:
    try:
        return model.get_submodule(path)
    except AttributeError:
        return None


def _added(module: Any, low: Low, device: Any, dtype: Any) -> Callable[..., Any]:
    """A hook that adds what the LoRA makes of a layer's inputs."""
    import torch

    held = [t for t in (*module.parameters(), *module.buffers()) if t.device.type != "meta"]
    place = held[0].device if held else torch.device(device)
    down, up = (tensor.to(place, dtype).contiguous() for tensor in (low.down, low.up))
    linear, embedding = torch.nn.functional.linear, torch.nn.functional.embedding

    def add(_module: Any, inputs: tuple[Any, ...], out: Any) -> Any:
        first, second = down.to(out.device), up.to(out.device)
        if low.embedding:
            return out + linear(embedding(inputs[0].to(out.device), first.t()), second).to(out.dtype)
        return out + linear(linear(inputs[0].to(first), first), second).to(out.dtype)

    return add


def _replaced(module: Any, leaf: str, tensor: Any) -> Callable[[], None]:
    """Puts another tensor in place of a parameter, for this module alone; what it returns puts the old one back."""
    import torch

    old = module._parameters[leaf]
    module._parameters[leaf] = torch.nn.Parameter(tensor.to(old.device, old.dtype), requires_grad=False)

    def back() -> None:
        module._parameters[leaf] = old

    return back
