"""What a JSON object of an answer says: its shapes, its label, and the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from eyebox_models.boxes.findings import Shape
from eyebox_models.boxes.markup import are_fractions, is_empty

SHAPE_KEYS = {
    **dict.fromkeys(
        ("bbox_2d", "bbox", "box", "box_2d", "bounding_box", "boundingbox", "bboxes", "boxes", "rect", "rectangle",
         "coordinates", "coordinate", "coords", "边界框", "坐标"), "box"),
    **dict.fromkeys(("point_2d", "point", "点"), "point"),
    **dict.fromkeys(("points", "points_2d"), "points"),
    **dict.fromkeys(("polygon", "polygon_2d", "poly", "segmentation", "contour", "多边形"), "polygon"),
    **dict.fromkeys(("quad", "quad_2d", "quadrilateral"), "quad"),
}  # fmt: skip
"""Keys that hold coordinates -> what is in them when the numbers alone don't say."""

LABEL_KEYS = (
    "label", "text_content", "text", "name", "ref", "class", "class_name", "category", "object", "phrase", "title",
    "caption", "description", "content", "标签", "名称", "类别", "文字", "文本", "内容", "物体",
)  # fmt: skip
SCORE_KEYS = ("score", "confidence", "conf", "probability")
NUMBER_KEYS = ("id", "index", "idx", "no", "序号", "编号")
PICTURE_KEYS = ("image", "picture", "image_number", "图片", "图")
TIME_KEYS = ("time", "timestamp", "seconds", "时间")
_CORNERS = (("x1", "y1", "x2", "y2"), ("xmin", "ymin", "xmax", "ymax"), ("left", "top", "right", "bottom"),
            ("x_min", "y_min", "x_max", "y_max"))  # fmt: skip
KNOWN = frozenset(
    (
        *SHAPE_KEYS,
        *LABEL_KEYS,
        *SCORE_KEYS,
        *NUMBER_KEYS,
        *PICTURE_KEYS,
        "type",
        "color",
        "colour",
        *(name for names in _CORNERS for name in names),
    )
)
"""Keys by which an object may still turn out to be a box."""

_SIZES = (("x", "y", "width", "height"), ("x", "y", "w", "h"), ("left", "top", "width", "height"))
_NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,3})?")
_LIST = re.compile(r"[\s\d.,;()\[\]{}+\-eE<>/a-z|_]*")
_LABEL_TAG = re.compile(r"</?(?:ref|box|quad|point)>|<\|[a-z_]{1,40}\|>")
_TAG = re.compile(r"<[^<>]*>")
Pair = tuple[str, Any]


@dataclass(slots=True)
class ObjectContent:
    """An object of an answer: `lost` counts shapes that are no shapes; `rest` is what else it says, in order."""

    shapes: list[tuple[Shape, str]] = field(default_factory=list)
    lost: int = 0
    label: str = ""
    label_at: int = -1
    score: float | None = None
    picture: str = ""
    rest: list[Pair] = field(default_factory=list)


def shape_key(key: str) -> str:
    """What kind of shape a key holds, "" for a key of something else."""
    return SHAPE_KEYS.get(key.strip().lower(), "")


def read_object(pairs: list[Pair], y_first: tuple[str, ...]) -> ObjectContent:
    """Reads an object; its `pairs` are in order, and keys may repeat. `label_at` is the place of the label's pair."""
    content = ObjectContent()
    for key, value in pairs:
        kind = shape_key(key)
        if kind and _is_shape(value):
            shapes, lost = _shapes(kind, value, key.strip().lower() in y_first)
            content.shapes += [(shape, key) for shape in shapes]
            content.lost += lost
    flat = dict(pairs)
    if not content.shapes and not content.lost:
        corners = _from_names({key.lower(): value for key, value in flat.items()}, _CORNERS)
        if corners is not None:
            shapes, content.lost = _from_numbers("box", corners)
            content.shapes = [(shape, "") for shape in shapes]
    _describe(content, pairs)
    return content


def _describe(content: ObjectContent, pairs: list[Pair]) -> None:
    """The label of an object, its score, its picture and what is left."""
    lower = [key.strip().lower() for key, _value in pairs]
    for name in LABEL_KEYS:
        if name in lower and isinstance(pairs[lower.index(name)][1], str):
            content.label_at = lower.index(name)
            content.label = " ".join(_LABEL_TAG.sub("", pairs[content.label_at][1]).split())
            break
    coordinates = (
        {name for names in _CORNERS for name in names}
        if content.shapes and not content.shapes[0][1]
        else set()
    )
    for at, (key, value) in enumerate(pairs):
        name = lower[at]
        if at == content.label_at or (shape_key(key) and _is_shape(value)) or name in coordinates:
            continue
        if name in SCORE_KEYS and (number := _number(value)) is not None and 0 <= number <= 1:
            content.score = float(number)
        elif name in PICTURE_KEYS and isinstance(value, str | int) and not isinstance(value, bool):
            content.picture = f"image {value}" if str(value).isdigit() else str(value)
        elif name not in NUMBER_KEYS and isinstance(value, str | int | float):
            content.rest.append((key, value))
            if name in TIME_KEYS and not content.picture and (time := _number(value)) is not None:
                content.picture = f"{time} seconds"


def _is_shape(value: Any) -> bool:
    """Whether a value under a key of coordinates is meant as coordinates (the word "box" has other uses)."""
    return (isinstance(value, list | dict) and len(value) > 0) or (
        isinstance(value, str) and _written(value) is not None
    )


def _shapes(kind: str, value: Any, y_first: bool) -> tuple[list[Shape], int]:
    """The shapes under a key, and how many are none."""
    if isinstance(value, str):
        value = _written(value)
    if isinstance(value, dict):
        value = _from_names(
            {str(key).lower(): part for key, part in value.items()}, (*_CORNERS, *_SIZES, ("x", "y"))
        )
    if not isinstance(value, list):
        return [], 1
    value = [_point(item) for item in value]
    if not any(isinstance(item, list) for item in value):
        return _from_numbers(kind, value, y_first)
    if all(isinstance(item, list) and len(item) == 2 and _number(item[0]) is not None for item in value):
        flat = [number for item in value for number in item]
        if kind == "point" or (kind == "points" and len(value) < 3):
            return _each("point", value, y_first)
        return _from_numbers("polygon" if len(value) not in (2, 4) else kind, flat, y_first)
    return _each(kind, value, y_first)


def _each(kind: str, values: list[Any], y_first: bool) -> tuple[list[Shape], int]:
    shapes: list[Shape] = []
    lost = 0
    for value in values:
        more, fewer = _shapes(kind, value, y_first)
        shapes += more
        lost += fewer
    return shapes, lost


def _from_numbers(kind: str, values: list[Any], y_first: bool = False) -> tuple[list[Shape], int]:
    """Shapes from a flat list: as many numbers as a box, a quad or a point has, or a polygon of more."""
    numbers = [_number(value) for value in values]
    if not numbers or any(number is None for number in numbers):
        return [], 1
    plain = [float(number) for number in numbers if number is not None]
    points = tuple(zip(plain[::2], plain[1::2], strict=False))
    if y_first:
        points = tuple((x, y) for y, x in points)
    many = len(plain)
    if many % 2:
        return [], 1
    if kind in ("point", "points") and (kind == "point" or many < 6):
        return [_made("point", (point,), numbers) for point in points], 0
    if many == 2:
        return [_made("point", points, numbers)], 0
    if is_empty(points):
        return [], 1
    if many == 4:
        return [_made("box", points, numbers)], 0
    if many == 8 and kind in ("box", "quad"):
        return [_made("quad", points, numbers)], 0
    if kind == "box" and many % 4 == 0:
        return _each("box", [plain[at : at + 4] for at in range(0, many, 4)], y_first)
    return [_made("polygon", points, numbers)], 0


def _made(kind: str, points: tuple[tuple[float, float], ...], numbers: list[int | float | None]) -> Shape:
    plain = [float(number) for number in numbers if number is not None]
    return Shape(kind, points, are_fractions(plain, any(isinstance(number, float) for number in numbers)))


def _number(value: Any) -> int | float | None:
    """A number, also one written as a string; None for what is none, or not finite, or beyond any picture."""
    if isinstance(value, str) and len(value) < 40 and _NUMBER.fullmatch(value.strip()):
        value = value.strip()
        value = int(value) if value.lstrip("+-").isdigit() else float(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value if isfinite(value) and abs(value) < 1e9 else None


def _written(text: str) -> list[Any] | None:
    """The numbers of coordinates that were written as a string, as in "(1,2),(3,4)"; None for other text."""
    bare = _TAG.sub(" ", text)
    if len(text) > 2_000 or not _LIST.fullmatch(text) or any(c.isalpha() and c not in "eE" for c in bare):
        return None
    numbers = _NUMBER.findall(bare)
    return list(numbers) if len(numbers) >= 2 else None


def _point(value: Any) -> Any:
    """A point given by names as a list of two."""
    if isinstance(value, dict):
        named = {str(key).lower(): part for key, part in value.items()}
        return _from_names(named, (*_CORNERS, *_SIZES, ("x", "y")))
    return value


def _from_names(values: dict[str, Any], names: tuple[tuple[str, ...], ...]) -> list[Any] | None:
    """The coordinates of an object like {"x1": .., "y1": ..}, None when it has none; sizes become corners."""
    for group in names:
        if all(name in values for name in group):
            numbers = [_number(values[name]) for name in group]
            if group in _SIZES and None not in numbers:
                x, y, width, height = (number or 0 for number in numbers)
                return [x, y, x + width, y + height]
            return list(numbers)
    return None
