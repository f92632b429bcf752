"""`qwen.tiktoken` as a byte-level BPE of `tokenizers`, with the special tokens in their places and pictures as bytes."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eyebox_models.families.qwen_vl.config import SPAN
from eyebox_models.files.regular_file import read_regular
from eyebox_models.protocol.advice import own_folder
from eyebox_models.protocol.errors import EyeboxError, os_reason

if TYPE_CHECKING:
    from tokenizers import Tokenizer

FILE = "qwen.tiktoken"
PATTERN = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
END, IM_START, IM_END = "<|endoftext|>", "<|im_start|>", "<|im_end|>"
OF_BOXES = ("<ref>", "</ref>", "<box>", "</box>", "<quad>", "</quad>")
OF_PICTURES = ("<img>", "</img>", "<imgpad>")
SPECIAL = (END, IM_START, IM_END, *(f"<|extra_{n}|>" for n in range(205)), *OF_BOXES, *OF_PICTURES)
"""Their ids follow the last rank, in this order."""
_VERSION = 1
_LARGE = 20_000
"""Vocabularies of more tokens take seconds to build and are kept."""


class QwenTokens:
    """Splits text into ids. Special tokens are only seen where the caller says so."""

    def __init__(self, backend: Tokenizer, ranks: int) -> None:
        self.backend = backend
        self.ids = {text: ranks + place for place, text in enumerate(SPECIAL)}
        self.size = ranks + len(SPECIAL)
        self.start, self.end, self.pad = (self.ids[text] for text in OF_PICTURES)
        self._fast: Any = None

    def text(self, text: str, special: Iterable[str] = ()) -> list[int]:
        """The ids of a text in which only these special tokens count; all others are ordinary text."""
        ids: list[int] = []
        allowed = "|".join(map(re.escape, special))
        pieces = re.split(f"({allowed})", normal(text)) if allowed else [normal(text)]
        for place, piece in enumerate(pieces):
            if place % 2:
                ids.append(self.ids[piece])
            elif piece:
                ids += self.backend.encode(piece, add_special_tokens=False).ids
        return ids

    def picture(self, path: bytes) -> list[int]:
        """<img>, the path byte by byte, filled up to 256 ids, </img>. Raises ValueError for a longer path."""
        if len(path) > SPAN:
            raise ValueError("The content in <img>..</img> is too long")
        return [self.start, *path, *[self.pad] * (SPAN - len(path)), self.end]

    def encode(self, text: str, special: Iterable[str] = SPECIAL) -> list[int]:
        """The ids of a text in which <img>..</img> is a picture, as the original tokenizer gives them.

        Raises ValueError for a picture that is not closed, too long, or holds special tokens.
        """
        ids = self.text(text, special)
        made: list[int] = []
        at = 0
        while self.start in ids[at:]:
            begin = ids.index(self.start, at)
            made += ids[at:begin]
            try:
                close = ids.index(self.end, begin)
            except ValueError:
                raise ValueError("Unclosed image token") from None
            inside = ids[begin + 1 : close]
            if any(number >= self.ids[END] for number in inside):
                raise ValueError("A special token stands inside of <img>..</img>")
            made += self.picture(self._bytes(inside))
            at = close + 1
        return made + ids[at:]

    def decode(self, ids: Sequence[int], *, hide_special: bool = False) -> str:
        """The text of ids, with pictures as their paths again."""
        plain: list[int] = []
        at, first = 0, self.ids[END]
        while at < len(ids):
            close = at + SPAN + 1
            if ids[at] == self.start and close < len(ids) and ids[close] == self.end:
                path = bytes(number for number in ids[at + 1 : close] if number < 256)
                plain += [self.start, *self.text(path.decode("utf-8", "replace")), self.end]
                at = close + 1
            else:
                plain.append(ids[at])
                at += 1
        if hide_special:
            plain = [number for number in plain if number < first]
        return str(self.backend.decode(plain, skip_special_tokens=False))

    def fast(self) -> Any:
        """The same as transformers wraps it, for what streams, decodes and guides answers."""
        if self._fast is None:
            from transformers import PreTrainedTokenizerFast

            self._fast = PreTrainedTokenizerFast(
                tokenizer_object=self.backend,
                eos_token=END,
                pad_token=END,
                clean_up_tokenization_spaces=False,
            )
        return self._fast

    def _bytes(self, ids: Sequence[int]) -> bytes:
        """The bytes of tokens that may end within a character."""
        letters = _letters()
        back = {letter: number for number, letter in letters.items()}
        return bytes(back[letter] for number in ids for letter in str(self.backend.id_to_token(number)))


def normal(text: str) -> str:
    """NFC, and what is no character replaced."""
    return unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode("utf-8"))


def read_tokens(folder: Path) -> QwenTokens:
    """The tokenizer of a folder. A large one is built once and kept. Raises EyeboxError."""
    from tokenizers import Tokenizer

    path = folder / FILE
    try:
        data = read_regular(path)
    except OSError as error:
        raise EyeboxError(
            "file-unreadable-fetch",
            "{path} cannot be read ({reason}); fetch it again.",
            path=path,
            reason=os_reason(error),
        ) from error
    lines = data.count(b"\n")
    kept = own_folder("cache") / "tokenizers" / f"{hashlib.sha256(data).hexdigest()[:32]}-{_VERSION}.json"
    if lines > _LARGE and kept.is_file():
        with suppress(Exception):  # a kept file that cannot be read is made again
            return _whole(Tokenizer.from_file(str(kept)))
    backend = _build(_ranks(path, data))
    if lines > _LARGE:
        with suppress(OSError):
            kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            part = kept.with_suffix(".part")
            part.write_text(backend.to_str(), encoding="utf-8")
            part.replace(kept)
    return _whole(backend)


def _whole(backend: Tokenizer) -> QwenTokens:
    backend.encode_special_tokens = True
    tokens = QwenTokens(backend, backend.get_vocab_size(with_added_tokens=False))
    if backend.token_to_id(END) != tokens.ids[END]:
        raise ValueError("the special tokens are in other places")
    return tokens


def _ranks(path: Path, data: bytes) -> list[bytes]:
    """The tokens by rank. Raises EyeboxError for a file that is damaged."""
    tokens: dict[int, bytes] = {}
    try:
        for line in data.splitlines():
            if line:
                token, rank = line.split()
                tokens[int(rank)] = base64.b64decode(token, validate=True)
        ordered = [tokens[rank] for rank in range(len(tokens))]
        if len(set(ordered)) != len(ordered) or {bytes([n]) for n in range(256)} - set(ordered[:256]):
            raise ValueError
    except (ValueError, KeyError, binascii.Error) as error:
        raise EyeboxError(
            "tokens-no-list", "{path} is damaged: it is no list of tokens; fetch it again.", path=path
        ) from error
    return ordered


def _build(ranks: list[bytes]) -> Tokenizer:
    """Every way to join two tokens into a third is a merge, and the lower the third's rank the sooner it happens."""
    from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers

    letters = _letters()
    written = ["".join(letters[byte] for byte in token) for token in ranks]
    vocabulary = {text: rank for rank, text in enumerate(written)}
    merges = []
    for text in written:
        ways = [
            (text[:cut], text[cut:])
            for cut in range(1, len(text))
            if text[:cut] in vocabulary and text[cut:] in vocabulary
        ]
        merges += sorted(ways, key=lambda way: (vocabulary[way[0]], vocabulary[way[1]]))
    made = Tokenizer(models.BPE(vocab=vocabulary, merges=merges, ignore_merges=True))
    made.normalizer = normalizers.NFC()
    made.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(PATTERN), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    made.decoder = decoders.ByteLevel()
    made.add_special_tokens([AddedToken(text, special=True, normalized=False) for text in SPECIAL])
    return made


def _letters() -> dict[int, str]:
    """The letter that stands for each byte in the vocabulary of a byte-level BPE."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [byte for byte in range(256) if byte not in plain]
    return {byte: chr(byte) for byte in plain} | {byte: chr(256 + n) for n, byte in enumerate(others)}
