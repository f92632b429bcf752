"""`tokenizer.model` of sentencepiece, read by its wire format, as a BPE of `tokenizers` with the same ids."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eyebox_models.files.regular_file import read_regular
from eyebox_models.protocol.errors import EyeboxError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

SPACE = "\u2581"
NORMAL, UNKNOWN, CONTROL, USER, BYTE = 1, 2, 3, 4, 6
"""Kinds of pieces."""
_BPE = 2
_LARGEST = 64_000_000
"""Bytes; real files have one to five million."""


@dataclass(slots=True)
class Pieces:
    """What the file holds: pieces in the order of their ids, and how a text is made ready for them."""

    texts: list[str] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    kinds: list[int] = field(default_factory=list)
    model: int = 1
    dummy_prefix: bool = True
    lone_spaces: bool = True
    """Whether spaces at the ends and doubled ones are removed."""
    charsmap: bytes = b""


def read_pieces(path: Path) -> Pieces:
    """Reads the file. Raises EyeboxError for one that is none, or of another kind than BPE."""
    try:
        pieces = _pieces(read_regular(path, _LARGEST))
    except (OSError, ValueError, IndexError, struct.error) as error:
        raise EyeboxError(
            "tokenizer-file-damaged",
            "{path} is damaged or no tokenizer; fetch it again.",
            detail=str(error),
            path=path,
        ) from error
    if not pieces.texts:
        raise EyeboxError(
            "tokenizer-file-damaged", "{path} is damaged or no tokenizer; fetch it again.", path=path
        )
    if pieces.model != _BPE:
        raise EyeboxError(
            "tokenizer-not-bpe",
            "{path} is no BPE tokenizer, and no other kind is read; choose another model.",
            path=path,
        )
    return pieces


def tokenizer(pieces: Pieces, renamed: dict[int, str], prefix_everywhere: bool = True) -> Tokenizer:
    """The tokenizer. `renamed` are other texts for the pieces of some ids (special tokens got them later).

    Where the model wants a space before a text, it is put before each text between special tokens, or only at the
    beginning.
    """
    from tokenizers import AddedToken, Tokenizer, decoders, models, normalizers, pre_tokenizers

    texts = [renamed.get(number, text) for number, text in enumerate(pieces.texts)]
    unknown = next((t for t, kind in zip(texts, pieces.kinds, strict=True) if kind == UNKNOWN), None)
    made = Tokenizer(
        models.BPE(
            vocab={text: number for number, text in enumerate(texts)},
            merges=_merges(pieces, texts),
            unk_token=unknown,
            fuse_unk=True,
            byte_fallback=BYTE in pieces.kinds,
        )
    )
    steps: list[Any] = [normalizers.Precompiled(pieces.charsmap)] if pieces.charsmap else []
    if pieces.lone_spaces:
        steps += [normalizers.Strip(), normalizers.Replace(_doubled(), " ")]
    if pieces.dummy_prefix and not prefix_everywhere:
        made.pre_tokenizer = pre_tokenizers.Metaspace(SPACE, "first", split=False)
    else:
        steps += [normalizers.Prepend(SPACE)] if pieces.dummy_prefix else []
        steps.append(normalizers.Replace(" ", SPACE))
    made.normalizer = normalizers.Sequence(steps)
    parts: list[Any] = [
        decoders.Replace(SPACE, " "),
        *_lone_bytes(texts),
        decoders.ByteFallback(),
        decoders.Fuse(),
    ]
    parts += [decoders.Strip(" ", 1, 0)] if pieces.dummy_prefix else []
    made.decoder = decoders.Sequence(parts)
    made.add_special_tokens(
        [
            AddedToken(text, normalized=False, special=True)
            for text, kind in zip(texts, pieces.kinds, strict=True)
            if kind in (CONTROL, UNKNOWN)
        ]
    )
    made.add_tokens(
        [
            AddedToken(text, normalized=False, special=False)
            for number, (text, kind) in enumerate(zip(texts, pieces.kinds, strict=True))
            if kind == USER and number not in renamed
        ]
    )
    return made


def _lone_bytes(texts: Sequence[str]) -> list[Any]:
    """Steps that turn bytes of ASCII into their characters, so that a broken character beside them spoils none."""
    from tokenizers import decoders

    known = set(texts)
    return [
        decoders.Replace(f"<0x{byte:02X}>", chr(byte))
        for byte in (9, 10, 13, *range(33, 127))
        if f"<0x{byte:02X}>" in known
    ]


def _doubled() -> Any:
    from tokenizers import Regex

    return Regex(" {2,}")


def _merges(pieces: Pieces, texts: Sequence[str]) -> list[tuple[str, str]]:
    """Which two pieces become a third, the best first: a piece of a higher score is joined earlier."""
    numbers = {text: number for number, text in enumerate(texts) if pieces.kinds[number] in (NORMAL, USER)}
    found: list[tuple[float, int, int, str, str]] = []
    for text, number in numbers.items():
        if pieces.kinds[number] != NORMAL:
            continue
        for cut in range(1, len(text)):
            left, right = numbers.get(text[:cut]), numbers.get(text[cut:])
            if left is not None and right is not None:
                found.append((-pieces.scores[number], left, right, text[:cut], text[cut:]))
    found.sort()
    return [(left, right) for _score, _left, _right, left, right in found]


def _pieces(data: bytes) -> Pieces:
    pieces = Pieces()
    for number, value in _fields(data):
        if not isinstance(value, bytes):
            continue
        if number == 1:
            text, score, kind = "", 0.0, NORMAL
            for part, inner in _fields(value):
                if part == 1 and isinstance(inner, bytes):
                    text = inner.decode("utf-8")
                elif part == 2 and isinstance(inner, bytes):
                    (score,) = struct.unpack("<f", inner)
                elif part == 3 and isinstance(inner, int):
                    kind = inner
            pieces.texts.append(text)
            pieces.scores.append(score)
            pieces.kinds.append(kind)
        elif number == 2:
            pieces.model = next((v for n, v in _fields(value) if n == 3 and isinstance(v, int)), 1)
        elif number == 3:
            for part, inner in _fields(value):
                if part == 2 and isinstance(inner, bytes):
                    pieces.charsmap = inner
                elif part == 3:
                    pieces.dummy_prefix = bool(inner)
                elif part == 4:
                    pieces.lone_spaces = bool(inner)
    return pieces


def _fields(data: bytes) -> Iterator[tuple[int, int | bytes]]:
    """The fields of a message: their numbers and values; floats stay four bytes."""
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        kind = key & 7
        value: int | bytes
        if kind == 0:
            value, at = _varint(data, at)
        else:
            size = {1: 8, 5: 4}.get(kind)
            if kind == 2:
                size, at = _varint(data, at)
            if size is None or at + size > len(data):
                raise ValueError("a field leads beyond its end")
            value, at = data[at : at + size], at + size
        yield key >> 3, value


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at
        if shift > 63:
            raise ValueError("a number that does not end")
