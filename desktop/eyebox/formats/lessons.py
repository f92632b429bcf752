"""Files of conversations that a model is taught with: of Qwen-VL, ms-swift and InternVL, a list in JSON or an object a line.

Turns stand under `conversations` (`from`, `value`) or `messages` (`role`, `content`), pictures under `image` or `images`, where
a text says `<image>`, or as `<img>` in it. Pairs of answers are read as ms-swift (`rejected_response`), LLaMA-Factory and MMPR
(`chosen`, `rejected`) have them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from eyebox.formats.imported import locate
from eyebox.formats.json_input import (
    Malformed,
    from_json,
    head_of,
    items,
    line_number,
    mapping,
    read_items,
    read_lines,
    text,
)
from eyebox.formats.picture_size import picture_size
from eyebox.formats.talks import IMG, Talk, What, box_of, is_about_video, talk_of
from eyebox_models.files.atomic_write import shown
from eyebox_models.protocol.ask import Message, Picture, Role
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import EyeboxError, Sentence, os_reason
from eyebox_models.protocol.teaching import Dropped, Lesson
from eyebox_models.protocol.wire import pack

MOST_BYTES = 2 << 30
"""Of a file of conversations, whose lines are read one by one; a list in JSON is bounded where it is read."""
_MARK = re.compile(r"<image>\n?")
_ROLES: dict[str, Role] = {
    "human": "user", "user": "user", "gpt": "assistant", "assistant": "assistant", "system": "system",
}  # fmt: skip


def read_lessons(files: Iterable[Path]) -> Iterator[Lesson | Dropped]:
    """The conversations of some files in their order; one that can't be used as a Dropped that says why.

    Raises EyeboxError for a file that can't be read.
    """
    for file in files:
        for n, one in _whole(file):
            what = partial(line_number, n)
            name = f"{shown(file.name)}, {what()}"
            try:
                yield _lesson(
                    mapping(one() if callable(one) else one, what), name, file.absolute().parent, what
                )
            except Malformed as error:
                yield Dropped(name, error.sentence)


def _whole(file: Path) -> Iterator[tuple[int, Any]]:
    """The entries of a file that can be read to its end. Raises EyeboxError."""
    try:
        if file.is_dir():
            raise EyeboxError(
                "lessons-folder",
                "{file} is a folder: choose the files of conversations in it.",
                file=shown(file),
            )
        if file.stat().st_size > MOST_BYTES:
            raise EyeboxError(
                "lessons-too-large",
                "{file} is larger than {gigabytes} GB: split it into several files.",
                file=shown(file),
                gigabytes=MOST_BYTES >> 30,
            )
        yield from _records(file)
    except Malformed as error:
        raise EyeboxError(
            "lessons-unreadable",
            "{file} can't be read as conversations: {reason}.",
            file=shown(file),
            reason=error.sentence,
        ) from error
    except OSError as error:
        raise EyeboxError(
            "file-unreadable", "{file} cannot be read: {reason}.", file=shown(file), reason=os_reason(error)
        ) from error


def pack_lessons(found: Iterable[Lesson | Dropped], file: Path) -> tuple[int, list[Dropped]]:
    """Writes conversations to a file for the engine, one a line. Returns how many, and those that can't be used.

    Raises EyeboxError where there is none.
    """
    dropped: list[Dropped] = []
    count = 0
    with file.open("w", encoding="ascii") as out:
        for one in found:
            if isinstance(one, Dropped):
                dropped.append(one)
            else:
                out.write(json.dumps(pack(one)) + "\n")
                count += 1
    if not count:
        first = f" ({dropped[0].name}: {dropped[0].reason})" if dropped else ""
        raise EyeboxError("lessons-none", "There is no conversation to learn from{first}.", first=first)
    return count, dropped


def _records(file: Path) -> Iterator[tuple[int, Any]]:
    """The entries of a list, or of lines, which are not decoded yet."""
    if head_of(file).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"["):
        for n, value, _text in read_items(file):
            yield n, value
        return
    for n, line in read_lines(file):
        if line.isspace():
            continue
        yield n, partial(from_json, line, partial(line_number, n))


def _lesson(one: dict[str, Any], name: str, folder: Path, what: What) -> Lesson:
    """Raises Malformed."""
    turns = one.get("conversations", one.get("messages"))
    if turns is None and isinstance(one.get("question"), str):
        turns = [{"role": "user", "content": one["question"]}]
    if not isinstance(turns, list):
        raise Malformed("lesson-no-turns", "it has no conversation")
    if "chosen" in one:
        turns = [*turns, {"role": "assistant", "content": _one_of_two(one["chosen"], what)}]
    rejected = _one_of_two(one.get("rejected_response", one.get("rejected", "")), what)
    given = [_turn(mapping(turn, what), what) for turn in turns]
    if isinstance(one.get("system"), str) and (not given or given[0][0] != "system"):
        given.insert(0, ("system", one["system"]))
    if is_about_video(one, [said for _role, said in given]):
        raise Malformed(
            "lesson-video",
            "it is about a video; models are taught with pictures here: save its frames as pictures",
        )
    listed = "image" in one or "images" in one
    talk = talk_of({**one, "conversations": [{"from": role, "value": said} for role, said in given]}, what)
    paths = [locate(image, folder) for image in talk.images]
    for image, path in zip(talk.images, paths, strict=True):
        if not path:
            raise Malformed("lesson-picture-missing", "its picture {name} was not found", name=shown(image))
    texts = [said if listed else IMG.sub("<image>", said) for _role, said in given]
    marks = sum(len(_MARK.findall(said)) for said in texts)
    if marks > len(paths):
        raise Malformed(
            "lesson-marks", "it names {marks} pictures and has {count}", marks=marks, count=len(paths)
        )
    waiting = iter(paths)
    ahead = [Picture(next(waiting)) for _ in range(len(paths) - marks)]
    messages = []
    for (role, _said), said in zip(given, texts, strict=True):
        parts: list[str | Picture] = []
        if role == "user" and ahead:
            parts, ahead = [*ahead], []
        first, *rest = _MARK.split(said)
        parts += [first] if first else []
        for after in rest:
            parts += [Picture(next(waiting)), *([after] if after else [])]
        messages.append(Message(role, tuple(parts) or ("",)))
    refs, boxes, of_image = _objects(talk, paths)
    return Lesson(name, tuple(messages), refs, boxes, of_image, talk.shown, rejected=rejected)


def _one_of_two(answer: Any, what: What) -> str:
    """One of two answers: its text, or a turn that has it. Raises Malformed."""
    return text(answer.get("value", answer.get("content")) if isinstance(answer, dict) else answer, what)


def _turn(turn: dict[str, Any], what: What) -> tuple[Role, str]:
    role = _ROLES.get(str(turn.get("from", turn.get("role"))))
    said = turn.get("value", turn.get("content"))
    if isinstance(said, list):  # texts and pictures by themselves
        said = "".join(
            "<image>" if part.get("type") == "image" else str(part.get("text", ""))
            for part in (mapping(part, what) for part in said)
        )
    if role is None or not isinstance(said, str):
        raise Malformed("lesson-turn", "one of its turns is neither a question nor an answer")
    return role, said


def _objects(talk: Talk, paths: list[str]) -> tuple[tuple[str, ...], tuple[Box, ...], tuple[int, ...]]:
    """What `<ref-object>` and `<bbox>` stand for, and the picture of each box. Raises Malformed."""
    what = partial(Sentence, "the-objects", "objects")
    objects = talk.objects
    refs = tuple(text(ref, what) for ref in items(objects.get("ref") or [], what))
    real = objects.get("bbox_type") != "norm1"
    boxes, of_image = [], []
    for n, corners in enumerate(items(objects.get("bbox") or [], what)):
        named = objects.get("image_id")
        image = named[n] if isinstance(named, list) and n < len(named) else 0
        if type(image) is not int or not 0 <= image < len(paths):
            raise Malformed("lesson-no-picture-of-box", "a box is on a picture that it does not have")
        box = box_of("", corners, (1, 1) if real else picture_size(paths[image]), what)
        boxes.append(replace(box, id=str(n)))  # the same when it is read again
        of_image.append(image)
    return refs, tuple(boxes), tuple(of_image)
