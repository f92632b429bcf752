"""Qwen2-VL: boxes as markup, coordinates 0..1000. What all Qwen families of this line share is here too."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from eyebox_models.boxes.answer_reader import AnswerReader, reader_for
from eyebox_models.boxes.markup import QWEN2_VL
from eyebox_models.boxes.notation import Notation, Size
from eyebox_models.boxes.pictures import THOUSANDTHS
from eyebox_models.checkpoint import Checkpoint, FamilyInfo, ModelType
from eyebox_models.fit.predict import ImageLayout
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.cards import SizeRule
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import ImageInfo
from eyebox_models.vision.compat import begin_positions
from eyebox_models.vision.family import VisionFamily, image_config, video_config
from eyebox_models.vision.parts import LoadedCheckpoint
from eyebox_models.vision.prompt import Prompt, PromptImage

if TYPE_CHECKING:
    import torch

_LONGEST_SIDE = 200
"""The processors refuse a picture that is more than so many times as long as it is wide."""


PICTURE_PIXELS, VIDEO_PIXELS = (56 * 56, 28 * 28 * 1280), (128 * 28 * 28, 28 * 28 * 768)
"""The fewest and the most pixels of a picture, and of a frame, where a checkpoint says nothing."""

CUT_BY = (
    ("patch_size", "patch_size"),
    ("merge_size", "spatial_merge_size"),
    ("temporal_patch_size", "temporal_patch_size"),
)
JSON_QUESTION = "Find {shapes} in the picture. Report the bounding box of each in JSON format with the keys bbox_2d and label."
"""What the later families of this line are trained on."""


def resized_by(unit: int, smallest: int, largest: int) -> Callable[[int, int, int | None], Size]:
    """How pictures are resized by a family whose published checkpoints have these bounds (of pixels)."""

    def resized(width: int, height: int, max_pixels: int | None) -> Size:
        most = largest if max_pixels is None else max(1, max_pixels)
        return _resized(width, height, unit, min(smallest, most), most)

    return resized


INFO = FamilyInfo(
    "qwen2_vl",
    "Qwen2-VL",
    "eyebox_models.families.qwen2_vl:Qwen2VL",
    (
        ModelType(
            "qwen2_vl",
            ("visual.blocks.0.mlp.fc1.",),
            CUT_BY,
            tied_by_text=True,
            turned=True,
            frames=2,
            slides=False,
        ),
    ),
    SizeRule("pixels"),
    "Detect {shapes} in the picture and give the bounding box of each.",
    notation=Notation(THOUSANDTHS, "pairs", QWEN2_VL, resized_by(28, 56 * 56, 16384 * 28 * 28)),
)


class Qwen2VL(VisionFamily):
    """Pictures keep their shape: they are resized to whole patches, within bounds of pixels."""

    info = INFO
    takes_videos = marks_videos = True
    frames_at_once = 2

    def see(self, checkpoint: Checkpoint, width: int, height: int, options: Options) -> ImageLayout:
        """See the base. Raises EyeboxError for a strip of more than 200:1."""
        config = image_config(checkpoint)
        patch, merge = int(config.get("patch_size", 14)), int(config.get("merge_size", 2))
        smallest, largest = _bounds(config, options)
        columns, rows = _resized(width, height, patch * merge, smallest, largest)
        patches = (columns // patch) * (rows // patch)
        return ImageLayout((columns, rows), patches // merge**2, patches)

    def see_video(
        self, checkpoint: Checkpoint, width: int, height: int, frames: int, options: Options
    ) -> ImageLayout:
        """See the base: two frames are one step, and the last stands for a missing one."""
        config = video_config(checkpoint)
        patch, merge = int(config.get("patch_size", 14)), int(config.get("merge_size", 2))
        columns, rows = self.resized_video(config, width, height, frames, patch * merge, options)
        patches = (columns // patch) * (rows // patch)
        return ImageLayout((columns, rows), -(-frames // 2) * (patches // merge**2), patches)

    def resized_video(
        self, config: dict[str, Any], width: int, height: int, frames: int, unit: int, options: Options
    ) -> tuple[int, int]:
        """The size that the frames of a video are resized to, each like a picture."""
        smallest, largest = _bounds(config, options, VIDEO_PIXELS)
        return _resized(width, height, unit, smallest, largest)

    def grid(self, checkpoint: Checkpoint, layout: ImageLayout) -> tuple[int, ...]:
        patch = int(image_config(checkpoint).get("patch_size", 14))
        width, height = layout.resized
        return (1, height // patch, width // patch)

    def settings(self, checkpoint: Checkpoint, options: Options) -> dict[str, Any]:
        if options.max_pixels is None:
            return {}
        smallest, largest = _bounds(image_config(checkpoint), options)
        return {"size": (("shortest_edge", smallest), ("longest_edge", largest))}

    def placeholder(self, parts: LoadedCheckpoint, shown: PromptImage) -> str:
        mark = parts.processor.image_token if shown.step is None else parts.processor.video_token
        return str(mark) * shown.seen.visual_tokens

    def compare(self, shown: PromptImage, made: Any) -> None:
        grid = made["image_grid_thw" if shown.step is None else "video_grid_thw"]
        if tuple(grid[0].tolist()) != shown.grid:
            raise EyeboxError(
                "picture-changed",
                "{path} has changed while it was being looked at; ask again.",
                path=shown.path,
            )

    def inputs(
        self, parts: LoadedCheckpoint, prompts: Sequence[Prompt], padding: Sequence[int]
    ) -> dict[str, torch.Tensor]:
        """`position_ids` (4 x batch x length: the text's, then time, row and column) and `mm_token_type_ids`
        (batch x length, 1 where a picture is, 2 where a video is), for all ids of the prompts. Sets what the model keeps of
        them."""
        import torch

        length = max(len(prompt.ids) + pad for prompt, pad in zip(prompts, padding, strict=True))
        ids = torch.zeros(len(prompts), length, dtype=torch.long)
        kinds = torch.zeros(len(prompts), length, dtype=torch.int)
        mask = torch.zeros(len(prompts), length, dtype=torch.long)
        for row, (prompt, pad) in enumerate(zip(prompts, padding, strict=True)):
            ids[row, pad:] = torch.tensor(prompt.ids)
            mask[row, pad:] = 1
            for span in prompt.spans:
                kinds[row, pad + span.start : pad + span.end] = 1 if span.shown.step is None else 2
        shown = [span.shown for prompt in prompts for span in prompt.spans]
        grids = [one.grid for one in shown if one.step is None]
        videos, seconds = _videos(prompts)
        pos = begin_positions(
            parts.model,
            parts.device,
            ids,
            kinds,
            torch.tensor(grids) if grids else None,
            mask,
            torch.tensor(videos) if videos else None,
            seconds or None,
        )
        text = (mask.cumsum(-1) - 1).masked_fill(mask == 0, 0)
        positions = torch.cat([text[None].to(pos.dtype), pos])
        return {
            "position_ids": positions.to(parts.device),
            "mm_token_type_ids": kinds.to(parts.device),
        }

    def reader(self, turn: int, seen: Sequence[ImageInfo]) -> AnswerReader:
        return reader_for(turn, seen, THOUSANDTHS)


def _videos(prompts: Sequence[Prompt]) -> tuple[list[tuple[int, int, int]], list[float]]:
    """The grids of whole videos (steps, rows, columns), and how many seconds their steps are apart."""
    grids: list[tuple[int, int, int]] = []
    seconds: list[float] = []
    for prompt in prompts:
        steps = [(span.shown, step) for span in prompt.spans if (step := span.shown.step)]
        for _video, own in groupby(steps, lambda one: one[1].video):
            run = list(own)
            shown, step = run[0]
            grids.append((len(run), shown.grid[1], shown.grid[2]))
            seconds.append(step.seconds)
    return grids, seconds


def _bounds(
    config: dict[str, Any], options: Options, usual: tuple[int, int] = PICTURE_PIXELS
) -> tuple[int, int]:
    """The fewest and the most pixels that a picture is shown at."""
    size = config.get("size") or {}
    smallest = config.get("min_pixels") or size.get("shortest_edge") or usual[0]
    largest = config.get("max_pixels") or size.get("longest_edge") or usual[1]
    if options.max_pixels is not None:
        largest = max(1, options.max_pixels)
        smallest = min(smallest, largest)
    return int(smallest), int(largest)


def _resized(width: int, height: int, unit: int, smallest: int, largest: int) -> tuple[int, int]:
    """The size in whole units that a picture is resized to, as the processors compute it."""
    check_shape(width, height)
    columns, rows = round(width / unit) * unit, round(height / unit) * unit
    if columns * rows > largest:
        shrink = math.sqrt(height * width / largest)
        rows = max(unit, math.floor(height / shrink / unit) * unit)
        columns = max(unit, math.floor(width / shrink / unit) * unit)
    elif columns * rows < smallest:
        grow = math.sqrt(smallest / (height * width))
        rows = math.ceil(height * grow / unit) * unit
        columns = math.ceil(width * grow / unit) * unit
    return columns, rows


def check_shape(width: int, height: int) -> None:
    """Raises EyeboxError for a strip that the processors refuse."""
    if max(width, height) > _LONGEST_SIDE * min(width, height):
        raise EyeboxError(
            "picture-too-thin",
            "A picture of {width:,} x {height:,} pixels is too long and thin for this model; crop it to "
            "the part that matters.",
            width=width,
            height=height,
        )
