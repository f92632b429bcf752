"""Pictures as the originals take them: transparency dropped, cut and resized by Pillow."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

from eyebox_models.families.internvl_chat.config import thumbnail
from eyebox_models.vision.parts import Parts
from eyebox_models.vision.pictures import upright
from eyebox_models.vision.prompt import Shown

if TYPE_CHECKING:
    import torch
    from PIL.Image import Image

LARGEST = 100_000_000
"""Pixels of a picture that Pillow decodes at once; larger ones are read as all others of Eyebox are."""
_PLAIN = ("1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK", "YCbCr")


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


def tiles(parts: Parts, shown: Shown) -> torch.Tensor:
    """A picture's tiles, [tiles, 3, height, width] in FP32. Raises EyeboxError."""
    made = _processor(parts)(images=[rgb(shown.path)], return_tensors="pt", **dict(shown.settings))
    pixels: torch.Tensor = made["pixel_values"]
    config = parts.checkpoint.config
    original = parts.checkpoint.model_type == "internvl_chat"
    return pixels[:-1] if original and len(pixels) > 1 and not thumbnail(config) else pixels


def _processor(parts: Parts) -> Any:
    """The image processor that resizes by Pillow: those by torchvision make other pixels."""
    from transformers import GotOcr2ImageProcessorPil

    made = parts.extra.get("tiles")
    if made is None:
        loaded = parts.processor.image_processor
        made = loaded if isinstance(loaded, GotOcr2ImageProcessorPil) else None
        made = parts.extra["tiles"] = made or GotOcr2ImageProcessorPil.from_dict(loaded.to_dict())
    return made
