"""Pictures as the originals take them: a fixed square, CLIP's mean and spread."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import torch
    from PIL.Image import Image

MEAN = (0.48145466, 0.4578275, 0.40821073)
STD = (0.26862954, 0.26130258, 0.27577711)


def pixel_values(picture: Image, side: int) -> torch.Tensor:
    """[1, 3, side, side], normalised, FP32."""
    import numpy as np
    import torch
    from PIL.Image import Resampling

    small = np.array(picture.resize((side, side), Resampling.BICUBIC), dtype=np.uint8)
    values = torch.from_numpy(small).permute(2, 0, 1).contiguous().float().div(255)
    mean, std = (torch.tensor(numbers)[:, None, None] for numbers in (MEAN, STD))
    return values.sub_(mean).div_(std)[None]
