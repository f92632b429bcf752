"""Names of layers: as checkpoints and adapters have them, old or new, and as transformers 5 has them in a loaded model."""

from __future__ import annotations

import re
from collections.abc import Iterable

QKV = ("q_proj", "k_proj", "v_proj")
"""Query, key and value, which the originals hold in one fused projection."""

_PARTS = "visual|vision_tower|multi_modal_projector"
_RULES = (
    (re.compile(r"^(?:model\.)?language_model\.lm_head\."), "lm_head."),
    (re.compile(r"^(?:model\.)?language_model\.model\."), "model.language_model."),
    (re.compile(r"^language_model\."), "model.language_model."),
    (re.compile(rf"^({_PARTS})\."), r"model.\1."),
    (re.compile(rf"^model\.(?!language_model\.|(?:{_PARTS})\.)"), "model.language_model."),
    (re.compile(r"^(layers|embed_tokens|norm)\."), r"model.language_model.\1."),
)
"""The first that fits is used."""


def canonical(name: str) -> str:
    """The name in a loaded model of a tensor that is named in any of the ways of transformers' own layouts."""
    for old, new in _RULES:
        renamed, count = old.subn(new, name, count=1)
        if count:
            return renamed
    return name


def renamed(name: str, rules: Iterable[tuple[str, str]]) -> str:
    """A name with every rule (a pattern, what becomes of its first match) applied, one after the other."""
    for old, new in rules:
        name = re.sub(old, new, name, count=1)
    return name
