"""Values as columns and back. Text that is no valid Unicode (file names can be) is kept as bytes, exactly."""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Iterable
from dataclasses import fields, replace
from itertools import product
from typing import Any, get_args

from eyebox.session.database import UNREADABLE
from eyebox.session.types import ChatRecord, PictureRecord, Removed, SessionInfo, Turn, TurnState
from eyebox_models.protocol import wire
from eyebox_models.protocol.ask import Answer, BoxFound, ModelRef, Options
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import Sentence
from eyebox_models.protocol.page import Cell, Code, Line, Page, Rect, Table, Word

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


def _number(column: Any) -> float:
    """A number to compute with. Raises TypeError, ValueError."""
    if not isinstance(column, int | float) or not math.isfinite(column):
        raise ValueError(f"{column!r} is no number")
    return column


def _pixel(column: Any) -> float:
    """A coordinate. Qt's painting ends the process far outside of what any picture has."""
    if abs(number := _number(column)) > FARTHEST:
        raise ValueError(f"{number} is on no picture")
    return number


def _whole(column: Any) -> int:
    if not isinstance(column, int):
        raise ValueError(f"{column!r} is no whole number")
    return column


def _id(column: Any) -> str:
    if not isinstance(column, str):
        raise ValueError(f"{column!r} is no id")
    return column


def _key(column: Any) -> str:
    """An id that names a row."""
    if not _id(column):
        raise ValueError("an empty id")
    return str(column)


def session_from(row: sqlite3.Row) -> SessionInfo:
    created, changed = _number(row["created"]), _number(row["changed"])
    return SessionInfo(_key(row["id"]), from_text(row["name"]), created, changed, row["pictures"])


def removed_from(row: sqlite3.Row) -> Removed:
    return Removed(
        kind=row["kind"], id=_key(row["id"]), name=from_text(row["name"]), session=_id(row["session"]),
        session_name=from_text(row["session_name"]), until=_number(row["until"]),
    )  # fmt: skip


def picture_from(row: sqlite3.Row) -> PictureRecord:
    return PictureRecord(
        id=_key(row["id"]),
        session=_id(row["session"]),
        path=from_text(row["path"]),
        name=from_text(row["name"]),
        sha256=_id(row["sha256"]),
        width=int(_pixel(_whole(row["width"]))),
        height=int(_pixel(_whole(row["height"]))),
        position=_whole(row["position"]),
        owned=bool(row["owned"]),
        turns=_whole(row["turns"]) % 4,
        lines=None if row["lines"] is None else _whole(row["lines"]),
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
        session=_id(row["session"]),
        title=from_text(row["title"]),
        position=_whole(row["position"]),
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
    points = row["points"]
    if row["x1"] > row["x2"] or row["y1"] > row["y2"]:
        raise ValueError("the corners are the wrong way round")
    return Box(
        label=from_text(row["label"]),
        x1=_pixel(row["x1"]),
        y1=_pixel(row["y1"]),
        x2=_pixel(row["x2"]),
        y2=_pixel(row["y2"]),
        score=None if row["score"] is None else _number(row["score"]),
        source=row["source"],
        id=_key(row["id"]),
        points=() if points == "[]" else tuple((_pixel(x), _pixel(y)) for x, y in from_json(points)),
        kind=from_text(row["kind"]),
        locked=bool(row["locked"]),
    )


def extra_from(row: sqlite3.Row) -> tuple[str, Any]:
    return _id(row["box"]), from_json(row["data"])


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
        chat=_id(row["chat"]),
        parent=_id(row["parent"]),
        role=row["role"],
        text=from_text(row["text"]),
        chosen=_whole(row["chosen"]),
        pictures=tuple(map(_id, _list(from_json(row["pictures"])))),
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
        chat=_id(begun["chat"]),
        role="assistant",
        id=_key(begun["id"]),
        parent=_id(begun["parent"]),
        chosen=_whole(begun.get("chosen", 0)),
        pictures=tuple(map(_id, _list(begun["pictures"]))),
        model=from_text(begun.get("model", "")),
    )


MOST_PLACES = 200_000
"""Cells of a table that a session file may have."""


def page_to_json(page: Page) -> str | bytes:
    """A page as flat lists: a screenshot has thousands of words, read on the thread that draws."""
    lines = list(map(_line_row, page.lines))
    codes = page.codes and [
        [code.text, code.kind, [value for corner in code.quad for value in corner]] for code in page.codes
    ]
    tables = [
        [table.box, table.rows, table.columns, [_cell_row(c) for c in table.cells]] for table in page.tables
    ]
    return to_json(
        [
            page.image,
            page.width,
            page.height,
            page.seconds,
            lines,
            page.blocks,
            page.unread,
            codes,
            tables,
            page.text_from,
            *([page.ignored, list(map(_line_row, page.left_out))] if page.ignored or page.left_out else []),
        ]
    )


def _cell_row(cell: Cell) -> list[Any]:
    place = cell.row, cell.column, cell.row_span, cell.column_span
    return [cell.text, [*place, *cell.box], cell.lines, int(cell.corrected)]


def _line_row(line: Line) -> list[Any]:
    """Scores of words are left out where there are none, what the reader had where nobody corrected it, and the number
    where there is no gutter."""
    row = [
        line.text,
        line.score,
        [*line.box, *(value for corner in line.quad for value in corner)],
        [value for word in line.words for value in (word.text, *word.box)],
    ]
    scores = [word.scores or word.score for word in line.words]
    if line.read is not None or line.number:
        read = None if line.read is None else _line_row(line.read)
        return [*row, scores, read, *([line.number] if line.number else [])]
    return [*row, scores] if any(score is not None for score in scores) else row


def page_from(row: sqlite3.Row) -> Page:
    """A page as it was kept; older ones do not say how many lines were unread, which codes and tables there are, and
    where their text is from."""
    image, width, height, seconds, lines, blocks, *more = from_json(row["data"])
    more = [*more, *(0, None, (), "picture", (), ())[len(more) :]]
    unread, codes, tables, text_from, ignored, left_out = more[:6]
    if text_from not in ("picture", "layer", "both"):
        raise ValueError(f"text is from no {text_from}")
    read = tuple(map(_line, lines))
    for block in blocks:
        for line in block:
            if not 0 <= _whole(line) < len(read):
                raise ValueError(f"there is no line {line}")
    return Page(
        _id(image),
        _whole(width),
        _whole(height),
        _number(seconds),
        read,
        tuple(map(tuple, blocks)),
        _whole(unread),
        None if codes is None else tuple(map(_code, codes)),
        tuple(_table(table, len(read)) for table in tables),
        text_from,
        tuple((_pixel(x1), _pixel(y1), _pixel(x2), _pixel(y2)) for x1, y1, x2, y2 in ignored),
        tuple(map(_line, left_out)),
    )


def _table(row: list[Any], lines: int) -> Table:
    """A table of a page of so many lines. Raises ValueError where a place has no cell, or several."""
    (x1, y1, x2, y2), height, width, cells = row
    table = Table(
        (_pixel(x1), _pixel(y1), _pixel(x2), _pixel(y2)),
        _whole(height),
        _whole(width),
        tuple(_cell(cell, lines) for cell in cells),
    )
    size = height * width
    if (
        min(height, width) < 1
        or size > MOST_PLACES
        or sum(cell.row_span * cell.column_span for cell in table.cells) != size
    ):
        raise ValueError("cells of a table do not fill it, or are too many")
    if {place for cell in table.cells for place in cell.places()} != {*product(range(height), range(width))}:
        raise ValueError("cells of a table lie over each other")
    return table


def _cell(row: list[Any], lines: int) -> Cell:
    text, (y, x, down, across, x1, y1, x2, y2), numbers, corrected = row
    for number in numbers:
        if not 0 <= _whole(number) < lines:
            raise ValueError(f"there is no line {number}")
    if _whole(down) < 1 or _whole(across) < 1:
        raise ValueError("a cell covers no place")
    box = _pixel(x1), _pixel(y1), _pixel(x2), _pixel(y2)
    return Cell(_whole(y), _whole(x), _id(text), box, down, across, tuple(numbers), bool(corrected))


def _code(row: list[Any]) -> Code:
    text, kind, corners = row
    a, b, c, d = zip(map(_pixel, corners[::2]), map(_pixel, corners[1::2]), strict=True)
    return Code(_id(text), _id(kind), (a, b, c, d))


def _line(row: list[Any]) -> Line:
    text, score, (x1, y1, x2, y2, *quad), words, *more = row
    scores, read, number = [*more, *([None] * (len(words) // 5), None, "")[len(more) :]][:3]
    _number(score)
    for pixel in (x1, y1, x2, y2, *quad):
        _pixel(pixel)
    for at, value in enumerate(words):
        _ = _pixel(value) if at % 5 else _id(value)
    for sure in scores:
        _ = sure is None or [_number(one) for one in (sure if isinstance(sure, list) else [sure])]
    _id(text)
    (a, b), (c, d), (e, f), (g, h) = zip(quad[::2], quad[1::2], strict=True)
    step = iter(words)
    return Line(
        text,
        score,
        (x1, y1, x2, y2),
        ((a, b), (c, d), (e, f), (g, h)),
        tuple(
            [
                _word(word, (p, q, r, s), sure)
                for word, p, q, r, s, sure in zip(step, step, step, step, step, scores, strict=True)
            ]
        ),
        None if read is None else _line(read[:5]),
        _id(number),
    )


def _word(text: str, box: Rect, sure: float | list[float] | None) -> Word:
    """A word whose score is one number, or one for each of its characters."""
    if isinstance(sure, list):
        return Word(text, box, min(sure, default=None), tuple(sure))
    return Word(text, box, sure)
