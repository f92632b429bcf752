"""Conversations about boxes, as they are read whoever wrote them: pictures under `image` or `images` or as `<img>` in a text,
turns under `conversations` or `messages`, boxes as any family writes them in the answers or, of ms-swift, under `objects`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from eyebox.formats.extras import extra, of_format
from eyebox.formats.imported import ABOUT_VIDEO, UNSIZED, UNUSABLE, AnnotatedPicture, locate
from eyebox.formats.json_input import Malformed, items, kept, mapping, number, text, whole
from eyebox.formats.picture_size import picture_size
from eyebox.formats.samples import CONVENTIONS, FILLED, MARKS, Sample, record, shown_at
from eyebox_models.boxes.answer_reader import reader_for
from eyebox_models.boxes.notation import Size
from eyebox_models.boxes.pictures import RESIZED, THOUSANDTHS, CoordinateRule
from eyebox_models.protocol.box import Box, enclosing
from eyebox_models.protocol.errors import EyeboxError, Sentence
from eyebox_models.protocol.events import ImageInfo

IMG = re.compile(r"(?:Picture \d+: ?)?<img>([^<>]*)</img>\n?")
_REFS = re.compile(r"(?:<ref>|<\|object_ref_start\|>)(.*?)(?:</ref>|<\|object_ref_end\|>)", re.DOTALL)
_ANSWERS = frozenset(("gpt", "assistant"))
_QUESTIONS = frozenset(("human", "user"))
What = Callable[[], Sentence]


@dataclass(frozen=True, slots=True)
class Talk:
    """A record: its pictures as it names them, their sizes where it says them ((0, 0) else), its turns without marks of
    pictures. `shown` is the size the picture was seen at, of a record in pixels of that; `objects` those of ms-swift."""

    images: tuple[str, ...]
    sizes: tuple[Size, ...]
    questions: tuple[str, ...]
    answers: tuple[str, ...]
    shown: Size | None = None
    objects: Mapping[str, Any] = field(default_factory=dict)
    texts: tuple[str, ...] = ()
    """All turns in order, as they stand there."""


def talk_of(one: dict[str, Any], what: What) -> Talk:
    """A record as it is read. Raises Malformed."""
    turns = one.get("conversations", one.get("messages"))
    questions, answers, texts = [], [], []
    images = _names(one.get("image", one.get("images")), what)
    for turn in (mapping(turn, what) for turn in items(turns, what)):
        said = turn.get("value", turn.get("content"))
        if not isinstance(said, str):
            continue
        speaker = str(turn.get("from", turn.get("role")))
        texts.append(said)
        if speaker in _ANSWERS:
            answers.append(said)
        elif speaker in _QUESTIONS:
            images += IMG.findall(said) if "image" not in one and "images" not in one else []
            questions.append(MARKS.sub("", IMG.sub("", said)))
    shown = one.get("resized")
    return Talk(
        tuple(images),
        tuple(_sizes(one, len(images), what)),
        tuple(questions),
        tuple(answers),
        _pair(shown, what) if shown is not None else None,
        mapping(one.get("objects") or {}, what),
        tuple(texts),
    )


def _names(value: Any, what: What) -> list[str]:
    """Pictures of a record: one name or several, also as objects with a path."""
    values = value if isinstance(value, list) else [] if value is None else [value]
    return [text(one.get("path") if isinstance(one, dict) else one, what) for one in values]


def _sizes(one: dict[str, Any], count: int, what: What) -> Iterator[Size]:
    """The sizes of the pictures, from one number, a list, or InternVL's `width_list`."""
    sides = []
    for key in ("width", "height"):
        value = one.get(f"{key}_list", one.get(key))
        sides.append(value if isinstance(value, list) else [value])
    for n in range(count):
        across, down = (whole(values[n], what) if n < len(values) else 0 for values in sides)
        yield across, down


def _pair(value: Any, what: What) -> Size:
    sides = [whole(side, what) for side in items(value, what)]
    if len(sides) != 2 or min(sides) <= 0:
        raise Malformed("value-no-size", "{what} is not a size", what=what())
    return sides[0], sides[1]


def is_about_video(one: Mapping[str, Any], texts: Iterable[str]) -> bool:
    """Whether a record with these turns asks about a video, which has no boxes and is not taught."""
    return bool(one.get("video") or one.get("videos")) or any("<video>" in said for said in texts)


def rule_of(talk: Talk, rule: CoordinateRule = THOUSANDTHS) -> CoordinateRule:
    """What the coordinates of a record mean: what it says itself, else `rule`."""
    return RESIZED if talk.shown else rule


def found_in(
    one: dict[str, Any], name: str, folder: Path, what: What, rule: CoordinateRule = THOUSANDTHS
) -> list[AnnotatedPicture]:
    """The pictures of a record of the format `name` with their boxes. Raises Malformed."""
    talk = talk_of(one, what)
    if is_about_video(one, talk.texts):
        return [AnnotatedPicture("", "", left_out={ABOUT_VIDEO: 1})]
    paths = [locate(image, folder) for image in talk.images]
    sizes = [
        size if min(size) > 0 else picture_size(path) for size, path in zip(talk.sizes, paths, strict=True)
    ]
    pictures = boxes_in(replace(talk, sizes=tuple(sizes)), rule_of(talk, rule))
    own: dict[str, Any] = {}
    if len(pictures) == 1 and not _is_usual(one, talk, pictures[0]):
        own = {"": extra(name, {"records": [kept(one, what)]})}
    return [replace(picture, path=path, extras=own) for picture, path in zip(pictures, paths, strict=True)]


def _is_usual(one: dict[str, Any], talk: Talk, picture: AnnotatedPicture) -> bool:
    """Whether a record says nothing that would not be written of its boxes anyway: then it need not be kept."""
    labels = tuple(box.label for box in picture.boxes)
    size = picture.width, picture.height
    for convention in CONVENTIONS.values():
        if ("messages" in one) is not (convention.layout == "swift") or (
            min(size) <= 0 and "messages" not in one
        ):
            continue
        sample = Sample(talk.images[0], *size, picture.boxes, labels, "", talk.shown or size)
        usual = record(sample, convention, 0)
        if one.keys() == usual.keys() and all(one[key] == usual[key] for key in usual if key != "id"):
            return True
    return False


def boxes_in(talk: Talk, rule: CoordinateRule) -> list[AnnotatedPicture]:
    """The pictures of a record of known sizes, each with its boxes; where they lie is not looked for."""
    boxes: list[list[Box]] = [[] for _image in talk.images]
    left: Counter[str] = Counter()
    if talk.objects:
        _objects(talk, boxes, left)
    elif talk.images:
        _answers(talk, rule, boxes, left)
    return [
        AnnotatedPicture(name, "", *size, tuple(of_picture), left_out=dict(left) if n == 0 else {})
        for n, (name, size, of_picture) in enumerate(zip(talk.images, talk.sizes, boxes, strict=True))
    ]


def _answers(talk: Talk, rule: CoordinateRule, boxes: list[list[Box]], left: Counter[str]) -> None:
    """What the answers' own notation says. A box without a label has the one that its question names."""
    seen = []
    for n, size in enumerate(talk.sizes):
        known = size if min(size) > 0 else (1000, 1000)
        resized = talk.shown or known
        if rule == RESIZED and not talk.shown:
            try:
                resized = shown_at("qwen2_5_vl", known)
            except EyeboxError:
                left[UNSIZED] += 1
        seen.append(ImageInfo(n, *known, resized))
    for n, said in enumerate(talk.answers):
        reader = reader_for(n, seen, rule)
        reader.feed(said)
        reader.finish()
        left[UNUSABLE] += reader.cut
        named = _REFS.findall(talk.questions[n]) if n < len(talk.questions) else []
        label = named[0].strip() if len(named) == 1 else ""
        for found in reader.boxes:
            if min(talk.sizes[found.image]) <= 0:
                left[UNSIZED] += 1
                continue
            box = replace(found.box, source="import")
            boxes[found.image].append(box if box.label else replace(box, label=label))
    for kind in [kind for kind, count in left.items() if not count]:
        del left[kind]


def _objects(talk: Talk, boxes: list[list[Box]], left: Counter[str]) -> None:
    """ms-swift: `<ref-object>` and `<bbox>` of all turns are filled in order; a box has the name that was filled in last."""
    what = partial(Sentence, "the-objects", "objects")
    objects = talk.objects
    refs = [text(ref, what) for ref in items(objects.get("ref") or [], what)]
    corners = items(objects.get("bbox") or [], what)
    real = objects.get("bbox_type") != "norm1"
    of_image = objects.get("image_id") if real else None
    labels = _filled("\n".join(talk.texts), refs, len(corners))
    for n, (label, one) in enumerate(zip(labels, corners, strict=True)):
        image = of_image[n] if isinstance(of_image, list) and n < len(of_image) else 0
        if type(image) is not int or not 0 <= image < len(boxes):
            left[UNUSABLE] += 1
            continue
        size = talk.sizes[image]
        if not real and min(size) <= 0:
            left[UNSIZED] += 1
            continue
        try:
            boxes[image].append(box_of(label, one, (1, 1) if real else size, what))
        except Malformed:
            left[UNUSABLE] += 1


def _filled(said: str, refs: Sequence[str], count: int) -> list[str]:
    """The label of each of `count` boxes."""
    labels: list[str] = []
    at = 0
    for match in FILLED.finditer(said):
        if match[0] == "<bbox>":
            labels.append(refs[at - 1] if 0 < at <= len(refs) else "")
        else:
            at += 1
    rest = range(len(labels), count)
    return [*labels[:count], *(refs[n] if n < len(refs) else refs[-1] if refs else "" for n in rest)]


def box_of(label: str, value: Any, scale: Size, what: What) -> Box:
    """A box of two corners, or a point. Raises Malformed."""
    values = [number(one, what) for one in items(value, what)]
    if len(values) not in (2, 4):
        raise Malformed("bbox-not-four", "{what} does not have four numbers", what=what())
    points = tuple((x * scale[0], y * scale[1]) for x, y in zip(values[::2], values[1::2], strict=True))
    corners = enclosing(points)
    if corners[:2] != points[0]:
        raise Malformed("bbox-negative", "{what} has a negative size", what=what())
    if len(values) == 2:
        return Box(label, *corners, source="import", points=points, kind="point")
    return Box(label, *corners, source="import")


def joined(found: Iterable[AnnotatedPicture], name: str) -> Iterator[AnnotatedPicture]:
    """Pictures of which several records follow each other, as one each."""
    for _key, group in groupby(found, lambda picture: picture.name):
        first, *others = group
        if not others:
            yield first
            continue
        several = [first, *others]
        left: Counter[str] = Counter()
        for one in several:
            left.update(one.left_out)
        had = [record for one in several for record in of_format(one.extras, "", name).get("records", ())]
        yield replace(
            first,
            boxes=tuple(box for one in several for box in one.boxes),
            extras={"": extra(name, {"records": had})} if had else {},
            left_out=dict(left),
        )
