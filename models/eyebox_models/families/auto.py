"""Any other model that transformers can show pictures to: its processor is used whole, its boxes as far as they are known."""

from __future__ import annotations

import copy
import hashlib
import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from eyebox_models.boxes.answer_reader import AnswerReader, reader_for
from eyebox_models.boxes.pictures import CoordinateRule
from eyebox_models.checkpoint import Checkpoint, FamilyInfo
from eyebox_models.fit.predict import ImageLayout
from eyebox_models.protocol.ask import Ask, Options
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import ImageInfo
from eyebox_models.vision.chat import Piece
from eyebox_models.vision.compat import forget_positions
from eyebox_models.vision.family import VisionFamily, image_config, on_device
from eyebox_models.vision.parts import LoadedCheckpoint
from eyebox_models.vision.pictures import facts, upright
from eyebox_models.vision.prompt import Filled, Prompt, PromptImage, Span, build_prompt, check_marks
from eyebox_models.vision.tokens import Tokens

if TYPE_CHECKING:
    import torch
    from PIL.Image import Image

_OPEN, _CLOSE = "\U0010fffa", "\U0010fffb"
_STAND_IN = re.compile(f"{_OPEN}([tp]\\d+){_CLOSE}")
_RULE = CoordinateRule("thousandths", y_first=("box_2d",))
"""What most models write; `box_2d` of the Gemma line has its rows first."""
_OF_TEXT = ("input_ids", "attention_mask", "mm_token_type_ids", "token_type_ids")
_prompts = itertools.count()


INFO = FamilyInfo("auto", "", "eyebox_models.families.auto:Auto")


class Auto(VisionFamily):
    """LLaVA, SmolVLM, Gemma 3, GLM-4V and whatever else has a chat template."""

    info = INFO
    can_crop = False
    can_batch = False

    def see(self, checkpoint: Checkpoint, width: int, height: int, options: Options) -> ImageLayout:
        """A guess from the config: only the processor itself knows what it makes of a picture."""
        vision = checkpoint.vision_config
        side = _number(vision.get("image_size"), 448)
        patch = _number(vision.get("patch_size"), 14)
        patches = max(1, side // patch) ** 2
        config = image_config(checkpoint)
        tokens = config.get("image_seq_length") or config.get("image_seq_len") or patches
        return ImageLayout((side, side), int(tokens), patches)

    def reader(self, turn: int, seen: Sequence[ImageInfo]) -> AnswerReader:
        return reader_for(turn, seen, _RULE)

    def prompt(self, parts: LoadedCheckpoint, ask: Ask) -> Prompt:
        """See the base. The pictures are decoded here, since only the processor knows how many ids they take.

        What it made of them waits for `pixels`. Keys of pictures differ from prompt to prompt, so that no cache with
        a picture in it is kept: transformers' models differ too much in what they need to go on from one.
        """
        waiting = parts.extra["auto"] = _Waiting(parts, ask)
        answers = self.shown_answers(parts, ask, waiting.shown)
        prompt = build_prompt(parts, ask.messages, waiting.shown, waiting.fill, answers)
        waiting.settle(prompt.ids)
        spans = tuple(waiting.seen(number, span) for number, span in enumerate(prompt.spans))
        return Prompt(prompt.ids, spans)

    def pixels(self, parts: LoadedCheckpoint, shown: Sequence[PromptImage]) -> dict[str, torch.Tensor]:
        waiting = parts.extra.get("auto")
        if not shown or not isinstance(waiting, _Waiting):
            return {}
        if [picture.key for picture in shown] != [picture.key for picture in waiting.shown]:
            raise ValueError("the pictures are not those of the last prompt")
        return {name: on_device(parts, values) for name, values in waiting.made.items()}

    def looked_at(
        self, parts: LoadedCheckpoint, shown: Sequence[PromptImage]
    ) -> Sequence[tuple[str, Sequence[PromptImage]]]:
        """All of them together, as what the processor made of them."""
        made = hashlib.sha256()
        for name, values in sorted(parts.extra["auto"].made.items()):
            made.update(f"{name} {values.dtype} {tuple(values.shape)}".encode())
            made.update(values.contiguous().numpy())
        return [(made.hexdigest(), shown)]

    def inputs(
        self, parts: LoadedCheckpoint, prompts: Sequence[Prompt], padding: Sequence[int]
    ) -> dict[str, torch.Tensor]:
        """What the processor says of the ids themselves, under the name that it uses (one prompt, no padding)."""
        import torch

        waiting = parts.extra.get("auto")
        forget_positions(parts.model)
        if not isinstance(waiting, _Waiting) or not waiting.kinds or len(prompts) != 1:
            return {}
        kinds = parts.processor.create_mm_token_type_ids([list(prompts[0].ids)])
        return {waiting.kinds: torch.tensor(kinds, device=parts.device)}


class _Waiting:
    """The pictures of one prompt, and what the processor made of them."""

    def __init__(self, parts: LoadedCheckpoint, ask: Ask) -> None:
        self._parts = parts
        self._most = ask.options.max_pixels
        number = next(_prompts)
        self.made: dict[str, torch.Tensor] = {}
        self.kinds = ""
        """The name under which the model takes the kind of each id; "" when it takes none."""
        self.shown: list[PromptImage] = []
        self._counts: list[int] = []
        self._length = 0
        for index, picture in enumerate(ask.shown):
            known = facts(picture.path, picture.turns, picture.part)
            size = (known.width, known.height)
            self.shown.append(
                PromptImage(
                    index,
                    picture.path,
                    f"{known.sha256}:{number}",
                    ImageInfo(index, *size, size),
                    (),
                    turns=picture.turns,
                    part=picture.part,
                )
            )

    def fill(self, pieces: list[Piece], tokens: Tokens) -> Filled:
        """The pieces with what stands for their pictures put in by the processor.

        It sees stand-ins for what was typed, so that it takes none of that for pictures, and one behind each picture,
        which tells where the next begins. Raises EyeboxError.
        """
        mark = tokens.image_token
        check_marks(pieces, mark, len(self.shown))
        written, places = [], itertools.count()
        for place, piece in enumerate(pieces):
            if piece.typed or piece.message is not None:
                written.append(f"{_OPEN}t{place}{_CLOSE}")
            elif self.shown:
                first, *rest = piece.text.split(mark)
                written.append(
                    first + "".join(f"{mark}{_OPEN}p{next(places)}{_CLOSE}{text}" for text in rest)
                )
            else:
                written.append(piece.text)
        if not self.shown:
            return Filled(pieces, ())
        expanded = self._process("".join(written))
        config = self._parts.model.config
        token = getattr(config, "image_token_id", None) or getattr(config, "image_token_index", None)
        token = tokens.image_id if token is None else int(token)
        soft = str(self._parts.tokenizer.convert_ids_to_tokens(token))
        filled: list[Piece] = []
        counts = [0] * len(self.shown)
        current = 0
        for number, text in enumerate(_STAND_IN.split(expanded)):
            if number % 2 == 0:
                if current < len(counts):
                    counts[current] += text.count(soft)
                filled.append(Piece(text))
            elif text[0] == "p":
                current = int(text[1:]) + 1
            else:
                filled.append(pieces[int(text[1:])])
        self._counts = counts
        return Filled([piece for piece in filled if piece.text], (token,), counts)

    def settle(self, ids: Sequence[int]) -> None:
        """Runs the processor again with the true ids, if anything that it made is as long as the text."""
        if any(self._length in values.shape[1:2] for values in self.made.values()):
            self._process("", ids)

    def _process(self, text: str, ids: Sequence[int] | None = None) -> str:
        """Runs the processor on a text (or on the ids of one); gives the text that it had its tokenizer split."""
        processor = copy.copy(self._parts.processor)
        recorder = processor.tokenizer = _Recorder(self._parts.tokenizer, ids)
        images = [
            _small(upright(picture.path, picture.turns, picture.part), self._most) for picture in self.shown
        ]
        if ids is not None:
            text = str(processor.image_token) * len(images)
        try:
            made = processor(text=[text], images=images, return_tensors="pt")
        except Exception as error:
            reason = " ".join(str(error).split())
            raise EyeboxError(
                "pictures-refused", "This model can't be shown these pictures: {reason}", reason=reason
            ) from error
        self.kinds = next((name for name in ("token_type_ids", "mm_token_type_ids") if name in made), "")
        self.made = {name: values for name, values in made.items() if name not in _OF_TEXT}
        self._length = made["input_ids"].shape[1]
        return recorder.text

    def seen(self, number: int, span: Span) -> Span:
        """A picture's place with what is known of it now: its visual tokens, the size it was shown at."""
        shown = span.shown
        grid, pixels = self.made.get("image_grid_thw"), self.made.get("pixel_values")
        patch = getattr(self._parts.processor.image_processor, "patch_size", None)
        resized = shown.seen.resized
        if grid is not None and isinstance(patch, int):
            resized = (int(grid[number][2]) * patch, int(grid[number][1]) * patch)
        elif pixels is not None and pixels.ndim >= 4:
            resized = (int(pixels.shape[-1]), int(pixels.shape[-2]))
        seen = replace(shown.seen, resized=resized, visual_tokens=self._counts[number])
        return Span(span.start, span.end, replace(shown, seen=seen))


def _small(image: Image, most: int | None) -> Image:
    """A picture of at most so many pixels."""
    if most is None or image.width * image.height <= most:
        return image
    shrink = (most / (image.width * image.height)) ** 0.5
    return image.resize((max(1, int(image.width * shrink)), max(1, int(image.height * shrink))))


class _Recorder:
    """A tokenizer that remembers the last text it was given; with `ids` it gives those for any text."""

    def __init__(self, tokenizer: Any, ids: Sequence[int] | None = None) -> None:
        self._tokenizer = tokenizer
        self._ids = ids
        self.text = ""

    def __call__(self, text: Any, *more: Any, **named: Any) -> Any:
        self.text = text if isinstance(text, str) else text[0]
        if self._ids is None:
            return self._tokenizer(text, *more, **named)
        return self._tokenizer.pad(
            {"input_ids": [list(self._ids)]}, return_tensors=named.get("return_tensors")
        )

    def __getattr__(self, name: str) -> Any:
        return getattr(self._tokenizer, name)


def _number(value: Any, default: int) -> int:
    """A size that may be written as one number, two, or not at all."""
    if isinstance(value, list | tuple):
        value = value[0] if value else default
    return int(value) if isinstance(value, int | float) and value else default
