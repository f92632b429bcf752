"""The family of the originals: their config in transformers' words, everything else as InternVL has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

from eyebox_models.checkpoint import Checkpoint, ModelType
from eyebox_models.checkpoint.headers import Fault
from eyebox_models.families.internvl import family
from eyebox_models.families.internvl.config import processor_config, refusal, thumbnail
from eyebox_models.families.internvl.templates import conversation
from eyebox_models.fit.precision import Choice
from eyebox_models.fit.predict import ImageLayout
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.family import Emit
from eyebox_models.vision.family import Native
from eyebox_models.vision.parts import LoadedCheckpoint


def faults(checkpoint: Checkpoint) -> Iterator[Fault]:
    """Originals that can't be run."""
    reason = refusal(checkpoint)
    if reason:
        yield Fault.of(reason)


INFO = replace(
    family.INFO,
    name="internvl_chat",
    place="eyebox_models.families.internvl.original:InternVLChat",
    types=(ModelType("internvl_chat", faults=faults),),
)


class InternVLChat(family.InternVL):
    """InternVL2, 2.5, 3 and 3.5 with InternLM2, Llama, Qwen2, Qwen3 or Phi-3."""

    info = INFO

    def see(self, checkpoint: Checkpoint, width: int, height: int, options: Options) -> ImageLayout:
        layout = super().see(_translated(checkpoint), width, height, options)
        tiles = super().grid(_translated(checkpoint), layout)[0]
        if tiles == 1 or thumbnail(checkpoint.config):
            return layout
        one = layout.visual_tokens // tiles, layout.patches // tiles
        return ImageLayout(layout.resized, layout.visual_tokens - one[0], layout.patches - one[1])

    def grid(self, checkpoint: Checkpoint, layout: ImageLayout) -> tuple[int, ...]:
        tiles = super().grid(_translated(checkpoint), layout)[0]
        return (tiles if tiles == 1 or thumbnail(checkpoint.config) else tiles - 1,)

    def settings(self, checkpoint: Checkpoint, options: Options) -> dict[str, Any]:
        return super().settings(_translated(checkpoint), options)

    def native(self, checkpoint: Checkpoint, choice: Choice) -> Native:
        reason = refusal(checkpoint)
        if reason:
            raise EyeboxError.of(reason)
        from eyebox_models.families.internvl import model
        from eyebox_models.families.internvl.tokenizer import read_tokenizer

        tokenizer = read_tokenizer(checkpoint.folder)
        return Native(
            model.configuration(checkpoint, tokenizer),
            model.InternVLChatForConditionalGeneration,
            model.processor(checkpoint, tokenizer),
            tokenizer,
        )

    def convert(self, checkpoint: Checkpoint, target: Path, emit: Emit, stop: Event) -> None:
        from eyebox_models.families.internvl.convert import convert

        convert(checkpoint, target, emit, stop)

    def stop_ids(self, parts: LoadedCheckpoint) -> tuple[int, ...]:
        """What ends a turn of the conversation, and nothing else that generation_config.json may name."""
        found = conversation(parts.checkpoint.config)
        number = parts.tokenizer.convert_tokens_to_ids(found.end) if found else None
        return super().stop_ids(parts) if number is None else (int(number),)


def _translated(checkpoint: Checkpoint) -> Checkpoint:
    """The checkpoint with the settings of transformers' image processor for it."""
    return replace(checkpoint, processor=processor_config(checkpoint.config, checkpoint.vision_config))
