"""Private names of transformers that Eyebox needs: no other file asks for one (`tests/models/test_compat.py`).

What has a public spelling without being documented stays where it is used: weight conversion in the originals' `weights`, layers
of the kept cache, `rope_deltas` and `get_rope_index`, Qwen2's parts in `families/qwen_vl/decoder`. Which versions Eyebox asks for
stands in pyproject.toml; the doctor compares what is installed with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from inspect import signature
from pathlib import Path
from typing import Any


@cache
def image_text_types() -> frozenset[str]:
    """Model types that transformers maps to image-text-to-text; none where it is not installed."""
    return _mapped("MODEL_FOR_IMAGE_TEXT_TO_TEXT_MAPPING_NAMES")


@cache
def text_types() -> frozenset[str]:
    """Model types that transformers knows as language models without pictures."""
    return _mapped("MODEL_FOR_CAUSAL_LM_MAPPING_NAMES") - image_text_types()


@cache
def _mapped(table: str) -> frozenset[str]:
    return frozenset(re.findall(r'\(\s*"([^"]+)",', _block(table)))


def _block(table: str) -> str:
    source = _source()
    start = source.find(f"\n{table} = OrderedDict(")
    return "" if start < 0 else source[start : source.find("\n)\n", start)]


@cache
def _source() -> str:
    try:
        spec = find_spec("transformers")
        if spec is None or not spec.origin:
            return ""
        place = Path(spec.origin).parent / "models" / "auto" / "modeling_auto.py"
        return place.read_text(encoding="utf-8")
    except (OSError, ValueError, ImportError):
        return ""


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


def mapped_classes(config: Any) -> Any:
    """The class, or a tuple of classes, that answers questions on pictures for a configuration. Raises KeyError for none.

    The table behind `AutoModelForImageTextToText`; tried with 5.24.
    """
    from transformers import AutoModelForImageTextToText

    return AutoModelForImageTextToText._model_mapping[type(config)]


def supports_flash_attention(cls: type) -> bool:
    """Whether a model class says that it runs with FlashAttention 2; tried with 5.24."""
    return bool(getattr(cls, "_supports_flash_attn", False))


def forget_rope_init(package: str) -> None:
    """Drops the ways of computing rotary positions that another package put into transformers' table; tried with 5.24."""
    from transformers.modeling_rope_utils import ROPE_INIT_FUNCTIONS

    for name, function in list(ROPE_INIT_FUNCTIONS.items()):
        if function.__module__.startswith(package):
            del ROPE_INIT_FUNCTIONS[name]


@contextmanager
def bars_replaced(bar: Callable[[Any, tuple[Any, ...], dict[str, Any]], Any]) -> Iterator[None]:
    """While inside, `bar(factory, args, kwargs)` makes each of transformers' progress bars; tried with 5.24."""
    from transformers.utils import logging

    before = logging.set_tqdm_hook(bar)
    try:
        yield
    finally:
        logging.set_tqdm_hook(before)


@contextmanager
def templates_rendered_by(render: Callable[..., tuple[list[str], list[Any]]]) -> Iterator[None]:
    """While inside, `apply_chat_template` renders by `render(conversations, chat_template, ...)` and does not look into
    the template; tried with 5.24. Both names are replaced only where a version has them."""
    from transformers import processing_utils, tokenization_utils_base

    replaced: list[tuple[Any, str, Any]] = []
    for module in (processing_utils, tokenization_utils_base):
        for name, value in (("render_jinja_template", render), ("_get_template_variables", _no_variables)):
            if hasattr(module, name):
                replaced.append((module, name, getattr(module, name)))
                setattr(module, name, value)
    try:
        yield
    finally:
        for module, name, value in replaced:
            setattr(module, name, value)


def _no_variables(_template: str) -> frozenset[str]:
    return frozenset()
