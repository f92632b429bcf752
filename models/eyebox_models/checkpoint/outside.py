"""What in a model folder would have transformers load something else than what was looked at, or code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from eyebox_models.checkpoint.headers import Fault

_SHARD_OF_A_RANK = re.compile(r"shard-\d{5}-model-\d{5}-of-\d{5}\.safetensors")
_OTHER_FILES = {
    "adapter_config.json": Fault(
        "adapter-beside-model",
        "adapter_config.json makes transformers load an adapter over the model; move the adapter's files into a folder "
        "of their own.",
    ),
    "audio_tokenizer_config.json": Fault(
        "audio-tokenizer-beside-model",
        "audio_tokenizer_config.json makes transformers load another model; remove it, since Eyebox does not listen.",
    ),
}
"""Files beside a config.json that have transformers load something else."""


def faults_of_other_files(names: Iterable[str]) -> Iterator[Fault]:
    """Files that have other weights loaded than those that were looked at."""
    there = set(names)
    for name, fault in _OTHER_FILES.items():
        if name in there and "config.json" in there:
            yield fault
    shard = next((name for name in sorted(there) if _SHARD_OF_A_RANK.fullmatch(name)), "")
    if shard:
        yield Fault(
            "saved-in-ranks",
            "{shard} is of a checkpoint that was saved in ranks; save it as model.safetensors.",
            shard=shard,
        )


def faults_of_references(file: str, config: dict[str, Any]) -> Iterator[Fault]:
    """Keys, wherever they stand, that name other weights, other models or programs."""
    waiting: list[Any] = [config]
    while waiting:
        part = waiting.pop()
        if isinstance(part, list):
            waiting += part
            continue
        if not isinstance(part, dict):
            continue
        waiting += part.values()
        for key, value in part.items():
            if value and _leads_away(str(key), value):
                yield Fault(
                    "outside-key",
                    '{file} has "{key}", which leads to what is not part of this model; remove it, or choose '
                    "another model.",
                    file=file,
                    key=str(key)[:60],
                )
                return


def _leads_away(key: str, value: Any) -> bool:
    if key.endswith(("attn_implementation", "experts_implementation", "attn_implementation_internal")):
        return any("/" in text for text in _texts(value))
    return key in ("transformers_weights", "audio_tokenizer", "use_pretrained_backbone")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    else:
        yield str(value)
