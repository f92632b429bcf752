"""What `eyebox evaluate` reads as truth: files of boxes in any readable format, and public sets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from eyebox.formats import MODULES, format_named, load_annotations, load_from
from eyebox.formats.extras import common
from eyebox_models.evaluation.metrics import USUAL
from eyebox_models.evaluation.public_sets import SETS, load, public_set_of
from eyebox_models.evaluation.samples import Sample, Target, Task, usable
from eyebox_models.files.atomic_write import shown
from eyebox_models.protocol.errors import EyeboxError

if TYPE_CHECKING:
    from eyebox.formats import AnnotationFormat
    from eyebox.formats.imported import AnnotatedPicture

OF_TEXT = ("ppocr", "hocr")
"""Formats of boxes whose labels are the text in them."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """Samples that can be asked, what is asked of them, what it is measured by, and how many pictures are not there."""

    samples: tuple[Sample, ...]
    task: Task
    metrics: tuple[str, ...]
    missing: int


def format_names() -> tuple[str, ...]:
    """All that `--format` takes."""
    return (*(name for name in MODULES if hasattr(format_named(name), "load")), *SETS)


def read_dataset(path: Path, name: str | None, task: Task | None, images: Path | None) -> Dataset:
    """The samples of a file or folder, in the format `name` or the one that it looks like. Raises EyeboxError."""
    if not path.exists():
        raise EyeboxError("dataset-missing", "There is no file or folder {path}.", path=shown(path))
    public = (SETS.get(name) if name is not None else public_set_of(path)) if name not in MODULES else None
    if public is not None:
        if task not in (None, public.task):
            raise EyeboxError(
                "set-other-task",
                "{title} is a set for --task {task}; leave --task out.",
                title=public.title,
                task=public.task,
            )
        return _usable([*load(public, path, images)], public.task, public.metrics)
    pictures = (
        load_annotations(path)
        if name is None
        else load_from([cast("AnnotationFormat", format_named(name))], path)
    )
    asked: Task = task or ("read" if name in OF_TEXT else "ground")
    return _usable([*_samples(pictures, asked)], asked, USUAL[asked])


def _usable(samples: list[Sample], task: Task, metrics: tuple[str, ...]) -> Dataset:
    kept, missing = usable(samples, task, lambda path: Path(path).is_file())
    if not kept:
        raise EyeboxError(
            "dataset-nothing-to-ask",
            "There is nothing to ask in this dataset: {missing} of its pictures were not found, and the others have no "
            "boxes or questions.",
            missing=missing,
        )
    return Dataset(tuple(kept), task, metrics, missing)


def _samples(pictures: Iterator[AnnotatedPicture], task: Task) -> Iterator[Sample]:
    """A sample a picture: all its boxes are to be found, or their labels are its text."""
    for n, picture in enumerate(pictures):
        if task == "vqa":
            raise EyeboxError(
                "boxes-no-questions",
                "A file of boxes has no questions: --task vqa needs lines with image, question and answers.",
            )
        boxes = [
            (Target(box.label, box.xyxy), bool(common(picture.extras, box.id).get("crowd")))
            for box in picture.boxes
        ]
        yield Sample(
            str(n),
            picture.path,
            answers=("\n".join(box.label for box, _crowd in boxes),) if task == "read" else (),
            targets=tuple(box for box, crowd in boxes if not crowd) if task == "ground" else (),
            size=(picture.width, picture.height),
            crowds=tuple(box for box, crowd in boxes if crowd) if task == "ground" else (),
        )
