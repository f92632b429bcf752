"""Pictures whose answers are known: files of boxes in any readable format, public sets, and reviewed pictures of a session."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from eyebox.formats import MODULES, format_named, load_annotations, load_from
from eyebox.formats.export import StoredPictures
from eyebox.formats.extras import common
from eyebox.formats.imported import ABOUT_VIDEO, AnnotatedPicture
from eyebox_models.evaluation.metrics import USUAL
from eyebox_models.evaluation.public_sets import SETS, load, public_set_of
from eyebox_models.evaluation.samples import Sample, Target, Task, usable
from eyebox_models.files.atomic_write import shown
from eyebox_models.files.document_page import file_of
from eyebox_models.protocol.errors import EyeboxError

if TYPE_CHECKING:
    from eyebox.formats import AnnotationFormat
    from eyebox.session.store import Store

OF_TEXT = ("ppocr", "hocr")
"""Formats of boxes whose labels are the text in them."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """Samples that can be asked, what is asked of them, what it is measured by, how many pictures are not there, and how many
    samples are about videos, which are not asked."""

    samples: tuple[Sample, ...]
    task: Task
    metrics: tuple[str, ...]
    missing: int
    videos: int


def truth_names() -> tuple[str, ...]:
    """The short names of all formats and sets that can be read as truth."""
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
                "{title} can only be evaluated as {task}: choose that, or leave the choice to the file.",
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


def session_truth(store: Store, session: str, *, reviewed: bool) -> Dataset:
    """The pictures of a session with their boxes, as they are turned there; on another thread by a store of its own.

    `reviewed`: only those on which, by a human, nothing is missing and each box is judged for certain. What a model said
    and nobody judged is no truth.
    """
    samples: list[Sample] = []
    for content in StoredPictures(store, session, texts=False):
        record = content.record
        if not record.path or (reviewed and (not record.complete or store.waiting_on(record.id))):
            continue
        judged = {
            row.state.box.id
            for row in store.review_of_picture(record.id)
            if row.verdict not in ("", "unsure")
        }
        boxes = tuple(box for box in content.boxes if box.source != "model" or box.id in judged)
        found = AnnotatedPicture(record.name, record.path, record.width, record.height, boxes, content.extras)
        samples.append(replace(_sample(str(len(samples)), found, "ground"), turns=record.turns))
    return _usable(samples, "ground", USUAL["ground"])


def _usable(samples: list[Sample], task: Task, metrics: tuple[str, ...]) -> Dataset:
    kept, missing, videos = usable(samples, task, lambda path: Path(file_of(path)).is_file())
    if videos and not (kept or missing):
        raise EyeboxError(
            "dataset-videos", "There are only questions about videos; save frames as pictures and ask about these.",
        )  # fmt: skip
    if not kept:
        raise EyeboxError(
            "dataset-nothing-to-ask",
            "There is nothing to ask: {missing} of the pictures were not found, and the others have no boxes, or no questions.",
            missing=missing,
        )
    return Dataset(tuple(kept), task, metrics, missing, videos)


def _samples(pictures: Iterator[AnnotatedPicture], task: Task) -> Iterator[Sample]:
    """A sample a picture: all its boxes are to be found, or their labels are its text."""
    if task == "vqa":
        raise EyeboxError(
            "boxes-no-questions",
            "A file of boxes has no questions: --task vqa needs lines with image, question and answers.",
        )
    for n, picture in enumerate(pictures):
        if ABOUT_VIDEO in picture.left_out:
            yield Sample(str(n), "", about_video=True)
        else:
            yield _sample(str(n), picture, task)


def _sample(id: str, picture: AnnotatedPicture, task: Task) -> Sample:
    size = (picture.width, picture.height)
    if task == "read":
        return Sample(id, picture.path, answers=("\n".join(box.label for box in picture.boxes),), size=size)
    boxes = [
        (Target(box.label, box.xyxy), bool(common(picture.extras, box.id).get("crowd")))
        for box in picture.boxes
    ]
    targets, crowds = (tuple(box for box, crowd in boxes if crowd is wanted) for wanted in (False, True))
    return Sample(id, picture.path, targets=targets, crowds=crowds, size=size)
