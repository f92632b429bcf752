"""Files of training data: samples and pairs as trainers take them, and the proof that their boxes are where they were left."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from eyebox.formats.json_input import from_json, line_number, mapping, read_items, read_lines
from eyebox.formats.samples import Convention, Sample, answer, asked, placed, record
from eyebox.formats.talks import boxes_in, rule_of, talk_of
from eyebox_models.boxes.answer_reader import reader_for
from eyebox_models.boxes.notation import Notation, one_line
from eyebox_models.families.registry import info_named
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import EyeboxError, Sentence
from eyebox_models.protocol.events import ImageInfo

ONE_PIXEL = 1.0
SLACK = 0.01

NO_AREA = Sentence("training-no-area", "boxes without an area inside of their picture, or written twice")
ROUNDED = Sentence(
    "training-rounded", "boxes that moved by over a pixel, as the model counts in coarser steps"
)


@dataclass(slots=True)
class Written:
    """What came of it. `left_out` counts by kind; `farthest` is how many pixels a corner is from where it was left."""

    samples: int = 0
    pairs: int = 0
    boxes: int = 0
    farthest: float = 0.0
    left_out: Counter[str] = field(default_factory=Counter)
    files: list[Path] = field(default_factory=list)
    named: list[tuple[str, str]] = field(default_factory=list)
    """Pictures that are left out, by their names, with the kind of each."""

    def leave_out(self, picture: str, kind: str) -> None:
        self.left_out[kind] += 1
        self.named.append((picture, kind))


@dataclass(frozen=True, slots=True)
class Pair:
    """A sample, and what the model had said instead. `family` is whose words both are."""

    sample: Sample
    rejected: str
    family: str


def read_answer(text: str, notation: Notation, width: int, height: int, shown: tuple[int, int]) -> list[Box]:
    reader = reader_for(0, [ImageInfo(0, width, height, shown)], notation.rule)
    reader.feed(text)
    reader.finish()
    return [found.box for found in reader.boxes]


def write_samples(out: BinaryIO, samples: Iterable[Sample], convention: Convention) -> int:
    """The samples as the trainers of a convention take them: a list in JSON, or an object a line. Returns how many."""
    listed = convention.layout in ("qwen", "qwen_2023")
    count = 0
    out.write(b"[\n" if listed else b"")
    for count, sample in enumerate(samples, 1):
        out.write(b",\n" if listed and count > 1 else b"")
        data = json.dumps(record(sample, convention, count - 1), ensure_ascii=False)
        out.write(data.encode("utf-8", "replace") + (b"" if listed else b"\n"))
    out.write(b"\n]\n" if listed else b"")
    out.flush()
    return count


def write_pairs(out: BinaryIO, pairs: Iterable[Pair], convention: Convention) -> int:
    """The pairs, an object a line. Returns how many."""
    count = 0
    for pair in pairs:
        line = json.dumps(pair_record(pair, convention), ensure_ascii=False)
        out.write(line.encode("utf-8", "replace") + b"\n")
        count += 1
    out.flush()
    return count


def pair_record(pair: Pair, convention: Convention) -> dict[str, Any]:
    """A pair as trainers take it: LLaMA-Factory's for Qwen, MMPR's for InternVL, ms-swift's own."""
    sample, question, chosen = pair.sample, asked(pair.sample, pair.family), answer(pair.sample, pair.family)
    size = {"width": sample.width, "height": sample.height}
    if convention.layout == "swift":
        turns = [{"role": "user", "content": f"<image>{question}"}, {"role": "assistant", "content": chosen}]
        return {"messages": turns, "rejected_response": pair.rejected, "images": [sample.path]}
    if convention.layout == "internvl":
        answers = {"chosen": chosen, "rejected": pair.rejected}
        return {"image": sample.path, "question": f"<image>\n{question}", **answers, **size}
    return {
        "conversations": [{"from": "human", "value": f"<image>\n{question}"}],
        "chosen": {"from": "gpt", "value": chosen},
        "rejected": {"from": "gpt", "value": pair.rejected},
        "images": [sample.path],
        **size,
    }


def _records(path: Path, convention: Convention) -> Iterator[dict[str, Any]]:
    """The records of a file as others would read them."""
    if convention.layout in ("qwen", "qwen_2023"):
        for n, value, _text in read_items(path):
            yield mapping(value, partial(line_number, n))
        return
    for n, line in read_lines(path):
        yield mapping(from_json(line, partial(line_number, n)), partial(line_number, n))


def prove_samples(path: Path, samples: Iterator[Sample], convention: Convention, written: Written) -> None:
    """Reads a file back and compares each box with the one that was reviewed. Raises EyeboxError where one is elsewhere."""
    for one, sample in zip(_records(path, convention), samples, strict=True):
        talk = replace(talk_of(one, partial(line_number, written.samples)), sizes=(sample.size,))
        (read,) = boxes_in(talk, rule_of(talk))
        _compare(read.boxes, sample, convention.family, written, exact=convention.layout == "swift")


def prove_pairs(path: Path, pairs: Iterator[Pair], convention: Convention) -> None:
    """Reads the file of pairs back: what is chosen holds the boxes as they were left, what is rejected is what was said."""
    for (n, line), pair in zip(read_lines(path), pairs, strict=True):
        one = mapping(from_json(line, partial(line_number, n)), partial(line_number, n))
        if convention.layout == "swift":
            chosen, rejected = one["messages"][-1]["content"], one["rejected_response"]
        elif convention.layout == "internvl":
            chosen, rejected = one["chosen"], one["rejected"]
        else:
            chosen, rejected = one["chosen"]["value"], one["rejected"]["value"]
        sample, notation = pair.sample, info_named(pair.family).notation
        assert notation is not None
        _compare(
            read_answer(chosen, notation, *sample.size, sample.shown),
            sample,
            pair.family,
            Written(),
            exact=False,
        )
        if rejected != pair.rejected:
            raise not_proved(sample)


def not_proved(sample: Sample) -> EyeboxError:
    return EyeboxError(
        "training-not-proved",
        "Nothing was written: boxes of {picture} were read back elsewhere than they were left. Report this, please.",
        picture=sample.path,
    )


def _compare(read: Sequence[Box], sample: Sample, family: str, written: Written, *, exact: bool) -> None:
    notation = info_named(family).notation
    assert notation is not None
    if len(read) != len(sample.boxes if exact else placed(sample, notation)):
        raise not_proved(sample)
    steps = sample.size if exact else notation.steps(sample.shown)
    allowed = [max(ONE_PIXEL, side / step) + SLACK for side, step in zip(sample.size, steps, strict=True)] * 2
    left = list(read)
    for box in sample.boxes:
        wanted = box if exact else box.inside(*sample.size)
        label = box.label if exact else one_line(box.label)
        if not exact and notation.corners(box, sample.size, sample.shown) is None:
            written.left_out[NO_AREA] += 1
            continue
        alike = [
            (max(abs(a - b) for a, b in zip(wanted.xyxy, found.xyxy, strict=True)), n)
            for n, found in enumerate(left)
            if found.label == label
        ]
        if not alike:
            written.left_out[NO_AREA] += 1
            continue
        far, n = min(alike)
        found = left[n]
        if any(abs(a - b) > most for a, b, most in zip(wanted.xyxy, found.xyxy, allowed, strict=True)):
            written.left_out[NO_AREA] += 1  # written twice: its like was taken by the other one
            continue
        del left[n]
        written.boxes += 1
        written.farthest = max(written.farthest, far)
        written.left_out[ROUNDED] += far > ONE_PIXEL + SLACK
    if left:
        raise not_proved(sample)
