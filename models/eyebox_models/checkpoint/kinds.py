"""Whether weights, config and image processor are of one kind of model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from eyebox_models.checkpoint.folder import Checkpoint
from eyebox_models.checkpoint.headers import Fault

_QWEN3 = "visual.blocks.0.mlp.linear_fc1."
MARKS = {
    "qwen2_vl": "visual.blocks.0.mlp.fc1.",
    "qwen2_5_vl": "visual.blocks.0.mlp.gate_proj.",
    "qwen3_vl": _QWEN3,
    "qwen3_vl_moe": _QWEN3,
    "qwen3_5": _QWEN3,
    "qwen3_5_moe": _QWEN3,
    "internvl": "vision_tower.encoder.layer.0.",
}
"""`model_type` -> what the names of some tensors of its vision tower hold, and none of the others' do."""
WHOLE = ("I8", "I16", "I32", "I64", "U8", "U16", "U32", "U64", "BOOL")
SIZES = {
    "patch_size": "patch_size",
    "merge_size": "spatial_merge_size",
    "temporal_patch_size": "temporal_patch_size",
}
"""What the image processor of a Qwen family cuts pictures by -> the name of the same in the config of the vision tower."""


def faults_of_kind(checkpoint: Checkpoint) -> Iterator[Fault]:
    """Of a family that Eyebox knows: weights of another one, or of whole numbers."""
    mark = MARKS.get(checkpoint.model_type)
    if mark is None:
        return
    found = {other for other in MARKS.values() if any(other in name for name in checkpoint.tensors)}
    if found and mark not in found:
        others = ", ".join(kind for kind, other in MARKS.items() if other in found)
        yield Fault(
            "weights-of-another-kind",
            'config.json says "{model_type}", but the weights are of another kind ({others}): fetch '
            "config and weights of one model.",
            model_type=checkpoint.model_type,
            others=others,
        )
        return
    if checkpoint.quantization:
        return
    for name, tensor in checkpoint.tensors.items():
        if tensor.dtype in WHOLE and name.endswith(".weight"):
            yield Fault(
                "whole-numbers-unexplained",
                '"{name}" holds whole numbers ({dtype}), and config.json tells of no quantization; fetch '
                "config and weights of one model.",
                name=name[:80],
                dtype=tensor.dtype,
            )
            return


def faults_of_processor(checkpoint: Checkpoint, processor: dict[str, Any]) -> Iterator[Fault]:
    """Of the Qwen families: pictures that would be cut otherwise than the vision tower takes them."""
    if not MARKS.get(checkpoint.model_type, "").startswith("visual."):
        return
    for name, own in SIZES.items():
        told, wanted = processor.get(name), checkpoint.vision_config.get(own)
        if told is None:
            continue
        if not isinstance(told, int) or isinstance(told, bool) or told < 1:
            yield Fault(
                "processor-size-wrong",
                "The image processor's {name} is {value}, which is no size; fetch its file again.",
                name=name,
                value=repr(str(told)[:40]),
            )
            return
        if isinstance(wanted, int) and wanted != told:
            yield Fault(
                "processor-value-wrong",
                "The image processor's {name} is {value}, but config.json wants {wanted}: fetch config and "
                "preprocessor_config.json of one model.",
                name=name,
                value=told,
                wanted=wanted,
            )
            return
