"""The family of the originals: Qwen-VL, Qwen-VL-Chat and Qwen-VL-Chat-Int4."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from eyebox_models.boxes.answer_reader import AnswerReader, reader_for
from eyebox_models.boxes.pictures import THOUSANDTHS
from eyebox_models.checkpoint import Checkpoint
from eyebox_models.families.qwen_vl import config as sizes
from eyebox_models.families.qwen_vl.info import INFO
from eyebox_models.families.qwen_vl.tokenizer import END, IM_END, IM_START, QwenTokens, read_tokens
from eyebox_models.fit.precision import Choice
from eyebox_models.fit.predict import ImageLayout
from eyebox_models.protocol.ask import Ask, Message, Options
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import ImageInfo
from eyebox_models.vision.adapter.names import QKV, renamed
from eyebox_models.vision.family import Native, VisionFamily
from eyebox_models.vision.parts import LoadedCheckpoint
from eyebox_models.vision.pictures import rgb
from eyebox_models.vision.prompt import Prompt, PromptImage
from eyebox_models.vision.tokens import Tokens

if TYPE_CHECKING:
    import torch
    from PIL.Image import Image

MEAN = (0.48145466, 0.4578275, 0.40821073)
STD = (0.26862954, 0.26130258, 0.27577711)
"""CLIP's mean and spread."""


@dataclass(slots=True)
class Processor:
    """What stands for transformers' processor: these folders have none."""

    tokenizer: Any
    tokens: QwenTokens
    image_token: str = "<imgpad>"
    chat_template: None = None
    image_processor: None = None


class QwenVL(VisionFamily):
    """Every picture is a square of 448 pixels and takes 256 vectors."""

    info = INFO
    pictures_at_once = 5

    def see(self, checkpoint: Checkpoint, width: int, height: int, options: Options) -> ImageLayout:
        visual = sizes.visual(checkpoint)
        return ImageLayout((visual.image_size, visual.image_size), sizes.SPAN, visual.patches)

    def grid(self, checkpoint: Checkpoint, layout: ImageLayout) -> tuple[int, ...]:
        return (1,)

    def reader(self, turn: int, seen: Sequence[ImageInfo]) -> AnswerReader:
        return reader_for(turn, seen, THOUSANDTHS)

    def native(self, checkpoint: Checkpoint, choice: Choice) -> Native:
        """The classes of this package. GPTQ weights are unpacked unless their own kernels were chosen."""
        from eyebox_models.families.qwen_vl.model import QwenVLForConditionalGeneration, configuration

        config = configuration(checkpoint)
        if checkpoint.quantization and choice.quantization != checkpoint.quantization:
            config.unpack = config.quantization_config
            del config.quantization_config
        tokens = read_tokens(checkpoint.folder)
        fast = tokens.fast()
        return Native(config, QwenVLForConditionalGeneration, Processor(fast, tokens), fast)

    def map_weights(self, checkpoint: Checkpoint, name: str, rows: Any) -> dict[str, Any]:
        """Also by the names of 2023, whose fused projection is split."""
        from eyebox_models.families.qwen_vl.weights import RENAMED

        name = renamed(name, RENAMED)
        stem, fused, kind = name.partition(".attn.c_attn.")
        if not fused or stem.startswith("model.visual."):
            return super().map_weights(checkpoint, name, rows)
        third = len(rows) // len(QKV)
        return {
            f"{stem}.self_attn.{part}.{kind}": rows[n * third : (n + 1) * third] for n, part in enumerate(QKV)
        }

    def prompt(self, parts: LoadedCheckpoint, ask: Ask) -> Prompt:
        from eyebox_models.families.qwen_vl.prompt import chatml, raw

        checkpoint, tokens = parts.checkpoint, parts.processor.tokens
        if not INFO.takes_system(checkpoint) and any(message.role == "system" for message in ask.messages):
            raise EyeboxError(
                "no-system-prompt",
                "{name} only goes on with a text and has no place for a system prompt: leave it out, or put it "
                "into the question.",
                name=checkpoint.name,
            )
        if any(message.tools for message in ask.messages):
            raise EyeboxError(
                "tools-not-known", "This model knows no tools: ask it without them, or choose another model."
            )
        shown = self.shown(checkpoint, ask)
        answers = self.shown_answers(parts, ask, shown)
        placeholders = {tokens.start, tokens.end, tokens.pad}

        def keep(place: int, message: Message) -> Sequence[int]:
            ids = message.token_ids
            if not ids or len(message.parts) != 1 or placeholders.intersection(ids):
                return ()
            reader = Tokens.of(parts)
            readings = (reader.decode(ids), reader.decode(ids, hide_special=True), answers.get(place))
            return ids if message.text in readings else ()

        if sizes.chat_format(checkpoint) == "raw":
            return raw(tokens, ask.messages, shown, keep)
        return chatml(tokens, ask.messages, shown, sizes.window(checkpoint), keep)

    def process(self, parts: LoadedCheckpoint, shown: PromptImage) -> dict[str, torch.Tensor]:
        size = shown.seen.resized
        return {"pixel_values": pixel_values(rgb(shown.path, shown.turns, shown.part, size), size[0])}

    def cache_group(self, parts: LoadedCheckpoint, prompt: Prompt) -> str:
        """Keys of a cache are turned by the stretch of the prompt that they were made for."""
        text = sizes.decoder(parts.checkpoint)
        return f"alpha {sizes.alpha(len(prompt.ids), text.seq_length)}" if text.dynamic_ntk else ""

    def stop_ids(self, parts: LoadedCheckpoint) -> tuple[int, ...]:
        ids = parts.processor.tokens.ids
        if sizes.chat_format(parts.checkpoint) == "raw":
            return (ids[END],)
        return (ids[IM_END], ids[IM_START], ids[END])


def pixel_values(picture: Image, side: int) -> torch.Tensor:
    """A picture as a square, [1, 3, side, side], normalised, FP32."""
    import numpy as np
    import torch
    from PIL.Image import Resampling

    small = np.array(picture.resize((side, side), Resampling.BICUBIC), dtype=np.uint8)
    values = torch.from_numpy(small).permute(2, 0, 1).contiguous().float().div(255)
    mean, std = (torch.tensor(numbers)[:, None, None] for numbers in (MEAN, STD))
    return values.sub_(mean).div_(std)[None]
