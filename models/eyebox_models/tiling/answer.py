"""Questions about a picture that a model would see many times smaller, asked of its parts.

The picture as a whole is asked about first, then each part, as a batch where the model can. What is found is put where it
lies on the whole picture and joined across the seams; what is said of a part stands with where that is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from threading import Event
from time import perf_counter
from typing import Any

from eyebox_models.protocol.ask import Ask, Message, Picture
from eyebox_models.protocol.errors import EyeboxError, Sentence, Stopped
from eyebox_models.protocol.events import Answer, Answered, BoxFound, Note, PartLooked, Progress, TextDelta
from eyebox_models.protocol.family import Emit, LoadedModel
from eyebox_models.tiling.grid import PARTS, WHOLE_BELOW, Grid, Part, grid, shrunk_by
from eyebox_models.tiling.seams import Seen, joined
from eyebox_models.tiling.words import words_of
from eyebox_models.vision.detail import asks_for_boxes
from eyebox_models.vision.one_by_one import answer_each
from eyebox_models.vision.pictures import decoded_once, facts

OFFERED_FROM = 4.0
"""Times that a picture is shown smaller, by its sides, from which parts are offered."""
SHOWN_PIXELS = 1_200_000
"""A part is shown at, where the model does not take less: some 1,500 visual tokens of 28 x 28 pixels."""
NONE = "None."
"""What a model is to say where a part has nothing of what is asked."""
_NOTHING = re.compile(
    r"\W*(none|nothing|no|n/?a|不?没有|无|nichts|keine[rs]?|なし|ありません)\W*", re.IGNORECASE
)


def answer(model: LoadedModel, ask: Ask, emit: Emit, stop: Event) -> Answer:
    """Answers a chat's last turn: in parts where that was chosen, else as a whole, with the offer where parts would help."""
    if ask.options.parts:
        return answer_in_parts(model, ask, emit, stop)
    made = model.answer(ask, emit, stop)
    seen = made.seen[-1] if made.seen else None
    if seen is None or not hasattr(model, "shown_at") or not asks_for_boxes(ask):
        return made
    if shrunk_by(seen.width, seen.height, seen.resized) < OFFERED_FROM:
        return made
    return replace(made, suggest_parts=PARTS)


def answer_in_parts(model: LoadedModel, ask: Ask, emit: Emit, stop: Event) -> Answer:
    """Answers about the last picture of a chat, in at most `options.parts` parts; as a whole where that is seen well.

    `model` may have a method `shown_at(width, height, options)`: the size that it is shown a picture at. Emits
    Progress("parts", fraction), a PartLooked and BoxFound for each part as it comes. Raises EyeboxError, or Stopped.
    """
    cut = _grid_of(model, ask)
    if cut is None:
        return model.answer(ask, emit, stop)
    begun = perf_counter()
    work = _Work(ask, cut, emit)
    with decoded_once():
        answer_each(model, work.asks, work.take, stop)
    if stop.is_set() and not work.answers:
        raise Stopped
    return work.whole(perf_counter() - begun, stopped=stop.is_set())


def _grid_of(model: LoadedModel, ask: Ask) -> Grid | None:
    """How the last picture is cut; None where it is seen well as a whole, or nothing is known of how it is shown."""
    shown_at = getattr(model, "shown_at", None)
    if shown_at is None or not ask.shown:
        return None
    picture = ask.shown[-1]
    known = facts(picture.path, picture.turns, picture.part)
    shown = shown_at(known.width, known.height, ask.options)
    if shrunk_by(known.width, known.height, shown) < WHOLE_BELOW:
        return None
    cut = grid(known.width, known.height, min(shown[0] * shown[1], SHOWN_PIXELS), ask.options.parts)
    return cut if len(cut.parts) > 1 else None


class _Work:
    """The questions about the whole picture (the first) and its parts, and what came of them."""

    def __init__(self, ask: Ask, cut: Grid, emit: Emit) -> None:
        self._ask = ask
        self._cut = cut
        self._emit = emit
        self._boxes = asks_for_boxes(ask)
        self._picture = ask.shown[-1]
        self._image = len(ask.shown) - 1
        self._found: list[Seen] = []
        self._shown = 0
        self._failed: list[Answered] = []
        self.answers: dict[int, Answer] = {}
        self.asks = [self._about(None), *map(self._about, cut.parts)]
        emit(PartLooked(ask.turn, self._image, -1, cut.parts))

    def take(self, event: Any) -> None:
        """An event of the questions."""
        if isinstance(event, Answered):
            self._on_answered(event)
        elif isinstance(event, Progress) and event.stage == "answering":
            self._emit(Progress("parts", event.fraction))
        elif not isinstance(event, TextDelta | BoxFound | Note):
            self._emit(event)

    def whole(self, seconds: float, *, stopped: bool) -> Answer:
        """The answer out of those of the parts. Raises EyeboxError where there is none."""
        if not self.answers:
            failed = self._failed[0] if self._failed else None
            raise EyeboxError.of(failed.message if failed else "", failed.detail if failed else "")
        first = self.answers.get(0) or next(iter(self.answers.values()))
        text, boxes = self._said()
        self._emit(TextDelta(self._ask.turn, text))
        looked = sum(index > 0 for index in self.answers)
        notes = (
            *dict.fromkeys(note for answer in self.answers.values() for note in answer.notes),
            *self._notes(looked),
        )
        every = self.answers.values()
        return replace(
            first,
            turn=self._ask.turn,
            text=text,
            raw=text,
            boxes=boxes,
            token_ids=(),
            tokens_in=sum(one.tokens_in for one in every),
            tokens_out=sum(one.tokens_out for one in every),
            tokens_reused=sum(one.tokens_reused for one in every),
            forwards=sum(one.forwards for one in every),
            seconds_to_first_token=seconds,
            first_word=None,
            tokens_per_second=0.0,
            peak_bytes=max(one.peak_bytes for one in every),
            seen=tuple(
                replace(seen, image=self._image, width=self._cut.width, height=self._cut.height)
                for seen in first.seen[-1:]
            ),
            pictures_known=sum(one.pictures_known for one in every),
            plain=True,
            notes=notes,
            cut=any(one.cut for one in every),
            boxes_cut=sum(one.boxes_cut for one in every),
        )

    def _about(self, part: Part | None) -> Ask:
        """The question about a part: only what the system says and the last turn, about that picture alone."""
        past = [message for message in self._ask.messages if message.role == "system"]
        question = self._ask.question
        options = replace(self._ask.options, parts=0)
        picture = self._picture
        if part is not None:
            dx, dy = picture.part[:2] if picture.part else (0, 0)
            picture = Picture(
                picture.path, picture.turns, (part[0] + dx, part[1] + dy, part[2] + dx, part[3] + dy)
            )
            options = replace(options, max_pixels=min(SHOWN_PIXELS, options.max_pixels or SHOWN_PIXELS))
            if not self._boxes:
                question = f"{question}\n(This is a part of a larger picture. Answer “{NONE}” if nothing of that is in it.)"
        return replace(
            self._ask, messages=(*past, Message("user", (picture, question))), options=options, turn=0
        )

    def _on_answered(self, answered: Answered) -> None:
        part = self._cut.parts[answered.index - 1] if answered.index else None
        if answered.answer is None:
            self._failed.append(answered)
        else:
            self.answers[answered.index] = answered.answer
            dx, dy = part[:2] if part else (0, 0)
            self._found += [Seen(found.box.moved(dx, dy), part) for found in answered.answer.boxes]
        if part is not None:
            self._emit(PartLooked(self._ask.turn, self._image, answered.index - 1))
        things = joined(self._found, self._cut)
        for one in things[self._shown :]:
            self._emit(BoxFound(self._ask.turn, self._image, one.box))
        self._shown = max(self._shown, len(things))

    def _said(self) -> tuple[str, tuple[BoxFound, ...]]:
        """The text, and its boxes with their phrases."""
        words, turn = words_of(self._ask.options.language), self._ask.turn
        things = joined(self._found, self._cut)
        if self._boxes or things:
            if not things:
                return words.nothing, ()
            text, boxes = words.found, []
            for number, one in enumerate(things):
                text += words.between if number else ""
                label = " ".join(one.box.label.split()) or str(number + 1)
                boxes.append(BoxFound(turn, self._image, one.box, len(text), len(text) + len(label)))
                text += label
            return text, tuple(boxes)
        said = []
        for index, answer in sorted(self.answers.items()):
            if not answer.text.strip() or _NOTHING.fullmatch(answer.text.strip()):
                continue
            if index:
                x1, y1, x2, y2 = self._cut.parts[index - 1]
                place = words.where((x1 + x2) / 2 / self._cut.width, (y1 + y2) / 2 / self._cut.height)
                said.append(f"{index} ({place}): {answer.text.strip()}")
            else:
                said.append(answer.text.strip())
        return "\n\n".join(said) or words.nothing, ()

    def _notes(self, looked: int) -> Sequence[Sentence]:
        count = len(self._cut.parts)
        shrink = self._cut.shrink
        if shrink < 1.05:
            notes = [
                Sentence(
                    "looked-in-full-parts",
                    "The picture was looked at as a whole, and in {count:,} overlapping parts at their full size.",
                    count=looked,
                )
            ]
        else:
            notes = [
                Sentence(
                    "looked-in-parts",
                    "The picture was looked at as a whole, and in {count:,} overlapping parts, shown {shrink} times smaller.",
                    count=looked,
                    shrink=f"{shrink:.1f}",
                )
            ]
        if looked < count and not self._failed:
            notes.append(
                Sentence(
                    "parts-stopped", "It was stopped: {left:,} parts were not looked at.", left=count - looked
                )
            )
        if self._failed:
            notes.append(
                Sentence(
                    "parts-failed",
                    "{count:,} of them could not be looked at: {reason}",
                    count=len(self._failed),
                    reason=self._failed[0].message,
                )
            )
        return notes
