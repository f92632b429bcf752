"""Splitting text into tokens so that special tokens typed by a user stay text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from eyebox_models.vision.parts import LoadedCheckpoint

_MARK = "\U0010fffe"
"""Encloses the private name of a special token. It is no character, so nobody types it."""


_BYTE = re.compile("<0x[0-9A-F]{2}>")
"""What stands for one byte where a vocabulary lacks a character; it is needed by that name."""


class Tokens:
    """A checkpoint's tokenizer.

    Special are the tokens that are marked so and those that the chat template writes (`<think>` of some models is
    not marked). `image_token` stands for pictures, `placeholder_ids` for anything that is no text.
    """

    def __init__(self, tokenizer: Any, template: str, placeholders: Sequence[str]) -> None:
        self._tokenizer = tokenizer
        self._renamed: Any = None
        added = {
            str(token.content): (number, token) for number, token in tokenizer.added_tokens_decoder.items()
        }
        self._ids = {
            text: number
            for text, (number, token) in added.items()
            if text.strip()
            and not _BYTE.fullmatch(text)
            and (token.special or text in template or text in placeholders)
        }
        self._pattern = _any_of(self._ids)
        self._placeholders = _any_of(placeholders)
        self.image_token = placeholders[0] if placeholders else ""
        self.image_id = int(tokenizer.convert_tokens_to_ids(self.image_token)) if placeholders else -1
        self.video_token = ""
        self.placeholder_ids = frozenset(self._ids[text] for text in placeholders if text in self._ids)

    @classmethod
    def of(cls, parts: LoadedCheckpoint) -> Tokens:
        """Those of a loaded checkpoint, made once."""
        made = parts.extra.get("tokens")
        if not isinstance(made, cls):
            source = parts.processor if getattr(parts.processor, "chat_template", None) else parts.tokenizer
            template = getattr(source, "chat_template", None)
            names = (getattr(parts.processor, f"{kind}_token", None) for kind in ("image", "video", "audio"))
            placeholders = [str(name) for name in names if name]
            made = parts.extra["tokens"] = cls(parts.tokenizer, str(template), placeholders)
            made.video_token = str(getattr(parts.processor, "video_token", None) or "")
        return made

    @property
    def video_id(self) -> int:
        """The id that stands for videos; -1 where there is none."""
        return int(self._tokenizer.convert_tokens_to_ids(self.video_token)) if self.video_token else -1

    def split(self, pieces: Sequence[tuple[str, bool]], *, first: bool = True) -> list[int]:
        """The ids of texts that belong together; of those marked True special tokens are only text.

        Where nobody typed any this is exactly what the tokenizer does. `first`: the text begins a prompt, so the
        tokenizer adds what it puts before one, unless the template has written that itself.
        """
        pieces = [(_characters(text), typed) for text, typed in pieces]
        whole = "".join(text for text, _ in pieces)
        begin = getattr(self._tokenizer, "bos_token", None)
        add = first and not (begin and whole.startswith(begin))
        if not self._typed_specials(pieces, whole):
            return list(self._tokenizer(whole, add_special_tokens=add, verbose=False)["input_ids"])
        if getattr(self._tokenizer, "backend_tokenizer", None) is None:
            ids = self._split_apart(pieces)
            return list(self._tokenizer.build_inputs_with_special_tokens(ids)) if add else ids
        merged = "".join(
            text.replace(_MARK, "\ufffd") if typed else self._pattern.sub(self._private, text)
            for text, typed in _joined(pieces)
        )
        return list(self._private_tokenizer().encode(merged, add_special_tokens=add).ids)

    def begins_special(self, text: str) -> bool:
        """Whether a text begins with a special token, so that splitting can't join it with what is before."""
        return self._pattern.match(text) is not None

    def begins_word(self, number: int) -> bool:
        """Whether an id is the beginning of a word, a mark, or of a script without spaces: no part of a Latin word or a
        number that goes on with it."""
        first = str(self._tokenizer.convert_ids_to_tokens(number) or "")[:1]
        return not (first.isascii() and first.isalnum())

    def decode(self, ids: Sequence[int], *, hide_special: bool = False) -> str:
        """The text of ids."""
        return str(
            self._tokenizer.decode(
                list(ids), skip_special_tokens=hide_special, clean_up_tokenization_spaces=False
            )
        )

    def cut_placeholders(self, text: str) -> list[str]:
        """A text cut at placeholders: text, placeholder, text, ..."""
        return re.split(f"({self._placeholders.pattern})", text)

    def break_up(self, text: str, *, placeholders_only: bool = False) -> str:
        """A text whose special tokens are broken up by a space, for where nothing else keeps them text."""
        pattern = self._placeholders if placeholders_only else self._pattern
        return pattern.sub(lambda match: f"{match.group()[:1]} {match.group()[1:]}", text)

    def _typed_specials(self, pieces: Sequence[tuple[str, bool]], whole: str) -> bool:
        """Whether any special token would be seen in typed text, or half of it in there."""
        typed, position = [], 0
        for text, is_typed in pieces:
            if is_typed:
                typed.append((position, position + len(text)))
            position += len(text)
        if not typed:
            return False
        spans = iter(typed)
        start, end = next(spans)
        for match in self._pattern.finditer(whole):
            while end <= match.start():
                following = next(spans, None)
                if following is None:
                    return False
                start, end = following
            if match.end() > start:
                return True
        return False

    def _private(self, match: re.Match[str]) -> str:
        return f"{_MARK}{self._ids[match.group()]}{_MARK}"

    def _private_tokenizer(self) -> Any:
        """The tokenizer with private names for its special tokens, which a typed text can't hold."""
        if self._renamed is None:
            from tokenizers import Tokenizer

            state = json.loads(self._tokenizer.backend_tokenizer.to_str())
            names = {text: f"{_MARK}{number}{_MARK}" for text, number in self._ids.items()}
            for token in state["added_tokens"]:
                token["content"] = names.get(token["content"], token["content"])
            model = state["model"]
            vocabulary = model["vocab"]
            if isinstance(vocabulary, dict):
                model["vocab"] = {names.get(text, text): number for text, number in vocabulary.items()}
            else:
                model["vocab"] = [[names.get(text, text), score] for text, score in vocabulary]
            if model.get("unk_token") in names:
                model["unk_token"] = names[model["unk_token"]]
            state["truncation"] = state["padding"] = None
            self._renamed = Tokenizer.from_str(json.dumps(state))
        return self._renamed

    def _split_apart(self, pieces: Sequence[tuple[str, bool]]) -> list[int]:
        """Piece by piece, for tokenizers without a fast form."""
        ids: list[int] = []
        for text, typed in _joined(pieces):
            made = self._tokenizer(text, add_special_tokens=False, split_special_tokens=typed)
            ids += made["input_ids"]
        return ids


def _any_of(texts: Iterable[str]) -> re.Pattern[str]:
    """Matches any of these texts, the longest first; nothing when there are none."""
    found = sorted(set(texts), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, found)) if found else r"(?!)")


def _characters(text: str) -> str:
    """A text as it is, with question marks for what is no character (half of a pair, a byte of another encoding)."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _joined(pieces: Sequence[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Neighbours of one kind as one."""
    joined: list[tuple[str, bool]] = []
    for text, typed in pieces:
        if joined and joined[-1][1] == typed:
            joined[-1] = (joined[-1][0] + text, typed)
        else:
            joined.append((text, typed))
    return joined
