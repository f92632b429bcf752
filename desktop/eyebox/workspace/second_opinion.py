"""A second opinion on what was read: at another scale, or by a vision-language model, line by line beside the first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from eyebox.jobs.job import JobHandle, Priority, fraction_of, is_wanted
from eyebox.jobs.lane import Lane
from eyebox.language import translated
from eyebox.workspace.correcting import Correcting
from eyebox.workspace.pictures import Pictures
from eyebox_models.protocol.ask import Ask, Message, ModelRef, Options
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.events import Answer, End, Progress
from eyebox_models.protocol.page import Line, Page, Rect
from eyebox_models.protocol.picture_requests import ReadAgain
from eyebox_models.protocol.requests import Answering, Request

LARGE = 44.0
"""Lines whose letters are higher than this, in pixels, are read at half the size, others at twice of it."""
SURE = 0.8
"""Lines that only the second reading has count from this score on."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the second reading has for a line, by its number, place and what stood there first.

    A line that the first one missed has the number -1, no text, and is `found`.
    """

    line: int
    box: Rect
    first: str
    second: str
    found: Line | None = None
    kept: bool = False
    """Whether the first one was kept."""


class SecondOpinion(QObject):
    """One at a time, of one picture; it is forgotten when that is read again or in another order.

    Signals:
        progressed: fraction 0..1 (-1 unknown). changed: it begins, ends, or another choice was made. failed: a sentence.
    """

    progressed = Signal(float)
    changed = Signal()
    failed = Signal(str)

    def __init__(
        self,
        pictures: Pictures,
        correcting: Correcting,
        lanes: Mapping[str, Lane],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._correcting = correcting
        self._lanes = lanes
        self.picture = ""
        """Whose text is read again; "" for none."""
        self.source = ""
        """Who reads it again: a scale ("2", "0.5"), or a model's name."""
        self.is_done = False
        self.opinions: tuple[Opinion, ...] = ()
        self._lines: tuple[int, ...] = ()
        self._job: dict[str, JobHandle] = {}
        pictures.page_ready.connect(self._on_page)
        pictures.loaded.connect(self.close)

    @property
    def is_busy(self) -> bool:
        return bool(self._job)

    def read_at(
        self, picture: str, part: Rect | None, lines: tuple[int, ...], scale: float | None = None
    ) -> None:
        """Reads a part (None: all) again at a scale (None: that which its letters call for); only `lines` count."""
        page, record = self._pictures.page(picture), self._pictures.records.get(picture)
        if page is None or record is None:
            return
        scale = scale or _scale_for(page, lines)
        pixels = self._pictures.pixels.get(picture)
        request = ReadAgain(record.path, part, scale, pixels, record.turns, self._pictures.reading.scripts)
        self._begin(picture, f"{scale:g}", lines, request, self._lanes["reader"])

    def ask(
        self, picture: str, part: Rect | None, lines: tuple[int, ...], model: ModelRef, options: Options
    ) -> None:
        """Has a model read a part (None: all)."""
        from eyebox_models.text.forms import answer_forms
        from eyebox_models.text.second import PROMPT

        shown, page = self._pictures.parts.picture_of(picture), self._pictures.page(picture)
        if shown is None or page is None:
            return
        if part is not None:
            x1, y1, x2, y2 = (round(value) for value in part)
            shown = replace(shown, part=(x1, y1, x2, y2))
        options = replace(options, temperature=0.0, schema=None, system=None, stop=())
        ask = Ask((Message("user", (shown, PROMPT)),), model, options, texts=answer_forms(page))
        self._begin(picture, model.short_name, lines, Answering(ask), self._lanes[model.engine])

    def _begin(self, picture: str, source: str, lines: tuple[int, ...], request: Request, lane: Lane) -> None:
        self.close()
        self.picture, self.source, self._lines = picture, source, lines
        title = self.tr("Second opinion on %1").replace("%1", self._pictures.records[picture].name)
        job = self._job[picture] = lane.submit(request, title, priority=Priority.BATCH)
        job.happened.connect(partial(self._on_event, picture, job.id))
        job.ended.connect(partial(self._on_ended, picture, job.id))
        self.progressed.emit(-1.0)
        self.changed.emit()

    @Slot()
    def close(self) -> None:
        """Stops and forgets it; what was taken stays."""
        jobs, self._job = self._job, {}
        for job in jobs.values():
            job.stop()
        if self.picture:
            self.picture, self.opinions, self.is_done = "", (), False
            self.changed.emit()

    def differences(self) -> list[Opinion]:
        """The opinions that are another one than the text is now, and were not decided against it."""
        page = self._pictures.page(self.picture) if self.picture else None
        if page is None:
            return []
        there = {line.box for line in page.lines}
        return [
            one
            for one in self.opinions
            if not one.kept
            and (one.box not in there if one.found else one.second != page.lines[one.line].text.strip())
        ]

    def take(self, *opinions: Opinion) -> None:
        """Gives lines the text of the second reading, as one step."""
        page = self._pictures.page(self.picture)
        if page is not None:
            texts = {}
            for one in opinions:
                if one.found is not None:
                    continue
                text = page.lines[one.line].text
                texts[one.line] = text[: len(text) - len(text.lstrip())] + one.second
            added = [one.found for one in opinions if one.found is not None]
            self._correcting.correct_many(self.picture, texts, added)

    def keep(self, *opinions: Opinion) -> None:
        """Decides for the first reading."""
        boxes = {one.box for one in opinions}
        self.opinions = tuple(replace(one, kept=True) if one.box in boxes else one for one in self.opinions)
        self.changed.emit()

    def _on_event(self, picture: str, job_id: str, event: object) -> None:
        if is_wanted(self._job, picture, job_id) and isinstance(event, Progress):
            self.progressed.emit(fraction_of(event))

    def _on_ended(self, picture: str, job_id: str, end: End) -> None:
        if not is_wanted(self._job, picture, job_id):
            return
        del self._job[picture]
        page = self._pictures.page(picture) if picture in self._pictures.records else None
        if end.outcome == "done" and page is not None and isinstance(end.result, Page | Answer):
            self.is_done = True
            self.opinions = _opinions(page, self._lines, end.result)
            self.changed.emit()
            return
        self.close()
        if end.outcome == "failed":
            self.failed.emit(translated(end.message))

    @Slot(str, object)
    def _on_page(self, picture: str, page: Page) -> None:
        """Another text of the same lines is shown by its differences; other lines have no second opinion."""
        if picture != self.picture:
            return
        numbers = {line.box: n for n, line in enumerate(page.lines)}
        if all(one.found or one.box in numbers for one in self.opinions):
            self.opinions = tuple(
                one if one.found else replace(one, line=numbers[one.box]) for one in self.opinions
            )
            if self.is_done:
                self.changed.emit()
        else:
            self.close()


def _opinions(page: Page, numbers: tuple[int, ...], second: Page | Answer) -> tuple[Opinion, ...]:
    from eyebox_models.text.second import by_likeness, by_place, missed

    lines = [page.lines[n] for n in numbers if n < len(page.lines)]
    if isinstance(second, Page):
        texts = by_place(lines, second.lines)
    else:
        texts = by_likeness([line.text for line in lines], second.text)
    found = [
        Opinion(numbers[at], lines[at].box, lines[at].text.strip(), text)
        for at, text in sorted(texts.items())
        if text and text != lines[at].text.strip()
    ]
    if isinstance(second, Page):
        others = missed((*page.lines, *page.left_out), second.lines)
        found += [
            Opinion(-1, line.box, "", line.text.strip(), line)
            for line in others
            if line.score >= SURE and not _is_ignored(line, page)
        ]
    return tuple(found)


def _is_ignored(line: Line, page: Page) -> bool:
    x, y = (line.box[0] + line.box[2]) / 2, (line.box[1] + line.box[3]) / 2
    return any(x1 <= x <= x2 and y1 <= y <= y2 for x1, y1, x2, y2 in page.ignored)


def _scale_for(page: Page, numbers: tuple[int, ...]) -> float:
    heights = sorted(
        min(line.box[2] - line.box[0], line.box[3] - line.box[1])
        for line in map(page.lines.__getitem__, numbers)
    )
    return 0.5 if heights and heights[len(heights) // 2] > LARGE else 2.0
