"""What a model is given: token ids, and where in them the pictures stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from eyebox_models.ask import EyeboxError, Message, Seen
from eyebox_models.vision.chat import Piece, render
from eyebox_models.vision.parts import Parts
from eyebox_models.vision.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture of a chat as the model is shown it.

    `key` is equal for equal pixels shown at an equal size (placeholder ids are alike for different pictures, so a
    kept cache compares keys). `grid` is what the family's processor made of it: patches (time, height, width) of the
    Qwen families, (tiles,) of InternVL. `settings` are what its image processor is told besides the picture.
    """

    index: int
    path: str
    key: str
    seen: Seen
    grid: tuple[int, ...]
    settings: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """The placeholder ids of one picture: positions `start` (first) to `end` (behind the last) of the prompt."""

    start: int
    end: int
    shown: Shown


@dataclass(frozen=True, slots=True)
class Prompt:
    """All ids of a chat up to where the answer begins, and its pictures in order."""

    ids: tuple[int, ...]
    spans: tuple[Span, ...] = ()


def build_prompt(
    parts: Parts,
    messages: Sequence[Message],
    shown: Sequence[Shown],
    placeholders: Sequence[str],
    shown_text: dict[int, str],
) -> Prompt:
    """The ids of a chat by the checkpoint's own template.

    `placeholders` is the text that stands for each picture. An earlier answer that still reads as its `token_ids`
    do (decoded, or as it was shown: `shown_text` by its place in `messages`) keeps those ids; other text is split
    into tokens. What a user typed never becomes a special id. Raises EyeboxError, also when the chat is longer
    than what the model can read.
    """
    tokens = Tokens.of(parts)
    pieces = render(parts, messages, tokens)
    pieces = _with_pictures(pieces, placeholders, tokens.image_token)
    ids: list[int] = []
    for number, run in enumerate(_runs(pieces, messages, shown_text, tokens)):
        if isinstance(run, tuple):
            ids += run
        else:
            ids += tokens.split([(piece.text, piece.typed) for piece in run], first=number == 0)
    _check_length(parts, len(ids))
    counts = [text.count(tokens.image_token) for text in placeholders]
    return Prompt(tuple(ids), tuple(_spans(ids, tokens.image_id, counts, shown)))


def _with_pictures(pieces: list[Piece], placeholders: Sequence[str], image_token: str) -> list[Piece]:
    """The template's mark for each picture replaced by what stands for that picture."""
    waiting = iter(placeholders)
    found = sum(piece.text.count(image_token) for piece in pieces if not piece.typed) if image_token else 0
    if found != len(placeholders):
        raise EyeboxError("The chat template of this model has no place for pictures; choose another model.")
    if not found:
        return pieces
    filled = []
    for piece in pieces:
        if not piece.typed and image_token in piece.text:
            first, *rest = piece.text.split(image_token)
            text = first + "".join(next(waiting) + after for after in rest)
            piece = Piece(text, piece.typed, piece.message)
        filled.append(piece)
    return filled


def _runs(
    pieces: Sequence[Piece], messages: Sequence[Message], shown_text: dict[int, str], tokens: Tokens
) -> list[list[Piece] | tuple[int, ...]]:
    """Stretches of text that are split into tokens together, and the kept ids of answers between them."""
    runs: list[list[Piece] | tuple[int, ...]] = []
    current: list[Piece] = []
    for number, piece in enumerate(pieces):
        follows = pieces[number + 1].text if number + 1 < len(pieces) else ""
        kept: tuple[int, ...] = ()
        if piece.message is not None and tokens.begins_special(follows):
            kept = _kept_ids(messages[piece.message], piece, shown_text.get(piece.message), tokens)
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
    readings = (tokens.decode(ids), tokens.decode(ids, hide_special=True), shown)
    return ids if piece.text and message.text in readings else ()


def _check_length(parts: Parts, length: int) -> None:
    config = parts.checkpoint.config
    inner = config.get("text_config") or config
    limit = inner.get("max_position_embeddings") or config.get("max_position_embeddings")
    if isinstance(limit, int) and length >= limit:
        raise EyeboxError(
            f"This chat is {length:,} tokens long and the model reads at most {limit:,}; "
            "shorten it, show fewer pictures or show them smaller."
        )


def _spans(ids: Sequence[int], image_id: int, counts: Sequence[int], shown: Sequence[Shown]) -> list[Span]:
    places = [position for position, token in enumerate(ids) if token == image_id] if counts else []
    if counts and sum(counts) != len(places):
        raise ValueError(f"{len(places)} placeholders in the prompt for {sum(counts)} visual tokens")
    spans, taken = [], 0
    for picture, count in zip(shown, counts, strict=True):
        own = places[taken : taken + count]
        spans.append(Span(own[0], own[-1] + 1, picture))
        taken += count
    return spans
