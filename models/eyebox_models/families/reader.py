"""The built-in reader as a chat partner: it answers from the text of pictures, and says what it cannot do."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from threading import Event as StopEvent

from eyebox_models.checkpoint import FamilyInfo
from eyebox_models.files.document_page import name_of
from eyebox_models.ocr.layout import in_order_of
from eyebox_models.ocr.once import PAGES, PageKeeper
from eyebox_models.protocol.ask import Ask, Options, Picture
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import Stopped
from eyebox_models.protocol.events import Answer, BoxFound, FirstWord, ImageInfo, Progress, TextDelta
from eyebox_models.protocol.family import Emit
from eyebox_models.protocol.page import Line
from eyebox_models.text.part import page_inside
from eyebox_models.text.replies import Part, Phrase, Reply, Sheet, reply
from eyebox_models.text.requests import understand

_WORD = re.compile(r"\S{1,16}[^\S\n]*\n*|\s+")
_LINE = re.compile(r".{0,400}\n*", re.DOTALL)
_LONG = 2000
"""A text of more characters than this is streamed by lines, a shorter one by words."""


INFO = FamilyInfo(
    "reader", "Reader", "eyebox_models.families.reader:Reader", recognises=lambda model: model == "reader"
)


class Reader:
    """The family of the one model that comes with Eyebox."""

    name = "reader"

    def load(self, model: str, options: Options, emit: Emit, stop: StopEvent) -> ReaderModel:
        return ReaderModel(PAGES)


class ReaderModel:
    """Answers from pages that are read when they are first asked about."""

    def __init__(self, pages: PageKeeper) -> None:
        self._pages = pages

    def answer(self, ask: Ask, emit: Emit, stop: StopEvent) -> Answer:
        """Answers the last turn about the pictures of the latest turn that has any."""
        stream = _Stream(ask.turn, emit, stop, ask.options.max_new_tokens)
        try:
            sheets = self._sheets(ask, emit, stop)
        except Stopped:
            return stream.answer(Reply(()), ())
        written = reply(understand(ask.question, ask.options.language), sheets)
        for part in written.parts:
            stream.say(part)
        return stream.answer(written, [_seen(sheet) for sheet in sheets])

    def close(self) -> None:
        """Nothing is held that another question would not need."""

    def _sheets(self, ask: Ask, emit: Emit, stop: StopEvent) -> list[Sheet]:
        pictures = _latest_pictures(ask)

        def ignore(_lines: Sequence[Line]) -> None: ...

        def progress(fraction: float | None) -> None:
            emit(Progress("reading", None if fraction is None else (len(sheets) + fraction) / len(pictures)))

        sheets: list[Sheet] = []
        for image, picture in pictures:
            if stop.is_set():
                raise Stopped
            page = picture.page
            if page is None:
                page = self._pages.read(
                    picture.path, ignore, progress, stop, turns=picture.turns, scripts=ask.options.scripts
                )
                page = in_order_of(page, ask.options.reading_order)
            if picture.part is not None:
                page = page_inside(page, picture.part)
            sheets.append(Sheet(image, name_of(picture.path), page))
        return sheets


class _Stream:
    """Sends an answer piece by piece, until it is stopped, and keeps what was sent."""

    def __init__(self, turn: int, emit: Emit, stop: StopEvent, longest: int | None) -> None:
        """`longest`: so many words are sent at most, which are the tokens of the reader."""
        self._turn = turn
        self._left = longest
        self._cut = False
        self._emit = emit
        self._stop = stop
        self._started = time.monotonic()
        self._first: float | None = None
        self._pieces: list[str] = []
        self._length = 0
        self._boxes: list[BoxFound] = []

    def say(self, part: Part) -> None:
        pieces = [part.text] if isinstance(part, Phrase) else _pieces(part)
        for piece in pieces:
            if self._stop.is_set() or self._cut:
                return
            if self._left is not None:
                words = _WORD.findall(piece)
                self._cut = len(words) > self._left
                piece = "".join(words[: self._left])
                self._left -= len(words)
                if not piece:
                    return
            start = self._length
            self._pieces.append(piece)
            self._length += len(piece)
            if self._first is None:
                self._first = time.monotonic() - self._started
            self._emit(TextDelta(self._turn, piece))
            if isinstance(part, Phrase) and not self._cut:
                self._show(part, start)

    def answer(self, written: Reply, seen: Sequence[ImageInfo]) -> Answer:
        text = "".join(self._pieces)
        return Answer(
            self._turn,
            text,
            raw=text,
            boxes=tuple(self._boxes),
            seconds_to_first_token=self._first or 0.0,
            first_word=FirstWord(see=self._first or 0.0),
            precision="fp32",
            device="cpu",
            seen=tuple(seen),
            plain=not written.markdown,
            cut=self._cut,
            suggest_model=written.suggest_model,
        )

    def _show(self, phrase: Phrase, start: int) -> None:
        for place in phrase.places:
            box = Box(place.label, *place.box, score=place.score, source="text")
            found = BoxFound(self._turn, place.image, box, start, start + len(phrase.text))
            self._boxes.append(found)
            self._emit(found)


def _pieces(text: str) -> Iterator[str]:
    pattern = _LINE if len(text) > _LONG else _WORD
    return (match.group() for match in pattern.finditer(text) if match.group())


def _latest_pictures(ask: Ask) -> list[tuple[int, Picture]]:
    """The pictures of the latest turn that has any, with their numbers among all of the chat."""
    image = 0
    latest: list[tuple[int, Picture]] = []
    for message in ask.messages:
        pictures = [part for part in message.parts if isinstance(part, Picture)]
        if pictures:
            latest = list(enumerate(pictures, image))
        image += len(pictures)
    return latest


def _seen(sheet: Sheet) -> ImageInfo:
    size = (sheet.page.width, sheet.page.height)
    return ImageInfo(sheet.image, *size, resized=size)
