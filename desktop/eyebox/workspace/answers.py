"""Answers under way: engine -> transcript, ghosts and, at the end, boxes and the store."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from functools import partial
from time import monotonic
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from eyebox.jobs.job import JobHandle, Priority
from eyebox.jobs.lane import Lane
from eyebox.session.conversation import Conversation
from eyebox.session.types import ChatRecord, Turn, whole_picture
from eyebox.session.writes import AppendTurn, BeginTurn, FinishTurn
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.ask import READER, Ask
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.events import Answer, BoxFound, End, Note, Pace, PartLooked, Progress, TextDelta
from eyebox_models.protocol.requests import Answering, Load
from eyebox_models.protocol.tool_use import Round, ToolUse, ToolUsed

JOURNAL_MS = 500
SAME_PIXELS = 2.0


@dataclass(slots=True, eq=False)
class Running:
    """An answer under way. `chat` is as it was when it was asked; `pictures` are ids in the order that events number them."""

    chat: ChatRecord
    conversation: Conversation
    turn: Turn
    pictures: tuple[str, ...]
    turns: tuple[int, ...]
    """By how many quarters each was turned when it was asked about."""
    corners: tuple[tuple[int, int], ...]
    """Where the upper left corner of each lies on its whole picture."""
    text: str = ""
    boxes: list[BoxFound] = field(default_factory=list)
    parts: PartLooked | None = None
    """How a large picture is cut, where it is looked at in parts."""
    looked: set[int] = field(default_factory=set)
    """Those of them that it has been asked about."""
    notes: list[str] = field(default_factory=list)
    uses: dict[int, ToolUse] = field(default_factory=dict)
    """Of tools, by the number of the call."""
    known: tuple[str, ...] = ()
    """Notes that were known before it began, of which its engine says nothing."""
    progress: Progress | None = None
    dirty: bool = True
    job_state: tuple[str, str] = ("", "")
    job: JobHandle | None = None
    """Until it has ended."""
    asked: float = field(default_factory=monotonic)
    waited: float = 0.0
    """Seconds until it was its turn."""
    behind_load: bool = False
    """What it waited for was its own model being loaded."""

    def rounds(self) -> tuple[Round, ...]:
        """What it did with tools, where its engine can't say any more."""
        return (Round(self.text, (), tuple(self.uses.values())),) if self.uses else ()

    def picture_of(self, found: BoxFound) -> str:
        """The picture that a box is on, "" where the model named one that it was not shown."""
        return self.pictures[found.image] if found.image < len(self.pictures) else ""

    def on_whole(self, found: BoxFound) -> BoxFound:
        """A box that was found on a part of a picture where it lies on the whole one."""
        x, y = self.corners[found.image] if found.image < len(self.corners) else (0, 0)
        return replace(found, box=found.box.moved(x, y)) if x or y else found


class Answers(QObject):
    """Listens to what models and the reader answer, and keeps it. Knows no widget.

    Signals (chat, turn: ids):
        begun: chat, Turn. progress: chat, turn, Progress. text: chat, turn, str. box: chat, turn, BoxFound.
        note: chat, turn, sentence. tool: chat, turn, ToolUsed. ended: chat, Turn.
        pace: chat, turn, tokens a second, at most so many seconds to go (None: unknown).
        job_state_changed: chat, turn, "waiting", "running" or "stopping", and the title of the job that it waits for.
        ghosts_changed: id of a picture whose ghosts changed. parts_changed: of one that is looked at in parts.
        boxes_found: picture, tuple of Box, question (an answer ended with these boxes, which are saved with it).
        settled: ChatRecord as it was when it was asked, and the Answer, which says what it was made with.
    """

    begun = Signal(str, object)
    progress = Signal(str, str, object)
    job_state_changed = Signal(str, str, str, str)
    text = Signal(str, str, str)
    box = Signal(str, str, object)
    note = Signal(str, str, object)
    tool = Signal(str, str, object)
    pace = Signal(str, str, float, object)
    ended = Signal(str, object)
    ghosts_changed = Signal(str)
    parts_changed = Signal(str)
    boxes_found = Signal(str, object, str)
    settled = Signal(object, object)

    def __init__(
        self,
        queue: WriteQueue,
        lanes: Mapping[str, Lane],
        boxes_of: Callable[[str], Sequence[Box]],
        path_of: Callable[[str], str],
        inside: Callable[[str, Box], Box],
        as_turned: Callable[[str, Box, int], Box],
        parent: QObject | None = None,
    ) -> None:
        """By the id of a picture: `boxes_of` gives the boxes that it has, `path_of` its file, "" when it is gone;
        `inside` clips a box to it, `as_turned` puts one where it lies now that was found when it was turned by so many quarters.
        """
        super().__init__(parent)
        self._queue = queue
        self._lanes = lanes
        self._boxes_of = boxes_of
        self._path_of = path_of
        self._inside = inside
        self._as_turned = as_turned
        self._running: list[Running] = []
        self._timer = QTimer(self, interval=JOURNAL_MS)
        self._timer.timeout.connect(self.write_journal)
        for name in ("reader", "model", "endpoint"):
            lane = lanes[name]
            lane.changed.connect(self._show_job_states)
            lane.started.connect(self._on_started)

    def begin(
        self,
        chat: ChatRecord,
        conversation: Conversation,
        question: Turn,
        ask: Ask,
        pictures: tuple[str, ...],
        title: str,
        notes: tuple[str, ...] = (),
    ) -> None:
        """Has a question of a conversation answered; `pictures` are the ids of those that are asked about.

        `title` is what the queue calls it; `notes` are sentences that are known of the answer already.
        """
        chosen = 1 + max((turn.chosen for turn in conversation if turn.parent == question.id), default=0)
        answer = Turn(chat.id, "assistant", "", parent=question.id, chosen=chosen, model=chat.model)
        running = Running(
            chat,
            conversation,
            answer,
            tuple(map(whole_picture, pictures)),
            tuple(picture.turns for picture in ask.shown),
            tuple(picture.part[:2] if picture.part else (0, 0) for picture in ask.shown),
        )
        running.notes.extend(notes)
        running.known = notes
        self._running.append(running)
        self._queue.do(BeginTurn(answer))
        if not self._timer.isActive():
            self._timer.start()
        self.begun.emit(chat.id, answer)
        for note in notes:
            self.note.emit(chat.id, answer.id, note)
        lane = self._lanes[chat.model.engine]
        first = lane.running()
        running.behind_load = (
            first is not None and isinstance(first.request, Load) and first.request.model == ask.model
        )
        running.job = job = lane.submit(Answering(ask), title, priority=Priority.NOW)
        job.happened.connect(partial(self._on_event, running))
        job.ended.connect(partial(self._on_ended, running))
        self._show_job_states()

    def running(self, chat: str | None = None) -> list[Running]:
        """The answers of a chat that are under way, or all."""
        return [running for running in self._running if chat in (None, running.chat.id)]

    def stop(self, chat: str | None = None) -> None:
        """Stops the answers of a chat, or of all."""
        for running in self.running(chat):
            if running.job is not None:
                running.job.stop()

    def end(self) -> None:
        """Ends all answers as stopped, with what came so far; their engines hear of it."""
        for running in self.running():
            job = running.job
            self._on_ended(running, End("stopped"))
            if job is not None:
                job.stop()

    def ghosts(self, picture: str) -> list[Box]:
        """Boxes on a picture of answers that still stream."""
        return [
            self._as_turned(picture, found.box, running.turns[found.image])
            for running in self._running
            for found in running.boxes
            if running.picture_of(found) == picture
        ]

    def parts(self, picture: str) -> list[tuple[Box, bool]]:
        """The parts of a picture that is looked at in parts, and whether each has been."""
        return [
            (
                self._as_turned(
                    picture, Box("", *part).moved(*running.corners[cut.image]), running.turns[cut.image]
                ),
                at in running.looked,
            )
            for running in self._running
            if (cut := running.parts) is not None and running.pictures[cut.image] == picture
            for at, part in enumerate(cut.parts)
        ]

    @Slot()
    def write_journal(self) -> None:
        """Writes what streamed since the last time."""
        for running in self._running:
            if running.dirty:
                running.dirty = False
                boxes = tuple(running.boxes)
                self._queue.do(AppendTurn(running.chat.id, running.turn.id, running.text, boxes))
        if not self._running:
            self._timer.stop()

    @Slot(object)
    def _on_started(self, job: JobHandle) -> None:
        for running in self._running:
            if running.job is job:
                running.waited = monotonic() - running.asked

    def _on_event(self, running: Running, event: object) -> None:
        if running.job is None:
            return
        chat, turn = running.chat.id, running.turn.id
        if isinstance(event, TextDelta):
            running.text += event.text
            running.dirty = True
            self.text.emit(chat, turn, event.text)
        elif isinstance(event, BoxFound):
            event = running.on_whole(event)
            running.boxes.append(event)
            running.dirty = True
            self.box.emit(chat, turn, event)
            if picture := running.picture_of(event):
                self.ghosts_changed.emit(picture)
        elif isinstance(event, PartLooked):
            running.looked.add(event.index)
            running.parts = event if event.parts else running.parts
            self.parts_changed.emit(running.pictures[event.image])
        elif isinstance(event, ToolUsed):
            running.uses[event.index] = event.use
            self.tool.emit(chat, turn, event)
        elif isinstance(event, Note):
            running.notes.append(event.text)
            self.note.emit(chat, turn, event.text)
        elif isinstance(event, Pace):
            longest, rate = running.chat.options.max_new_tokens, event.tokens_per_second
            left = max(longest - event.tokens, 0) / rate if longest and rate > 0 else None
            self.pace.emit(chat, turn, rate, left)
        elif isinstance(event, Progress):
            running.progress = event
            self.progress.emit(chat, turn, event)

    @Slot()
    def _show_job_states(self) -> None:
        for running in self._running:
            job = running.job
            if job is None or job.state == "ended":
                continue
            first = job.lane.running()
            waits = first is not None and job is not first and not first.quiet
            job_state = job.state, first.title if first and waits else ""
            if job_state != running.job_state:
                running.job_state = job_state
                self.job_state_changed.emit(running.chat.id, running.turn.id, *job_state)

    def _on_ended(self, running: Running, end: End) -> None:
        if running not in self._running:
            return
        self._running.remove(running)
        running.job = None
        answer = end.result if isinstance(end.result, Answer) else None
        if answer is None:
            answer = Answer(
                0, running.text, running.text, tuple(running.boxes), plain=running.turn.model == READER,
                notes=tuple(running.notes), rounds=running.rounds(),
            )  # fmt: skip
        else:
            on_whole = tuple(map(running.on_whole, answer.boxes))
            answer = replace(answer, boxes=on_whole, notes=(*running.known, *answer.notes))
            answer = answer.delayed(**{"load" if running.behind_load else "queue": running.waited})
        answer, new = self._known_boxes(answer, running)
        states: dict[str, Literal["done", "stopped", "failed"]] = {"done": "done", "stopped": "stopped"}
        turn = replace(
            running.turn, text=answer.text, answer=answer, state=states.get(end.outcome, "failed"),
            message=end.message, detail=end.detail,
        )  # fmt: skip
        (turn,) = running.conversation.add(turn)
        self._queue.do(FinishTurn(turn, tuple((picture, tuple(boxes)) for picture, boxes in new.items())))
        self.settled.emit(running.chat, answer)
        for picture in {*map(running.picture_of, running.boxes)} - {""}:
            self.ghosts_changed.emit(picture)
        if running.parts is not None:
            self.parts_changed.emit(running.pictures[running.parts.image])
        question = running.conversation.turn(turn.parent).text
        for picture, boxes in new.items():
            self.boxes_found.emit(picture, tuple(boxes), question)
        self.ended.emit(running.chat.id, turn)

    def _known_boxes(self, answer: Answer, running: Running) -> tuple[Answer, dict[str, list[Box]]]:
        """The answer with boxes that its pictures have already in the place of equal ones, and the new ones by picture."""
        kept = []
        new: dict[str, list[Box]] = {}
        there: dict[tuple[str, str], list[Box]] = {}
        for picture in {*map(running.picture_of, answer.boxes)} - {""}:
            for box in self._boxes_of(picture):
                there.setdefault((picture, box.label), []).append(box)
        for found in answer.boxes:
            if picture := running.picture_of(found):
                box = self._as_turned(picture, found.box, running.turns[found.image])
                found = found if box is found.box else replace(found, box=box)
                alike = there.get((picture, found.box.label), ())
                twin = next((box for box in alike if is_alike(box, found.box)), None)
                if twin is not None:
                    found = replace(found, box=twin)
                elif self._path_of(picture):
                    new.setdefault(picture, []).append(self._inside(picture, found.box))
            kept.append(found)
        return replace(answer, boxes=tuple(kept)), new


def is_alike(one: Box, other: Box) -> bool:
    """Whether two boxes of one label are at the same place, to a pixel or two."""
    return one.kind == other.kind and all(
        abs(a - b) <= SAME_PIXELS for a, b in zip(one.xyxy, other.xyxy, strict=True)
    )
