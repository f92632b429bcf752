"""Everything of a session as JSON: pictures with what `eyebox read` prints for them, boxes, and chats."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any, Literal

from eyebox.formats import MEMBERS
from eyebox.formats.export import ChatExport, SessionExport, Sink, in_file, text_file
from eyebox.session.types import PictureContent, Turn, whole_picture
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.events import Answer, BoxFound
from eyebox_models.protocol.page import Page
from eyebox_models.protocol.tool_use import ToolUse

TITLE = "JSON with text, boxes and chats"
SUFFIXES = (".json",)
SCOPE: Literal["set"] = "set"
READS_TEXT = True
LEAVES_OUT = MEMBERS

VERSION = 1


def dump(export: SessionExport, sink: Sink) -> None:
    """One object, a picture or a chat on each line. A turn names its pictures by their index in `pictures`."""
    session = export.session
    about = {"name": session.name, "created": session.created, "changed": session.changed}
    places: dict[str, int] = {}
    with text_file(sink) as out:
        out.write(f'{{"eyebox": {VERSION},\n "session": {_line(about)},\n "pictures": [')
        for n, picture in enumerate(map(in_file, export.pictures)):
            places[picture.record.id] = n
            out.write((",\n  " if n else "\n  ") + _line(_picture(picture, export.path_of(picture.record))))
        out.write('],\n "chats": [')
        for n, chat in enumerate(export.chats):
            out.write((",\n  " if n else "\n  ") + _line(_chat(chat, places)))
        out.write("]}\n")


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _picture(picture: PictureContent, path: str) -> dict[str, Any]:
    record = picture.record
    return {
        "name": record.name,
        "path": path,
        "sha256": record.sha256,
        "width": record.width,
        "height": record.height,
        "read": _read(picture.page) if picture.page else None,
        "boxes": [_box(box) for box in picture.boxes],
    }


def _read(page: Page) -> dict[str, Any]:
    """`codes` is left out where nobody looked for them."""
    codes = {} if page.codes is None else {"codes": [code.to_json() for code in page.codes]}
    return page.to_json() | codes


def _box(box: Box) -> dict[str, Any]:
    shape = {"kind": box.kind, "points": [list(point) for point in box.points]} if box.points else {}
    return {"label": box.label, "box": list(box.xyxy), "score": box.score, "source": box.source} | shape


def _chat(chat: ChatExport, places: dict[str, int]) -> dict[str, Any]:
    return {
        "title": chat.record.title,
        "model": chat.record.model,
        "draft": chat.record.draft,
        "turns": [_turn(turn, places) for turn in chat.turns],
    }


def _turn(turn: Turn, places: dict[str, int]) -> dict[str, Any]:
    return {
        "id": turn.id,
        "parent": turn.parent,
        "chosen": turn.chosen,
        "role": turn.role,
        "text": turn.text,
        "pictures": [places[id] for id in map(whole_picture, turn.pictures) if id in places],
        "state": turn.state,
        "model": turn.model,
        "message": turn.message,
        "answer": _answer(turn.answer) if turn.answer else None,
    }


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "raw": answer.raw,
        "boxes": [_found(found) for found in answer.boxes],
        "token_ids": list(answer.token_ids),
        "tokens_in": answer.tokens_in,
        "tokens_reused": answer.tokens_reused,
        "pictures_known": answer.pictures_known,
        "tokens_out": answer.tokens_out,
        "forwards": answer.forwards,
        "seconds_to_first_token": answer.seconds_to_first_token,
        "seconds": asdict(answer.first_word) if answer.first_word else None,
        "tokens_per_second": answer.tokens_per_second,
        "peak_bytes": answer.peak_bytes,
        "precision": answer.precision,
        "device": answer.device,
        "seen": [
            {
                "image": seen.image,
                "width": seen.width,
                "height": seen.height,
                "resized": list(seen.resized),
                "visual_tokens": seen.visual_tokens,
            }
            for seen in answer.seen
        ],
        "tools": [tool_object(use) for one in answer.rounds for use in one.uses],
    }


def tool_object(use: ToolUse) -> dict[str, Any]:
    """What a model did with a tool; the region in pixels of the upright original."""
    return {
        "name": use.name, "arguments": use.arguments, "image": use.image, "box": list(use.box) if use.box else None,
        "result": use.result, "failed": use.failed, "seconds": use.seconds,
    }  # fmt: skip


def _found(found: BoxFound) -> dict[str, Any]:
    phrase = {"start": found.start, "end": found.end} if found.start < found.end else {}
    return {"image": found.image, "label": found.box.label, "box": list(found.box.xyxy)} | phrase
