"""Which model types can look at pictures here, from the source of the installed transformers and without importing it."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path


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
