"""`eyebox convert`: files of boxes in another format. What other commands need to write boxes is here too."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from eyebox.cli.terminal import Parser, ProgressLine, complain
from eyebox.formats import MODULES, Format, format_named, load_annotations, load_from, qwenvl
from eyebox.formats.export import FileSink, SessionExport, Sink, folder_sink
from eyebox.formats.imported import AnnotatedPicture
from eyebox.formats.losses import COVERED, kinds_in, losses
from eyebox.formats.picture_size import picture_size
from eyebox.formats.samples import CONVENTIONS
from eyebox.session.types import PictureContent, PictureRecord, SessionInfo
from eyebox_models.files.atomic_write import shown, telling_why
from eyebox_models.protocol.errors import EyeboxError

STDOUT = "-"
NAMES = tuple(name for name in MODULES if hasattr(format_named(name), "load"))
"""The formats of boxes, by their short names."""


def convert(arguments: Sequence[str]) -> int:
    """Runs the command: 1 where something could not be read, or (with --strict) has no place in the other format."""
    options = _options(arguments)
    source = Path(options.source)
    if not source.exists():
        raise EyeboxError("file-missing", "There is no file {name}.", name=shown(source))
    pictures = FilePictures(source, options.source_format)
    with ProgressLine(f"{shown(source)}: reading") as line:
        pictures.each = lambda number: line.update(f"{shown(source)}: {number:,} pictures")
        export = SessionExport(
            SessionInfo("", source.stem, 0, 0), pictures, folder=folder_of(options.to, options.target)
        )
        whole = write(export, options.to, options.target, strict=options.strict, family=options.family)
    for kind, count in pictures.left_out.items():
        complain(f"{shown(source)}: {kind}: {count:,}.")
    if pictures.failure is not None:
        complain(str(pictures.failure))
    clean = not pictures.left_out or not options.strict
    return 0 if whole and clean and pictures.failure is None else 1


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = Parser("convert", "Writes files of boxes in another format.")
    parser.add_argument(
        "--from",
        dest="source_format",
        choices=NAMES,
        metavar="FORMAT",
        help=f"what SRC is, else guessed: {', '.join(NAMES)}",
    )
    parser.add_argument(
        "--to", required=True, choices=NAMES, metavar="FORMAT", help=f"what is written: {', '.join(NAMES)}"
    )
    add_family(parser)
    add_strict(parser)
    parser.add_argument("source", metavar="SRC", help="a file or a folder, as the format has it")
    parser.add_argument(
        "target",
        metavar="DST",
        help="where to: a file, or a folder for a format of several files (- is standard output)",
    )
    options = parser.parse_args(arguments)
    if options.family and options.to != "qwenvl":
        parser.error("--family goes with --to qwenvl")
    return options


def add_family(parser: Parser) -> None:
    families = [name for name in CONVENTIONS if name.startswith("qwen")]
    parser.add_argument("--family", choices=families, help="with qwenvl: who is taught (qwen3_vl)")


def add_strict(parser: Parser) -> None:
    parser.add_argument(
        "--strict", action="store_true", help="exit status 1 where the format has no place for something"
    )


@dataclass(slots=True)
class FilePictures:
    """The pictures of a file or folder of boxes, which is read each time that they are gone through.

    `left_out` counts what could not be used, `failure` is what ended the reading; what came before counts.
    """

    source: Path
    form: str | None = None
    each: Callable[[int], object] = lambda _number: None
    left_out: Counter[str] = field(default_factory=Counter)
    failure: EyeboxError | None = None
    _count: int | None = None

    def __len__(self) -> int:
        if self._count is None:
            self._count = sum(1 for _one in self)
        return self._count

    def __iter__(self) -> Iterator[PictureContent]:
        left: Counter[str] = Counter()
        number = 0
        try:
            for number, one in enumerate(self._read(), 1):
                self.each(number)
                left.update(one.left_out)
                yield self._content(one, number)
        except EyeboxError as error:
            if not number:
                raise
            self.failure = error
        self.left_out, self._count = left, number

    def _read(self) -> Iterator[AnnotatedPicture]:
        if self.form is None:
            return load_annotations(self.source)
        return load_from([format_named(self.form)], self.source)  # type: ignore[list-item]

    def _content(self, one: AnnotatedPicture, number: int) -> PictureContent:
        """A picture that was not found lies where the file says that it does."""
        folder = self.source if self.source.is_dir() else self.source.parent
        path = one.path or str(folder.absolute() / one.name)
        size = (one.width, one.height) if min(one.width, one.height) > 0 else picture_size(one.path)
        record = PictureRecord(
            f"{number:032x}", "", path, Path(one.name).name, width=size[0], height=size[1], position=number
        )
        return PictureContent(record, one.boxes, None, one.extras)


def write(export: SessionExport, name: str, target: str, *, strict: bool, family: str | None = None) -> bool:
    """Writes boxes in a format, after what it has no place for was said. Returns whether all is well: with `strict` only
    where nothing was lost. Raises EyeboxError."""
    form = format_named(name)
    found = kinds_in(export)
    if count := found.get(COVERED, 0):
        complain(
            f"{count:,} regions are blacked out in Eyebox: the picture files themselves still show what is there."
        )
    lost = losses(name, found)
    for sentence in lost:
        complain(f"{form.TITLE}: no place for {sentence}.")
    with _sink(form, target, len(export.pictures)) as sink:
        if family:
            qwenvl.dump_for(family, export, sink)
        else:
            form.dump(export, sink)
    return not (lost and strict)


def folder_of(name: str, target: str) -> str:
    """Where the files lie that pictures are named from."""
    if target == STDOUT:
        return str(Path.cwd())
    path = Path(target).absolute()
    return str(path if _is_folder(format_named(name), path) else path.parent)


def _is_folder(form: Format, path: Path) -> bool:
    return form.SCOPE == "folder" or (form.SCOPE == "picture" and path.suffix not in form.SUFFIXES)


def _sink(form: Format, target: str, pictures: int) -> AbstractContextManager[Sink]:
    if target == STDOUT:
        if form.SCOPE == "folder" or (form.SCOPE == "picture" and pictures != 1):
            raise EyeboxError(
                "format-not-one-file",
                "{format} makes several files, which standard output can't take: name a folder.",
                format=form.TITLE,
            )
        return nullcontext(_StandardOutput())
    path = Path(target)
    if not _is_folder(form, path):
        return nullcontext(FileSink(path))
    with telling_why(path):
        path.mkdir(parents=True, exist_ok=True)
    return folder_sink(path)


class _StandardOutput:
    """One file, which is written to standard output once it is whole."""

    def file(self, name: str = "") -> AbstractContextManager[BinaryIO]:
        return self._whole()

    @contextmanager
    def _whole(self) -> Iterator[BinaryIO]:
        out = BytesIO()
        yield out
        sys.stdout.buffer.write(out.getbuffer())
        sys.stdout.buffer.flush()

    def wants(self, name: str) -> bool:
        return True
