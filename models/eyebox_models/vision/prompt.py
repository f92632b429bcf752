"""What a model is given: token ids, and where in them the pictures stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

from eyebox_models.protocol.ask import Message
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import ImageInfo
from eyebox_models.vision.chat import Piece, render
from eyebox_models.vision.parts import LoadedCheckpoint
from eyebox_models.vision.tokens import Tokens


@dataclass(frozen=True, slots=True)
class PromptImage:
    """A picture of a chat as the model is shown it.

    `key` is equal for equal pixels shown at an equal size (placeholder ids are alike for different pictures, so a
    kept cache compares keys). `grid` is what the family's processor made of it: patches (time, height, width) of the
    Qwen families, (tiles,) of InternVL. `settings` are what its image processor is given besides the picture.
    `turns`, `part`: see `ask.Picture`. `step`: it is part of a video.
    """

    index: int
    path: str
    key: str
    seen: ImageInfo
    grid: tuple[int, ...]
    settings: tuple[tuple[str, Any], ...] = ()
    turns: int = 0
    part: tuple[int, int, int, int] | None = None
    step: VideoStep | None = None

    @property
    def looked_at(self) -> str:
        """What the vision tower looks at, whatever it is told of when that is."""
        return self.key if self.step is None else self.key.rpartition(":")[0]

    @property
    def sums(self) -> tuple[str, ...]:
        """The SHA-256 of each picture that is looked at."""
        return self.step.sums if self.step is not None else (self.key[:64],)


@dataclass(frozen=True, slots=True)
class VideoStep:
    """What a model sees of a video as one: the frames with these paths and sums, which it is told are seen at `time`.

    `video` counts the videos of a chat from 0. `seconds` is how far the steps of the video are apart.
    """

    video: int
    frames: tuple[str, ...]
    sums: tuple[str, ...]
    time: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Span:
    """The placeholder ids of one picture: positions `start` (first) to `end` (behind the last) of the prompt."""

    start: int
    end: int
    shown: PromptImage


@dataclass(frozen=True, slots=True)
class Prompt:
    """All ids of a chat up to where the answer begins, and its pictures in order."""

    ids: tuple[int, ...]
    spans: tuple[Span, ...] = ()

    @property
    def runs(self) -> list[tuple[int, ...]]:
        """The ids before, between and behind the pictures."""
        cuts = [0, *(end for span in self.spans for end in (span.start, span.end)), len(self.ids)]
        return [self.ids[start:end] for start, end in zip(cuts[::2], cuts[1::2], strict=True)]


@dataclass(frozen=True, slots=True)
class Filled:
    """The pieces of a chat with what stands for each picture in its place: how many ids of `tokens` each has in it."""

    pieces: list[Piece]
    tokens: tuple[int, ...]
    counts: Sequence[int] = ()


Fill = Callable[[list[Piece], Tokens], Filled]
"""Puts into a rendered chat what stands for its pictures."""


def build_prompt(
    parts: LoadedCheckpoint,
    messages: Sequence[Message],
    shown: Sequence[PromptImage],
    fill: Fill,
    shown_answers: dict[int, str],
) -> Prompt:
    """The ids of a chat by the checkpoint's own template.

    An earlier answer that still reads as its `token_ids` do (decoded, or as it was shown: `shown_answers` by its
    place in `messages`) keeps those ids; other text is split into tokens. What a user typed never becomes a special
    id. Raises EyeboxError.
    """
    tokens = Tokens.of(parts)
    filled = fill(render(parts, messages, tokens), tokens)
    ids: list[int] = []
    for number, run in enumerate(_runs(filled.pieces, messages, shown_answers, tokens)):
        if isinstance(run, tuple):
            ids += run
        else:
            ids += tokens.split([(piece.text, piece.typed) for piece in run], first=number == 0)
    _check_ids(parts, ids)
    return Prompt(tuple(ids), tuple(_spans(ids, filled, shown, parts.checkpoint.folder)))


def _check_ids(parts: LoadedCheckpoint, ids: Sequence[int]) -> None:
    """Raises EyeboxError for ids that the model has no embedding for."""
    embeddings = getattr(parts.model, "get_input_embeddings", lambda: None)()
    rows = getattr(embeddings, "num_embeddings", None)
    if rows is not None and ids and max(ids) >= rows:
        raise EyeboxError(
            "tokenizer-larger",
            "The tokenizer in {folder} knows more tokens than the weights: fetch both of one model.",
            folder=parts.checkpoint.folder,
        )


def with_placeholders(placeholders: Sequence[str], steps: Sequence[VideoStep | None] = ()) -> Fill:
    """Replaces the template's mark for each picture by its placeholder, that for a video by those of all its `steps`."""

    def fill(pieces: list[Piece], tokens: Tokens) -> Filled:
        marks = (tokens.image_token, tokens.video_token)
        whole: list[tuple[str, str]] = []
        counts, last = [], -1
        for placeholder, step in zip_longest(placeholders, steps):
            mark = marks[step is not None]
            counts.append(placeholder.count(mark))
            if step is not None and step.video == last:
                placeholder = whole.pop()[1] + placeholder
            last = -1 if step is None else step.video
            whole.append((mark, placeholder))
        for mark in dict.fromkeys((marks[0], *(mark for mark, _text in whole))):
            check_marks(pieces, mark, sum(one == mark for one, _text in whole))
        if not whole:
            return Filled(pieces, ())
        pattern, waiting = re.compile("|".join(re.escape(mark) for mark in marks if mark)), iter(whole)

        def text_of(match: re.Match[str]) -> str:
            mark, text = next(waiting)
            if mark != match.group():
                raise _no_place()
            return text

        filled = [
            piece if piece.typed else Piece(pattern.sub(text_of, piece.text), piece.typed, piece.message)
            for piece in pieces
        ]
        ids = {tokens.image_token: tokens.image_id, tokens.video_token: tokens.video_id}
        return Filled(filled, tuple(ids[mark] for mark in dict(whole)), counts)

    return fill


def check_marks(pieces: Sequence[Piece], mark: str, pictures: int) -> None:
    """Raises EyeboxError when the template has not written one mark for each picture."""
    found = sum(piece.text.count(mark) for piece in pieces if not piece.typed) if mark else 0
    if found != pictures:
        raise _no_place()


def _no_place() -> EyeboxError:
    return EyeboxError(
        "template-no-pictures",
        "The chat template of this model has no place for pictures; choose another model.",
    )


def _runs(
    pieces: Sequence[Piece], messages: Sequence[Message], shown_answers: dict[int, str], tokens: Tokens
) -> list[list[Piece] | tuple[int, ...]]:
    """Stretches of text that are split into tokens together, and the kept ids of answers between them."""
    runs: list[list[Piece] | tuple[int, ...]] = []
    current: list[Piece] = []
    for number, piece in enumerate(pieces):
        follows = pieces[number + 1].text if number + 1 < len(pieces) else ""
        kept: tuple[int, ...] = ()
        if piece.message is not None and tokens.begins_special(follows):
            kept = _kept_ids(messages[piece.message], piece, shown_answers.get(piece.message), tokens)
        if kept:
            runs += [current, kept]
            current = []
        else:
            current.append(piece)
    return [*runs, current]


def _kept_ids(message: Message, piece: Piece, shown: str | None, tokens: Tokens) -> tuple[int, ...]:
    ids = message.token_ids
    if not ids or len(message.parts) != 1 or tokens.placeholder_ids.intersection(ids):
        return ()
    readings = (tokens.decode(ids), tokens.decode(ids, hide_special=True), shown or "")
    return ids if _bare(message.text) in map(_bare, readings) else ()


def _bare(text: str) -> str:
    """A text without spaces around it and without bytes that are no characters, which not all decoders show alike."""
    return text.replace("\ufffd", "").strip()


def _spans(ids: Sequence[int], filled: Filled, shown: Sequence[PromptImage], folder: Path) -> list[Span]:
    """Where the pictures are: each begins and ends with the id that stands for visual tokens. Raises EyeboxError."""
    places = [position for position, token in enumerate(ids) if token in filled.tokens] if shown else []
    if shown and sum(filled.counts) != len(places):
        raise EyeboxError(
            "tokenizer-other",
            "The tokenizer in {folder} writes the places of pictures otherwise than the model: fetch both of one model.",
            detail=f"{len(places)} ids in the prompt for {sum(filled.counts)} visual tokens", folder=folder,
        )  # fmt: skip
    spans, taken = [], 0
    for picture, count in zip(shown, filled.counts, strict=True):
        own = places[taken : taken + count]
        spans.append(Span(own[0], own[-1] + 1, picture))
        taken += count
    return spans
