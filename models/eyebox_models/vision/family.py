"""What one family of vision-language models knows; everything else of `vision/` is the same for all of them.

A family is one file in `families/` with a subclass of this and one line in the registry.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from eyebox_models.boxes.answer_reader import AnswerReader
from eyebox_models.checkpoint import Checkpoint, FamilyInfo, FamilyTable, read_checkpoint
from eyebox_models.checkpoint.find import folder_of
from eyebox_models.fit.admission import admit
from eyebox_models.fit.precision import Choice
from eyebox_models.fit.predict import ImageLayout
from eyebox_models.protocol.ask import Ask, Options, Picture
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import ImageInfo
from eyebox_models.protocol.family import Emit, LoadedModel
from eyebox_models.vision.compat import process_frames
from eyebox_models.vision.parts import LoadedCheckpoint
from eyebox_models.vision.pictures import facts, upright
from eyebox_models.vision.prompt import Prompt, PromptImage, build_prompt, with_placeholders
from eyebox_models.vision.videos import frames_of, key_of, pixels_of

if TYPE_CHECKING:
    import torch


@dataclass(frozen=True, slots=True)
class Native:
    """Of a family whose classes transformers has not: what `from_pretrained` is called on, and with which config."""

    config: Any
    model_class: Any
    processor: Any
    tokenizer: Any


class VisionFamily:
    """Base of all families. Methods above the line need no torch.

    A subclass gives `info`, `see`, `grid`, `settings`, `placeholder` and `reader`; the rest is common.
    """

    info: FamilyInfo
    table = FamilyTable(())
    """All families; it comes from the registry."""
    can_crop = True
    """Whether a kept cache can be cut back (hybrids with linear attention can only be extended)."""
    can_batch = True
    """Whether several chats can be answered as one batch that is padded on the left."""
    takes_videos = False
    """Whether frames of a video are shown otherwise than pictures are."""
    marks_videos = False
    """Whether the chat template has a mark of its own for a whole video."""
    frames_at_once = 1
    """How many frames of a video become one step of it."""
    pictures_at_once = 1
    """How many pictures the vision tower looks at together. More than one where it gives as many rows for each."""

    @property
    def name(self) -> str:
        """The family's, as it stands in cards and answers."""
        return self.info.name

    def admit(self, model: str, options: Options) -> Choice:
        """How a model will be loaded. Raises EyeboxError for what can be refused before: faults, precision, memory."""
        return admit(self.checkpoint(model), self, options)

    def checkpoint(self, model: str) -> Checkpoint:
        """The checkpoint of a folder or of a downloaded name. Raises EyeboxError when it can't be used."""
        folder = folder_of(model)
        if folder is None:
            raise EyeboxError(
                "no-such-model",
                'No model is called "{model}", and it is no folder of a model that Eyebox knows.',
                model=model,
            )
        checkpoint = read_checkpoint(folder, self.table)
        if checkpoint.problems:
            raise EyeboxError.of(checkpoint.problems[0], "\n".join(checkpoint.problems))
        return checkpoint

    def see(self, checkpoint: Checkpoint, width: int, height: int, options: Options) -> ImageLayout:
        """How an upright picture of this size will be shown, from the checkpoint's processor config alone.

        Raises EyeboxError for a shape that the family's processor refuses.
        """
        raise NotImplementedError

    def see_video(
        self, checkpoint: Checkpoint, width: int, height: int, frames: int, options: Options
    ) -> ImageLayout:
        """How all of a video with so many frames of this size will be shown; its `patches` are those of one step, since
        the tower looks at one after the other. Here its frames are pictures like others. Raises EyeboxError."""
        one = self.see(checkpoint, width, height, options)
        return ImageLayout(one.resized, frames * one.visual_tokens, one.patches)

    def grid(self, checkpoint: Checkpoint, layout: ImageLayout) -> tuple[int, ...]:
        """`PromptImage.grid` of a picture that is laid out like this."""
        raise NotImplementedError

    def settings(self, checkpoint: Checkpoint, options: Options) -> dict[str, Any]:
        """What the image processor is given besides the pictures; values that can be compared. Nothing by default."""
        return {}

    def reader(self, turn: int, seen: Sequence[ImageInfo]) -> AnswerReader:
        """Reads the answer: text and boxes in pixels of the upright originals. `seen` are all pictures of the chat;
        a box belongs to the latest unless the answer names another."""
        raise NotImplementedError

    def shown(self, checkpoint: Checkpoint, ask: Ask) -> tuple[PromptImage, ...]:
        """All pictures of a chat as they will be shown, by their files' headers. Raises EyeboxError."""
        settings = tuple(sorted(self.settings(checkpoint, ask.options).items()))
        shown: list[PromptImage] = []
        index = videos = 0
        for run in ask.shown_together:
            if run[0].in_video and self.takes_videos:
                shown += self.steps(checkpoint, run, index, videos, ask.options)
                index, videos = index + len(run), videos + 1
                continue
            for picture in run:
                known = facts(picture.path, picture.turns, picture.part)
                layout = self.see(checkpoint, known.width, known.height, ask.options)
                grid = self.grid(checkpoint, layout)
                key = f"{known.sha256}:{layout.resized}:{grid}"
                seen = ImageInfo(index, known.width, known.height, layout.resized, layout.visual_tokens)
                shown.append(
                    PromptImage(index, picture.path, key, seen, grid, settings, picture.turns, picture.part)
                )
                index += 1
        return tuple(shown)

    def steps(
        self, checkpoint: Checkpoint, pictures: Sequence[Picture], index: int, video: int, options: Options
    ) -> Iterator[PromptImage]:
        """The steps of a video in which the frames are seen; the first of these is the picture of the chat at `index`, and
        `video` such came before. Raises EyeboxError."""
        frames = frames_of(pictures, video, self.frames_at_once)
        layout = self.see_video(checkpoint, frames.width, frames.height, len(pictures), options)
        tokens = layout.visual_tokens // len(frames.steps)
        grid = self.grid(checkpoint, layout)
        turns, part = pictures[0].turns, pictures[0].part
        for start, step in zip(range(0, len(pictures), self.frames_at_once), frames.steps, strict=True):
            end = start + len(step.frames)
            own, times = tuple(range(index + start, index + end)), frames.times[start:end]
            key = f"{key_of(step)}:{layout.resized}:{grid}:{step.seconds}"
            seen = ImageInfo(own[0], frames.width, frames.height, layout.resized, tokens, own, times)
            yield PromptImage(own[0], step.frames[0], key, seen, grid, (), turns, part, step)

    # ---- with torch, in an engine

    def load(self, model: str, options: Options, emit: Emit, stop: Event) -> LoadedModel:
        """Loads a folder: a `vision.model.VisionModel` over what `vision.load.load_parts` gives, packed for a processor."""
        from eyebox_models.vision.cpu_layers import suit_processor
        from eyebox_models.vision.load import load_parts, release
        from eyebox_models.vision.model import VisionModel

        parts = load_parts(self.checkpoint(model), self, options, emit, stop)
        try:
            suit_processor(parts, stop)
        except BaseException:
            release(parts)
            raise
        loaded: LoadedModel = VisionModel(self, parts)
        return loaded

    def native(self, checkpoint: Checkpoint, choice: Choice) -> Native | None:
        """The family's own classes, for checkpoints that transformers does not know; None for all others.

        Raises EyeboxError.
        """
        return None

    def convert(self, checkpoint: Checkpoint, target: Path, emit: Emit, stop: Event) -> None:
        """Writes an original's checkpoint in transformers' own layout into the empty folder `target`.

        Emits Progress("converting", 0..1). Raises EyeboxError (also for checkpoints that can't be converted), Stopped.
        """
        raise EyeboxError(
            "nothing-to-convert",
            "{folder} is no model in an original layout that can be converted; it is used as it is.",
            folder=checkpoint.folder,
        )

    def map_weights(self, checkpoint: Checkpoint, name: str, rows: Any) -> dict[str, Any]:
        """Where a tensor of the checkpoint, or of an adapter, stands in the loaded model: `rows` (anything that can be
        cut along its first axis) by the model's own names, several where a fused projection is split.

        Raises ValueError or RuntimeError for rows that can't be split.
        """
        from eyebox_models.vision.adapter.names import canonical

        return {canonical(name): rows}

    def cache_group(self, parts: LoadedCheckpoint, prompt: Prompt) -> str:
        """A kept cache is taken over only by a prompt of the same group: all are, unless a prompt's length counts."""
        return ""

    def batch_group(self, parts: LoadedCheckpoint, prompt: Prompt, new_tokens: int) -> str:
        """Only prompts of one group go into a batch: all do, unless the longest row changes what others compute."""
        return ""

    def placeholder(self, parts: LoadedCheckpoint, shown: PromptImage) -> str:
        """The text that the template's mark for this picture becomes: special tokens, one for each visual token
        and those around them."""
        raise NotImplementedError

    def prompt(self, parts: LoadedCheckpoint, ask: Ask) -> Prompt:
        """The ids of a whole chat by the checkpoint's own template, with placeholders for its pictures.

        Decodes no picture. Raises EyeboxError.
        """
        shown = self.shown(parts.checkpoint, ask)
        placeholders = [self.placeholder(parts, picture) for picture in shown]
        fill = with_placeholders(placeholders, [picture.step for picture in shown if self.marks_videos])
        return build_prompt(parts, ask.messages, shown, fill, self.shown_answers(parts, ask, shown))

    def shown_answers(
        self, parts: LoadedCheckpoint, ask: Ask, shown: Sequence[PromptImage]
    ) -> dict[int, str]:
        """Earlier answers as they were shown, read again from their ids, by their place in the chat."""
        from eyebox_models.vision.tokens import Tokens

        texts = {}
        for place, message in enumerate(ask.messages):
            if message.token_ids:
                reader = self.reader(ask.turn, [picture.seen for picture in shown])
                reader.feed(Tokens.of(parts).decode(message.token_ids))
                reader.finish()
                texts[place] = reader.text
        return texts

    def pixels(self, parts: LoadedCheckpoint, shown: Sequence[PromptImage]) -> dict[str, torch.Tensor]:
        """The model's inputs for these pictures (those that no kept cache holds), e.g. pixel_values and image_grid_thw,
        on the model's device in the dtype of its vision tower. Nothing for no pictures.

        One picture after the other is decoded. Raises EyeboxError.
        """
        import torch

        made: dict[str, list[torch.Tensor]] = {}
        for picture in shown:
            features = self.process(parts, picture)
            for name, values in features.items():
                made.setdefault(name, []).append(values)
        joined = {name: torch.cat(values) for name, values in made.items()}
        return {name: on_device(parts, values) for name, values in joined.items()}

    def looked_at(
        self, parts: LoadedCheckpoint, shown: Sequence[PromptImage]
    ) -> Sequence[tuple[str, Sequence[PromptImage]]]:
        """Pictures that the vision tower looks at together, and what stands for them as they are shown to it."""
        return [(f"{one.looked_at} of {one.seen.width} x {one.seen.height}", [one]) for one in shown]

    def process(self, parts: LoadedCheckpoint, shown: PromptImage) -> dict[str, torch.Tensor]:
        """What the image processor makes of one picture, or the video processor of a step, as the model takes it."""
        if shown.step is not None:
            frames = pixels_of(shown.step, shown.turns, shown.part)
            made = process_frames(parts.processor.video_processor, frames, shown.seen.resized)
            self.compare(shown, made)
            return {name: made[name] for name in ("pixel_values_videos", "video_grid_thw") if name in made}
        settings = dict(shown.settings)
        made = parts.processor.image_processor(
            images=[upright(shown.path, shown.turns, shown.part, shown.seen.resized)],
            return_tensors="pt",
            **_named(settings),
        )
        self.compare(shown, made)
        return {name: values for name, values in made.items() if name in ("pixel_values", "image_grid_thw")}

    def compare(self, shown: PromptImage, made: Any) -> None:
        """Raises EyeboxError when a processed picture is not as its header said."""

    def inputs(
        self, parts: LoadedCheckpoint, prompts: Sequence[Prompt], padding: Sequence[int]
    ) -> dict[str, torch.Tensor]:
        """What `generate` needs besides ids, mask, cache and pixels, for a batch that is padded on the left by `padding`
        ids: position_ids and mm_token_type_ids of the Qwen families (design: the cache between turns). Also sets what
        the model itself keeps between calls (`rope_deltas`), so call it right before each `generate`.

        With a kept cache of n ids give `generate` ALL ids, what this returns for all of them, the cache, and `pixels`
        of the pictures whose spans begin at n or later only.
        """
        return {}

    def stop_ids(self, parts: LoadedCheckpoint) -> tuple[int, ...]:
        """The ids that end an answer: those of generation_config.json, else the tokenizer's end of turn."""
        ends = getattr(parts.model.generation_config, "eos_token_id", None)
        if ends is None:
            ends = getattr(parts.tokenizer, "eos_token_id", None)
        if ends is None:
            return ()
        return tuple(ends) if isinstance(ends, list | tuple) else (int(ends),)

    def describe(self, parts: LoadedCheckpoint) -> dict[str, Any]:
        """Further facts for `made_with`; nothing by default."""
        return {}


def image_config(checkpoint: Checkpoint) -> dict[str, Any]:
    """The settings of the checkpoint's image processor, wherever its files keep them."""
    processor = checkpoint.processor
    inner = processor.get("image_processor")
    return {**processor, **inner} if isinstance(inner, dict) else dict(processor)


def video_config(checkpoint: Checkpoint) -> dict[str, Any]:
    """The settings of the checkpoint's video processor; those for pictures where it has none, as transformers has it."""
    own = checkpoint.processor.get("video_processor")
    return own if isinstance(own, dict) else image_config(checkpoint)


def on_device(parts: LoadedCheckpoint, values: torch.Tensor) -> torch.Tensor:
    """Pixels and other inputs where the model wants them; floats in the dtype that it computes in."""
    if values.is_floating_point():
        return values.to(parts.device, parts.model.dtype)
    return values.to(parts.device)


def _named(settings: dict[str, Any]) -> dict[str, Any]:
    """Settings as an image processor takes them: a size is kept as pairs, so that it can be compared."""
    return {name: dict(value) if isinstance(value, tuple) else value for name, value in settings.items()}
