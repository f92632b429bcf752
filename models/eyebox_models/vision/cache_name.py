"""What the installed transformers calls a cache of keys and values that is handed to it or taken from it."""

from __future__ import annotations

from functools import cache
from inspect import signature


@cache
def cache_name() -> str:
    """The keyword of `generate` and of models, and the field of what a model gives back.

    WORKAROUND https://github.com/huggingface/transformers/blob/v5.24.0/src/transformers/generation/utils.py
    5.24 calls `cache` what was `past_key_values` before. A model must know the name of the version, and the newer one
    warns of the old name. The method by which `generate` prepares what every model is given tells which it is.
    """
    from transformers import GenerationMixin

    known = signature(GenerationMixin.prepare_inputs_for_generation).parameters
    return "cache" if "cache" in known else "past_key_values"
