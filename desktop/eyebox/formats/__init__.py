"""Formats of files, one module each, without Qt: a new one is its module and a line in `MODULES`."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol, cast

from eyebox.formats.imported import MAX_FILES, files_below
from eyebox.formats.json_input import Malformed, head_of
from eyebox_models.files.atomic_write import shown
from eyebox_models.protocol.errors import EyeboxError

if TYPE_CHECKING:
    from eyebox.formats.export import SessionExport, Sink
    from eyebox.formats.imported import AnnotatedPicture


LOOKED_AT = 5000
OPENED = 8
"""So many names of a folder are looked at, and so many of its files, to tell quickly whether it holds boxes."""

REVIEW_SUFFIX = ".eyebox-review"
"""Of the files of `review_file`."""
SHAPES = frozenset(("outlines", "shapes"))
MEMBERS = frozenset(("crowd", "difficult", "attributes", "notes"))
"""Kinds of `losses.KINDS` that many formats leave out."""


class Format(Protocol):
    """What the module of every format holds. Titles are translated where they are shown."""

    TITLE: str
    SUFFIXES: tuple[str, ...]
    """The endings of its files, with the dot; the usual one first."""
    SCOPE: Literal["picture", "set", "folder"]
    """What is written: a file for each picture, one file for all, or a folder of files that belong together."""
    READS_TEXT: bool
    """Whether it writes what was read on the pictures."""
    LEAVES_OUT: frozenset[str]
    """What it cannot hold of `losses.KINDS`."""

    def dump(self, export: SessionExport, sink: Sink) -> None:
        """Writes the export, picture after picture. Raises EyeboxError."""
        ...


class AnnotationFormat(Format, Protocol):
    """A format that can be read as well."""

    def sniff(self, head: bytes) -> bool:
        """Whether a file that begins like this is of the format."""
        ...

    def load(self, source: Path) -> Iterator[AnnotatedPicture]:
        """The pictures of a file with their boxes, one after the other. Raises Malformed or EyeboxError, also late.

        `source` is a folder where the scope is one. Values that can't be used are left out and counted, or refused.
        """
        ...


class Module:
    """The module of a format here, and the endings of files that it can read."""

    def __init__(self, name: str, *suffixes: str) -> None:
        self.name = name
        self.suffixes = suffixes


MODULES: Mapping[str, Module] = {
    "text": Module("plain_text"),
    "markdown": Module("markdown"),
    "json": Module("session_json"),
    "csv": Module("table_csv", ".csv"),
    "tsv": Module("table_tsv"),
    "xlsx": Module("table_xlsx"),
    "pdf": Module("pdf"),
    "hocr": Module("hocr", ".hocr", ".html"),
    "coco": Module("coco", ".json"),
    "labelme": Module("labelme", ".json"),
    "xanylabeling": Module("xanylabeling", ".json"),
    "yolo": Module("yolo", ".txt", ".yaml", ".yml"),
    "voc": Module("voc", ".xml"),
    "cvat": Module("cvat", ".xml"),
    "labelstudio": Module("label_studio", ".json"),
    "ppocr": Module("ppocr", ".txt"),
    "swift": Module("swift", ".jsonl"),
    "internvl": Module("internvl", ".jsonl"),
    "qwenvl": Module("qwenvl", ".json", ".jsonl"),
}
"""The short name of each format, as dialogs list them, with its module: to know what a file may be none is imported."""


@cache
def format_named(name: str) -> Format:
    """The format with this short name, imported when it is first used. Raises KeyError."""
    return cast(Format, import_module(f"eyebox.formats.{MODULES[name].name}"))


def annotation_formats() -> list[AnnotationFormat]:
    """The formats that can be read."""
    return [cast(AnnotationFormat, format_named(name)) for name, module in MODULES.items() if module.suffixes]


def annotation_suffixes() -> tuple[str, ...]:
    """The endings of files that can be read, each once."""
    return tuple(dict.fromkeys(suffix for module in MODULES.values() for suffix in module.suffixes))


def may_be_annotations(path: str | os.PathLike[str]) -> bool:
    """Whether a file's name ends like one that can be read."""
    return Path(path).suffix.lower() in annotation_suffixes()


def holds_annotations(folder: str | os.PathLike[str]) -> bool:
    """Whether a folder holds files of boxes, as far as a quick look tells: at many names, and the heads of a few files.

    False for what is no folder. No format is imported where no name ends like one of its files.
    """
    try:
        return _has_such_names(Path(folder)) and format_of_folder(Path(folder), LOOKED_AT, OPENED) is not None
    except OSError:
        return False


def _has_such_names(folder: Path) -> bool:
    """Whether any of many names in a folder and below ends like a file of boxes: a thousand names take half a millisecond."""
    suffixes = annotation_suffixes()
    places, seen = [folder], 0
    for place in places:
        with suppress(OSError), os.scandir(place) as entries:
            for entry in entries:
                if entry.name.endswith(suffixes) or entry.name.lower().endswith(suffixes):
                    return True
                if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
                    places.append(Path(entry.path))
                if (seen := seen + 1) >= LOOKED_AT:
                    return False
    return False


def load_annotations(path: str | os.PathLike[str]) -> Iterator[AnnotatedPicture]:
    """The pictures and boxes of a file or folder in any format that can be read. Raises EyeboxError, also after some pictures."""
    if os.path.isdir(path):  # noqa: PTH112
        found = format_of_folder(Path(path))
        yield from load_from([found] if found else annotation_formats(), path)
        return
    head, suffix = head_of(path), Path(path).suffix.lower()
    names = [name for name, module in MODULES.items() if module.suffixes]
    names.sort(
        key=lambda name: suffix not in MODULES[name].suffixes
    )  # those after the right one are not imported
    forms = (cast(AnnotationFormat, format_named(name)) for name in names)
    if (likely := next((form for form in forms if form.sniff(head)), None)) is not None:
        yield from load_from([likely], path)
        return
    alike = [form for form in annotation_formats() if suffix in form.SUFFIXES]
    yield from load_from(alike or annotation_formats(), path)


def load_from(
    formats: Sequence[AnnotationFormat], path: str | os.PathLike[str]
) -> Iterator[AnnotatedPicture]:
    """The pictures and boxes of a file or folder that is in the first of these formats, if in any.

    Of a folder all files of the format are read, those that can't be are named at the end. Raises EyeboxError, also late.
    """
    form, source = formats[0], Path(path)
    if not os.path.isdir(path) or form.SCOPE == "folder":  # noqa: PTH112
        yield from _load(formats, source)
        return
    failed: list[EyeboxError] = []
    files = [*files_of(form, source)]
    if not files:
        raise EyeboxError(
            "folder-without-boxes",
            "No file of boxes was found in {path}: choose another folder.",
            path=shown(path),
        )
    for file in files:
        try:
            yield from _load([form], file)
        except EyeboxError as error:
            failed.append(error)
    if len(failed) == 1:
        raise failed[0]
    if failed:
        raise EyeboxError(
            "boxes-files-unreadable",
            "Files in {path} that can't be read: {count:,}. The first: {reason}",
            detail="\n".join(f"{error.sentence} {error.detail}".strip() for error in failed[:100]),
            path=shown(path),
            count=len(failed),
            reason=failed[0].sentence,
        )


def _load(formats: Sequence[AnnotationFormat], source: Path) -> Iterator[AnnotatedPicture]:
    try:
        yield from formats[0].load(source)
    except Malformed as error:
        titles = " or ".join(form.TITLE for form in formats)
        raise EyeboxError(
            "boxes-unreadable",
            "{path} can't be read as {format}: {reason}; correct the file or choose another.",
            detail=str(error),
            path=shown(source),
            format=titles,
            reason=error.sentence,
        ) from error


def format_of_folder(
    folder: Path, most: int = MAX_FILES, most_opened: int = MAX_FILES
) -> AnnotationFormat | None:
    """The format of the files of boxes in a folder, by at most so many names and files. None where there are none.

    Only those formats are imported whose files there may be.
    """
    places = (*(folder / name for name in _USUAL), folder)
    files = chain.from_iterable(files_below(place, annotation_suffixes(), most) for place in places)
    opened = 0
    for file in files:
        head = b""
        with suppress(EyeboxError):
            head = head_of(file)
        for name, module in MODULES.items() if head else ():
            if file.suffix.lower() in module.suffixes:
                form = cast(AnnotationFormat, format_named(name))
                if form.sniff(head):
                    return form
        opened += bool(head)  # files of labels are empty where nothing is on a picture
        if opened >= most_opened:
            break
    return None


_USUAL = ("labels", "Annotations", "annotations")
"""Where datasets have their boxes: looked at before many pictures are gone through."""


def files_of(form: AnnotationFormat, folder: Path) -> Iterator[Path]:
    """The files of a format in a folder and below."""
    for file in files_below(folder, set(form.SUFFIXES)):
        with suppress(EyeboxError):
            if form.sniff(head_of(file)):
                yield file
