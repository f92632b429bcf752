"""Pictures with questions whose answers are known, and what a model said to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from eyebox_models.evaluation.matching import Corners
from eyebox_models.protocol.events import Answer
from eyebox_models.protocol.page import Page

Task = Literal["ground", "read", "vqa"]
TASKS: tuple[Task, ...] = ("ground", "read", "vqa")
READ_ALL = "Read all the text in the picture. Give only the text, line by line."


@dataclass(frozen=True, slots=True)
class Target:
    """A box that is to be found: what it is called, and where it is in pixels of the upright original picture."""

    label: str
    corners: Corners
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """One question about one picture.

    `targets` are all that is to be found (task "ground"); `answers` are the accepted ones ("vqa"), or the whole text
    ("read"). `kind` is the part of a public set that it belongs to, `size` (width, height) the picture's, (0, 0) where
    nobody said. An empty `question` is put together from what is to be found.
    """

    id: str
    picture: str
    question: str = ""
    answers: tuple[str, ...] = ()
    targets: tuple[Target, ...] = ()
    kind: str = ""
    size: tuple[int, int] = (0, 0)
    about_video: bool = False
    """It has no picture, and is not asked."""
    turns: int = 0
    """Its picture is turned clockwise by so many quarters once it is upright, and shown so."""
    crowds: tuple[Target, ...] = ()
    """Parts of the picture with so many of a name that nobody drew a box around each: what is said there is not counted."""

    @property
    def labels(self) -> tuple[str, ...]:
        """What is to be found, each name once."""
        return tuple(dict.fromkeys(target.label for target in self.targets))

    def prompt(self, task: Task, grounding: str) -> str:
        """What a model is asked; `grounding` is its family's question for boxes, with {shapes} in it."""
        if task == "read":
            return self.question or READ_ALL
        if task == "vqa" or self.question:
            return self.question
        names = self.labels
        shapes = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
        return grounding.replace("{shapes}", shapes)


@dataclass(frozen=True, slots=True)
class Given:
    """What a model said to one sample. `failed` says why there is no answer; it then counts as an empty one."""

    id: str
    text: str = ""
    raw: str = ""
    boxes: tuple[Target, ...] = ()
    tokens: int = 0
    tokens_per_second: float = 0.0
    peak_bytes: int = 0
    precision: str = ""
    failed: str = ""

    @classmethod
    def of(cls, sample: Sample, answer: Answer) -> Given:
        """What is kept of an answer."""
        boxes = tuple(Target(one.box.label, one.box.xyxy, one.box.score) for one in answer.boxes)
        return cls(
            sample.id,
            answer.text,
            answer.raw,
            boxes,
            answer.tokens_out,
            answer.tokens_per_second,
            answer.peak_bytes,
            answer.precision,
        )

    @classmethod
    def of_page(cls, sample: Sample, page: Page) -> Given:
        """What the built-in reader read."""
        return cls(sample.id, "\n".join(line.text for line in page.lines))


Pairs = list[tuple[Sample, Given]]
"""The samples of one picture, each with what was said to it."""


def by_picture(samples: Iterable[Sample], given: Mapping[str, Given]) -> dict[str, Pairs]:
    """The samples that were answered, picture by picture."""
    pictures: dict[str, Pairs] = {}
    for sample in samples:
        if sample.id in given:
            pictures.setdefault(sample.picture, []).append((sample, given[sample.id]))
    return pictures


def usable(
    samples: Iterable[Sample], task: Task, exists: Callable[[str], bool]
) -> tuple[list[Sample], int, int]:
    """The samples that can be asked, how many pictures with samples are not there, and how many samples are about videos.

    What nobody knows an answer to (pictures without boxes, the questions of a set that keeps its answers to itself) is
    passed over.
    """
    there: dict[str, bool] = {}
    kept = []
    unnamed = videos = 0
    for sample in samples:
        if sample.about_video:
            videos += 1
            continue
        if not sample.picture:
            unnamed += 1
            continue
        if sample.picture not in there:
            there[sample.picture] = exists(sample.picture)
        if there[sample.picture] and (sample.targets if task == "ground" else sample.answers):
            kept.append(sample)
    return kept, unnamed + sum(not found for found in there.values()), videos


def as_line(given: Given) -> dict[str, Any]:
    """For a line of JSON."""
    line: dict[str, Any] = {
        name: value
        for name in Given.__slots__
        if name != "boxes" and ((value := getattr(given, name)) or name == "id")
    }
    if given.boxes:
        line["boxes"] = [[box.label, *box.corners, box.score] for box in given.boxes]
    return line


def from_line(line: Mapping[str, Any]) -> Given:
    """Raises KeyError, TypeError or ValueError for what is no such line."""
    boxes = tuple(Target(b[0], (b[1], b[2], b[3], b[4]), b[5]) for b in line.get("boxes", ()))
    return Given(**{**line, "boxes": boxes})
