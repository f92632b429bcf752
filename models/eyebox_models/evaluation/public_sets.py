"""The annotation files of public sets, as their makers give them, and two plain layouts of one's own.

Pictures are looked for as the file names them and by their bare names, beside it, in the folders where the sets put
them, and in a folder that is given. Nothing is ever fetched.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eyebox_models.evaluation.matching import Corners
from eyebox_models.evaluation.metrics import COGNITION, PERCEPTION
from eyebox_models.evaluation.samples import Sample, Target, Task
from eyebox_models.files.atomic_write import shown
from eyebox_models.files.regular_file import read_regular
from eyebox_models.protocol.errors import EyeboxError, os_reason

BRIEFLY = "\nAnswer the question using a single word or phrase."
BY_LETTER = "\nAnswer with the option's letter from the given choices directly."
MOST_BYTES = 1_000_000_000
HEAD = 65_536
PLACES = (
    "", "images", "train_images", "test_images", "val_images", "documents", "train2014", "train2017", "val2014", "val2017",
    "spdocvqa_images", "OCRBench_Images", "SEED-Bench-image", "image",
)  # fmt: skip
"""Folders beside an annotation file in which pictures of public sets lie."""
PATIENCE = 300
"""After so many pictures of which none was found, no more are looked for: each takes hundreds of looks."""
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif", ".tiff", ".gif")


@dataclass(frozen=True, slots=True)
class PublicSet:
    """A layout: what is asked of it, what it is measured by, how it is known by its beginning, and its samples."""

    name: str
    title: str
    task: Task
    metrics: tuple[str, ...]
    is_one: Callable[[Path, bytes], bool]
    load: Callable[[Path, Finder], Iterator[Sample]]


class Finder:
    """Where the pictures of an annotation file lie."""

    def __init__(self, file: Path, images: Path | None = None) -> None:
        folder = file if file.is_dir() else file.parent
        above = [folder, *list(folder.absolute().parents)[:3]]
        self._roots = ([images] if images is not None else []) + [
            root / place for root in above for place in PLACES
        ]
        self._first: list[Path] = []
        self._known: dict[tuple[str, ...], str] = {}

    def find(self, name: str, *endings: str) -> str:
        """The picture of this name, with one of these endings, "" where it is nowhere. Addresses are not looked at."""
        key = (name, *endings)
        if key not in self._known:
            gave_up = len(self._known) >= PATIENCE and not self._first
            self._known[key] = "" if gave_up else self._look(name, endings)
        return self._known[key]

    def _look(self, name: str, endings: Sequence[str]) -> str:
        if not name or "\0" in name or "://" in name or name.startswith(("\\\\", "//")):
            return ""
        spelled = name.replace("\\", "/")
        for root in (*self._first, *self._roots):
            for one in dict.fromkeys((spelled, spelled.rpartition("/")[2])):
                for ending in endings or ("",):
                    try:
                        path = root / f"{one}{ending}"
                        if path.is_file():
                            self._first = [root]
                            return os.path.normpath(path)
                    except (OSError, ValueError):
                        continue
        return ""


def public_set_of(path: Path) -> PublicSet | None:
    """The layout that a file or folder has, None for none of these."""
    head = b""
    if path.is_file():
        try:
            with path.open("rb") as file:
                head = file.read(HEAD)
        except OSError:
            return None
    return next((one for one in SETS.values() if one.is_one(path, head)), None)


def load(one: PublicSet, path: Path, images: Path | None = None) -> Iterator[Sample]:
    """The samples of a set, in its order; `picture` is "" where it was not found. Raises EyeboxError, also late."""
    try:
        yield from one.load(path, Finder(path, images))
    except OSError as error:
        raise EyeboxError(
            "file-unreadable", "{file} cannot be read: {reason}.", file=shown(path), reason=os_reason(error)
        ) from error
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError) as error:
        raise EyeboxError(
            "set-malformed",
            "{file} is not what {title} looks like: {reason}.",
            detail=repr(error),
            file=shown(path),
            title=one.title,
            reason=f"{type(error).__name__} {error}",
        ) from error


def _refcoco(path: Path, finder: Finder) -> Iterator[Sample]:
    """Lines with `image`, `sent`, `bbox` in pixels (x1, y1, x2, y2), `width`, `height`, as the Qwen-VL scripts read them."""
    for n, line in _lines(path):
        if "video" in line:
            yield _about_video(n)
            continue
        size = (int(line.get("width", 0)), int(line.get("height", 0)))
        target = Target(str(line["sent"]), _corners(line["bbox"]))
        yield Sample(str(n), finder.find(str(line["image"])), targets=(target,), size=size)


def _textvqa(path: Path, finder: Finder) -> Iterator[Sample]:
    """`data`: `image_id` names the picture, `answers` are those of ten people."""
    for n, item in enumerate(_json(path)["data"]):
        picture = finder.find(str(item["image_id"]), *PICTURES)
        yield Sample(str(n), picture, str(item["question"]) + BRIEFLY, _texts(item.get("answers", ())))


def _docvqa(path: Path, finder: Finder) -> Iterator[Sample]:
    """`data`: `image` is a path, `answers` are the accepted ones."""
    for n, item in enumerate(_json(path)["data"]):
        yield Sample(
            str(n),
            finder.find(str(item["image"])),
            str(item["question"]) + BRIEFLY,
            _texts(item.get("answers", ())),
        )


def _ocrbench(path: Path, finder: Finder) -> Iterator[Sample]:
    """A list: `image_path`, `question`, `answers` (a text or several), `dataset_name`."""
    for n, item in enumerate(_json(path)):
        answers = _texts(item["answers"])
        picture = finder.find(str(item["image_path"]))
        yield Sample(str(n), picture, str(item["question"]), answers, kind=str(item["dataset_name"]))


def _mme(path: Path, finder: Finder) -> Iterator[Sample]:
    """A folder a task: a text file a picture with two lines `question<TAB>Yes|No`, beside it or in two folders of their own.

    `eval_tool`'s lists (`picture<TAB>question<TAB>answer`, a file a task) are read too.
    """
    n = 0
    for task, file in _mme_files(path):
        for line in _decoded(file).splitlines():
            parts = line.rstrip().split("\t")
            if len(parts) < 2:
                continue
            question, answer = parts[-2:] if len(parts) == 2 else parts[1:3]
            if len(parts) == 2:
                places = (file.parent, file.parent.parent / "images")
                found = (place / f"{file.stem}{ending}" for place in places for ending in PICTURES)
                picture = next((str(one) for one in found if one.is_file()), "")
            else:
                picture = finder.find(f"{task}/{parts[0]}") or finder.find(f"{task}/images/{parts[0]}")
            yield Sample(str(n), picture, question, (answer.strip(),), kind=task)
            n += 1


def _seed(path: Path, finder: Finder) -> Iterator[Sample]:
    """`questions`: `data_id` names the picture, `choice_a` to `choice_d`, `answer` a letter."""
    for n, item in enumerate(_json(path)["questions"]):
        if item.get("data_type", "image") != "image":
            yield _about_video(n)
            continue
        choices = [
            f"\n{letter}. {item[f'choice_{letter.lower()}']}"
            for letter in "ABCDEF"
            if item.get(f"choice_{letter.lower()}") is not None
        ]
        yield Sample(
            str(n),
            finder.find(str(item["data_id"])) or finder.find(str(item["data_id"]), *PICTURES),
            str(item["question"]) + "".join(choices) + BY_LETTER,
            (str(item["answer"]).strip().upper(),),
            kind=str(item.get("question_type_id", "")),
        )


def _questions(path: Path, finder: Finder) -> Iterator[Sample]:
    """Lines with `image`, `question` and `answers` or `answer`; of the Qwen-VL scripts' TextVQA the ten answers beside it."""
    ten: dict[str, tuple[str, ...]] = {}
    beside = path.with_name(f"{path.stem}_annotations.json")
    if beside.is_file():
        ten = {str(one["question_id"]): _texts(one["answers"]) for one in _json(beside)["annotations"]}
    for n, line in _lines(path):
        if "video" in line:
            yield _about_video(n)
            continue
        answers = ten.get(str(line.get("question_id")), _texts(line.get("answers", line.get("answer", ()))))
        yield Sample(str(n), finder.find(str(line["image"])), str(line["question"]), answers)


def _texts_of(path: Path, finder: Finder) -> Iterator[Sample]:
    """Lines with `image` and `text`, or a folder of pictures with text files of the same names."""
    if path.is_dir():
        for n, picture in enumerate(_with_text(path)):
            yield Sample(str(n), str(picture), answers=(_decoded(picture.with_suffix(".txt")),))
        return
    for n, line in _lines(path):
        if "video" in line:
            yield _about_video(n)
            continue
        yield Sample(str(n), finder.find(str(line["image"])), answers=(str(line["text"]),))


def _mme_files(path: Path) -> list[tuple[str, Path]]:
    """The text files with questions of each task, with its name."""
    tasks = (*PERCEPTION, *COGNITION)
    inner = path / "MME_Benchmark"
    path = inner if inner.is_dir() else path
    folders = (
        [path] if path.name in tasks else [folder for folder in sorted(path.iterdir()) if folder.is_dir()]
    )
    found = []
    for folder in folders:
        inside = folder / "questions_answers_YN"
        found += [
            (folder.name, file) for file in sorted((inside if inside.is_dir() else folder).glob("*.txt"))
        ]
    lists = [(task, path / f"{task}.txt") for task in tasks]
    return found or [(task, file) for task, file in lists if file.is_file()]


def _is_mme(path: Path, _head: bytes) -> bool:
    if not path.is_dir():
        return False
    try:
        for task, file in _mme_files(path)[:1]:
            lines = [line.split("\t") for line in _decoded(file).splitlines() if line.strip()]
            known = task in (*PERCEPTION, *COGNITION)
            return known and bool(lines) and lines[0][-1].strip().lower() in ("yes", "no")
    except (OSError, ValueError):
        return False
    return False


def _with_text(folder: Path) -> list[Path]:
    return [
        one
        for one in sorted(folder.iterdir())
        if one.suffix.lower() in PICTURES and one.with_suffix(".txt").is_file()
    ]


def _is_texts(path: Path, head: bytes) -> bool:
    if not path.is_dir():
        return _first_line(head) >= {"image", "text"}
    try:
        paired = _with_text(path)
        # YOLO's text files hold rows of numbers
        return bool(paired) and not all(_is_numbers(one.with_suffix(".txt")) for one in paired[:20])
    except (OSError, ValueError):
        return False


def _is_numbers(file: Path) -> bool:
    try:
        return all(len([float(part) for part in line.split()]) >= 5 for line in _decoded(file).splitlines())
    except ValueError:
        return False


def _first_line(head: bytes) -> set[str]:
    """The members of the object on the first line of a file of JSON lines."""
    try:
        line = json.loads(head.partition(b"\n")[0].decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return set()
    return set(line) if isinstance(line, dict) else set()


def _holds(*names: str) -> Callable[[Path, bytes], bool]:
    return lambda _path, head: all(f'"{name}"'.encode() in head for name in names)


SETS: Mapping[str, PublicSet] = {
    one.name: one
    for one in (
        PublicSet(
            "refcoco", "RefCOCO", "ground", ("accuracy@0.5",),
            lambda _path, head: _first_line(head) >= {"image", "sent", "bbox"}, _refcoco,
        ),
        PublicSet("ocrbench", "OCRBench", "vqa", ("ocrbench",), _holds("dataset_name", "image_path", "answers"), _ocrbench),
        PublicSet("seed", "SEED-Bench", "vqa", ("choice",), _holds("question", "choice_a", "data_id"), _seed),
        PublicSet("textvqa", "TextVQA", "vqa", ("vqa", "exact"), _holds("data", "question", "image_id"), _textvqa),
        PublicSet("docvqa", "DocVQA", "vqa", ("anls", "exact"), _holds("data", "question", "image"), _docvqa),
        PublicSet(
            "mme", "MME", "vqa", ("mme_accuracy", "mme_accuracy+", "mme_perception", "mme_cognition"), _is_mme, _mme
        ),
        PublicSet(
            "questions", "questions and answers", "vqa", ("exact", "anls"),
            lambda _path, head: _first_line(head) >= {"question"} and bool(_first_line(head) & {"image", "video"}), _questions,
        ),
        PublicSet("texts", "pictures and their text", "read", ("cer", "exact"), _is_texts, _texts_of),
    )
}  # fmt: skip
"""All layouts by the short name that the command line takes; the first that a file is of is taken."""


def _lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    for n, line in enumerate(_decoded(path).splitlines()):
        if line.strip():
            yield n, json.loads(line)


def _about_video(n: int) -> Sample:
    return Sample(str(n), "", about_video=True)


def _json(path: Path) -> Any:
    return json.loads(_decoded(path))


def _decoded(path: Path) -> str:
    return read_regular(path, MOST_BYTES).decode("utf-8-sig")


def _texts(value: Any) -> tuple[str, ...]:
    """An answer, several, or VQA's objects with an `answer` each."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return tuple(str(one["answer"] if isinstance(one, dict) else one) for one in value)
    return (str(value),)


def _corners(value: Any) -> Corners:
    x1, y1, x2, y2 = map(float, value)
    return x1, y1, x2, y2
