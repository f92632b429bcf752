"""`eyebox read`: the text of images, or what is found in it."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from typing import Any

from eyebox.cli.terminal import Output, Parser, ProgressLine, complain, percent
from eyebox.exchange.atomic import shown
from eyebox.folders import Folders
from eyebox_models.ask import EyeboxError, LinesFound, Progress
from eyebox_models.box import new_id
from eyebox_models.engine_process import EngineProcess
from eyebox_models.page import Page
from eyebox_models.wire import Read

FORMATS = ("text", "json", "jsonl", "md", "csv", "tsv", "hocr")
KINDS = ("email", "url", "phone", "date", "amount", "id")


def read(arguments: Sequence[str]) -> int:
    """Runs the command. Images that cannot be read are complained about and do not hold up the others."""
    options = _options(arguments)
    output = Output(options.output)
    pages = 0
    engine = EngineProcess("reader", Folders.of_user().log / "cli-reader.log")
    try:
        for image in options.images:
            try:
                page = _read(engine, image)
            except EyeboxError as error:
                complain(str(error))
                if options.debug and error.detail:
                    print(error.detail, file=sys.stderr)
                continue
            output.write(_shown(page, options, first=pages == 0))
            pages += 1
    finally:
        engine.close()
    if options.format == "json":
        output.write("\n]\n" if pages else "[]\n" if options.output == "-" else "")
    output.finish()
    return 0 if pages == len(options.images) else 1


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = Parser("read", "Reads the text of images with the built-in reader, on this machine.")
    parser.add_argument("images", nargs="+", metavar="IMAGE")
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument(
        "--find", metavar="TEXT", help="only where TEXT stands, whatever its case and accents"
    )
    parser.add_argument("--extract", type=_kinds, metavar="KIND,...", help=f"only these: {', '.join(KINDS)}")
    parser.add_argument("--table", action="store_true", help="as rows and columns")
    parser.add_argument(
        "-o", dest="output", default="-", metavar="FILE", help="write here (- is standard output)"
    )
    options = parser.parse_intermixed_args(arguments)
    views = [options.find is not None, options.extract is not None, options.table]
    if any(views) and options.format == "hocr":
        parser.error("--find, --extract and --table cannot be written as hocr")
    if sum(views) > 1 and options.format not in ("json", "jsonl"):
        parser.error("--find, --extract and --table go together only as json or jsonl")
    if options.find is not None and not options.find.strip():
        parser.error("--find needs a text")
    return options


def _kinds(text: str) -> tuple[str, ...]:
    kinds = tuple(part.strip() for part in text.split(","))
    wrong = [kind for kind in kinds if kind not in KINDS]
    if wrong:
        raise argparse.ArgumentTypeError(f"{wrong[0]!r} is none of {', '.join(KINDS)}")
    return kinds


def _read(engine: EngineProcess, image: str) -> Page:
    name = shown(image)
    if not os.path.lexists(image):
        raise EyeboxError(f"There is no file {name}.")
    with ProgressLine(f"{name}: starting") as line:

        def on_event(event: Any) -> None:
            if isinstance(event, Progress):
                line.update(f"{name}: {event.stage}{percent(event.fraction)}")
            elif isinstance(event, LinesFound):
                line.update(f"{name}: reading")

        end = engine.run(new_id(), Read(image), on_event)
    if end.outcome != "done" or not isinstance(end.result, Page):
        raise EyeboxError(end.message or f"{name} was not read.", end.detail)
    return end.result


def _shown(page: Page, options: argparse.Namespace, *, first: bool) -> str:
    """A page as it is written; `first` says that none was before it."""
    if options.format in ("json", "jsonl"):
        text = json.dumps(_as_json(page, options), ensure_ascii=False)
        if options.format == "jsonl":
            return f"{text}\n"
        return f"[\n{text}" if first else f",\n{text}"
    from eyebox.cli.views import view

    text = view(page, options.format, options.find, options.extract, options.table)
    if first:
        return text
    if options.format in ("csv", "tsv"):
        return text.partition("\n")[2] if not options.table else text
    return f"\n{text}"


def _as_json(page: Page, options: argparse.Namespace) -> dict[str, Any]:
    data = page.to_json()
    if options.find is not None:
        from eyebox_models.reading.find import find

        data["found"] = [
            {"text": hit.text, "score": round(hit.score, 4), "line": hit.line, "box": list(hit.box)}
            for hit in find(page, options.find)
        ]
    if options.extract is not None:
        from eyebox_models.reading.extract import extract

        data["extracted"] = [
            {
                "kind": item.kind,
                "text": item.text,
                "value": item.value,
                "line": item.line,
                "box": list(item.box),
            }
            for item in extract(page, options.extract)
        ]
    if options.table:
        from eyebox_models.reading.table import table

        data["table"] = [[cell.text for cell in row] for row in table(page)]
    return data
