"""Everything of a session as JSON: pictures with what `eyebox read` prints for them, boxes, and chats."""

from __future__ import annotations

import json
from typing import Any

from eyebox.formats.export import ChatExport, PictureExport, SessionExport
from eyebox.session.types import Turn
from eyebox_models.protocol.ask import Answer, BoxFound
from eyebox_models.protocol.box import Box

NAME = "JSON"
SUFFIX = ".json"

VERSION = 1


def dump(export: SessionExport) -> str:
    """The JSON text. A turn names its pictures by their index in `pictures`."""
    places = {picture.record.id: n for n, picture in enumerate(export.pictures)}
    document = {
        "eyebox": VERSION,
        "session": {
            "name": export.session.name,
            "created": export.session.created,
            "changed": export.session.changed,
        },
        "pictures": [
            _picture(picture, path)
            for picture, path in zip(export.pictures, export.picture_paths(), strict=True)
        ],
        "chats": [_chat(chat, places) for chat in export.chats],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _picture(picture: PictureExport, path: str) -> dict[str, Any]:
    record = picture.record
    return {
        "name": record.name,
        "path": path,
        "sha256": record.sha256,
        "width": record.width,
        "height": record.height,
        "read": picture.page.to_json() if picture.page else None,
        "boxes": [_box(box) for box in picture.boxes],
    }


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
        "pictures": [places[picture] for picture in turn.pictures if picture in places],
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
        "tokens_out": answer.tokens_out,
        "seconds_to_first_token": answer.seconds_to_first_token,
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
    }


def _found(found: BoxFound) -> dict[str, Any]:
    phrase = {"start": found.start, "end": found.end} if found.start < found.end else {}
    return {"image": found.image, "label": found.box.label, "box": list(found.box.xyxy)} | phrase
