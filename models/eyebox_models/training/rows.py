"""Conversations as a model is trained on them: the ids that it is asked with, and which of them are its answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from eyebox_models.protocol.ask import Ask, Message, Options
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import BoxFound, ImageInfo
from eyebox_models.protocol.teaching import Lesson
from eyebox_models.training.answers import worded, written
from eyebox_models.vision.family import VisionFamily
from eyebox_models.vision.parts import LoadedCheckpoint, context_length
from eyebox_models.vision.prompt import Prompt
from eyebox_models.vision.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of a conversation that ends with an answer.

    `prompt` holds all ids, those of answers and what ends them included; `learned` are the positions of these. `ask` is
    the question before the last answer, `answer` that answer's text.
    """

    lesson: int
    name: str
    prompt: Prompt
    learned: tuple[int, ...]
    ask: Ask
    answer: str
    rejected: Row | None = None
    """The same question with the answer that is not wanted, where pairs are learned from; then only these two are learned."""

    @property
    def seen(self) -> tuple[ImageInfo, ...]:
        """Its pictures as the model is shown them."""
        return tuple(span.shown.seen for span in self.prompt.spans)


class Encoder:
    """Makes rows by the family's own prompts, so that what is learned begins with exactly what will be asked."""

    def __init__(self, family: VisionFamily, parts: LoadedCheckpoint, max_pixels: int | None) -> None:
        self._family = family
        self._parts = parts
        self._options = Options(max_pixels=max_pixels)
        self._tokens = Tokens.of(parts)
        self._end = self._end_of_answer()
        self._context = context_length(parts)

    def rows(self, number: int, lesson: Lesson) -> Iterator[Row]:
        """One row where each question's prompt goes on with the answer before it; else a row an answer.

        Raises EyeboxError with why the conversation can't be learned from.
        """
        lesson = worded(lesson, self._family.info.question)
        asked = Ask(lesson.messages, options=self._options)
        seen = [one.seen for one in self._family.shown(self._parts.checkpoint, asked)]
        messages = written(lesson, self._family.info.notation, seen)
        if not any(message.role == "assistant" and message.text.strip() for message in messages):
            raise EyeboxError("lesson-no-answer", "it holds no answer")
        made: list[Row] = []
        history: list[Message] = []
        for message in messages:
            if message.role != "assistant":
                history.append(message)
                continue
            text = message.text
            ids = self._ids(text)
            ask = Ask(tuple(history), options=self._options)
            prompt = self._family.prompt(self._parts, ask)
            start = len(prompt.ids)
            learned = tuple(range(start, start + len(ids)))
            if made and prompt.ids[: len(made[-1].prompt.ids)] == made[-1].prompt.ids:
                learned = made.pop().learned + learned
            whole = Prompt(prompt.ids + ids, prompt.spans)
            made.append(Row(number, lesson.name, whole, learned, ask, text))
            history.append(replace(message, parts=(text,), token_ids=ids[:-1]))
        for row in made:
            if self._context is not None and len(row.prompt.ids) > self._context:
                raise EyeboxError(
                    "lesson-too-long",
                    "it is {tokens:,} tokens long, and the model's context is {context:,}",
                    tokens=len(row.prompt.ids),
                    context=self._context,
                )
        yield from made

    def pair(self, number: int, lesson: Lesson) -> Row:
        """The last question with its answer and the rejected one. Raises EyeboxError with why it can't be learned from."""
        if not lesson.rejected.strip():
            raise EyeboxError("lesson-no-rejected", "it has no rejected answer")
        *before, last = lesson.messages
        if last.role != "assistant":
            raise EyeboxError("lesson-no-answer", "it holds no answer")
        other = _with_the_other(lesson, before)
        chosen, rejected = (_last_alone([*self.rows(number, one)][-1]) for one in (lesson, other))
        if chosen.prompt.ids == rejected.prompt.ids:
            raise EyeboxError("lesson-pair-alike", "its two answers are the same")
        return replace(chosen, rejected=rejected)

    def _ids(self, text: str) -> tuple[int, ...]:
        """The ids of an answer, in which its special tokens are its own, and what ends it."""
        cut = self._tokens.cut_placeholders(text)
        pieces = [(part, place % 2 == 1) for place, part in enumerate(cut)]
        return (*self._tokens.split(pieces, first=False), self._end)

    def _end_of_answer(self) -> int:
        """The id that the family's prompts have behind an earlier answer, else the first that ends one."""
        stops = self._family.stop_ids(self._parts)
        if not stops:
            raise EyeboxError(
                "teach-no-end", "This model has no token that ends an answer, so it can't be taught."
            )
        before = (Message("user", ("a",)),)
        start = len(self._family.prompt(self._parts, Ask(before)).ids)
        after = (*before, Message("assistant", ("b",)), Message("user", ("c",)))
        ids = self._family.prompt(self._parts, Ask(after)).ids[start:]
        return next((number for number in ids if number in stops), stops[0])


def _with_the_other(lesson: Lesson, before: Sequence[Message]) -> Lesson:
    """A lesson that ends with its rejected answer behind the messages before, and with its names and boxes in that."""
    cut: list[slice] = []
    for mark in ("<ref-object>", "<bbox>"):
        earlier = sum(message.text.count(mark) for message in before)
        cut.append(slice(earlier, earlier + lesson.messages[-1].text.count(mark)))
    refs, boxes, of_image = [*lesson.refs], [*lesson.boxes], [*lesson.of_image]
    del refs[cut[0]], boxes[cut[1]], of_image[cut[1]]
    return replace(
        lesson, messages=(*before, Message("assistant", (lesson.rejected,))),
        refs=tuple(refs), boxes=tuple(boxes), of_image=tuple(of_image),
    )  # fmt: skip


def _last_alone(row: Row) -> Row:
    """A row of which only the last answer is learned."""
    start = row.learned[-1]
    while start - 1 in row.learned:
        start -= 1
    return replace(row, learned=tuple(range(start, row.learned[-1] + 1)))


def length(rows: Sequence[Row]) -> int:
    """The most ids that one of them has."""
    return max((len(row.prompt.ids) for row in rows), default=0)


def boxes_of(text: str, row: Row, family: VisionFamily) -> list[BoxFound]:
    """The boxes that an answer to a row's question says."""
    reader = family.reader(0, row.seen)
    reader.feed(text)
    reader.finish()
    return reader.boxes
