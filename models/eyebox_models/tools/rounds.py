"""An answer on whose way the model may use the built-in tools: it calls, is told what came of it, and goes on.

Pictures that it is shown so are not among those of the chat: boxes, and regions of further calls, lie on the chat's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from threading import Event
from time import perf_counter
from typing import Any

from eyebox_models.boxes.notation import Notation
from eyebox_models.families.registry import named_family
from eyebox_models.protocol.ask import Ask, Message, Picture
from eyebox_models.protocol.errors import EyeboxError, Sentence, Stopped
from eyebox_models.protocol.events import Answer, BoxFound, ImageInfo, Note, Progress, TextDelta
from eyebox_models.protocol.family import Emit, LoadedModel
from eyebox_models.protocol.tool_use import Round, ToolUse, ToolUsed
from eyebox_models.tools.built_in import PLAIN, Shown, cut_out, done, offered, placed, shown
from eyebox_models.tools.calls import Call, CallText, before_calls, calls_in

MOST_CALLS = 4
"""Of one round that are done."""
BETWEEN = "\n\n"
"""Stands between what is shown of two rounds."""


def answer_with_tools(model: LoadedModel, ask: Ask, emit: Emit, stop: Event) -> Answer:
    """The answer to a question that may use tools, in at most `tool_rounds` rounds of calls and one more without.

    A model whose chat template has no place for tools answers without, and says so. Raises EyeboxError.
    """
    if rule := getattr(model, "rule", None):  # a server's, as its check found it
        notation = Notation(rule)
    else:
        info = getattr(getattr(model, "family", None), "info", None) or named_family(ask.model)
        notation = (info.notation if info is not None else None) or PLAIN
    answering = _Answering(model, ask, notation, emit, stop)
    try:
        return answering.whole()
    except EyeboxError as error:
        note = _without_tools(error)
        if not note:
            raise
        emit(Note(ask.turn, note))
        answer = model.answer(replace(ask, messages=tuple(map(_without_rounds, ask.messages))), emit, stop)
        return replace(answer, notes=(note, *answer.notes))


def _without_tools(error: EyeboxError) -> str:
    """Why the question is asked again without tools; "" where that would not help."""
    if error.code == "tools-refused":
        return Sentence(
            "no-tools-there", "{why} The model answers from what it sees at once.", why=error.sentence
        )
    if error.code == "tools-not-known":
        return Sentence(
            "no-tools-here", "This model knows no tools, so it answers from what it sees at once."
        )
    return ""


class _Answering:
    """One answer on its way through its rounds."""

    def __init__(self, model: LoadedModel, ask: Ask, notation: Notation, emit: Emit, stop: Event) -> None:
        self._model = model
        self._ask = ask
        self._notation = notation
        self._emit = emit
        self._stop = stop
        self._text = ""
        self._boxes: list[BoxFound] = []
        self._uses: list[ToolUse] = []
        self._rounds: list[Round] = []
        self._answers: list[Answer] = []
        self._pictures: list[Shown] = []
        self._seen: tuple[ImageInfo, ...] = ()
        self._offset = 0
        """Letters that were shown before the round under way."""

    def whole(self) -> Answer:
        most = self._ask.options.tool_rounds
        while True:
            answer, raw = self._one()
            calls = calls_in(raw)
            if not calls or self._stop.is_set() or len(self._rounds) > most:
                return self._finished(answer, raw, unheard=bool(calls) and not self._stop.is_set())
            over = len(self._rounds) == most
            uses = [self._use(call, over=over or at >= MOST_CALLS) for at, call in enumerate(calls)]
            self._rounds.append(Round(raw, answer.token_ids, tuple(uses)))
            if self._stop.is_set():
                return self._finished(answer, "", unheard=False)

    def _one(self) -> tuple[Answer, str]:
        """What the model writes next, and that as it was decoded."""
        own = Message("assistant", (), rounds=tuple(self._rounds))
        first, *others = _told((*self._ask.messages, own), self._ask.shown)
        messages = (replace(first, tools=offered(self._notation)), *others)
        asked = replace(
            self._ask, messages=messages, options=replace(self._ask.options, system=None, look_again=False)
        )
        numbers = {at: number for number, at in enumerate(asked.own_pictures)}
        before = CallText()
        self._offset = len(self._text)

        def take(event: Any) -> None:
            if isinstance(event, TextDelta):
                self._show(before.feed(event.text))
            elif isinstance(event, BoxFound):
                if not before.begun:
                    self._find(event, numbers)
            else:
                self._emit(event)

        answer = self._model.answer(asked, take, self._stop)
        raw = answer.raw or answer.text
        visible = before_calls(answer.text)
        begun = len(self._text) - self._offset
        if self._offset and begun:
            begun -= len(BETWEEN)
        self._show(visible.lstrip()[begun:] if self._offset else visible[begun:])
        self._answers.append(answer)
        if not self._pictures:
            seen = [replace(one, image=numbers[one.image]) for one in answer.seen if one.image in numbers]
            sizes = {one.image: one.resized for one in seen}
            self._seen = tuple(seen)
            self._pictures = [shown(one, sizes.get(at)) for at, one in enumerate(self._ask.shown)]
        return answer, raw

    def _show(self, piece: str) -> None:
        if len(self._text) == self._offset and self._offset:
            piece = piece.lstrip()
            if piece:
                piece = BETWEEN + piece
        if piece:
            self._text += piece
            self._emit(TextDelta(self._ask.turn, piece))

    def _find(self, found: BoxFound, numbers: dict[int, int]) -> None:
        if found.image not in numbers:
            return
        moved = self._offset + len(BETWEEN) if self._offset else 0
        placed_here = replace(
            found, image=numbers[found.image], start=found.start + moved, end=found.end + moved
        )
        self._boxes.append(placed_here)
        self._emit(placed_here)

    def _use(self, call: Call, *, over: bool) -> ToolUse:
        """Does a call, or says that no more are done."""
        begun = perf_counter()
        use = replace(placed(call, self._pictures, self._notation), at=len(self._text))
        index = len(self._uses)
        if not use.failed:
            self._emit(ToolUsed(self._ask.turn, index, use))
        if over and not use.failed:
            limit = Sentence(
                "tool-limit",
                "The limit of calls is reached, so this one was not done: answer from what you have seen.",
            )
            use = replace(use, result=limit, failed=True)
        elif not use.failed and not self._stop.is_set():
            self._emit(Progress("looking" if use.looks else "reading"))
            try:
                use = done(use, self._pictures[use.image], self._stop)
            except Stopped:
                use = replace(use, failed=True)
        use = replace(use, seconds=round(perf_counter() - begun, 3))
        self._uses.append(use)
        self._emit(ToolUsed(self._ask.turn, index, use))
        return use

    def _finished(self, answer: Answer, raw: str, *, unheard: bool) -> Answer:
        first = self._answers[0]
        notes = tuple(dict.fromkeys(note for one in self._answers for note in one.notes))
        if unheard:
            note = Sentence(
                "tool-rounds-over",
                "The model wanted to look again after {count} rounds, which is the limit.",
                count=self._ask.options.tool_rounds,
            )
            self._emit(Note(self._ask.turn, note))
            notes = (*notes, note)
        return replace(
            answer,
            text=self._text,
            raw=before_calls(raw) if unheard else raw,
            token_ids=() if unheard or not raw else answer.token_ids,
            boxes=tuple(self._boxes),
            tokens_out=sum(one.tokens_out for one in self._answers),
            forwards=sum(one.forwards for one in self._answers),
            seconds_to_first_token=first.seconds_to_first_token,
            first_word=first.first_word,
            peak_bytes=max(one.peak_bytes for one in self._answers),
            pictures_known=first.pictures_known,
            seen=self._seen,
            notes=notes,
            rounds=tuple(self._rounds),
        )


def _told(messages: Sequence[Message], pictures: Sequence[Picture]) -> list[Message]:
    """A chat with what its answers did with tools written out: calls, results, regions as pictures."""
    told: list[Message] = []
    for message in messages:
        for one in message.rounds:
            told.append(Message("assistant", (one.raw,), one.token_ids))
            for use in one.uses:
                region = (
                    (cut_out(use, pictures[use.image]),) if use.looks and use.image < len(pictures) else ()
                )
                told.append(Message("tool", (*region, str(use.result))))
        if message.parts:
            told.append(_without_rounds(message))
    return told


def _without_rounds(message: Message) -> Message:
    return replace(message, rounds=()) if message.rounds else message
