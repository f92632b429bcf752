"""Which functions of the program a thing passes through, and the routes that are recorded in desktop/README.md."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import eyebox

ROOT = str(Path(eyebox.__file__).parent)
README = Path(eyebox.__file__).parents[1] / "README.md"
STEP = re.compile(r"^\d+\. `([\w.]+)` — \S.*$", re.MULTILINE)


@contextmanager
def passed(*ends: str) -> Iterator[list[str]]:
    """The functions of the program on the way to these `ends`, in the order in which they are first passed.

    On the way is what has been called and not returned when an end is called on this thread, and the end itself.
    Functions are named `room.module.Class.function`; of a module right in the package the room is left out.
    """
    way: list[str] = []

    def look(frame: FrameType, event: str, _value: object) -> None:
        if event == "call" and _name(frame) in ends:
            frames = [frame]
            while (before := frames[-1].f_back) is not None:
                frames.append(before)
            names = (_name(each) for each in reversed(frames))
            way.extend(name for name in names if name and name not in way)

    sys.setprofile(look)
    try:
        yield way
    finally:
        sys.setprofile(None)


def recorded(title: str) -> list[str]:
    """The steps of the route called `title`, as the README has them."""
    section = README.read_text("utf-8").split("\n## Routes\n", 1)[1].split("\n## ", 1)[0]
    return STEP.findall(section.split(f"\n### {title}\n", 1)[1].split("\n### ", 1)[0])


def rooms_of(steps: Collection[str]) -> tuple[int, int]:
    """How many objects (by their classes) and how many files a route has."""
    objects = {step.rsplit(".", 1)[0] for step in steps if step.split(".")[-2][:1].isupper()}
    files = {".".join(part for part in step.split(".")[:-1] if not part[:1].isupper()) for step in steps}
    return len(objects), len(files)


def _name(frame: FrameType) -> str:
    code = frame.f_code
    if not code.co_filename.startswith(ROOT) or code.co_name.endswith(("comp>", "genexpr>", "module>")):
        return ""
    module = str(frame.f_globals["__name__"]).removeprefix("eyebox.")
    return f"{module}.{code.co_qualname.replace('.<locals>', '')}"
