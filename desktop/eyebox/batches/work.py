"""One page, or several together, as a request to an engine, and what comes of them: the same wherever the engine is."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Literal

from eyebox.batches.files import file_of_page, make_room
from eyebox.batches.job import BatchJob
from eyebox.formats.pdf import in_order
from eyebox.formats.plain_text import page_text
from eyebox_models.endpoints.known import endpoints_of
from eyebox_models.endpoints.spread import BROKE, is_gone
from eyebox_models.engine.process import EngineProcess
from eyebox_models.files.document_page import stem_of
from eyebox_models.protocol import wire
from eyebox_models.protocol.ask import Ask, Message, ModelRef, Picture
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.errors import EyeboxError, Sentence
from eyebox_models.protocol.events import Answer, Answered, End
from eyebox_models.protocol.page import Page
from eyebox_models.protocol.picture_requests import Read, WriteRedacted
from eyebox_models.protocol.requests import Answering, AnsweringEach, Request
from eyebox_models.text.extract import KINDS
from eyebox_models.text.fields import read_fields
from eyebox_models.text.find import find
from eyebox_models.text.redact import redact
from eyebox_models.text.table import table

TOGETHER = 8
"""Questions that a model is asked at once: it answers them as true batches where it can."""
TOGETHER_A_SERVER = 128
"""The same for each server, where a few are under way at once: the fewer, the more often all wait for the last ones."""
_DEATHS = ("engine-ended", "engine-nonsense", "card-failed", *BROKE)
_NO_ENGINE = ("engine-not-started", "engine-other-version")
NO_ANSWER = Sentence("no-answer", "There was no answer.")

PACKED = "_page"
"""Key of a result that holds a whole page for the file that is made of it; no row of a table has it."""

Outcome = Literal["done", "failed", "died", "stopped", "no engine"]


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a page. `result` is plain JSON, the same for the same page and engine; `seconds` is not.

    "died": the engine ended, or the connection to a server broke, while it had the page. "no engine": there is none, or no
    server, which is not the page's fault.
    """

    outcome: Outcome
    result: dict[str, Any] | None = None
    reason: str = ""
    detail: str = ""
    seconds: float = 0.0


def together(job: BatchJob) -> int:
    """How many pages go into one request."""
    if job.model.kind == "endpoint":
        return TOGETHER_A_SERVER * len(job.model.split(","))
    return 1 if job.reads or job.model.kind == "reader" else TOGETHER


def do_page(
    engine: EngineProcess, job: BatchJob, page: str, on_event: Callable[[Any], None] = lambda _event: None
) -> Done:
    """Has an engine do one page (the path of a picture, or of a page of a document). Blocks."""
    attempt = Attempt(job, [page])
    end = engine.run(new_id(), attempt.request, on_event)
    while attempt.goes_on(end):
        end = engine.run(new_id(), attempt.request, on_event)
    return next(done for _index, done in attempt.ended(end))


class Attempt:
    """One request about some pages. Give it each event and the End: what they return has ended, each page once, by its index.

    Where a job has a second step, it `goes_on` after the first with another request.
    """

    def __init__(self, job: BatchJob, pages: Sequence[str], names: Sequence[str] = ()) -> None:
        """`names`: what files that are made of the pages are called in a folder, without an ending."""
        self._job = job
        self._names = names or [stem_of(page) for page in pages]
        self._read: dict[str, Any] = {}
        self._open = dict(enumerate(pages))
        self._since = time.monotonic()
        self.request: Request = _request(job, pages)

    def happened(self, event: Any) -> Iterator[tuple[int, Done]]:
        """What an event of the job ends."""
        if isinstance(event, Answered) and event.index in self._open:
            outcome: Literal["failed", "done"] = "failed" if event.answer is None or event.message else "done"
            yield self._end(event.index, End(outcome, event.message or NO_ANSWER, event.detail, event.answer))

    def goes_on(self, end: End) -> bool:
        """Whether this was the first of two steps; `request` is then the second."""
        if (
            self._job.kind != "redact"
            or self._read
            or end.outcome != "done"
            or not isinstance(end.result, Page)
        ):
            return False
        kinds = self._job.options.get("find") or (() if self._job.labels else KINDS)
        regions = redact(end.result, [kind for kind in KINDS if kind in kinds], self._job.labels)
        target = file_of_page(self._job, self._open[0], self._names[0])
        self._read = {
            **_size(end.result),
            "count": len(regions),
            "regions": [{"kind": one.kind, "box": list(one.rect)} for one in regions],
            "file": str(target),
        }
        with suppress(EyeboxError):  # whoever writes it says what is wrong
            make_room(target)
        self.request = WriteRedacted(self._open[0], str(target), tuple(one.rect for one in regions))
        return True

    def ended(self, end: End) -> Iterator[tuple[int, Done]]:
        """What the end of the job ends."""
        if len(self._open) > 1 and end.outcome == "done":
            end = End("failed", NO_ANSWER)
        for index in [*self._open]:
            yield self._end(index, end)

    def _end(self, index: int, end: End) -> tuple[int, Done]:
        del self._open[index]
        now = time.monotonic()
        seconds, self._since = round(now - self._since, 3), now
        if self._read and end.outcome == "done":
            return index, Done("done", self._read, seconds=seconds)
        return index, done_of(self._job, end, seconds)


def _request(job: BatchJob, pages: Sequence[str]) -> Request:
    if job.reads:
        return Read(pages[0], order=job.options.get("mode", "automatic"))
    asks = tuple(question(job, page) for page in pages)
    return Answering(asks[0]) if len(asks) == 1 and job.model.kind != "endpoint" else AnsweringEach(asks)


def question(job: BatchJob, page: str) -> Ask:
    """What a model is asked about a page."""
    text = job.prompt.strip()
    if not text and job.kind == "extract":
        text = (
            f"Read these fields from the picture: {', '.join(job.labels)}. "
            "Answer with one JSON object; a field that is not there is null."
            if job.labels
            else "Read what the schema asks for from the picture. Answer with one JSON object."
        )
    elif not text and job.kind == "ground":
        names = job.labels
        shapes = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
        text = _grounding_question(job.model).replace("{shapes}", shapes)
    return Ask((Message("user", (Picture(page), text)),), job.model, job.generation())


def _grounding_question(model: ModelRef) -> str:
    if model.kind == "endpoint":
        from eyebox_models.families.registry import info_named

        with suppress(KeyError):  # it is not known, or of a package that is not there any more
            return info_named(endpoints_of(model)[0].family).question
    from eyebox_models.evaluation.asking import grounding_question

    return grounding_question(model)


def done_of(job: BatchJob, end: End, seconds: float) -> Done:
    """What the end of a request about one page comes to."""
    code = getattr(end.message, "code", "")
    if end.outcome == "stopped":
        return Done("stopped")
    if end.outcome == "failed":
        is_missing = code in _NO_ENGINE or is_gone(end.message)
        outcome: Outcome = "no engine" if is_missing else "died" if code in _DEATHS else "failed"
        answer = _of_answer(job, end.result) if isinstance(end.result, Answer) else None
        return Done(outcome, answer, end.message or NO_ANSWER, end.detail, seconds)
    if isinstance(end.result, Page):
        return Done("done", _of_page(job, end.result), seconds=seconds)
    if isinstance(end.result, Answer):
        return Done("done", _of_answer(job, end.result), seconds=seconds)
    return Done("failed", None, NO_ANSWER, "", seconds)


def _of_page(job: BatchJob, page: Page) -> dict[str, Any]:
    data = page.to_json()
    for name in ("image", "page", "seconds"):  # where it lies and how long it took may be another
        data.pop(name, None)
    text = page_text(page).rstrip("\n")
    match job.kind:
        case "extract":
            found = {field.name: field for field in read_fields(page, job.labels)}
            fields = {name: found[name].value if name in found else None for name in job.labels}
            boxes = [{"label": name, "box": list(field.box)} for name, field in found.items()]
            return {**_size(page), "fields": fields, "boxes": boxes}
        case "ground":
            texts = job.labels or (job.prompt.strip(),)
            hits = [(text, hit) for text in texts for hit in find(page, text)]
            places = [
                {"label": text, "box": list(hit.box), "score": round(hit.score, 4)} for text, hit in hits
            ]
            return {**_size(page), "boxes": places}
        case "table":
            return {**_size(page), "text": text, "tables": _tables(page)}
        case "pdf":
            return {**_size(page), "text": text, PACKED: wire.pack(in_order(page))}
    return {**data, "text": text}


def _tables(page: Page) -> list[dict[str, Any]]:
    """The tables of a page; where none was found, what stands in rows and columns as one."""
    if page.tables:
        return [one.to_json() for one in page.tables]
    rows = table(page)
    cells = [
        {
            "row": y,
            "column": x,
            "column_span": cell.columns,
            "row_span": 1,
            "text": cell.text,
            "box": list(cell.box),
        }
        for y, row in enumerate(rows)
        for x, cell in enumerate(row)
        if cell.box
    ]
    return [{"rows": len(rows), "columns": len(rows[0]), "cells": cells}] if cells else []


def _size(page: Page) -> dict[str, int]:
    return {"width": page.width, "height": page.height}


def _of_answer(job: BatchJob, answer: Answer) -> dict[str, Any]:
    result: dict[str, Any] = {
        "text": answer.text,
        "boxes": [{"label": found.box.label, "box": list(found.box.xyxy)} for found in answer.boxes],
        "tokens_in": answer.tokens_in,
        "tokens_out": answer.tokens_out,
        "precision": answer.precision,
        "device": answer.device,
    }
    if job.model.kind == "endpoint":
        result["made_with"] = answer.made_with
    if answer.notes:
        result["notes"] = [str(note) for note in answer.notes]
    if answer.cut:
        result["cut"] = True
    if answer.seen:
        result |= {"width": answer.seen[0].width, "height": answer.seen[0].height}
    if job.schema or job.kind == "extract":
        with suppress(ValueError, RecursionError):
            result["fields" if job.kind == "extract" else "data"] = json.loads(answer.text)
    return result
