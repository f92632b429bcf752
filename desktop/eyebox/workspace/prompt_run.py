"""One prompt asked about many pictures in the background; the boxes of each answer are there as soon as it is."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Collection, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from eyebox.jobs.job import JobHandle, Priority
from eyebox.jobs.lane import Lane
from eyebox.language import translated
from eyebox.session.rows import SAID, options_from_data, options_to_data, said_to_data
from eyebox.session.store import Store
from eyebox.session.types import PictureRecord
from eyebox.session.writes import SetState
from eyebox.workspace.annotations import Annotations
from eyebox.workspace.answers import is_alike
from eyebox.workspace.pictures import Pictures
from eyebox.workspace.write_queue import WriteQueue
from eyebox_models.protocol.ask import Ask, Message, ModelRef, Options
from eyebox_models.protocol.box import Box, new_id
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.events import Answer, End
from eyebox_models.protocol.requests import Answering

AT_ONCE = 2
"""So many jobs are submitted: while one is answered, the next one waits for the engine."""
ESTIMATED_AFTER = 3
"""Answers after which the time left is said: the first takes longer, since the model is loaded."""
MOST_SAID = 4
"""So many earlier answers about a picture are kept beside the latest."""
FAILED_IN_A_ROW = 3
"""After so many failures it waits: the others would fail too."""
RUN = "prompt_run"
ANSWERED = "answered"
"""Keys of the state of a session and of its pictures."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """What is asked about each picture of a session, and how many have their answer."""

    id: str
    text: str
    model: ModelRef
    options: Options
    done: int = 0
    total: int = 0


class PromptRun(QObject):
    """Asks a model about pictures of the open session after whatever a user waits for. What it finds is kept picture by
    picture; it goes on where it was after a pause, and, when it is told to, after a restart.

    Signals:
        progressed: how many pictures are done, of how many, seconds left (-1 unknown).
        changed: it is at work, waits, or has ended.
        ended: how many were answered, (name, sentence) of each that failed.
        failed: a sentence: several in a row failed, and it waits.
    """

    progressed = Signal(int, int, float)
    changed = Signal()
    ended = Signal(int, object)
    failed = Signal(str)

    def __init__(
        self,
        store: Store,
        queue: WriteQueue,
        lanes: Mapping[str, Lane],
        pictures: Pictures,
        annotations: Annotations,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._queue = queue
        self._lanes = lanes
        self._pictures = pictures
        self._annotations = annotations
        self._prompt: Prompt | None = None
        self._todo: deque[str] = deque()
        self._under_way: dict[str, JobHandle] = {}
        self._failures: list[tuple[str, str]] = []
        self._in_a_row = self._done = self._begun_with = 0
        self._begun = 0.0
        self.is_paused = False
        pictures.opened.connect(self._on_opened)
        pictures.loaded.connect(self._on_loaded)
        pictures.removed.connect(self._on_removed)

    @property
    def is_busy(self) -> bool:
        """Whether pictures wait for their answers, also while it is paused."""
        return bool(self._todo or self._under_way)

    @property
    def prompt(self) -> Prompt | None:
        """What is being asked."""
        return self._prompt if self.is_busy else None

    def kept(self) -> Prompt | None:
        """What was asked about the pictures of the open session and has not been answered for all; None where it was."""
        data = self._store.get_state(self._pictures.session, RUN)
        if not isinstance(data, dict) or not all(
            isinstance(data.get(key), str) for key in ("id", "text", "model")
        ):
            return None
        done, todo = self._split(data["id"])
        if not todo:
            return None
        options = options_from_data(data.get("options"))
        return Prompt(data["id"], data["text"], ModelRef(data["model"]), options, done, done + len(todo))

    def begin(self, text: str, model: ModelRef, options: Options) -> None:
        """Asks about all pictures of the open session, also those that come later; what was asked before is given up."""
        prompt = Prompt(new_id(), text, model, options)
        data: dict[str, Any] = {
            "id": prompt.id,
            "text": text,
            "model": model,
            "options": options_to_data(options),
        }
        self._queue.do(SetState(self._pictures.session, RUN, data))
        self._start(prompt)

    def go_on(self) -> None:
        """Goes on after a pause, or with what an earlier run of the program left."""
        if self._prompt is not None and self.is_busy:
            self.is_paused, self._in_a_row = False, 0
            self._measure()
            self._next()
        elif (kept := self.kept()) is not None:
            self._start(kept)

    @Slot()
    def pause(self) -> None:
        """Asks nothing more until `go_on`; what is being answered comes to its end."""
        self.is_paused = True
        self.changed.emit()

    @Slot()
    def stop(self) -> None:
        """Gives it up; what was found stays, and `kept` knows of the rest."""
        was_busy, self._prompt = self.is_busy, None
        self._todo.clear()
        jobs, self._under_way = self._under_way, {}
        for job in jobs.values():
            job.stop()
        if was_busy:
            self._finish()

    def _start(self, prompt: Prompt) -> None:
        self.stop()
        self._prompt, self._failures, self._in_a_row, self.is_paused = prompt, [], 0, False
        self._done, todo = self._split(prompt.id)
        self._todo = deque(todo)
        self._measure()
        self._next() if self.is_busy else self._finish()

    def _split(self, id: str) -> tuple[int, list[str]]:
        """How many pictures of the open session were answered in a run, and those that were not."""
        answered = self._store.owners_of(ANSWERED, id)
        todo = [picture for picture in self._pictures.records if picture not in answered]
        return len(self._pictures.records) - len(todo), todo

    def _measure(self) -> None:
        self._begun, self._begun_with = time.monotonic(), self._done

    def _next(self) -> None:
        prompt = self._prompt
        while prompt and self._todo and len(self._under_way) < AT_ONCE and not self.is_paused:
            picture = self._todo.popleft()
            shown = self._pictures.parts.picture_of(picture)
            if shown is not None:
                ask = Ask((Message("user", (shown, prompt.text)),), prompt.model, prompt.options)
                title = f"{self._pictures.records[picture].name} — {prompt.model.short_name}"
                job = self._lanes[prompt.model.engine].submit(Answering(ask), title, priority=Priority.BATCH)
                self._under_way[picture] = job
                job.ended.connect(partial(self._on_ended, picture, job.id, shown.turns))
        self._report()

    def _report(self) -> None:
        left = len(self._todo) + len(self._under_way)
        done = self._done - self._begun_with
        each = (time.monotonic() - self._begun) / done if done >= ESTIMATED_AFTER else -1.0
        self.progressed.emit(self._done, self._done + left, each * left if each >= 0 else -1.0)
        self.changed.emit()

    def _on_ended(self, picture: str, job: str, turns: int, end: End) -> None:
        under_way = self._under_way.get(picture)
        if under_way is None or under_way.id != job:
            return
        del self._under_way[picture]
        if isinstance(end.result, Answer) and end.outcome == "done":
            self._keep(picture, end.result, turns)
            self._in_a_row = 0
        elif end.outcome != "stopped":
            self._failures.append((self._pictures.records[picture].name, translated(end.message)))
            self._in_a_row += 1
        self._done += 1
        if self._in_a_row >= FAILED_IN_A_ROW and self.is_busy:
            self.is_paused = True
            self.failed.emit(translated(end.message))
        self._next()
        if not self.is_busy:
            self._finish()

    def _keep(self, picture: str, answer: Answer, turns: int) -> None:
        """Adds the boxes that are not there yet; asked again after a kill in between, the same ones are there already."""
        prompt, parts = self._prompt, self._pictures.parts
        assert prompt is not None, "an answer came that nobody asked for"
        there: list[Box] = list(self._annotations.boxes_of(picture))
        new = []
        for found in answer.boxes:
            box = parts.inside(picture, parts.as_turned(picture, found.box, turns))
            if found.image == 0 and not any(one.label == box.label and is_alike(one, box) for one in there):
                there.append(box)
                new.append(box)
        text = self.tr("Add the boxes of “%1”").replace("%1", prompt.text[:30])
        self._annotations.add(picture, new, text, origin=prompt.model.short_name)
        if new:
            before = self._store.get_state(picture, SAID, [])
            said = [*before[-MOST_SAID:], said_to_data(prompt.text, answer, turns)]
            self._queue.do(SetState(picture, SAID, said))
        self._queue.do(SetState(picture, ANSWERED, prompt.id))

    def _finish(self) -> None:
        self.changed.emit()
        self.ended.emit(self._done, self._failures)

    @Slot(object)
    def _on_opened(self, record: PictureRecord) -> None:
        if self._prompt is not None and record.id not in self._under_way and record.id not in self._todo:
            self._todo.append(record.id)
            self._next()

    @Slot()
    def _on_loaded(self) -> None:
        """Another session is open: what is left of this one is asked when it is told to go on there."""
        self._todo.clear()
        jobs, self._under_way = self._under_way, {}
        for job in jobs.values():
            job.stop()
        if self._prompt is not None:
            self._prompt = None
            self.changed.emit()

    @Slot(object)
    def _on_removed(self, pictures: Collection[str]) -> None:
        if self.is_busy:
            gone = set(pictures)
            self._todo = deque(picture for picture in self._todo if picture not in gone)
            for picture in gone & self._under_way.keys():
                self._under_way.pop(picture).stop()
            self._next() if self.is_busy else self._finish()
