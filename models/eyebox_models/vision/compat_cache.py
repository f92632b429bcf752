"""What Eyebox needs of transformers' caches and way of decoding that its documentation does not promise; see `compat`."""

from __future__ import annotations

import copy
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from functools import cache
from inspect import signature
from typing import Any

# ---- the cache of keys and values


@cache
def cache_name() -> str:
    """The keyword of `generate` and of models for a cache of keys and values, and the field of what a model gives back.

    WORKAROUND https://github.com/huggingface/transformers/blob/v5.24.0/src/transformers/generation/utils.py
    5.24 calls `cache` what was `past_key_values` before. A model must know the name of the version, and the newer one
    warns of the old name. The method by which `generate` prepares what every model is given tells which it is.
    """
    from transformers import GenerationMixin

    known = signature(GenerationMixin.prepare_inputs_for_generation).parameters
    return "cache" if "cache" in known else "past_key_values"


def tensor_bytes(value: Any) -> int:
    """Bytes of all tensors in lists and dictionaries."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return sum(map(tensor_bytes, value))
    return value.numel() * value.element_size() if hasattr(value, "element_size") else 0


def cache_bytes(cache: Any) -> int:
    """Bytes of all tensors of a cache."""
    return tensor_bytes([vars(layer) for layer in cache.layers])


def can_cut(cache: Any) -> bool:
    """Whether all layers hold keys and values of every id, and nothing else."""
    return all(map(_can_cut, cache.layers))


def _can_cut(layer: Any) -> bool:
    if hasattr(layer, "recurrent_states") or hasattr(layer, "conv_states"):
        return False
    return bool(getattr(layer, "is_croppable", False)) and not getattr(layer, "is_sliding", False)


def uncut_states(cache: Any) -> list[dict[str, Any] | None]:
    """A copy of all that those layers hold which can't be cut; None for the others."""
    return [None if _can_cut(layer) else _cloned(vars(layer)) for layer in cache.layers]


def _cloned(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _cloned(inner) for key, inner in value.items()}
    return value.clone() if hasattr(value, "clone") else value


def cut_cache(cache: Any, length: int, states: Sequence[dict[str, Any] | None] | None) -> Any:
    """A cache of the first `length` ids of another one, which is left as it is: keys and values are views.

    `states` are those of `uncut_states` after so many ids. Layers that have none there and no keys stay as they are.
    """
    made = copy.copy(cache)
    made.layers = [copy.copy(layer) for layer in cache.layers]
    for layer, own in zip(made.layers, states or [None] * len(made.layers), strict=True):
        if own is not None:
            vars(layer).update(_cloned(own))
        elif getattr(layer, "keys", None) is not None:
            layer.keys = layer.keys[..., :length, :]
            layer.values = layer.values[..., :length, :]
    return made


# ---- compiled steps


def static_cache(model: Any, length: int) -> Any:
    """A cache of buffers for `length` ids, which never move; they are made when the first keys come."""
    from transformers import StaticCache

    return StaticCache(config=model.config, max_cache_len=length)


def compile_config(device: str, triton: bool) -> Any:
    """How `generate` compiles the step of one new id: with CUDA graphs, for each length of buffers anew; None where it
    doesn't. Without triton the graphs are of torch's own kernels."""
    from transformers import CompileConfig

    if not device.startswith("cuda"):
        return None
    return (
        CompileConfig(dynamic=False)
        if triton
        else CompileConfig(backend="cudagraphs", mode="default", dynamic=False)
    )


def compiled_call(model: Any) -> Any:
    """What `generate` compiled of a model, None for nothing."""
    return vars(model).get("_compiled_call")


def forget_compiled(model: Any) -> None:
    """Drops what was compiled of a model: it knows nothing of hooks that came or went since, and holds its buffers."""
    if compiled_call(model) is not None:
        import torch

        del model._compiled_call
        torch._dynamo.reset()


@contextmanager
def compilable(model: Any) -> Iterator[None]:
    """While inside, the step of one new id can be compiled by `generate`.

    It would not compile quantized models, though their products are single operations; and FlashAttention over buffers
    reads the length from the card at each layer, so the language model attends by SDPA.
    """
    quantizer = vars(model).pop("hf_quantizer", None)
    text = model.config.get_text_config(decoder=True)
    attention = text._attn_implementation
    if "flash" in str(attention):
        text._attn_implementation = "sdpa"
    try:
        yield
    finally:
        text._attn_implementation = attention
        if quantizer is not None:
            model.hf_quantizer = quantizer


# ---- decoding

_IN_GROUPS = "TRANSFORMERS_SDPA_FORCE_GQA"


@contextmanager
def attending_in_groups(device: str) -> Iterator[None]:
    """While inside, SDPA on a processor takes keys and values that several heads share as they are, with a mask too;
    transformers copies them for each head by itself, before each layer. The numbers are the same.

    https://github.com/huggingface/transformers/blob/v5.24.0/src/transformers/integrations/sdpa_attention.py
    """
    before = os.environ.get(_IN_GROUPS)
    if device == "cpu":
        os.environ[_IN_GROUPS] = "1"
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(_IN_GROUPS, None)
        else:
            os.environ[_IN_GROUPS] = before


@contextmanager
def decoding(model: Any) -> Iterator[None]:
    """While inside, experts are multiplied as suits few ids, as in `generate` itself."""
    with getattr(model, "_optimize_model_for_decode", nullcontext)():
        yield


class Forwards:
    """Forwards of a model in a way of decoding of one's own, which `generate` gives `inputs` that fit its prompt."""

    def __init__(self, model: Any, inputs: Mapping[str, Any]) -> None:
        self._model = model
        self._inputs = inputs
        self._cache = inputs[cache_name()]
        self._prompt = 0

    def __call__(self, ids: Any, count: int) -> Any:
        """The logits [1, count, vocabulary] behind the last `count` of `ids` [1, length]. Fed are those that the cache
        lacks: of the prompt the first time, then of what follows it."""
        first, length = not self._prompt, ids.shape[1]
        inputs = dict(self._inputs)
        if first:
            self._prompt = length
        elif length > self._prompt:
            inputs = self._model._update_model_kwargs_for_generation(
                {}, inputs, num_new_tokens=length - self._prompt
            )
        prepared = self._model.prepare_inputs_for_generation(
            ids,
            next_sequence_length=length - self._cache.get_seq_length(),
            is_first_iteration=first,
            **inputs,
        )
        if "logits_to_keep" in prepared:
            prepared["logits_to_keep"] = count
        return self._model(**prepared, return_dict=True).logits[:, -count:]

    def keep(self, length: int) -> None:
        """Drops what the cache holds behind its first `length` ids."""
        self._cache.crop(length - self._cache.get_seq_length())
