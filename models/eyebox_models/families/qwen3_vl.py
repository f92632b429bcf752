"""Qwen3-VL, dense and mixture of experts: boxes as JSON, coordinates 0..1000."""

from __future__ import annotations

import math
from typing import Any

from eyebox_models.boxes.notation import Notation
from eyebox_models.boxes.pictures import THOUSANDTHS
from eyebox_models.checkpoint import FamilyInfo, ModelType
from eyebox_models.families.qwen2_vl import CUT_BY, JSON_QUESTION, Qwen2VL, check_shape, resized_by
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.cards import SizeRule
from eyebox_models.vision.parts import LoadedCheckpoint
from eyebox_models.vision.prompt import PromptImage

MARKS = ("visual.blocks.0.mlp.linear_fc1.",)
INFO = FamilyInfo(
    "qwen3_vl",
    "Qwen3-VL",
    "eyebox_models.families.qwen3_vl:Qwen3VL",
    tuple(ModelType(name, MARKS, CUT_BY, turned=True, frames=2) for name in ("qwen3_vl", "qwen3_vl_moe")),
    SizeRule("pixels", 32 * 32),
    JSON_QUESTION,
    notation=Notation(THOUSANDTHS, resized=resized_by(32, 256 * 256, 4096 * 4096)),
)


class Qwen3VL(Qwen2VL):
    """Resizes pictures as Qwen2-VL does, to patches of its own size; the same rule for coordinates.

    All frames of a video share one budget of pixels, and the time of each step stands before it.
    """

    info = INFO

    def placeholder(self, parts: LoadedCheckpoint, shown: PromptImage) -> str:
        text, processor = super().placeholder(parts, shown), parts.processor
        if shown.step is None:
            return text
        start, end = processor.vision_start_token, processor.vision_end_token
        return f"<{shown.step.time:.1f} seconds>{start}{text}{end}"

    def resized_video(
        self, config: dict[str, Any], width: int, height: int, frames: int, unit: int, options: Options
    ) -> tuple[int, int]:
        size = config.get("size") or {}
        smallest, largest = (
            int(size.get(edge) or usual)
            for edge, usual in (("shortest_edge", 128 * 32 * 32), ("longest_edge", 768 * 32 * 32))
        )
        if options.max_pixels is not None:
            largest = min(largest, max(1, options.max_pixels) * frames)
            smallest = min(smallest, largest)
        return resized_frames(width, height, max(2, frames), unit, smallest, largest)


def resized_frames(
    width: int, height: int, frames: int, unit: int, smallest: int, largest: int
) -> tuple[int, int]:
    """The size in whole units that frames are resized to, within bounds of pixels of them all, as the processor does."""
    if min(width, height) < unit:
        scale = unit / min(width, height)
        width, height = int(width * scale), int(height * scale)
    check_shape(width, height)
    columns, rows = round(width / unit) * unit, round(height / unit) * unit
    whole = round(frames / 2) * 2 * columns * rows
    if whole > largest:
        shrink = math.sqrt(frames * height * width / largest)
        rows = max(unit, math.floor(height / shrink / unit) * unit)
        columns = max(unit, math.floor(width / shrink / unit) * unit)
    elif whole < smallest:
        grow = math.sqrt(smallest / (frames * height * width))
        rows = math.ceil(height * grow / unit) * unit
        columns = math.ceil(width * grow / unit) * unit
    return columns, rows
