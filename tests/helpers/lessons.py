"""Conversations to be learned from: with boxes, several turns, two pictures and none."""

from __future__ import annotations

import json
from pathlib import Path

from eyebox_models.protocol.ask import Message, Picture
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.teaching import Lesson
from eyebox_models.protocol.wire import pack
from vision import write_picture


def lessons(root: Path) -> list[Lesson]:
    """Eight of them, whose pictures are drawn into `root`."""
    shown = [Picture(write_picture(root / f"{n}.png", 60 + 20 * n, 70, n)) for n in range(8)]
    boxed = [
        Lesson(f"box {n}", (Message("user", (one, "Find the dog.")), Message("assistant", ("<ref-object><bbox>",))),
               ("dog",), (Box("", 5, 5, 40, 50),), (0,))
        for n, one in enumerate(shown[:5])
    ]  # fmt: skip
    talk = (Message("user", (shown[5], "What?")), Message("assistant", ("A fox.",)), Message("user", ("How many?",)),
            Message("assistant", ("3",)))  # fmt: skip
    two = (Message("user", (shown[6], shown[7], "Who?")), Message("assistant", ("nobody",)))
    return [*boxed, Lesson("talk", talk), Lesson("two", two), Lesson("text", (Message("user", ("Who?",)),
            Message("assistant", ("the quick fox",))))]  # fmt: skip


def write_lessons(root: Path) -> Path:
    """A file of them as an engine takes it."""
    file = root / "lessons.jsonl"
    file.write_text("".join(json.dumps(pack(one)) + "\n" for one in lessons(root)))
    return file
