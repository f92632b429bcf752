"""transformers' InternVL as it loads an original: tensors are renamed and split while they are read, and pictures
are what the original's own code makes of them."""

from __future__ import annotations

from typing import Any

from torch import Tensor  # noqa: TID253 - loaded with a model only
from transformers import (  # noqa: TID253
    GotOcr2ImageProcessorPil,
    InternVLConfig,
    InternVLForConditionalGeneration,
    InternVLProcessor,
    InternVLVideoProcessor,
)

from eyebox_models.checkpoint import Checkpoint
from eyebox_models.families.internvl.config import model_config, processor_config, thumbnail
from eyebox_models.families.internvl.templates import chat_template
from eyebox_models.families.internvl.weights import register
from eyebox_models.vision.compat import set_epsilon
from eyebox_models.vision.parts import LoadedCheckpoint
from eyebox_models.vision.pictures import rgb
from eyebox_models.vision.prompt import PromptImage


class InternVLChatForConditionalGeneration(InternVLForConditionalGeneration):  # type: ignore[misc, unused-ignore]
    """The same model; by this name transformers finds how the tensors of an original are read."""

    def __init__(self, config: Any) -> None:
        super().__init__(config)
        for name, module in self.model.vision_tower.named_modules():
            if name.endswith(("q_norm", "k_norm")):
                set_epsilon(module, config.vision_config.layer_norm_eps)


register(InternVLChatForConditionalGeneration.__name__)


def configuration(checkpoint: Checkpoint, tokenizer: Any) -> Any:
    """transformers' configuration of an original."""
    return InternVLConfig(**model_config(checkpoint, int(tokenizer.context_image_token_id)))


def processor(checkpoint: Checkpoint, tokenizer: Any) -> Any:
    """transformers' processor of an original, with the conversation that its config names."""
    settings = processor_config(checkpoint.config, checkpoint.vision_config)
    length = settings.pop("image_seq_length")
    images = GotOcr2ImageProcessorPil(**settings)
    template = chat_template(checkpoint.config)
    return InternVLProcessor(
        images, tokenizer, InternVLVideoProcessor(), image_seq_length=length, chat_template=template
    )


def tiles(parts: LoadedCheckpoint, shown: PromptImage) -> Tensor:
    """A picture's tiles, [tiles, 3, height, width] in FP32: transparency dropped, resized by Pillow. Raises EyeboxError."""
    made = _processor(parts)(
        images=[rgb(shown.path, shown.turns, shown.part, shown.seen.resized)],
        return_tensors="pt",
        **dict(shown.settings),
    )
    pixels: Tensor = made["pixel_values"]
    config = parts.checkpoint.config
    original = parts.checkpoint.model_type == "internvl_chat"
    return pixels[:-1] if original and len(pixels) > 1 and not thumbnail(config) else pixels


def _processor(parts: LoadedCheckpoint) -> Any:
    """The image processor that resizes by Pillow: those by torchvision make other pixels."""
    made = parts.extra.get("tiles")
    if made is None:
        loaded = parts.processor.image_processor
        made = loaded if isinstance(loaded, GotOcr2ImageProcessorPil) else None
        made = parts.extra["tiles"] = made or GotOcr2ImageProcessorPil.from_dict(loaded.to_dict())
    return made
