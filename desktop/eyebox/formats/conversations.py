"""Boxes in conversations, as files that models are taught with hold them: a question on a picture, an answer with its boxes.

A record is one conversation. `Convention` says for whom it is written: whose notation the answer is in, and how a record
looks. Reading takes all of them: pictures under `image` or `images` or as `<img>` in a text, turns under `conversations`
or `messages`, boxes as any family writes them in the answers or, of ms-swift, under `objects`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

from eyebox.formats.export import SessionExport, in_file
from eyebox.formats.extras import extra, of_format
from eyebox.formats.imported import UNSIZED, UNUSABLE, AnnotatedPicture, locate
from eyebox.formats.json_input import Malformed, items, kept, mapping, number, text, whole
from eyebox.formats.picture_size import picture_size
from eyebox.session.types import PictureContent
from eyebox_models.boxes.answer_reader import reader_for
from eyebox_models.boxes.notation import NOTHING, Corners, Notation, Size, one_line
from eyebox_models.boxes.pictures import RESIZED, THOUSANDTHS, CoordinateRule
from eyebox_models.families.registry import info_named
from eyebox_models.protocol.ask import ImageInfo
from eyebox_models.protocol.box import Box, enclosing
from eyebox_models.protocol.errors import EyeboxError, Sentence

EVERYTHING = "all objects"

_IMG = re.compile(r"(?:Picture \d+: ?)?<img>([^<>]*)</img>\n?")
_MARKS = re.compile(r"<(?:image|video|audio)>\n?")
_FILLED = re.compile(r"<ref-object>|<bbox>")
_REFS = re.compile(r"(?:<ref>|<\|object_ref_start\|>)(.*?)(?:</ref>|<\|object_ref_end\|>)", re.DOTALL)
_ANSWERS = frozenset(("gpt", "assistant"))
_QUESTIONS = frozenset(("human", "user"))

Layout = Literal["qwen", "qwen_2023", "internvl", "swift"]
What = Callable[[], Sentence]


@dataclass(frozen=True, slots=True)
class Convention:
    """For whom a record is written: `family` whose notation the answer is in, `layout` of the record."""

    title: str
    family: str
    layout: Layout


CONVENTIONS: Mapping[str, Convention] = {
    "qwen3_vl": Convention("Qwen3-VL", "qwen3_vl", "qwen"),
    "qwen2_5_vl": Convention("Qwen2.5-VL", "qwen2_5_vl", "qwen"),
    "qwen2_vl": Convention("Qwen2-VL", "qwen2_vl", "qwen"),
    "qwen_vl": Convention("Qwen-VL (2023)", "qwen_vl", "qwen_2023"),
    "internvl": Convention("InternVL", "internvl", "internvl"),
    "swift": Convention("ms-swift", "qwen3_vl", "swift"),
}
"""Their short names. ms-swift writes boxes for whatever model it teaches; a family counts only where it can't (pairs)."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What a model is to answer on a picture of `width` x `height` pixels.

    `labels` are asked for ({labels} in `question`, "" for the family's own); `boxes` are the answer. `shown` is the size that
    the family sees the picture at.
    """

    path: str
    width: int
    height: int
    boxes: tuple[Box, ...]
    labels: tuple[str, ...] = ()
    question: str = ""
    shown: Size = (0, 0)

    @property
    def size(self) -> Size:
        return self.width, self.height


def asked(sample: Sample, family: str) -> str:
    """The question of a sample, without the mark of its picture."""
    shapes = ", ".join(dict.fromkeys(filter(None, map(one_line, sample.labels)))) or EVERYTHING
    template = sample.question or info_named(family).question.replace("{shapes}", "{labels}")
    return _MARKS.sub("", template.replace("{labels}", shapes))


def shown_at(family: str, size: Size, max_pixels: int | None = None) -> Size:
    """The size that a family is shown a picture at. Raises EyeboxError for a shape that it refuses."""
    notation = info_named(family).notation
    assert notation is not None
    return notation.resized(*size, max_pixels)


def placed(sample: Sample, notation: Notation) -> list[tuple[str, Corners]]:
    """The boxes of a sample as they are written. What has no area inside of the picture, or is there twice, is left out."""
    found = ((one_line(box.label), notation.corners(box, sample.size, sample.shown)) for box in sample.boxes)
    return [*dict.fromkeys((label, corners) for label, corners in found if corners)]


def answer(sample: Sample, family: str) -> str:
    """The boxes of a sample as a family writes them."""
    notation = info_named(family).notation
    assert notation is not None
    return notation.write(placed(sample, notation))


def record(sample: Sample, convention: Convention, number: int) -> dict[str, Any]:
    """A sample as a record, the `number`th (from 0) of its file."""
    question = asked(sample, convention.family)
    if convention.layout == "swift":
        return _swift(sample, question)
    reply = answer(sample, convention.family)
    size = {"width": sample.width, "height": sample.height}
    if convention.layout == "qwen_2023":
        asking = f"Picture 1: <img>{sample.path}</img>\n{question}"
        turns = [{"from": "user", "value": asking}, {"from": "assistant", "value": reply}]
        return {"id": f"identity_{number}", "conversations": turns, **size}
    turns = [{"from": "human", "value": f"<image>\n{question}"}, {"from": "gpt", "value": reply}]
    if convention.layout == "internvl":
        return {"id": number, "image": sample.path, **size, "conversations": turns}
    notation = info_named(convention.family).notation
    resized = {"resized": list(sample.shown)} if notation and notation.rule == RESIZED else {}
    return {"image": sample.path, "conversations": turns, **size, **resized}


def _swift(sample: Sample, question: str) -> dict[str, Any]:
    """Each box stands as `<ref-object><bbox>`, filled in the order of `objects`, in pixels of the original."""
    reply = "\n".join(["<ref-object><bbox>"] * len(sample.boxes)) or NOTHING
    messages = [
        {"role": "user", "content": f"<image>{_FILLED.sub('', question)}"},
        {"role": "assistant", "content": reply},
    ]
    made: dict[str, Any] = {"messages": messages, "images": [sample.path]}
    if sample.boxes:
        corners = [list(box.xyxy) for box in sample.boxes]
        made["objects"] = {"ref": [box.label for box in sample.boxes], "bbox": corners, "bbox_type": "real"}
    return made


# ---- a session or a data set


def records(
    export: SessionExport, name: str, convention: Convention, *, keep: bool = True
) -> Iterator[dict[str, Any]]:
    """A record for each picture of an export. Those that a file of the format `name` brought stay as they are while they hold
    the picture's boxes (not if they are not to `keep` their notation); otherwise the first one's question and other members
    stay."""
    count = 0
    for picture in map(in_file, export.pictures):
        path = export.path_of(picture.record)
        for made in _records_of(picture, path, name, convention, count, keep):
            yield made
            count += 1


def _records_of(
    picture: PictureContent, path: str, name: str, convention: Convention, count: int, keep: bool
) -> Iterable[dict[str, Any]]:
    known = picture.record.width, picture.record.height
    size = known if min(known) > 0 else picture_size(picture.record.path)
    had = [one for one in of_format(picture.extras, "", name).get("records", ()) if isinstance(one, dict)]
    if keep and had and _same(had, size, picture.boxes):
        return [_at(one, path) for one in had]
    if min(size) <= 0 and convention.layout != "swift":
        return []
    try:
        shown = size if convention.layout == "swift" else shown_at(convention.family, size)
    except EyeboxError:
        return []
    labels = tuple(box.label for box in picture.boxes)
    sample = Sample(path, *size, picture.boxes, labels, _question(had), shown)
    made = record(sample, convention, count)
    others = {key: value for key, value in had[0].items() if key not in _KNOWN} if had else {}
    return [{**others, **made}]


_KNOWN = {"id", "image", "images", "width", "height", "resized", "conversations", "messages", "objects"}


def _same(had: Sequence[dict[str, Any]], size: Size, boxes: Sequence[Box]) -> bool:
    """Whether some records say the very boxes that are there."""
    try:
        talks = [replace(talk_of(one, _the_record), sizes=(size,)) for one in had]
    except Malformed:
        return False
    read = (box for talk in talks for found in boxes_in(talk, rule_of(talk)) for box in found.boxes)
    return Counter(map(_place, read)) == Counter(map(_place, boxes))


def _place(box: Box) -> tuple[object, ...]:
    return (box.label, *(round(value, 3) for value in box.xyxy))


def _at(one: dict[str, Any], path: str) -> dict[str, Any]:
    """A record whose picture lies elsewhere by now."""
    made = dict(one)
    if "image" in made:
        made["image"] = [path] if isinstance(made["image"], list) else path
    elif "images" in made:
        made["images"] = [path]
    elif isinstance(made.get("conversations"), list):
        turns = made["conversations"]
        named = [_IMG.sub(lambda match: match[0].replace(match[1], path), turn["value"]) for turn in turns]
        made["conversations"] = [turn | {"value": value} for turn, value in zip(turns, named, strict=True)]
    return made


def _question(had: Sequence[dict[str, Any]]) -> str:
    questions = talk_of(had[0], _the_record).questions if len(had) == 1 else ()
    return questions[0] if len(questions) == 1 and not _FILLED.search(questions[0]) else ""


def _the_record() -> Sentence:
    return Sentence("the-record", "the record")


# ---- reading


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
        speaker = turn.get("from", turn.get("role"))
        texts.append(said)
        if speaker in _ANSWERS:
            answers.append(said)
        elif speaker in _QUESTIONS:
            images += _IMG.findall(said) if "image" not in one and "images" not in one else []
            questions.append(_MARKS.sub("", _IMG.sub("", said)))
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


def rule_of(talk: Talk, rule: CoordinateRule = THOUSANDTHS) -> CoordinateRule:
    """What the coordinates of a record mean: what it says itself, else `rule`."""
    return RESIZED if talk.shown else rule


def found_in(
    one: dict[str, Any], name: str, folder: Path, what: What, rule: CoordinateRule = THOUSANDTHS
) -> list[AnnotatedPicture]:
    """The pictures of a record of the format `name` with their boxes. Raises Malformed."""
    talk = talk_of(one, what)
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
            boxes[image].append(_object(label, one, (1, 1) if real else size, what))
        except Malformed:
            left[UNUSABLE] += 1


def _filled(said: str, refs: Sequence[str], count: int) -> list[str]:
    """The label of each of `count` boxes."""
    labels: list[str] = []
    at = 0
    for match in _FILLED.finditer(said):
        if match[0] == "<bbox>":
            labels.append(refs[at - 1] if 0 < at <= len(refs) else "")
        else:
            at += 1
    rest = range(len(labels), count)
    return [*labels[:count], *(refs[n] if n < len(refs) else refs[-1] if refs else "" for n in rest)]


def _object(label: str, value: Any, scale: Size, what: What) -> Box:
    """A box of two corners, or a point."""
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
