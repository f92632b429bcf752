"""Pictures as a searchable PDF file: their own pixels, and over them what was read, corrections and all.

An engine of its own writes it, page by page: it takes neither time nor memory of who asks.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, BinaryIO, Literal

from eyebox.folders import Folders
from eyebox.formats.export import SessionExport, Sink
from eyebox.formats.plain_text import block_numbers
from eyebox.session.types import PictureContent
from eyebox_models.engine.process import EngineProcess
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.protocol.events import Progress
from eyebox_models.protocol.page import Page
from eyebox_models.protocol.picture_requests import PdfPage, WritePdf
from eyebox_models.protocol.requests import Request
from eyebox_models.protocol.wire import pack

TITLE = "Searchable PDF"
SUFFIXES = (".pdf",)
SCOPE: Literal["set"] = "set"
READS_TEXT = True
LEAVES_OUT = frozenset(("boxes", "chats", "unread"))

OnProgress = Callable[[float], object]
"""Gets how much of a file is written; what it raises ends the writing."""


def dump(export: SessionExport, sink: Sink) -> None:
    """A page for each picture, in order."""
    if not sink.wants(""):
        return
    count = len(export.pictures)
    with tempfile.TemporaryDirectory(prefix="eyebox-pdf-") as folder:
        made = Path(folder, "made.pdf")
        pages = map(page_of, export.pictures)
        write_pages(pages, made, lambda part: export.progress(int(part * count), count))
        with sink.file() as file, made.open("rb") as written:
            shutil.copyfileobj(written, file)


def page_of(picture: PictureContent) -> PdfPage:
    """A picture as a page, with its regions blacked out; one that was not read has no text."""
    record = picture.record
    page = picture.page or Page(record.path, record.width, record.height, 0.0)
    return PdfPage(record.path, in_order(page), record.turns, picture.covered)


def in_order(page: Page) -> Page:
    """A page whose lines follow each other as its blocks do, with nothing but them."""
    lines = (page.lines[n] for block in block_numbers(page) for n in block)
    return Page(page.image, page.width, page.height, 0.0, tuple(lines), text_from=page.text_from)


def write_pages(pages: Iterable[PdfPage], target: Path, on_progress: OnProgress) -> None:
    """Has an engine write a PDF file, whole or not at all. Raises EyeboxError, and what `pages` or `on_progress` raise."""
    with tempfile.TemporaryDirectory(prefix="eyebox-pdf-") as folder:
        file = Path(folder, "pages")
        with file.open("wb") as listed:
            _list(pages, listed)
        run(WritePdf(str(file), str(target)), on_progress)


def run(request: Request, on_progress: OnProgress) -> Any:
    """Has an engine that writes documents do one thing. Raises EyeboxError, Stopped, and what `on_progress` raises."""

    def on_event(event: Any) -> None:
        if isinstance(event, Progress):
            on_progress(event.fraction or 0.0)

    engine = EngineProcess("document", Folders.of_user().log / "document.log")
    try:
        end = engine.run(new_id(), request, on_event)
    except BaseException:
        engine.kill()
        raise
    finally:
        engine.close()
    if end.outcome == "stopped":
        raise Stopped
    if end.outcome == "failed":
        raise EyeboxError.of(end.message or "The file was not written.", end.detail)
    return end.result


def _list(pages: Iterable[PdfPage], file: BinaryIO) -> None:
    for page in pages:
        file.write(json.dumps(pack(page)).encode("ascii") + b"\n")
