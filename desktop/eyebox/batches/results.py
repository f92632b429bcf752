"""The results of a batch: one table, every page exactly once and in order, and a file a page where that is wanted."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from eyebox.batches.files import TABLES, file_of_document, is_folder
from eyebox.batches.job import BatchJob
from eyebox.batches.queue import Queue
from eyebox.batches.queue_file import Row
from eyebox.formats.table_csv import MARK, safe_cell
from eyebox_models.files.atomic_write import open_atomically, shown
from eyebox_models.protocol.errors import EyeboxError

IN_FOLDER = "results.jsonl"
COMMON = ("source", "page", "state", "attempts", "seconds", "reason")
LONGEST_CELL = 32_767
"""Letters: what a cell of a workbook holds."""


def table_file(job: BatchJob) -> Path:
    """Where the table of a job is written."""
    output = Path(job.output)
    return output / IN_FOLDER if is_folder(job) else output


def check_output(job: BatchJob) -> None:
    """Raises EyeboxError where nothing can be written to the job's output."""
    output = Path(job.output)
    if not is_folder(job) and not output.is_dir():
        if not output.parent.is_dir():
            raise EyeboxError(
                "target-folder-missing", "{target} cannot be written because its folder does not exist.",
                target=shown(output),
            )  # fmt: skip
        return
    if output.exists() and not output.is_dir():
        raise EyeboxError(
            "batch-output",
            "{target} is no folder: results go into a folder, or a file that ends with {endings}.",
            target=shown(output), endings=", ".join(TABLES),
        )  # fmt: skip
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        from eyebox_models.files.atomic_write import sentence_for

        raise EyeboxError.of(sentence_for(error, output), str(error)) from error


def record(row: Row) -> dict[str, Any]:
    """A page as a row of JSON: what is said of it, then what its job found."""
    link = link_to(row)
    return {
        "source": row.source, "page": row.page, "state": row.state, "attempts": row.attempts, "seconds": row.seconds,
        "reason": str(row.reason), "link": link, **{key: value for key, value in (row.result or {}).items() if key[0] != "_"},
    }  # fmt: skip


def _said(queue: Queue, row: Row) -> dict[str, Any]:
    said = record(row)
    if queue.job.kind == "pdf" and row.state == "done":
        said["file"] = str(file_of_document(queue.job, row.source, row.name))
    return said


def link_to(row: Row) -> str:
    """An address that opens the picture, or its document at the page."""
    with suppress(ValueError):
        return Path(row.source).as_uri() + (f"#page={row.page}" if row.page else "")
    return ""


def write_table(queue: Queue) -> Path:
    """Writes the table whole, or leaves the one before. Raises EyeboxError."""
    file = table_file(queue.job)
    write = _WRITERS[file.suffix.lower()]
    with open_atomically(file) as out:
        write(queue, out)
    return file


def _write_lines(queue: Queue, out: BinaryIO) -> None:
    for row in queue.rows():
        line = json.dumps(_said(queue, row), ensure_ascii=False)
        out.write(line.encode("utf-8", "backslashreplace") + b"\n")


def _write_csv(queue: Queue, out: BinaryIO) -> None:
    columns = _columns(queue)
    text = io.TextIOWrapper(out, "utf-8", errors="backslashreplace", newline="", write_through=True)
    text.write(MARK)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([*COMMON, "link", *columns])
    for row in queue.rows():
        cells = _cells(queue, row, columns)
        writer.writerow([safe_cell(cell) if isinstance(cell, str) else cell for cell in cells])
    text.detach()


def _write_workbook(queue: Queue, out: BinaryIO) -> None:
    import xlsxwriter

    columns = _columns(queue)
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(out, options)
    sheet = book.add_worksheet()
    bold = book.add_format({"bold": True})
    sheet.freeze_panes(1, 0)
    for x, title in enumerate((*COMMON, "link", *columns)):
        sheet.write_string(0, x, title, bold)
    links = len(COMMON)
    for y, row in enumerate(queue.rows(), 1):
        for x, cell in enumerate(_cells(queue, row, columns)):
            if isinstance(cell, bool) or cell is None:
                sheet.write_string(y, x, "" if cell is None else str(cell).lower())
            elif isinstance(cell, int | float):
                sheet.write_number(y, x, cell)
            elif x == links and cell and len(cell) < 2_000 and y < 65_000:
                # in capitals it is left as it is, and not made a path of Windows
                sheet.write_url(y, x, cell.replace("file:", "FILE:", 1), string=Path(row.source).name)
            else:
                sheet.write_string(
                    y, x, cell if len(cell) <= LONGEST_CELL else cell[: LONGEST_CELL - 1] + "…"
                )
    book.close()


_WRITERS: Mapping[str, Callable[[Queue, BinaryIO], None]] = {
    ".jsonl": _write_lines,
    ".csv": _write_csv,
    ".xlsx": _write_workbook,
}


def _columns(queue: Queue) -> list[str]:
    """What the job found, as columns of a table: fields each have one of their own."""
    job = queue.job
    match job.kind:
        case "extract" | "ask" if _fields(job):
            return [*_fields(job), *(("text",) if job.kind == "ask" else ())]
        case "ground":
            return ["count", "boxes"]
        case "table":
            return ["tables"]
        case "redact":
            return ["count", "file"]
        case "pdf":
            return ["file", "text"]
    return ["text"]


def _fields(job: BatchJob) -> list[str]:
    """The names of the fields that an answer has, by labels or schema."""
    if job.labels and job.kind == "extract":
        return [*job.labels]
    properties: Any = {}
    with suppress(ValueError, AttributeError):
        properties = json.loads(job.schema).get("properties", {})
    return [*properties] if isinstance(properties, dict) else []


def _cells(queue: Queue, row: Row, columns: Iterable[str]) -> list[Any]:
    result = _said(queue, row)
    data = result.get("fields", result.get("data"))
    fields = data if isinstance(data, dict) else {}
    common = [row.source, row.page, row.state, row.attempts, row.seconds, str(row.reason), link_to(row)]
    return [*common, *(_cell(name, fields.get(name), result) for name in columns)]


def _cell(name: str, field: Any, result: Mapping[str, Any]) -> str | float | None:
    value = field
    if value is None:
        match name:
            case "count":
                return int(result.get("count", len(result.get("boxes", ()))))
            case "tables":
                return "\n\n".join(
                    "\n".join("\t".join(row) for row in grid(one)) for one in result.get("tables", ())
                )
        value = result.get(name)
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return value  # type: ignore[no-any-return]


def grid(table: Mapping[str, Any]) -> list[list[str]]:
    """The texts of a table as rows; what a cell runs over is empty."""
    rows = [[""] * table["columns"] for _ in range(table["rows"])]
    for cell in table["cells"]:
        rows[cell["row"]][cell["column"]] = cell["text"]
    return rows
