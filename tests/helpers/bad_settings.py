"""Settings files as nobody should write them: wrong types, broken text, depth, size, and what is no file at all."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eyebox.settings.schema import specs

SOUND = {
    "theme": "dark",
    "language": "zh_CN",
    "recent_count": 3,
    "mirror": "https://mirror.example",
    "later": [1, {"x": None}],
}


def hostile_settings(folder: Path, count: int, seed: int) -> Iterator[tuple[str, Path]]:
    """Makes `count` files, each in a folder of its own under `folder`. Yields the kind of its fault and its path."""
    chance = random.Random(seed)
    kinds = (_wrong_values, _wrong_values, _odd_names, _flipped, _cut, _wrapped, _deep, _long, _special)
    for number in range(count):
        make = kinds[number % len(kinds)]
        path = folder / str(number) / "settings.json"
        path.parent.mkdir(parents=True)
        content = make(chance, path)
        if content is not None:
            path.write_bytes(content)
        yield make.__name__[1:].replace("_", " "), path


def _value(chance: random.Random) -> Any:
    return chance.choice(
        [
            None, True, -1, 0, 10**18, 10**400, 1e308, float("inf"), float("nan"), -0.0, "", "\0", "\ud800", "dark\n",
            "x" * 10_000, "http://\udfff", "https://" + "a" * 5000, "http://a\x00b", [], {}, [[]], {"theme": "dark"},
            "system", "français", "图", 1.5, "1", "true", ["dark"],
        ]
    )  # fmt: skip


def _wrong_values(chance: random.Random, _path: Path) -> bytes:
    names = [spec.name for spec in specs()]
    return json.dumps({chance.choice(names): _value(chance) for _ in range(chance.randint(1, 8))}).encode()


def _odd_names(chance: random.Random, _path: Path) -> bytes:
    names = ["", "\ud800", "\0", "Theme", "theme ", "__class__", "图" * 500, "mirror\n", "name", "default"]
    return json.dumps(SOUND | {chance.choice(names): _value(chance) for _ in range(4)}).encode()


def _flipped(chance: random.Random, _path: Path) -> bytes:
    data = bytearray(json.dumps(SOUND, ensure_ascii=False).encode())
    for _ in range(chance.randint(1, 6)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def _cut(chance: random.Random, _path: Path) -> bytes:
    data = json.dumps(SOUND).encode()
    return data[: chance.randrange(len(data))]


def _wrapped(chance: random.Random, _path: Path) -> bytes:
    data = json.dumps(SOUND)
    return chance.choice(
        [
            b"\xef\xbb\xbf" + data.encode(), data.encode("utf-16"), data.encode("utf-32"), b"\0" + data.encode(),
            data.encode() + b"\0", b"[" + data.encode() + b"]", data.encode() * 2, b"null", b"NaN", b'"text"',
            data.encode().replace(b'"', b"'"), b"\r\n" * 50 + data.encode(), b"\xff" * 40,
        ]
    )  # fmt: skip


def _deep(chance: random.Random, _path: Path) -> bytes:
    depth = chance.choice([50, 150, 400, 900, 1100, 100_000])
    opening, closing = chance.choice([("[", "]"), ('{"a":', "}")])
    return f'{{"later": {opening * depth}1{closing * depth}}}'.encode()


def _long(chance: random.Random, _path: Path) -> bytes:
    size = chance.choice([900_000, 2_000_000, 30_000_000])
    inner = chance.choice(
        ['"' + "x" * size + '"', "1" * size, "[" + "1," * (size // 2) + "1]", "0." + "1" * size]
    )
    return f'{{"recent_count": 3, "later": {inner}}}'.encode()


def _special(chance: random.Random, path: Path) -> bytes | None:
    """What is no regular file, or leads to one."""
    kind = chance.choice(["pipe", "folder", "zero", "loop", "nowhere", "sparse"])
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "sparse":
        with path.open("wb") as file:
            file.truncate(5_000_000_000)
    else:
        path.symlink_to({"zero": "/dev/zero", "loop": path.name, "nowhere": "missing/settings.json"}[kind])
    return None
