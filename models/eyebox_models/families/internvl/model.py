"""transformers' InternVL as it loads an original: its tensors are renamed and split while they are read."""

from __future__ import annotations

from typing import Any

from transformers import (  # noqa: TID253 - loaded with a model only
    GotOcr2ImageProcessorPil,
    InternVLConfig,
    InternVLForConditionalGeneration,
    InternVLProcessor,
    InternVLVideoProcessor,
)

from eyebox_models.checkpoint import Checkpoint
from eyebox_models.families.internvl.config import model_config, processor_config
from eyebox_models.families.internvl.templates import chat_template
from eyebox_models.families.internvl.weights import register
from eyebox_models.vision.compat import set_epsilon


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
    told = processor_config(checkpoint.config, checkpoint.vision_config)
    length = told.pop("image_seq_length")
    images = GotOcr2ImageProcessorPil(**told)
    template = chat_template(checkpoint.config)
    return InternVLProcessor(
        images, tokenizer, InternVLVideoProcessor(), image_seq_length=length, chat_template=template
    )
