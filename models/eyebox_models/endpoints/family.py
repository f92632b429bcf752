"""Answers of servers: the same questions, pictures as large as the model's own family shows them, boxes where they belong."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from io import BytesIO
from math import isfinite, sqrt
from threading import Event
from time import perf_counter
from typing import Any, cast

from eyebox_models.boxes.answer_reader import AnswerReader, reader_for
from eyebox_models.boxes.pictures import THOUSANDTHS, CoordinateRule, Unit
from eyebox_models.checkpoint.family_info import FamilyInfo
from eyebox_models.endpoints.known import PREFIX, Endpoint, endpoint, endpoints_of, key_of, pictures_stay
from eyebox_models.endpoints.messages import Turns, messages_of, refuses_tools, tools_refused
from eyebox_models.endpoints.spread import answer_each
from eyebox_models.endpoints.talk import Talk
from eyebox_models.files.http_errors import Dropped
from eyebox_models.protocol.ask import READER, Ask, Options, Picture
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.cards import ServerModels
from eyebox_models.protocol.errors import EyeboxError, Sentence, SentenceError, Stopped
from eyebox_models.protocol.events import Answer, BoxFound, ImageInfo, Note, Pace, Progress, TextDelta
from eyebox_models.protocol.family import Emit
from eyebox_models.protocol.requests import AskForModels
from eyebox_models.vision.pictures import facts, upright

TOKENS = 1280
"""Visual tokens of a picture where nothing is said, as engines of our own take."""
LARGEST = 32_000_000
"""Pixels of a picture that a reader on another machine is sent as it is: small print is read at its own size."""
PACE = 1.0
INFO = FamilyInfo(
    "endpoint",
    "Server",
    "eyebox_models.endpoints.family:Servers",
    recognises=lambda model: model.startswith(PREFIX),
)


class Servers:
    """The family of servers that the user added."""

    name = "endpoint"

    def load(self, model: str, options: Options, emit: Emit, stop: Event) -> Server | Several:
        """Raises EyeboxError where there is none of that name."""
        servers = [Server(one, key_of(one.name)) for one in endpoints_of(model)]
        return servers[0] if len(servers) == 1 else Several(servers)


class Several:
    """Servers that have the same model: many questions are spread over them, a single one is answered by the first."""

    def __init__(self, servers: Sequence[Server]) -> None:
        self._servers = servers

    def answer(self, ask: Ask, emit: Emit, stop: Event) -> Answer:
        """See `Server.answer`."""
        return self._servers[0].answer(ask, emit, stop)

    def answer_each(self, asks: Sequence[Ask], emit: Emit, stop: Event) -> None:
        """See `spread.answer_each`."""
        answer_each(self._servers, asks, emit, stop)

    @property
    def rule(self) -> CoordinateRule:
        """See `Server.rule`."""
        return self._servers[0].rule

    def close(self) -> None:
        """There is nothing to free."""


class Server:
    """A server that answers. What else is known of it, and its key, may be given by whoever has no file of servers."""

    def __init__(self, known: Endpoint, key: str) -> None:
        self._set(known, key)
        self.at_once = known.at_once
        """So many questions are under way there, fewer where that was too much for it."""
        self.gone_until: float | None = None
        """When one that is gone is tried again, in seconds of `monotonic`; None where it is there."""

    def _set(self, known: Endpoint, key: str) -> None:
        self.known = known
        self._talk = Talk(known, key)
        self.family = _family_of(known)
        """What `grounding` asks it by."""

    def refresh(self) -> None:
        """Takes over what the user has changed of it. Raises EyeboxError where it was removed."""
        known = endpoint(self.known.name)
        if known != self.known:
            self.at_once = known.at_once
        self._set(known, key_of(known.name))

    def answer(self, ask: Ask, emit: Emit, stop: Event) -> Answer:
        """Answers the last turn. What came of one that breaks off is kept, with a note. See `family.LoadedModel`."""
        self.refresh()
        return self.answer_as_known(ask, emit, stop)

    def answer_each(self, asks: Sequence[Ask], emit: Emit, stop: Event) -> None:
        """See `spread.answer_each`."""
        answer_each([self], asks, emit, stop)

    def answer_as_known(self, ask: Ask, emit: Emit, stop: Event, *, whole: bool = False) -> Answer:
        """Answers without looking whether something has changed. `whole`: one that breaks off is an error."""
        if ask.shown and not self.known.pictures:
            raise pictures_stay(self.known)
        begun = perf_counter()
        emit(Progress("looking"))
        turns, seen = self._turns(ask, stop)
        body = self._body(ask, messages_of(turns))
        own = [one for one in seen if one.image in ask.own_pictures]
        took = _Taking(ask.turn, self.reader(ask.turn, own), emit, plain=ask.options.schema is not None)
        notes: list[str] = []
        ended, used = "", (0, 0)
        emit(Progress("reading"))
        try:
            for piece in self._talk.chat(body, stop):
                if piece.boxes is not None:
                    took.take_boxes(piece.boxes, seen)
                took.take(piece.text)
                took.take(piece.calls if "tools" in body else "")
                ended, used = piece.ended or ended, piece.used or used
        except Stopped:
            pass
        except SentenceError as error:
            if "tools" in body and not took.raw and ask.messages[-1].role != "tool" and refuses_tools(error):
                raise tools_refused(error, self.known.host) from error
            if whole or not took.raw:
                raise EyeboxError.of(error.sentence, error.detail) from error
            said = Sentence("answer-broke-off", "The answer broke off: {why}", why=error.sentence)
            notes.append(said)
            emit(Note(ask.turn, said))
        took.finish()
        first = (took.first or perf_counter()) - begun
        return Answer(
            ask.turn, took.text, raw=took.raw, boxes=tuple(took.boxes), tokens_in=used[0], tokens_out=used[1] or took.pieces,
            seconds_to_first_token=first, tokens_per_second=took.rate(used[1]), seen=tuple(seen),
            plain=ask.options.schema is not None, notes=tuple(notes), cut=ended == "length",
            made_with=f"{self._talk.model}, {self.known.host}",
        )  # fmt: skip

    def close(self) -> None:
        """There is nothing to free."""

    def reader(self, turn: int, seen: Sequence[ImageInfo]) -> AnswerReader:
        """Reads its boxes: by what the check found, else as its family writes them, else in thousandths."""
        return reader_for(turn, seen, self.rule)

    @property
    def rule(self) -> CoordinateRule:
        """What its coordinates mean."""
        if self.known.unit:
            return CoordinateRule(cast(Unit, self.known.unit))
        notation = self.family.info.notation if self.family else None
        return notation.rule if notation is not None else THOUSANDTHS

    def shown_at(self, width: int, height: int, options: Options) -> tuple[int, int]:
        """The size that a picture is sent at: what its family would make of it, so that the server leaves it as it is."""
        info = self.family.info if self.family else None
        rule = info.size_rule if info else None
        if rule is not None and rule.unit == "pixels" and info is not None and info.notation is not None:
            most = options.max_pixels or rule.pixels_per_token * TOKENS
            return info.notation.resized(width, height, most)
        usual = 28 * 28 * TOKENS
        if info is not None and info.name == READER:
            usual = LARGEST
        elif rule is not None and rule.unit == "tiles":
            usual = 12 * 448 * 448
        most = options.max_pixels or usual
        scale = min(1.0, sqrt(most / (width * height)))
        return max(1, round(width * scale)), max(1, round(height * scale))

    def _turns(self, ask: Ask, stop: Event) -> tuple[Turns, list[ImageInfo]]:
        seen: list[ImageInfo] = []
        turns: list[tuple[str, list[str | bytes]]] = []
        for message in ask.messages:
            parts: list[str | bytes] = []
            for part in message.parts:
                if stop.is_set():
                    raise Stopped
                if isinstance(part, str):
                    parts.append(part)
                    continue
                info, data = self._picture(part, len(seen), ask.options)
                seen.append(info)
                parts.append(data)
            turns.append((message.role, parts or [""]))
        return turns, seen

    def _picture(self, picture: Picture, index: int, options: Options) -> tuple[ImageInfo, bytes]:
        """What is known of a picture, and a PNG of it at the size that it is shown at."""
        known = facts(picture.path, picture.turns, picture.part)
        size = self.shown_at(known.width, known.height, options)
        image = upright(picture.path, picture.turns, picture.part)
        if image.size != size:
            image = image.resize(size, resample=3)  # bicubic, as the processors do
        file = BytesIO()
        image.save(file, "PNG", compress_level=3)
        tokens = 0
        if self.family and self.family.info.size_rule.unit == "pixels":
            tokens = size[0] * size[1] // self.family.info.size_rule.pixels_per_token
        return ImageInfo(index, known.width, known.height, size, tokens), file.getvalue()

    def _body(self, ask: Ask, messages: list[dict[str, Any]]) -> dict[str, Any]:
        options = ask.options
        if options.num_beams > 1:
            raise EyeboxError("endpoint-beams", "A server is asked without beams: set beams to 1.")
        if options.adapter:
            raise EyeboxError(
                "endpoint-adapter", "A server is asked without an adapter of this machine: take it off."
            )
        body: dict[str, Any] = {"messages": messages, "temperature": options.temperature}
        given = {
            "top_p": options.top_p, "max_tokens": options.max_new_tokens, "seed": options.seed,
            "repetition_penalty": options.repetition_penalty, "stop": list(options.stop) or None,
        }  # fmt: skip
        body |= {name: value for name, value in given.items() if value is not None}
        if tools := ask.messages[0].tools:
            body["tools"] = json.loads(tools)
        if options.schema is not None:
            form = {"name": "answer", "schema": json.loads(options.schema), "strict": True}
            body["response_format"] = {"type": "json_schema", "json_schema": form}
        return body


def models_of(request: AskForModels, stop: Event) -> ServerModels:
    """What a server calls its models. Raises EyeboxError, Stopped."""
    key = key_of(request.name) if request.key is None else request.key
    try:
        return ServerModels(Talk(Endpoint(request.name, request.url), key).models(stop))
    except Dropped as dropped:
        raise EyeboxError.of(dropped.sentence, dropped.detail) from dropped


class _Known:
    """What the check of boxes looks for in a loaded model: its family."""

    def __init__(self, info: FamilyInfo) -> None:
        self.info = info


def _family_of(known: Endpoint) -> _Known | None:
    from eyebox_models.families.registry import info_named

    name = known.family or (READER if known.model == READER else "")  # as an Eyebox calls its own
    with suppress(KeyError):  # of a package that is not there any more
        return _Known(info_named(name)) if name else None
    return None


class _Taking:
    """An answer as it comes: what is shown, its boxes, and its pace."""

    def __init__(self, turn: int, reader: AnswerReader, emit: Emit, *, plain: bool) -> None:
        self.raw = ""
        self.pieces = 0
        self.boxes: list[BoxFound] = []
        self.first: float | None = None
        self._last = self._paced = 0.0
        self._turn = turn
        self._reader = reader
        self._emit = emit
        self._plain = plain
        self._apart = False

    @property
    def text(self) -> str:
        return self.raw if self._plain or self._apart else self._reader.text

    def rate(self, tokens: int) -> float:
        """Tokens a second after the first one."""
        taken = self._last - (self.first or self._last)
        return ((tokens or self.pieces) - 1) / taken if taken > 0 and self.pieces > 1 else 0.0

    def take(self, piece: str) -> None:
        if not piece:
            return
        self._last = perf_counter()
        self.first = self.first or self._last
        self._paced = self._paced or self._last
        self.pieces += 1
        self.raw += piece
        if self._plain or self._apart:
            self._emit(TextDelta(self._turn, piece))
        if not self._apart:
            self._give(self._reader.feed(piece))
        if self._last - self._paced >= PACE:
            self._paced = self._last
            self._emit(Pace(self._turn, self.pieces, self.rate(0)))

    def take_boxes(self, boxes: Sequence[Any], seen: Sequence[ImageInfo]) -> None:
        """Takes boxes that come apart from the text, in pixels of the pictures as they were sent; the text has none then."""
        self._apart = True
        for one in boxes:
            with suppress(AttributeError, ArithmeticError, IndexError, KeyError, TypeError, ValueError):
                picture = seen[one["image"]]
                across, down = picture.width / picture.resized[0], picture.height / picture.resized[1]
                corners = [
                    float(at) * scale for at, scale in zip(one["box"], (across, down) * 2, strict=True)
                ]
                if not all(map(isfinite, corners)):
                    continue
                box = Box(str(one["label"]), 0, 0, 0, 0, source="model").placed(*corners)
                box = box.inside(picture.width, picture.height)
                start, end = int(one.get("start") or 0), int(one.get("end") or 0)
                self._give([BoxFound(self._turn, picture.image, box, start, end)])

    def finish(self) -> None:
        if not self._apart:
            self._give(self._reader.finish())

    def _give(self, found: Sequence[TextDelta | BoxFound]) -> None:
        for event in found:
            if isinstance(event, BoxFound):
                box = BoxFound(event.turn, event.image, event.box) if self._plain else event
                self.boxes.append(box)
                self._emit(box)
            elif not self._plain:
                self._emit(event)
