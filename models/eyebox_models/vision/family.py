"""What one family of vision-language models knows; everything else of `vision/` is the same for all of them.

A family is one file in `families/` with a subclass of this and one line in the registry.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING, Any

from eyebox_models.ask import Ask, Options, Seen
from eyebox_models.box_reader import AnswerReader
from eyebox_models.checkpoint import Checkpoint
from eyebox_models.family import Emit, LoadedModel
from eyebox_models.vision.parts import Parts
from eyebox_models.vision.prompt import Prompt, Shown

if TYPE_CHECKING:
    import torch


@dataclass(frozen=True, slots=True)
class Sight:
    """How a picture will be shown: its size then (pixels), its visual tokens, and the patches that the vision tower sees."""

    resized: tuple[int, int]
    visual_tokens: int
    patches: int


class VisionFamily:
    """Base of all families. Methods above the line need no torch."""

    name = ""
    model_types: tuple[str, ...] = ()
    can_crop = True
    """Whether a kept cache can be cut back (hybrids with linear attention can only be extended)."""

    def recognises(self, model: str) -> bool:
        """Whether a folder is one of this family's checkpoints."""
        raise NotImplementedError

    def admit(self, model: str, options: Options) -> None:
        """Raises EyeboxError for what can be refused before anything is loaded: faults, precision, memory."""
        raise NotImplementedError

    def see(self, checkpoint: Checkpoint, width: int, height: int, options: Options) -> Sight:
        """How an upright picture of this size will be shown, from the checkpoint's processor config alone."""
        raise NotImplementedError

    def reader(self, turn: int, seen: Sequence[Seen]) -> AnswerReader:
        """Reads the answer: text and boxes in pixels of the upright originals. `seen` are all pictures of the chat;
        a box belongs to the latest unless the answer names another."""
        raise NotImplementedError

    # ---- with torch, in an engine

    def load(self, model: str, options: Options, emit: Emit, stop: Event) -> LoadedModel:
        """Loads a folder: a `vision.model.VisionModel` over what `vision.load.load_parts` gives."""
        raise NotImplementedError

    def prompt(self, parts: Parts, ask: Ask) -> Prompt:
        """The ids of a whole chat by the checkpoint's own template, with placeholders for its pictures."""
        raise NotImplementedError

    def pixels(self, parts: Parts, shown: Sequence[Shown]) -> dict[str, torch.Tensor]:
        """The model's inputs for these pictures (those that no kept cache holds), e.g. pixel_values and image_grid_thw,
        on the model's device in the dtype of its vision tower."""
        raise NotImplementedError

    def inputs(
        self, parts: Parts, prompts: Sequence[Prompt], padding: Sequence[int]
    ) -> dict[str, torch.Tensor]:
        """What `generate` needs besides ids, mask, cache and pixels, for a batch that is padded on the left by `padding`
        ids: position_ids and mm_token_type_ids of the Qwen families (design: the cache between turns). Also sets what
        the model itself keeps between calls (`rope_deltas`)."""
        return {}

    def stop_ids(self, parts: Parts) -> tuple[int, ...]:
        """The ids that end an answer: those of generation_config and the tokenizer's end of turn."""
        raise NotImplementedError

    def describe(self, parts: Parts) -> dict[str, Any]:
        """Further facts for `made_with`; nothing by default."""
        return {}
