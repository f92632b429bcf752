"""Pictures as the originals take them: transparency dropped, cut and resized by Pillow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from eyebox_models.families.internvl.config import thumbnail
from eyebox_models.vision.parts import LoadedCheckpoint
from eyebox_models.vision.pictures import rgb
from eyebox_models.vision.prompt import PromptImage

if TYPE_CHECKING:
    import torch


def tiles(parts: LoadedCheckpoint, shown: PromptImage) -> torch.Tensor:
    """A picture's tiles, [tiles, 3, height, width] in FP32. Raises EyeboxError."""
    made = _processor(parts)(images=[rgb(shown.path)], return_tensors="pt", **dict(shown.settings))
    pixels: torch.Tensor = made["pixel_values"]
    config = parts.checkpoint.config
    original = parts.checkpoint.model_type == "internvl_chat"
    return pixels[:-1] if original and len(pixels) > 1 and not thumbnail(config) else pixels


def _processor(parts: LoadedCheckpoint) -> Any:
    """The image processor that resizes by Pillow: those by torchvision make other pixels."""
    from transformers import GotOcr2ImageProcessorPil

    made = parts.extra.get("tiles")
    if made is None:
        loaded = parts.processor.image_processor
        made = loaded if isinstance(loaded, GotOcr2ImageProcessorPil) else None
        made = parts.extra["tiles"] = made or GotOcr2ImageProcessorPil.from_dict(loaded.to_dict())
    return made
