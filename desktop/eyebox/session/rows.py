"""Values as columns and back. Text that is no valid Unicode (file names can be) is kept as bytes, exactly."""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any, get_args

from eyebox.session.database import UNREADABLE
from eyebox.session.types import ChatRecord, PictureRecord, Removed, SessionInfo, Turn, TurnState
from eyebox_models.protocol import wire
from eyebox_models.protocol.ask import ModelRef, Options
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import Sentence
from eyebox_models.protocol.events import Answer, BoxFound

FARTHEST = 1e7
"""The largest coordinate, in pixels."""


def to_text(text: str) -> str | bytes:
    """A text as SQLite can hold it."""
    return text if text.isprintable() or _valid(text) else text.encode("utf-8", "surrogatepass")


def from_text(column: str | bytes) -> str:
    return column if isinstance(column, str) else column.decode("utf-8", "surrogatepass")


def _valid(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def to_json(value: Any) -> str | bytes:
    return to_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def from_json(column: str | bytes) -> Any:
    return json.loads(from_text(column))


def number_of(column: Any) -> float:
    """A number to compute with. Raises TypeError, ValueError."""
    if not isinstance(column, int | float) or not math.isfinite(column):
        raise ValueError(f"{column!r} is no number")
    return column


def pixel_of(column: Any) -> float:
    """A coordinate. Qt's painting ends the process far outside of what any picture has."""
    if abs(number := number_of(column)) > FARTHEST:
        raise ValueError(f"{number} is on no picture")
    return number


def whole_of(column: Any) -> int:
    """A whole number. Raises ValueError."""
    if not isinstance(column, int):
        raise ValueError(f"{column!r} is no whole number")
    return column


def id_of(column: Any) -> str:
    """An id, or other text that is not kept as bytes; it may be "". Raises ValueError."""
    if not isinstance(column, str):
        raise ValueError(f"{column!r} is no id")
    return column


def _key(column: Any) -> str:
    """An id that names a row."""
    if not id_of(column):
        raise ValueError("an empty id")
    return str(column)


def session_from(row: sqlite3.Row) -> SessionInfo:
    created, changed = number_of(row["created"]), number_of(row["changed"])
    return SessionInfo(_key(row["id"]), from_text(row["name"]), created, changed, row["pictures"])


def removed_from(row: sqlite3.Row) -> Removed:
    return Removed(
        kind=row["kind"], id=_key(row["id"]), name=from_text(row["name"]), session=id_of(row["session"]),
        session_name=from_text(row["session_name"]), until=number_of(row["until"]),
    )  # fmt: skip


def picture_from(row: sqlite3.Row) -> PictureRecord:
    return PictureRecord(
        id=_key(row["id"]),
        session=id_of(row["session"]),
        path=from_text(row["path"]),
        name=from_text(row["name"]),
        sha256=id_of(row["sha256"]),
        width=int(pixel_of(whole_of(row["width"]))),
        height=int(pixel_of(whole_of(row["height"]))),
        position=whole_of(row["position"]),
        owned=bool(row["owned"]),
        turns=whole_of(row["turns"]) % 4,
        lines=None if row["lines"] is None else whole_of(row["lines"]),
        complete=bool(row["complete"]),
    )


def picture_columns(record: PictureRecord) -> tuple[Any, ...]:
    """The columns of a picture from `path` to `turns`."""
    return (
        to_text(record.path), to_text(record.name), record.sha256,
        record.width, record.height, record.position, record.owned, record.turns,
    )  # fmt: skip


def chat_columns(record: ChatRecord) -> tuple[Any, ...]:
    """The columns of a chat from `title` to `draft`."""
    return (to_text(record.title), record.position, to_text(record.model), to_text(record.draft))


def options_to_data(options: Options) -> dict[str, Any]:
    """The fields that differ from their defaults."""
    default = Options()
    values = {field.name: getattr(options, field.name) for field in fields(options)}
    return {name: value for name, value in values.items() if value != getattr(default, name)}


def options_from_data(data: Any) -> Options:
    """The options that `options_to_data` made data of; what only another version knows is left out."""
    known = {field.name: field.type for field in fields(Options)}
    if not isinstance(data, dict):
        return Options()
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in data.items()
    }
    return Options(
        **{name: value for name, value in values.items() if name in known and _is_a(value, known[name])}
    )


def _is_a(value: Any, hint: Any) -> bool:
    """Whether a value is of a type that is written as in `"int | None"` or `"tuple[str, ...]"`."""
    if isinstance(value, tuple):
        return hint == "tuple[str, ...]" and all(isinstance(item, str) for item in value)
    kinds = str(hint).split(" | ")
    name = "None" if value is None else type(value).__name__
    return name in kinds or (name == "int" and "float" in kinds)


def chat_from(row: sqlite3.Row) -> ChatRecord:
    return ChatRecord(
        id=_key(row["id"]),
        session=id_of(row["session"]),
        title=from_text(row["title"]),
        position=whole_of(row["position"]),
        model=ModelRef(from_text(row["model"])),
        draft=from_text(row["draft"]),
        options=options_from_data(from_json(row["options"])) if row["options"] is not None else Options(),
    )


def box_columns(box: Box) -> tuple[Any, ...]:
    """The columns of a box from `label` to `locked`."""
    points = to_json(box.points) if box.points else "[]"
    return (
        to_text(box.label), box.x1, box.y1, box.x2, box.y2,
        box.score, to_text(box.source), to_text(box.kind), points, int(box.locked),
    )  # fmt: skip


def box_from(row: sqlite3.Row) -> Box:
    points, x1, y1, x2, y2 = row["points"], row["x1"], row["y1"], row["x2"], row["y2"]
    if not (-FARTHEST <= x1 <= x2 <= FARTHEST and -FARTHEST <= y1 <= y2 <= FARTHEST):  # no number: TypeError
        raise ValueError(f"{(x1, y1, x2, y2)} is no box on a picture")
    return Box(
        label=from_text(row["label"]),
        x1=x1,
        y1=y1,
        x2=x2,
        y2=y2,
        score=None if row["score"] is None else number_of(row["score"]),
        source=row["source"],
        id=_key(row["id"]),
        points=() if points == "[]" else tuple((pixel_of(x), pixel_of(y)) for x, y in from_json(points)),
        kind=from_text(row["kind"]),
        locked=bool(row["locked"]),
    )


def extra_from(row: sqlite3.Row) -> tuple[str, Any]:
    return id_of(row["box"]), from_json(row["data"])


def state_from(row: sqlite3.Row) -> Any:
    return from_json(row["value"])


def _list(data: Any) -> list[Any]:
    if not isinstance(data, list):
        raise ValueError(f"{str(data)[:80]} is no list")
    return data


def turn_columns(turn: Turn) -> dict[str, Any]:
    return {
        "id": turn.id,
        "chat": turn.chat,
        "parent": turn.parent,
        "role": turn.role,
        "text": to_text(turn.text),
        "chosen": turn.chosen,
        "pictures": to_json(turn.pictures),
        "state": turn.state,
        "model": to_text(turn.model),
        "message": to_text(_message_to_text(turn.message)),
        "detail": to_text(turn.detail),
        "answer": None if turn.answer is None else to_json(wire.pack(turn.answer)),
    }


def turn_from(row: sqlite3.Row) -> Turn:
    if row["role"] not in ("user", "assistant"):
        raise ValueError(f"{row['role']!r} asks and answers nothing")
    return Turn(
        id=_key(row["id"]),
        chat=id_of(row["chat"]),
        parent=id_of(row["parent"]),
        role=row["role"],
        text=from_text(row["text"]),
        chosen=whole_of(row["chosen"]),
        pictures=tuple(map(id_of, _list(from_json(row["pictures"])))),
        state=row["state"] if row["state"] in get_args(TurnState) else "done",
        model=from_text(row["model"]),
        message=_message_from(from_text(row["message"])),
        detail=from_text(row["detail"]),
        answer=None if row["answer"] is None else _answer(row["answer"]),
    )


def _message_to_text(message: str) -> str:
    """A sentence with what it was made of, so that it is shown in the language of the day; other texts as they are."""
    return json.dumps(wire.pack(message), ensure_ascii=False) if isinstance(message, Sentence) else message


def _message_from(text: str) -> str:
    if not text.startswith('{"is": "Sentence"'):
        return text
    try:
        message = wire.unpack(from_json(text))
    except UNREADABLE:
        return text
    return message if isinstance(message, Sentence) else text


def _answer(column: str | bytes) -> Answer | None:
    """The answer, or None for one that only a newer program can read (its columns stay as they are)."""
    try:
        value = wire.unpack(from_json(column))
    except UNREADABLE:
        return None
    return value if isinstance(value, Answer) else None


SAID = "said"
"""Key of the state of a picture that holds the answers whose boxes it got outside of any chat."""


def said_to_data(question: str, answer: Answer, turns: int) -> dict[str, Any]:
    """An answer about a picture that was shown turned by so many quarters, with its question, as JSON data."""
    return {"question": question, "answer": wire.pack(replace(answer, token_ids=())), "turns": turns}


def said_from_data(data: Any) -> tuple[str, Answer, int] | None:
    """What `said_to_data` was given; None for data of another kind."""
    try:
        answer = wire.unpack(data["answer"])
        question, turns = str(data["question"]), int(data["turns"])
    except UNREADABLE:
        return None
    return (question, answer, turns) if isinstance(answer, Answer) else None


def found_to_json(boxes: Iterable[BoxFound]) -> str | bytes:
    return to_json([wire.pack(box) for box in boxes])


def _found_from_json(column: str | bytes) -> tuple[BoxFound, ...]:
    found = (wire.unpack(item) for item in from_json(column))
    return tuple(box for box in found if isinstance(box, BoxFound))


def begun_to_json(turn: Turn) -> str | bytes:
    """The beginning of a turn that is still being answered."""
    names = ("chat", "role", "id", "parent", "chosen", "pictures", "model")
    return to_json({name: getattr(turn, name) for name in names})


def interrupted_from(row: sqlite3.Row) -> Turn:
    """A turn that was begun and not finished, with what came of its answer."""
    text, begun = from_text(row["text"]), from_json(row["begun"])
    answer = Answer(turn=0, text=text, raw=text, boxes=_found_from_json(row["boxes"]))
    return Turn(
        text=text,
        state="interrupted",
        answer=answer,
        chat=id_of(begun["chat"]),
        role="assistant",
        id=_key(begun["id"]),
        parent=id_of(begun["parent"]),
        chosen=whole_of(begun.get("chosen", 0)),
        pictures=tuple(map(id_of, _list(begun["pictures"]))),
        model=from_text(begun.get("model", "")),
    )
