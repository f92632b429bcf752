"""InternVL in transformers' own layout ("-hf"): a picture is cut into square tiles; boxes as markup, coordinates 0..1000."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from eyebox_models.boxes.answer_reader import AnswerReader, reader_for
from eyebox_models.boxes.markup import INTERNVL
from eyebox_models.boxes.notation import Notation
from eyebox_models.boxes.pictures import THOUSANDTHS
from eyebox_models.checkpoint import Checkpoint, FamilyInfo, ModelType
from eyebox_models.fit.predict import ImageLayout
from eyebox_models.protocol.ask import Ask, Options
from eyebox_models.protocol.cards import SizeRule
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import ImageInfo
from eyebox_models.vision.compat import unstretch_positions
from eyebox_models.vision.family import VisionFamily, image_config
from eyebox_models.vision.parts import LoadedCheckpoint, trained_length
from eyebox_models.vision.prompt import Prompt, PromptImage

if TYPE_CHECKING:
    import torch


INFO = FamilyInfo(
    "internvl",
    "InternVL",
    "eyebox_models.families.internvl.family:InternVL",
    (ModelType("internvl", ("vision_tower.encoder.layer.0.",), tied=True),),
    SizeRule("tiles"),
    "Please detect and label {shapes} in the following image and mark their positions.",
    notation=Notation(THOUSANDTHS, "lists", INTERNVL),
)


class InternVL(VisionFamily):
    """InternVL2.5, 3 and 3.5, whatever their language model is."""

    info = INFO
    takes_videos = True

    def see(self, checkpoint: Checkpoint, width: int, height: int, options: Options) -> ImageLayout:
        config = image_config(checkpoint)
        tile = _tile(config)
        fewest, most = _tile_bounds(config, options)
        columns, rows = _canvas(width, height, tile, fewest, most)
        tiles = columns * rows + (columns * rows > 1)
        size, patch = (_pair(checkpoint.vision_config.get(key), default) for key, default in _VISION)
        patches = (size[0] // patch[0]) * (size[1] // patch[1])
        tokens = config.get("image_seq_length") or round(
            patches * checkpoint.config.get("downsample_ratio", 0.5) ** 2
        )
        return ImageLayout((columns * tile[0], rows * tile[1]), tiles * int(tokens), tiles * patches)

    def see_video(
        self, checkpoint: Checkpoint, width: int, height: int, frames: int, options: Options
    ) -> ImageLayout:
        """See the base: each frame is one tile."""
        return super().see_video(checkpoint, width, height, frames, replace(options, max_tiles=1))

    def grid(self, checkpoint: Checkpoint, layout: ImageLayout) -> tuple[int, ...]:
        width, height = _tile(image_config(checkpoint))
        tiles = (layout.resized[0] // width) * (layout.resized[1] // height)
        return (tiles + (tiles > 1),)

    def settings(self, checkpoint: Checkpoint, options: Options) -> dict[str, Any]:
        fewest, most = _tile_bounds(image_config(checkpoint), options)
        return {"crop_to_patches": True, "min_patches": fewest, "max_patches": most}

    def map_weights(self, checkpoint: Checkpoint, name: str, rows: Any) -> dict[str, Any]:
        """Also by the names of the originals, whose packed projections are split."""
        from eyebox_models.families.internvl.weights import converted

        text = checkpoint.text_config
        heads = int(text.get("num_attention_heads") or 1)
        whole = _OF_TEXT_ALONE.sub("language_model.model.", name)
        found: dict[str, Any] = {}
        for new, own in converted(whole, rows, heads, int(text.get("num_key_value_heads") or heads)).items():
            found |= super().map_weights(checkpoint, new, own)
        return found

    def placeholder(self, parts: LoadedCheckpoint, shown: PromptImage) -> str:
        processor = parts.processor
        tokens = str(processor.image_token) * shown.seen.visual_tokens
        return f"{processor.start_image_token}{tokens}{processor.end_image_token}"

    def prompt(self, parts: LoadedCheckpoint, ask: Ask) -> Prompt:
        """See the base. Tags of boxes count as such in a question too."""
        from eyebox_models.families.internvl.prompt import internvl_prompt

        return internvl_prompt(self, parts, ask)

    def inputs(
        self, parts: LoadedCheckpoint, prompts: Sequence[Prompt], padding: Sequence[int]
    ) -> dict[str, torch.Tensor]:
        """Nothing; sets positions that stretch with a chat's length back."""
        inner = getattr(parts.model, "model", None)
        unstretch_positions(getattr(getattr(inner, "language_model", None), "rotary_emb", None))
        return {}

    def cache_group(self, parts: LoadedCheckpoint, prompt: Prompt) -> str:
        """Keys stay turned as they were when they were computed, so beyond the trained length a key in a kept cache is
        not what a whole prefill makes of the same id; and transformers keeps the longest stretch that it has seen."""
        return _stretched(parts, len(prompt.ids))

    def batch_group(self, parts: LoadedCheckpoint, prompt: Prompt, new_tokens: int) -> str:
        return _stretched(parts, len(prompt.ids) + new_tokens)

    def process(self, parts: LoadedCheckpoint, shown: PromptImage) -> dict[str, torch.Tensor]:
        """See the base. An original, and what was converted from one, is shown what its own code makes of a picture."""
        from eyebox_models.families.internvl.templates import is_of_original

        if not is_of_original(parts.processor):
            made = super().process(parts, shown)
            frames = made.pop("pixel_values_videos", None)
            return made if frames is None else {"pixel_values": frames.flatten(0, 1)}
        from eyebox_models.families.internvl.model import tiles

        if shown.step is not None:
            shown = replace(shown, settings=(("crop_to_patches", False),))
        made = {"pixel_values": tiles(parts, shown)}
        self.compare(shown, made)
        return made

    def compare(self, shown: PromptImage, made: Any) -> None:
        pixels = made["pixel_values"] if "pixel_values" in made else made["pixel_values_videos"][0]
        if (len(pixels),) != shown.grid:
            raise EyeboxError(
                "picture-changed",
                "{path} has changed while it was being looked at; ask again.",
                path=shown.path,
            )

    def reader(self, turn: int, seen: Sequence[ImageInfo]) -> AnswerReader:
        return reader_for(turn, seen, THOUSANDTHS)


_calls = itertools.count()
_OF_TEXT_ALONE = re.compile(r"^model\.(?=layers\.\d+\.(?:attention|feed_forward)\.)")
"""How names begin in an adapter that was made for an original's language model by itself."""
_VISION = (("image_size", 448), ("patch_size", 14))


def _pair(value: Any, default: int) -> tuple[int, int]:
    """A size that is written as one number or as two."""
    if isinstance(value, list | tuple) and len(value) == 2:
        return int(value[0]), int(value[1])
    return (int(value or default),) * 2


def _tile(config: dict[str, Any]) -> tuple[int, int]:
    """Width and height of a tile in pixels."""
    size = config.get("size") or {}
    return int(size.get("width", 448)), int(size.get("height", 448))


def _tile_bounds(config: dict[str, Any], options: Options) -> tuple[int, int]:
    """The fewest and the most tiles of a picture, its small whole view not counted."""
    fewest, most = int(config.get("min_patches") or 1), int(config.get("max_patches") or 12)
    if options.max_pixels is not None:
        width, height = _tile(config)
        most = min(most, options.max_pixels // (width * height))
    if options.max_tiles is not None:
        most = options.max_tiles
    most = max(1, most)
    return min(fewest, most), most


@lru_cache(maxsize=256)
def _canvas(width: int, height: int, tile: tuple[int, int], fewest: int, most: int) -> tuple[int, int]:
    """Columns and rows of tiles whose shape is nearest to the picture's, as the image processor chooses them.

    Of equally near ones the larger is taken, unless it has more than twice the picture's pixels.
    """
    shapes = [
        (columns, rows)
        for columns in range(1, most + 1)
        for rows in range(1, most + 1)
        if fewest <= columns * rows <= most
    ]
    best, nearest = (1, 1), float("inf")
    for columns, rows in sorted(shapes, key=lambda shape: shape[0] * shape[1]):
        distance = abs(width / height - columns / rows)
        larger = width * height > 0.5 * tile[0] * tile[1] * columns * rows
        if distance < nearest or (distance == nearest and larger):
            best, nearest = (columns, rows), distance
    return best


def _stretched(parts: LoadedCheckpoint, length: int) -> str:
    """Chats within the trained length share caches and batches; one that is longer shares with none."""
    trained = trained_length(parts)
    return "" if trained is None or length <= trained else f"stretched {next(_calls)}"
