"""The recorded cases of an original checkpoint, and asking a loaded one."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from threading import Event
from typing import Any

from eyebox_models.families.registry import checkpoint_at, family_of
from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.events import Answer
from eyebox_models.vision.load import load_parts
from eyebox_models.vision.model import VisionModel

DATA = Path(__file__).resolve().parents[1] / "data" / "parity"


@cache
def expected(name: str) -> dict[str, Any]:
    """All that was recorded of a checkpoint."""
    data: dict[str, Any] = json.loads((DATA / name / "expected.json").read_text("utf-8"))
    return data


def case(name: str, which: str) -> dict[str, Any]:
    """One recorded case by its id."""
    found: dict[str, Any] = next(c for c in expected(name)["cases"] if c["id"] == which)
    return found


def case_ids(name: str) -> list[str]:
    return [c["id"] for c in expected(name)["cases"]]


def messages(case: dict[str, Any]) -> tuple[Message, ...]:
    """The chat of a case. Pictures have the paths of the recording, relative to DATA."""
    chat: list[Message] = []
    for question, answer in case.get("history_list_format") or []:
        chat += [Message("user", _parts(question)), Message("assistant", (answer,))]
    if case["query_list_format"] is not None:
        return (*chat, Message("user", _parts(case["query_list_format"])))
    (path,) = case["images"]
    text = case["query"].removeprefix(f"Picture 1: <img>{path}</img>\n")
    return (*chat, Message("user", (Picture(path), text)))


def _parts(items: list[dict[str, Any]]) -> tuple[str | Picture, ...]:
    parts: list[str | Picture] = []
    for item in items:
        if "image" in item:
            parts.append(Picture(item["image"]))
        elif "text" in item:
            parts.append(item["text"])
        else:
            boxes = "".join("<box>({},{}),({},{})</box>".format(*box) for box in item["box"])
            parts.append(f"<ref>{item['ref']}</ref>{boxes}" if "ref" in item else boxes)
    return tuple(parts)


def as_json(chat: tuple[Message, ...]) -> list[dict[str, Any]]:
    """A chat as `eyebox ask --messages` reads it."""
    return [
        {
            "role": message.role,
            "content": [
                {"type": "text", "text": part}
                if isinstance(part, str)
                else {"type": "image", "path": part.path}
                for part in message.parts
            ],
        }
        for message in chat
    ]


def load_model(folder: Path, precision: str = "fp32", **options: Any) -> VisionModel:
    """A checkpoint as an engine has it."""
    asked = Options(precision=precision, device="cpu", **options)
    checkpoint = checkpoint_at(folder)
    assert not checkpoint.problems
    family = family_of(checkpoint)
    return VisionModel(family, load_parts(checkpoint, family, asked, lambda event: None, Event()))


def answer(model: VisionModel, chat: Any, tokens: int = 16, **options: Any) -> Answer:
    """An answer to a chat, or to a question without pictures."""
    if isinstance(chat, str):
        chat = (Message("user", (chat,)),)
    asked = Ask(tuple(chat), options=Options(max_new_tokens=tokens, **options))
    return model.answer(asked, lambda event: None, Event())
