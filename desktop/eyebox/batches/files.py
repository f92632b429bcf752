"""The files that a batch makes beside its table: of each page, or of all pages of a document together."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from eyebox.batches.job import BatchJob
from eyebox_models.files.atomic_write import save_file, sentence_for
from eyebox_models.files.document_page import file_of, stem_of
from eyebox_models.protocol import wire
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.picture_requests import PdfPage, WritePdf

TABLES = (".jsonl", ".csv", ".xlsx")
"""Endings of an output that is one table; anything else is a folder, which files go into. Else they go beside the pictures."""
JPEG = (".jpg", ".jpeg", ".jpe", ".jfif")


def is_folder(job: BatchJob) -> bool:
    return Path(job.output).suffix.lower() not in TABLES


def file_of_page(job: BatchJob, page: str, name: str) -> Path:
    """Where the redacted picture of a page goes."""
    source = file_of(page)
    ending = ".jpg" if Path(source).suffix.lower() in JPEG else ".png"
    part = stem_of(page).removeprefix(stem_of(source))
    if not name.endswith(part):
        name = f"{name}{part}"
    return _place(job, source, name, part, f"redacted{ending}")


def file_of_document(job: BatchJob, source: str, name: str) -> Path:
    """Where the searchable PDF of a picture or document goes."""
    return _place(job, source, name, "", "searchable.pdf")


def _place(job: BatchJob, source: str, name: str, part: str, ending: str) -> Path:
    """In the folder under its name; beside the picture with a word that says what it is."""
    word, _dot, suffix = ending.partition(".")
    if is_folder(job):
        return Path(job.output, f"{name}.{suffix}")
    stem = Path(source).with_suffix("")
    return stem.with_name(f"{stem.name}{part}.{word}.{suffix}")


def make_room(target: Path) -> None:
    """Makes the folder of a file. Raises EyeboxError."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EyeboxError.of(sentence_for(error, target), str(error)) from error


def write_text(job: BatchJob, page: str, name: str, result: dict[str, Any]) -> None:
    """The file a page where the job wants one: in a folder always, as text or as JSON. Raises EyeboxError."""
    wanted = job.options.get("files", "")
    if not wanted and is_folder(job) and job.kind not in ("redact", "pdf"):
        wanted = "text" if job.kind in ("read", "table", "ask") and not job.schema else "json"
    if wanted not in ("text", "json"):
        return
    source = file_of(page)
    ending = ".txt" if wanted == "text" else ".json"
    stem = Path(job.output, name) if is_folder(job) else Path(source).with_suffix("")
    target = stem.with_name(f"{stem.name}{stem_of(page).removeprefix(stem_of(source))}{ending}")
    make_room(target)
    text = (
        str(result.get("text", "")) if wanted == "text" else json.dumps(result, ensure_ascii=False, indent=1)
    )
    save_file(target, text + "\n" if text else "")


@contextmanager
def pdf_request(pages: Iterable[tuple[str, dict[str, Any]]], target: Path) -> Iterator[WritePdf]:
    """What an engine is asked for to make a PDF of pages (path, result with the packed page). Raises EyeboxError."""
    make_room(target)
    with TemporaryDirectory(prefix="eyebox-batch-") as folder:
        listed = Path(folder, "pages")
        with listed.open("wb") as file:
            for path, packed in pages:
                page = PdfPage(path, wire.unpack(packed))
                file.write(json.dumps(wire.pack(page)).encode("ascii") + b"\n")
        yield WritePdf(str(listed), str(target))
