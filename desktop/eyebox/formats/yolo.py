"""YOLO as Ultralytics reads it: `labels/*.txt`, a line a box, `data.yaml` with the names, and lists of the pictures.

Places are shares of the picture: middle, width, height, with ten decimals. A picture `…/images/a/b.jpg` has its labels in
`labels/a/b.txt`, where training looks for them if the folder is the one that holds `images`.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path, PurePosixPath
from tempfile import TemporaryFile
from typing import Any, Literal, TextIO

from eyebox.formats import MEMBERS, SHAPES
from eyebox.formats.export import SessionExport, Sink, in_file, text_file
from eyebox.formats.extras import FILE, extra, of_format
from eyebox.formats.imported import (
    MAX_FILES,
    UNSIZED,
    UNUSABLE,
    AnnotatedPicture,
    files_below,
    is_elsewhere,
    locate,
)
from eyebox.formats.json_input import (
    MAX_BOXES,
    MAX_PICTURES,
    Malformed,
    head_of,
    number,
    read_lines,
)
from eyebox.formats.picture_size import UNKNOWN, picture_size, size_of
from eyebox.formats.yolo_config import CONFIG, PLAIN, config_in, dataset_of, described
from eyebox_models.files.document_page import stem_of
from eyebox_models.protocol.box import Box, enclosing

TITLE = "YOLO dataset"
SUFFIXES = (".txt", ".yaml", ".yml")
SCOPE: Literal["folder"] = "folder"
READS_TEXT = False
LEAVES_OUT = frozenset(("scores", "outside", "unsized", *SHAPES, *MEMBERS))

NAME = "yolo"
_PICTURES = (
    ".jpg",
    ".jpeg",
    ".png",
    ".bmp",
    ".webp",
    ".tif",
    ".tiff",
    ".gif",
    ".jpe",
    ".jfif",
    ".dib",
    ".mpo",
)
_ROW = re.compile(rb"\s*\d{1,6}(?:\s+[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?){4,}\s*")
_UNFIT = re.compile("[\x00-\x1f\ud800-\udfff]")
DECIMALS = 6
"""Of a pixel: what lies behind them is the format's rounding."""
_SLACK = 0.01
"""So far places may lie outside of the picture: rounding, and boxes at its edge."""


def dump(export: SessionExport, sink: Sink) -> None:
    """A file of labels for each picture that the sink wants, lists of the pictures, and the names."""
    names: list[str] = []
    numbers: dict[str, int] = {}
    file: dict[str, Any] = {}
    taken: set[str] = set()

    def number_of(label: str) -> int:
        if label not in numbers:
            numbers[label] = len(names)
            names.append(label)
        return numbers[label]

    with ExitStack() as stack:
        lists: dict[str, TextIO] = {}
        for picture in map(in_file, export.pictures):
            own = of_format(picture.extras, "", NAME)
            if (said := own.get(FILE)) and not file:
                file = said
                for label in () if names else file.get("names", ()):
                    numbers.setdefault(label, len(names))
                    names.append(label)
            size = size_of(picture.record)
            path = export.path_of(picture.record)
            split = own.get("split", "train")
            if split not in lists:
                lists[split] = stack.enter_context(
                    TemporaryFile("w+", encoding="utf-8", errors="replace", newline="")
                )
            lists[split].write(_listed(path) + "\n")
            name = _name_of(path, taken)
            rows = [_row(box, number_of, size) for box in picture.boxes] if size != UNKNOWN else []
            if sink.wants(name):
                with text_file(sink, name) as out:
                    out.writelines(filter(None, rows))
        if names or lists:
            _write_config(file, names, lists, sink)


def _write_config(file: dict[str, Any], names: list[str], lists: dict[str, TextIO], sink: Sink) -> None:
    import yaml  # type: ignore[import-untyped]

    for split, rows in lists.items():
        if sink.wants(f"{split}.txt"):
            rows.seek(0)
            with text_file(sink, f"{split}.txt") as out:
                out.writelines(rows)
    given = {split: f"{split}.txt" for split in lists}
    first = next(iter(given.values()), "train.txt")
    config = {"path": ".", "train": first, "val": first} | given
    config |= {"nc": len(names), "names": dict(enumerate(names))} | file.get("members", {})
    if sink.wants(CONFIG):
        with text_file(sink, CONFIG) as out:
            yaml.safe_dump(config, out, allow_unicode=True, sort_keys=False, width=1000)


def _listed(path: str) -> str:
    """A path as a line of a list, which Ultralytics takes from the list's folder where it begins with `./`."""
    path = path.replace("\n", " ").replace("\r", " ")
    return path if _is_absolute(path) else f"./{path}"


def _is_absolute(path: str) -> bool:
    return path.startswith("/") or path[1:3] == ":/"


def _label_names(path: str) -> tuple[str, str]:
    """Where the labels of a picture lie: the usual place, and the one where another picture has that."""
    below = _UNFIT.sub("_", re.sub(r"^(?:[A-Za-z]:)?(?:/|\.{1,2}/)*", "", path))
    parts = ("/" + below).rpartition("/images/")[2].split("/")
    name = "/".join(part for part in parts if part not in ("", ".", "..")) or "picture"
    return f"labels/{PurePosixPath(name).with_name(stem_of(name))}.txt", f"labels/{name}.txt"


def _name_of(path: str, taken: set[str]) -> str:
    names = _label_names(path)
    name = next((one for one in names if one.casefold() not in taken), names[1])
    taken.add(name.casefold())
    return name


def _row(box: Box, number_of: Callable[[str], int], size: tuple[int, int]) -> str:
    """A box as a line; "" for one that lies outside of the picture."""
    width, height = size
    if box.x2 < 0 or box.y2 < 0 or box.x1 > width or box.y1 > height:
        return ""
    x1, y1, x2, y2 = box.inside(width, height).xyxy
    shares = ((x1 + x2) / 2 / width, (y1 + y2) / 2 / height, (x2 - x1) / width, (y2 - y1) / height)
    return f"{number_of(box.label)} " + " ".join(f"{share:.10f}" for share in shares) + "\n"


def sniff(head: bytes) -> bool:
    """Whether its first line is a number of a class and places, or whether it is YAML with names."""
    first = head.lstrip().partition(b"\n")[0]
    return _ROW.fullmatch(first) is not None or re.search(rb"(?m)^names\s*:", head) is not None


def load(source: Path) -> Iterator[AnnotatedPicture]:
    """The pictures of a folder with their boxes, or those of its YAML file, or that of one file of labels.

    Raises Malformed or EyeboxError, also late.
    """
    source = source.absolute()
    is_folder = os.path.isdir(source)  # noqa: PTH112
    folder = source if is_folder else source.parent
    if source.suffix.lower() == ".txt" and not is_folder:
        if (head := head_of(source)).strip() and not any(map(_ROW.fullmatch, head.splitlines())):
            raise Malformed("yolo-no-labels", "none of its lines is the number of a class and places")
        around = dataset_of(folder)
        names, _members, _places = described(around, config_in(around))
        pictures = _Beside(around)
        yield _picture(pictures.of(source), source, names, {})
        return
    config = source if source.suffix.lower() in SUFFIXES[1:] and not is_folder else config_in(folder)
    names, members, places = described(folder, config)
    if config is None and not names:  # the folder of the labels alone
        names, _members, _places = described(around := dataset_of(folder), config_in(around))
    file: dict[str, Any] = {"names": names} if names else {}
    file |= {"members": members} if members else {}
    n = 0
    for n, (path, labels, split) in enumerate(_pairs(folder, places), 1):
        if n > MAX_PICTURES:
            raise Malformed(
                "value-too-many", "{what} has over {most:,} entries", what=folder.name, most=MAX_PICTURES
            )
        own = ({FILE: file} if file else {}) | ({"split": split} if split not in ("", "train") else {})
        file = {}
        yield _picture(path, labels, names, own)
    if not n:
        raise Malformed("yolo-no-pictures", "it holds neither labels nor pictures")


def _pairs(folder: Path, places: dict[str, list[str]]) -> Iterator[tuple[str, Path | None, str]]:
    """Pictures with their labels and in which part of the dataset they are: those listed, then those that labels are for."""
    done: set[Path] = set()
    taken: set[str] = set()
    for split, listed in places.items():
        for path, name in _listed_in(folder, listed):
            labels = _labels_of(folder, path, name, taken)
            if labels is not None:
                if labels in done:
                    continue
                done.add(labels)
            yield path, labels, split
    pictures = _Beside(folder)
    lists = {folder / name for name in PLAIN}
    for labels in files_below(folder, SUFFIXES[:1]):
        if labels not in done and labels not in lists and labels.name != "classes.txt":
            head = head_of(labels)
            if not head.strip() and not pictures.of(labels):
                continue
            if not head.strip() or sniff(head):
                yield pictures.of(labels), labels, ""


def _listed_in(folder: Path, listed: list[str]) -> Iterator[tuple[str, str]]:
    """The pictures of a list, or of the folders and lists that it names: where each is, and what it is called there."""
    for entry in listed:
        place = Path(os.path.normpath(folder / entry))
        if place.suffix.lower() == ".txt" and os.path.isfile(place):  # noqa: PTH113
            for _n, line in read_lines(place):
                name = line.strip().replace("\\", "/")
                if not is_elsewhere(name):
                    name = name.removeprefix("./")
                    yield locate(name, place.parent, ".."), name
        elif os.path.isdir(place):  # noqa: PTH112
            for picture in files_below(place, _PICTURES, MAX_FILES):
                yield str(picture), picture.as_posix()


def _labels_of(folder: Path, path: str, name: str, taken: set[str]) -> Path | None:
    """The labels of a listed picture: where Ultralytics looks for them, or where they are written in this folder."""
    ours = folder / _name_of(name if not path else _from(path, folder), taken)
    places = [ours]
    if path:
        usual = re.sub(r"/images/(?!.*/images/)", "/labels/", Path(path).as_posix())
        places.append(Path(usual).with_suffix(".txt"))
    return next((one for one in places if os.path.isfile(one)), None)  # noqa: PTH113


def _from(path: str, folder: Path) -> str:
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        return Path(path).as_posix()


class _Beside:
    """Finds the pictures that files of labels are for, by their names."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[Path, dict[str, str]] = {}

    def of(self, labels: Path) -> str:
        """The picture of a file of labels, "" where there is none."""
        folder = labels.parent
        twin = re.sub(r"/labels(?=/|$)(?!.*/labels(?:/|$))", "/images", folder.as_posix())
        for place in dict.fromkeys((Path(twin), folder, self._folder / "images", self._folder)):
            if found := self._in(place).get(labels.stem) or self._in(place).get(labels.with_suffix("").name):
                return found
        return ""

    def _in(self, folder: Path) -> dict[str, str]:
        if folder not in self._known:
            found = self._known[folder] = {}
            try:
                entries = [*islice(os.scandir(folder), MAX_FILES)]
            except OSError:
                entries = []
            for entry in entries:
                stem, dot, suffix = entry.name.rpartition(".")
                if dot and f".{suffix.lower()}" in _PICTURES:
                    found.setdefault(stem, entry.path)
                    found.setdefault(entry.name, entry.path)
        return self._known[folder]


def _picture(path: str, labels: Path | None, names: list[str], own: dict[str, Any]) -> AnnotatedPicture:
    size = picture_size(path) if path else UNKNOWN
    left_out: Counter[str] = Counter()
    boxes: list[Box] = []
    for n, line in read_lines(labels) if labels else ():
        if n > MAX_BOXES:
            raise Malformed(
                "value-too-many", "{what} has over {most:,} entries", what=str(labels), most=MAX_BOXES
            )
        if not line.strip():
            continue
        if size == UNKNOWN:
            left_out[UNSIZED] += 1
            continue
        try:
            boxes.append(_box(line, names, size))
        except Malformed:
            left_out[UNUSABLE] += 1
    return AnnotatedPicture(
        name=Path(path).name if path or labels is None else labels.stem,
        path=path,
        width=size[0],
        height=size[1],
        boxes=tuple(boxes),
        extras={"": extra(NAME, own)},
        left_out=left_out,
    )


def _box(line: str, names: list[str], size: tuple[int, int]) -> Box:
    """The box of a line: middle and size, with a score where a model wrote one, or corners of an outline."""
    first, *rest = line.split()
    if not first.isdigit() or len(first) > 6:
        raise Malformed("value-no-number", "{what} is not a usable number", what=first)
    values = [_share(one) for one in rest]
    label = names[int(first)] if int(first) < len(names) else first
    width, height = size
    if len(values) in (4, 5):
        x, y, w, h = values[:4]
        if w < 0 or h < 0:
            raise Malformed("bbox-negative", "{what} has a negative size", what=first)
        x1, x2 = (round((x + side * w / 2) * width, DECIMALS) for side in (-1, 1))
        y1, y2 = (round((y + side * h / 2) * height, DECIMALS) for side in (-1, 1))
        score = values[4] if len(values) == 5 else None
        return Box(label, x1, y1, x2, y2, score, "import")
    if len(values) < 6 or len(values) % 2:
        raise Malformed("value-no-point", "{what} is not a point", what=first)
    points = tuple((x * width, y * height) for x, y in zip(values[::2], values[1::2], strict=True))
    return Box(label, *enclosing(points), None, "import", points=points, kind="polygon")


def _share(value: str) -> float:
    try:
        found = number(float(value), value)
    except ValueError as error:
        if isinstance(error, Malformed):
            raise
        raise Malformed("value-no-number", "{what} is not a usable number", what=value) from error
    if not -_SLACK <= found <= 1 + _SLACK:
        raise Malformed("value-no-share", "{what} is not between 0 and 1", what=value)
    return found
