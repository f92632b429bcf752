"""The family of the originals: their config in transformers' words, everything else as InternVL has it."""

from __future__ import annotations

import warnings
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from eyebox_models.ask import EyeboxError, Options
from eyebox_models.checkpoint import Checkpoint
from eyebox_models.families.internvl import InternVL
from eyebox_models.families.internvl_chat.config import processor_config, refusal, thumbnail
from eyebox_models.families.internvl_chat.templates import conversation
from eyebox_models.precision import Choice
from eyebox_models.vision.family import Native, Sight
from eyebox_models.vision.parts import Parts
from eyebox_models.vision.pictures import upright
from eyebox_models.vision.prompt import Shown

if TYPE_CHECKING:
    import torch
    from PIL.Image import Image

LARGEST = 100_000_000
"""Pixels of a picture that Pillow decodes at once; larger ones are read as all others of Eyebox are."""
_PLAIN = ("1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK", "YCbCr")


class InternVLChat(InternVL):
    """InternVL2, 2.5, 3 and 3.5 with InternLM2, Llama, Qwen2, Qwen3 or Phi-3."""

    name = "internvl_chat"
    model_types = ("internvl_chat",)

    def see(self, checkpoint: Checkpoint, width: int, height: int, options: Options) -> Sight:
        sight = super().see(_translated(checkpoint), width, height, options)
        tiles = super().grid(_translated(checkpoint), sight)[0]
        if tiles == 1 or thumbnail(checkpoint.config):
            return sight
        one = sight.visual_tokens // tiles, sight.patches // tiles
        return Sight(sight.resized, sight.visual_tokens - one[0], sight.patches - one[1])

    def grid(self, checkpoint: Checkpoint, sight: Sight) -> tuple[int, ...]:
        tiles = super().grid(_translated(checkpoint), sight)[0]
        return (tiles if tiles == 1 or thumbnail(checkpoint.config) else tiles - 1,)

    def settings(self, checkpoint: Checkpoint, options: Options) -> dict[str, Any]:
        return super().settings(_translated(checkpoint), options)

    def native(self, checkpoint: Checkpoint, choice: Choice) -> Native:
        reason = refusal(checkpoint)
        if reason:
            raise EyeboxError(reason)
        from eyebox_models.families.internvl_chat import model
        from eyebox_models.families.internvl_chat.tokenizer import read_tokenizer

        tokenizer = read_tokenizer(checkpoint.folder)
        return Native(
            model.configuration(checkpoint, tokenizer),
            model.InternVLChatForConditionalGeneration,
            model.processor(checkpoint, tokenizer),
            tokenizer,
        )

    def process(self, parts: Parts, shown: Shown) -> dict[str, torch.Tensor]:
        """See the base. Transparency is dropped, and not laid on white, as the originals do it."""
        made = parts.processor.image_processor(
            images=[rgb(shown.path)], return_tensors="pt", **dict(shown.settings)
        )
        pixels = made["pixel_values"]
        if len(pixels) > 1 and not thumbnail(parts.checkpoint.config):
            pixels = pixels[:-1]
        self.compare(shown, {"pixel_values": pixels})
        return {"pixel_values": pixels}

    def stop_ids(self, parts: Parts) -> tuple[int, ...]:
        """What ends a turn of the conversation, and nothing else that generation_config.json may name."""
        found = conversation(parts.checkpoint.config)
        number = parts.tokenizer.convert_tokens_to_ids(found.end) if found else None
        return super().stop_ids(parts) if number is None else (int(number),)


def rgb(path: str) -> Image:
    """The upright picture; what is transparent keeps its colour. Raises EyeboxError."""
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path) as opened:
                if opened.mode in _PLAIN and opened.width * opened.height <= LARGEST:
                    return ImageOps.exif_transpose(opened).convert("RGB")
    except MemoryError:
        raise
    except Exception:  # what Pillow cannot read may be read otherwise, or is refused in a sentence there
        pass
    return upright(path)


def _translated(checkpoint: Checkpoint) -> Checkpoint:
    """The checkpoint with the settings of transformers' image processor for it."""
    return replace(checkpoint, processor=processor_config(checkpoint.config, checkpoint.vision_config))
