"""`eyebox read`: the text of images, or what is found in it."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from eyebox.cli.documents import Pages, add_document_options, in_words, pairs
from eyebox.cli.read_pdf import PdfPages
from eyebox.cli.terminal import Output, Parser, ProgressLine, complain, percent
from eyebox.cli.videos import add_frame_options
from eyebox.folders import Folders
from eyebox_models.engine.decoding import PictureEngine
from eyebox_models.engine.process import EngineProcess
from eyebox_models.files.atomic_write import shown
from eyebox_models.files.document_page import file_of, stem_of
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import Progress
from eyebox_models.protocol.page import Order, Page, Rect
from eyebox_models.protocol.picture_requests import Read

if TYPE_CHECKING:
    from eyebox.formats.page_formats import PageFormat
    from eyebox.formats.table_xlsx import Sheet

FORMATS = ("text", "json", "jsonl", "md", "csv", "tsv", "hocr", "pdf", "xlsx")
KINDS = ("email", "url", "phone", "date", "amount", "id")


def read(arguments: Sequence[str]) -> int:
    """Runs the command. Images that cannot be read are complained about and do not hold up the others."""
    options = _options(arguments)
    output = Output(options.output)
    pages, failed = 0, False
    form: PageFormat | None = None
    pdf = PdfPages(options.output) if options.format == "pdf" else None
    sheets: list[Sheet] = []
    engine = EngineProcess("reader", Folders.of_user().log / "cli-reader.log")
    pictures = PictureEngine()
    try:
        for image, following in pairs(
            Pages(options.images, options.pages, options.password, pictures, options)
        ):
            try:
                if isinstance(image, EyeboxError):
                    raise image
                page = _read(engine, pictures, image, following, options)
            except EyeboxError as error:
                failed = True
                complain(in_words(error))
                if options.debug and error.detail:
                    print(error.detail, file=sys.stderr)
                continue
            if page.unread:
                complain(_unread(shown(image), page.unread))
            pages += 1
            if pdf is not None:
                pdf.add(page)
                continue
            if options.format == "xlsx":
                from eyebox.formats.table_xlsx import sheets_of

                sheets += sheets_of(page, stem_of(image), whole=options.table)
                continue
            if form is None:
                from eyebox.cli.views import MARKS, view

                form = view(
                    options.format,
                    options.find,
                    options.extract,
                    as_table=options.table,
                    with_codes=options.codes,
                )
            output.write(
                (form.between if pages > 1 else MARKS.get(options.format, "") + form.head)
                + form.body(page, pages)
            )
        if pdf is not None and pages:
            pdf.finish()
    finally:
        pictures.close()
        engine.close()
        if pdf is not None:
            pdf.close()
    if form is not None:
        output.write(form.tail)
    elif sheets:
        from eyebox.formats.table_xlsx import workbook

        output.write_bytes(workbook(sheets))
    elif options.format == "json" and options.output == "-":
        output.write("[]\n")
    output.finish()
    return 1 if failed else 0


def _unread(name: str, count: int) -> str:
    from eyebox_models.ocr.scripts_data import has_tesserocr, install_command, own_data, pip_command

    lines = "1 line looks" if count == 1 else f"{count} lines look"
    if not has_tesserocr():
        more = f"add the reading of more scripts ({pip_command()})"
    else:
        command = install_command("LANGUAGE")
        more = f"add that language's data ({command}, or LANGUAGE.traineddata in {shown(own_data())})"
        more = more if command else f"put its LANGUAGE.traineddata into {shown(own_data())}"
    return (
        f"{name}: {lines} like text in a script that the built-in reader does not know; {more}, "
        "or ask a vision-language model about it: eyebox ask --model FOLDER."
    )


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = Parser("read", "Reads the text of images with the built-in reader, on this machine.")
    parser.add_argument(
        "images",
        nargs="+",
        metavar="IMAGE",
        help="a picture or document of any format that the window opens, or a page of one: scan.pdf#page=3",
    )
    add_document_options(parser)
    parser.add_argument("--format", choices=FORMATS, default="text", help="how it is written (%(default)s)")
    parser.add_argument(
        "--find", metavar="TEXT", help="only where TEXT stands, whatever its case and accents"
    )
    parser.add_argument(
        "--extract", type=kinds_of, metavar="KIND,...", help=f"only these: {', '.join(KINDS)}"
    )
    parser.add_argument("--table", action="store_true", help="as rows and columns")
    parser.add_argument(
        "--mode",
        choices=("auto", *get_args(Order)[1:]),
        default="auto",
        help="how lines follow each other: as the page seems to be made (auto), by columns, by rows, or as code",
    )
    parser.add_argument(
        "--codes", action="store_true", help="QR and bar codes too; in csv and tsv these alone"
    )
    parser.add_argument(
        "--ignore",
        type=_ignored,
        action="extend",
        default=[],
        metavar="NAME",
        help="leave out the parts of this template (page numbers, watermarks), as it was saved in the window, or of a file",
    )
    parser.add_argument(
        "--scripts",
        type=_scripts,
        default="auto",
        metavar="auto|LANGUAGE,...",
        help="languages of Tesseract that are tried where the networks know no letters (rus,kor); auto: all that there is data"
        " of, none: nothing",
    )
    parser.add_argument(
        "-o", dest="output", default="-", metavar="FILE", help="write here (- is standard output)"
    )
    add_frame_options(parser)
    options = parser.parse_in_any_order(arguments)
    views = [options.find is not None, options.extract is not None, options.table]
    if (any(views) or options.codes) and options.format in ("hocr", "pdf"):
        parser.error(f"--find, --extract, --table and --codes cannot be written as {options.format}")
    if (options.find is not None or options.extract or options.codes) and options.format == "xlsx":
        parser.error("--find, --extract and --codes cannot be written as xlsx")
    if options.format in ("pdf", "xlsx") and options.output == "-" and sys.stdout.isatty():
        kind = "a PDF file" if options.format == "pdf" else "a workbook"
        parser.error(f"{kind} is not for a terminal: name one with -o FILE")
    if sum(views) > 1 and options.format not in ("json", "jsonl"):
        parser.error("--find, --extract and --table go together only as json or jsonl")
    if options.codes and any(views) and options.format not in ("json", "jsonl"):
        parser.error("--codes goes together with --find, --extract and --table only as json or jsonl")
    if options.find is not None and not options.find.strip():
        parser.error("--find needs a text")
    return options


def _ignored(name: str) -> tuple[Rect, ...]:
    from eyebox.ignore_templates import template_named

    try:
        return template_named(Folders.of_user().data, name)
    except EyeboxError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _scripts(text: str) -> tuple[str, ...] | None:
    if text in ("auto", "none"):
        return None if text == "auto" else ()
    from eyebox_models.ocr.scripts_data import found

    names = tuple(part.strip() for part in text.split(","))
    there = {name for language in found() for name in (language.name, language.code)}
    for name in names:
        if name not in there:
            raise argparse.ArgumentTypeError(
                f"there is no language data {name!r}; eyebox doctor says which there is"
            )
    return names


def kinds_of(text: str) -> tuple[str, ...]:
    """The kinds of values that an option names, with commas between them."""
    kinds = tuple(part.strip() for part in text.split(","))
    wrong = [kind for kind in kinds if kind not in KINDS]
    if wrong:
        raise argparse.ArgumentTypeError(f"{wrong[0]!r} is none of {', '.join(KINDS)}")
    return kinds


def _read(
    engine: EngineProcess,
    pictures: PictureEngine,
    image: str,
    following: str | EyeboxError | None,
    options: argparse.Namespace,
) -> Page:
    name = shown(image)
    if not os.path.lexists(file_of(image)):
        raise EyeboxError("file-missing", "There is no file {name}.", name=name)
    with ProgressLine(f"{name}: starting") as line:

        def on_event(event: Any) -> None:
            if isinstance(event, Progress):
                line.update(f"{name}: {event.stage}{percent(event.fraction)}")

        pictures.decode_ahead(image)
        engine.start()
        pixels = pictures.decode(image)
        if isinstance(following, str):
            pictures.decode_ahead(following)
        try:
            order: Order = "automatic" if options.mode == "auto" else options.mode
            request = Read(image, pixels, order=order, ignore=tuple(options.ignore), scripts=options.scripts)
            end = engine.run(new_id(), request, on_event)
        finally:
            with suppress(OSError):
                Path(pixels.file).unlink()
    if end.outcome != "done" or not isinstance(end.result, Page):
        raise EyeboxError.of(end.message or f"{name} was not read.", end.detail)
    return replace(end.result, image=image)
