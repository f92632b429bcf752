"""Whether weights, config and image processor are of one kind of model."""

from __future__ import annotations

from collections.abc import Iterator

from eyebox_models.checkpoint.family_info import FamilyTable
from eyebox_models.checkpoint.folder import Checkpoint
from eyebox_models.checkpoint.headers import Fault

WHOLE = ("I8", "I16", "I32", "I64", "U8", "U16", "U32", "U64", "BOOL")


def faults_of_kind(checkpoint: Checkpoint, table: FamilyTable) -> Iterator[Fault]:
    """Of a type whose vision tower is known: weights of another one, or of whole numbers."""
    marks = checkpoint.kind.marks
    if not marks:
        return
    found = [
        row
        for row in table.types
        if row.marks and all(any(mark in name for name in checkpoint.tensors) for mark in row.marks)
    ]
    if found and all(row.marks != marks for row in found):
        others = ", ".join(row.name for row in found)
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
                '"{name}" holds whole numbers ({dtype}), and config.json names no quantization; fetch '
                "config and weights of one model.",
                name=name[:80],
                dtype=tensor.dtype,
            )
            return


def faults_of_processor(checkpoint: Checkpoint) -> Iterator[Fault]:
    """Pictures that would be cut otherwise than the vision tower takes them."""
    for name, own in checkpoint.kind.cut_by:
        given, wanted = checkpoint.processor.get(name), checkpoint.vision_config.get(own)
        if given is None:
            continue
        if not isinstance(given, int) or isinstance(given, bool) or given < 1:
            yield Fault(
                "processor-size-wrong",
                "The image processor's {name} is {value}, which is no size; fetch its file again.",
                name=name,
                value=repr(str(given)[:40]),
            )
            return
        if isinstance(wanted, int) and wanted != given:
            yield Fault(
                "processor-value-wrong",
                "The image processor's {name} is {value}, but config.json wants {wanted}: fetch config and "
                "preprocessor_config.json of one model.",
                name=name,
                value=given,
                wanted=wanted,
            )
            return
