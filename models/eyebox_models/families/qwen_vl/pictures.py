"""Pictures as the originals take them: upright RGB, transparency dropped, a fixed square, CLIP's mean and spread."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from eyebox_models.vision.pictures import upright

if TYPE_CHECKING:
    import torch
    from PIL.Image import Image

MEAN = (0.48145466, 0.4578275, 0.40821073)
STD = (0.26862954, 0.26130258, 0.27577711)
LARGEST = 100_000_000
"""Pixels of a picture that is decoded at once; larger ones are read as all others of Eyebox are."""
_PLAIN = ("1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK", "YCbCr")


def rgb(path: str) -> Image:
    """The upright picture; what is transparent keeps its colour, as the originals have it. Raises EyeboxError."""
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


def pixel_values(picture: Image, side: int) -> torch.Tensor:
    """[1, 3, side, side], normalised, FP32."""
    import numpy as np
    import torch
    from PIL.Image import Resampling

    small = np.array(picture.resize((side, side), Resampling.BICUBIC), dtype=np.uint8)
    values = torch.from_numpy(small).permute(2, 0, 1).contiguous().float().div(255)
    mean, std = (torch.tensor(numbers)[:, None, None] for numbers in (MEAN, STD))
    return values.sub_(mean).div_(std)[None]
