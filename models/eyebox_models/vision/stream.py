"""From generated ids to what is shown, pushed at each token: decoding, hiding special tokens, reading boxes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from time import perf_counter
from typing import Any

from eyebox_models.boxes.answer_reader import AnswerReader
from eyebox_models.protocol.events import BoxFound, FirstWord, Pace, TextDelta
from eyebox_models.vision.stop_texts import StopTexts

Push = Callable[[TextDelta | BoxFound | Pace], None]
PACE = 1.0
"""Seconds after which an answer says again how it gets on."""

_OF_BOXES = re.compile(r"ref|box|quad|point|poly")
_REPLACEMENT = "\ufffd"


def hidden_ids(tokenizer: Any) -> frozenset[int]:
    """Ids of the special tokens that are no part of a shown answer: all but those that mark boxes."""
    added = getattr(tokenizer, "added_tokens_decoder", {})
    ids = {number for number, token in added.items() if token.special} | set(tokenizer.all_special_ids)
    return frozenset(n for n in ids if not _OF_BOXES.search(str(tokenizer.convert_ids_to_tokens(n))))


def decode(tokenizer: Any, ids: Sequence[int]) -> str:
    """The text of ids with special tokens kept."""
    text: str = tokenizer.decode(list(ids), skip_special_tokens=False, clean_up_tokenization_spaces=False)
    return text


class Decoder:
    """Turns ids into pieces of text, one by one; the bytes of a character that is not whole yet are held back."""

    def __init__(self, tokenizer: Any) -> None:
        self._tokenizer = tokenizer
        self._ids: list[int] = []
        self._given: list[str] = []
        self._backend = getattr(tokenizer, "backend_tokenizer", None)
        self._stream: Any = _decode_stream() if hasattr(self._backend, "to_str") else None
        self._context = 0
        self._read = 0

    def step(self, number: int) -> str:
        """The text that is certain after a further id."""
        self._ids.append(number)
        piece = self._step_fast(number) if self._stream is not None else self._step_slow()
        if piece:
            self._given.append(piece)
        return piece

    def finish(self) -> str:
        """What was held back, at the end."""
        given, whole = "".join(self._given), decode(self._tokenizer, self._ids)
        return whole[len(given) :] if whole.startswith(given) else ""

    def _step_fast(self, number: int) -> str:
        try:
            return self._stream.step(self._backend, number) or ""
        except Exception:  # the stream refuses some ids of byte-fallback vocabularies
            self._stream = None
            given, whole = "".join(self._given), decode(self._tokenizer, self._ids)
            self._context = self._read = len(self._ids)
            return whole[len(given) :] if whole.startswith(given) else ""

    def _step_slow(self) -> str:
        """Decodes the last few ids again, with those before them as context (some decoders trim what comes first)."""
        before = decode(self._tokenizer, self._ids[self._context : self._read])
        now = decode(self._tokenizer, self._ids[self._context :])
        if now.endswith(_REPLACEMENT):
            return ""
        self._context, self._read = self._read, len(self._ids)
        return now[len(before) :]


def _decode_stream() -> Any:
    from tokenizers.decoders import DecodeStream

    return DecodeStream(skip_special_tokens=False)


class AnswerStream:
    """A streamer for `generate`: decodes, lets the family's reader read, and pushes what is certain.

    One stream may take several calls of `generate`, each beginning with its prompt, when an answer is continued.
    `plain` shows the text as decoded, with boxes beside it (an answer in JSON that a schema asked for). The answer ends
    right before the first of the texts `stop`; ids that are not wholly before it are not among its ids.
    """

    def __init__(
        self,
        tokenizer: Any,
        reader: AnswerReader,
        push: Push,
        stop_ids: Sequence[int],
        turn: int = 0,
        plain: bool = False,
        stop: Sequence[str] = (),
    ) -> None:
        self.on_first: Callable[[], None] = lambda: None
        """Called at the first new id of a call, before anything else."""
        self.ids: list[int] = []
        self.ended = False
        self.pictures_known = 0
        """Of how many pictures the features were known."""
        self.first: float | None = None
        self.last = self.paced = 0.0
        self._reached: dict[float, float] = {}
        self._tokenizer = tokenizer
        self._reader = reader
        self._push = push
        self._stop_ids = frozenset(stop_ids)
        self._turn = turn
        self._hidden = hidden_ids(tokenizer)
        self._decoder = Decoder(tokenizer)
        self._stop = StopTexts(stop)
        self._decoded: list[str] = []
        self._size = 0
        self._passed = 0
        """Letters of it that stand before any stop text."""
        self._ends: list[int] = []
        """Letters that were decoded after each of `ids`."""
        self._tail = ""
        """What a stop text left of an id that it begins in."""
        self._plain = plain
        self._text: list[str] = []
        self._boxes: list[BoxFound] = []
        self._prompt = True
        self._fresh = True

    @property
    def text(self) -> str:
        """What is shown so far."""
        return "".join(self._text) if self._plain else self._reader.text

    @property
    def boxes(self) -> tuple[BoxFound, ...]:
        return tuple(self._boxes) if self._plain else tuple(self._reader.boxes)

    @property
    def boxes_cut(self) -> int:
        """Boxes that the end of the answer cut."""
        return int(getattr(self._reader, "cut", 0))

    @property
    def in_boxes(self) -> bool:
        """Whether the answer stands inside a list of boxes."""
        return bool(getattr(self._reader, "unfinished", False))

    @property
    def raw(self) -> str:
        """All ids but the end token, decoded, up to a stop text."""
        return decode(self._tokenizer, self.ids) + self._tail

    @property
    def stopped_by(self) -> str:
        """The stop text that ended the answer, "" for none."""
        return self._stop.found

    @property
    def tokens_per_second(self) -> float:
        """Ids a second after the first one."""
        if self.first is None or len(self.ids) < 2 or self.last <= self.first:
            return 0.0
        return (len(self.ids) - 1) / (self.last - self.first)

    def on_progress(self, stage: str, fraction: float) -> None:
        """Remembers when the prompt entered the language model, and when it was through it."""
        if stage == "reading" and self.first is None:
            now = perf_counter()
            self._reached.setdefault(0.0, now)
            if fraction == 1.0:
                self._reached[fraction] = now

    def first_word(self, asked: float, begun: float, *, pictures: bool) -> FirstWord:
        """What went into the time until the first id (or until now, without one) since `asked`; at `begun` (both by
        perf_counter) the model that made it began. `pictures`: there were some to see."""
        first = self.first or perf_counter()
        seen = self._reached.get(0.0, first) if pictures else begun
        read = self._reached.get(1.0, first)
        return FirstWord(0.0, begun - asked, seen - begun, read - seen, first - read)

    def put(self, value: Any) -> None:
        """Called by `generate` with the prompt's ids, then with each new id."""
        if self._prompt:
            self._prompt, self._fresh = False, True
            return
        self.take(value.reshape(-1).tolist())

    def end(self) -> None:
        """Called by `generate` when it is done; another call may go on."""
        self._prompt = True

    def take(self, numbers: Sequence[int]) -> None:
        """Takes new ids; those behind an end token are not looked at."""
        self.last = perf_counter()
        if self.first is None:
            self.first = self.paced = self.last
        if self._fresh:
            self._fresh = False
            self.on_first()
        for number in numbers:
            if number in self._stop_ids or self.ended:
                self.ended = True
                return
            self.ids.append(number)
            if number not in self._hidden:
                self._decode(self._decoder.step(number))
            self._ends.append(self._size)
            if self._stop.found:
                self._cut()
        if self.last - self.paced >= PACE:
            self.paced = self.last
            self._push(Pace(self._turn, len(self.ids), self.tokens_per_second))

    def finish(self) -> None:
        """Pushes what is left, once, at the end of the whole answer."""
        if not self._stop.found:
            self._decode(self._decoder.finish())
            if self._stop.found:
                self._ends[-1:] = [self._size]
                self._cut()
        self._show(self._stop.finish())
        self._give(self._reader.finish())

    def _decode(self, piece: str) -> None:
        self._decoded.append(piece)
        self._size += len(piece)
        certain = self._stop.feed(piece)
        self._passed += len(certain)
        self._show(certain)

    def _cut(self) -> None:
        """Ends the answer before the stop text that was met, and drops the ids that are not wholly before it."""
        self.ended = True
        while self.ids and self._end(-1) > self._passed:
            self._drop()
            while self.ids and self.ids[-1] not in self._hidden and self._end(-1) == self._end(-2):
                self._drop()  # the first bytes of a letter that the dropped id made whole
        self._tail = "".join(self._decoded)[self._end(-1) : self._passed]

    def _drop(self) -> None:
        self.ids.pop()
        self._ends.pop()

    def _end(self, place: int) -> int:
        return self._ends[place] if len(self._ends) >= -place else 0

    def _show(self, piece: str) -> None:
        if not piece:
            return
        if self._plain:
            self._text.append(piece)
            self._push(TextDelta(self._turn, piece))
        self._give(self._reader.feed(piece))

    def _give(self, found: Sequence[TextDelta | BoxFound]) -> None:
        for event in found:
            if not self._plain:
                self._push(event)
            elif isinstance(event, BoxFound):
                beside = BoxFound(event.turn, event.image, event.box)
                self._boxes.append(beside)
                self._push(beside)
