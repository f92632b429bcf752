"""Files of boxes as nobody should write them: damaged, of wrong types, too deep, too long, or no file at all."""

from __future__ import annotations

import base64
import json
import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

LABELME: dict[str, Any] = {
    "version": "5.5.0",
    "flags": {"day": True},
    "shapes": [
        {
            "label": "cup",
            "points": [[1, 2], [30, 40.5]],
            "shape_type": "rectangle",
            "group_id": None,
            "flags": {},
        },
        {
            "label": "杯子",
            "points": [[5, 5], [9, 5], [9, 9.25]],
            "shape_type": "polygon",
            "description": "left",
        },
        {"label": "ring", "points": [[50, 50], [60, 50]], "shape_type": "circle"},
    ],
    "imagePath": "picture.png",
    "imageData": None,
    "imageHeight": 90,
    "imageWidth": 120,
}
COCO: dict[str, Any] = {
    "info": {"description": "kitchen"},
    "images": [
        {"id": 1, "file_name": "picture.png", "width": 120, "height": 90},
        {"id": "b", "file_name": "b.jpg"},
    ],
    "annotations": [
        {"id": 1, "image_id": 1, "category_id": 3, "bbox": [1, 2, 30, 40.5], "iscrowd": 0, "score": 0.5},
        {"id": 2, "image_id": "b", "category_id": 3, "segmentation": [[1, 2, 3, 4, 5, 6.5]], "area": 3.0},
    ],
    "categories": [{"id": 3, "name": "cup"}],
}


def hostile_annotations(folder: Path, count: int, seed: int, large: int = 4) -> Iterator[tuple[str, Path]]:
    """Makes `count` files under `folder`, `large` of each kind of bomb at the most. Yields kind of fault and path."""
    chance = random.Random(seed)
    kinds: list[Callable[[random.Random, dict[str, Any]], bytes | None]] = [
        _flipped, _cut, _wrong_types, _wrong_types, _numbers, _numbers, _deep, _picture_data, _names, _wrapped,
    ]  # fmt: skip
    bombs = [(bomb, number) for number in range(large) for bomb in BOMBS]
    for number in range(count):
        path = folder / str(number) / "boxes.json"
        path.parent.mkdir(parents=True)
        document = json.loads(json.dumps(chance.choice([LABELME, COCO])))
        if number < len(bombs):
            bomb, size = bombs[number]
            bomb(path, size)
            yield f"bomb {bomb.__name__[1:]}", path
            continue
        if number % 40 == 39:
            _special(chance, path)
            yield "no regular file", path
            continue
        if number % 5 == 4:
            name, text = chance.choice(TEXTS)
            path = path.with_name(name)
            path.write_bytes(_spoiled(chance, text))
            yield f"spoiled {name}", path
            continue
        make = kinds[number % len(kinds)]
        content = make(chance, document)
        assert content is not None
        path.write_bytes(content)
        yield make.__name__[1:].replace("_", " "), path


TEXTS = [
    (
        "voc.xml",
        """<annotation><folder>a</folder><filename>picture.png</filename>
<size><width>120</width><height>90</height><depth>3</depth></size>
<object><name>cup</name><pose>Left</pose><difficult>1</difficult>
<bndbox><xmin>1</xmin><ymin>2</ymin><xmax>30</xmax><ymax>40.5</ymax></bndbox></object></annotation>""",
    ),
    (
        "cvat.xml",
        """<annotations><version>1.1</version><meta><task><name>t</name><labels><label><name>cup</name></label>
</labels></task></meta><image id="0" name="picture.png" width="120" height="90">
<box label="cup" xtl="1" ytl="2" xbr="30" ybr="40.5" rotation="30"><attribute name="a">b</attribute></box>
<polygon label="x" points="1,2;3,4;5,6.5"/><ellipse label="y" cx="5" cy="6" rx="3" ry="3"/></image></annotations>""",
    ),
    ("labels.txt", "0 0.5 0.5 0.25 0.25\n1 0.1 0.2 0.1 0.2 0.75\n2 0.1 0.1 0.5 0.1 0.5 0.5\n"),
    ("data.yaml", "path: .\ntrain: images\nval: [images, other]\nnc: 2\nnames:\n  0: cup\n  1: 杯子\n"),
    (
        "tasks.json",
        """[{"id": 1, "data": {"image": "picture.png"}, "annotations": [{"result": [{"type": "rectanglelabels",
"original_width": 120, "original_height": 90, "from_name": "label", "to_name": "image", "value": {"x": 1, "y": 2,
"width": 30, "height": 40.5, "rotation": 15, "rectanglelabels": ["cup"]}}]}]}]""",
    ),
]
"""Files of other formats, by their names."""

_PIECES = [
    *(
        "<",
        ">",
        "</",
        '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>',
        "&y;",
        "&#0;",
        "<a>" * 200,
        "]]>",
    ),
    *(
        "NaN",
        "-1",
        "1e999",
        "9" * 400,
        "null",
        "[]",
        "{}",
        '""',
        "\0",
        "\ud800",
        "\n",
        "\t",
        "图",
        ": ",
        "- ",
        "*a",
        "&a ",
    ),
    *(
        "!!python/object/apply:os.system [ls]",
        "../../../../../../",
        "//host/share/",
        "/dev/zero",
        "%5C%5Chost%5Cx",
    ),
]


def _spoiled(chance: random.Random, text: str) -> bytes:
    """A text with pieces put in and cut out, then maybe cut off, or with bytes flipped."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(_PIECES) + text[at + chance.choice([0, 0, 1, 5, 20]) :]
    data = bytearray(text.encode("utf-8", "surrogatepass"))
    if chance.random() < 0.2:
        del data[chance.randrange(len(data)) :]
    if data and chance.random() < 0.3:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def _written(document: Any) -> bytes:
    return json.dumps(document).encode()


def _flipped(chance: random.Random, document: dict[str, Any]) -> bytes:
    data = bytearray(json.dumps(document, ensure_ascii=False).encode())
    for _ in range(chance.randint(1, 8)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def _cut(chance: random.Random, document: dict[str, Any]) -> bytes:
    data = _written(document)
    return data[: chance.randrange(len(data))]


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every container of a document with every key of it."""
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from _places(value[key])


VALUES = [
    None, True, -1, 0, 10**18, 10**400, -(10**30), 1e308, -1e308, float("inf"), float("-inf"), float("nan"), "", "\0",
    "\ud800", "x" * 100_000, "图\n" * 50, [], {}, [[]], [[1, 2]], [None], {"id": 1}, "12", "0", 1.5, [1e308] * 4,
]  # fmt: skip


def _wrong_types(chance: random.Random, document: dict[str, Any]) -> bytes:
    for _ in range(chance.randint(1, 3)):
        place, key = chance.choice(list(_places(document)))
        place[key] = chance.choice(VALUES)
    return _written(document)


def _numbers(chance: random.Random, document: dict[str, Any]) -> bytes:
    """Numbers replaced as text, so that they may be such as JSON has and Python has not."""
    text = json.dumps(document)
    for _ in range(chance.randint(1, 4)):
        at = [n for n, letter in enumerate(text) if letter.isdigit()]
        n = chance.choice(at)
        new = chance.choice(
            ["1e999", "-1e999", "NaN", "-Infinity", "9" * 5000, "1" + "0" * 400, "1e-999", "0x1", "-0"]
        )
        text = text[:n] + new + text[n + 1 :]
    return text.encode()


def _deep(chance: random.Random, document: dict[str, Any]) -> bytes:
    depth = chance.choice([60, 300, 900, 1100, 200_000])
    opening, closing = chance.choice([("[", "]"), ('{"a":', "}")])
    text = json.dumps(document)
    name = chance.choice(['"flags": ', '"info": ', '"shapes": ', '"images": ', '"segmentation": '])
    return text.replace(name, f'"deep": {opening * depth}1{closing * depth}, {name}', 1).encode()


def _picture_data(chance: random.Random, document: dict[str, Any]) -> bytes:
    """What labelme calls imageData: pictures that lie, no pictures, and no base64."""
    png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0\0\xea\x60" * 2 + b"\x08\x06\0\0\0"
    data = chance.choice(
        [
            base64.b64encode(png).decode(), base64.b64encode(b"%!PS-Adobe EPSF\n{} loop").decode(), "=" * 1000,
            base64.b64encode(b"MZ" + b"\0" * 1000).decode(), "data:image/png;base64,AAAA", "!", "图", "\ud800", 7, [1],
            "A" * 1_000_001,
        ]
    )  # fmt: skip
    return _written(LABELME | {"imagePath": "", "imageData": data})


def _names(chance: random.Random, document: dict[str, Any]) -> bytes:
    """Names of pictures that lead elsewhere."""
    name = chance.choice(
        [
            "../../../../../../etc/passwd", "/dev/zero", "/dev/stdin", "/proc/self/mem", "pipe", "\\\\host\\share\\a.png",
            "//host/share/a.png", "http://127.0.0.1:9/a.png", "file:///etc/passwd", "a\0b.png", "x" * 300, "x" * 10_000,
            "~/a.png", "..", ".", "/", "C:\\a.png", "con", "a/" * 2000, "%2e%2e/a.png", "\ud800.png", "..\\..\\a.png",
        ]
    )  # fmt: skip
    if "images" in document:
        document["images"][0]["file_name"] = name
    else:
        document["imagePath"] = name
    return _written(document)


def _wrapped(chance: random.Random, document: dict[str, Any]) -> bytes:
    data = _written(document)
    return chance.choice(
        [
            b"\xef\xbb\xbf" + data, data.decode().encode("utf-16"), b"\0" + data, data + b"\0", b"[" + data + b"]",
            data * 2, b"null", b'"text"', b"[]", b"{}", b"\xff" * 100, data.replace(b'"', b"'"), b"\r\n" * 100 + data,
            data.replace(b'"shapes"', b'"shapes": [], "shapes"'),
        ]
    )  # fmt: skip


def _special(chance: random.Random, path: Path) -> None:
    kind = chance.choice(["pipe", "folder", "zero", "loop", "nowhere"])
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to({"zero": "/dev/zero", "loop": path.name, "nowhere": "missing/boxes.json"}[kind])


def _lists(path: Path, size: int) -> None:
    """Few bytes that become many objects."""
    item = [b"[]", b'{"a":{}}', b"1.5", b'"ab"'][size % 4]
    path.write_bytes(b'{"shapes": [], "flags": [' + b",".join([item] * (700_000 << size)) + b"]}")


def _shapes(path: Path, size: int) -> None:
    one = json.dumps(LABELME["shapes"][size % 3]).encode()
    path.write_bytes(b'{"shapes": [' + b",".join([one] * (60_000 << size)) + b"]}")


def _pictures(path: Path, size: int) -> None:
    rows = b",".join(b'{"id":%d,"file_name":"%d.png"}' % (n, n) for n in range(15_000 << size))
    path.write_bytes(b'{"images": [' + rows + b'], "annotations": []}')


def _points(path: Path, size: int) -> None:
    points = b",".join([b"1.5,1.5"] * (500_000 << size))
    path.write_bytes(_written(COCO).replace(b"[[1, 2, 3, 4, 5, 6.5]]", b"[[" + points + b"]]"))


def _data(path: Path, size: int) -> None:
    """A picture of up to 250 MB inside the file, beside one character that makes Python's text four times as wide."""
    head = base64.b64encode(b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\0").rstrip(b"=")[:24]
    body = head + b"A" * ((30_000_000 << size) // 4 * 4)
    path.write_bytes('{"shapes": [], "version": "😀", "imageData": "'.encode() + body + b'"}')


def _sparse(path: Path, size: int) -> None:
    with path.open("wb") as file:
        file.truncate(60_000_000 << (2 * size))


BOMBS: list[Callable[[Path, int], None]] = [_lists, _shapes, _pictures, _points, _data, _sparse]
