"""A tiny checkpoint loaded in this process, chats about small pictures, and the same chat answered afresh."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event
from typing import Any

from eyebox_models.families.registry import family_for
from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.events import Answer
from eyebox_models.vision.features import KnownPictures
from eyebox_models.vision.model import VisionModel

FAMILIES = ("qwen2_vl", "qwen2_5_vl", "qwen3_vl", "qwen3_5", "internvl")


def load(folder: Path, **options: Any) -> VisionModel:
    """A model on this processor, in FP32 unless `options` say otherwise."""
    chosen = Options(**{"precision": "fp32", "device": "cpu", **options})
    family: Any = family_for(str(folder))
    model: VisionModel = family.load(str(folder), chosen, lambda _event: None, Event())
    return model


def write_picture(path: Path, width: int, height: int, seed: int = 0) -> str:
    """Coloured noise as a PNG."""
    import numpy as np
    from PIL import Image

    noise = np.random.default_rng(seed).integers(0, 256, (height // 4 + 1, width // 4 + 1, 3), dtype=np.uint8)
    Image.fromarray(noise).resize((width, height)).save(path)
    return str(path)


@dataclass
class Chat:
    """A chat with one model; what is said and answered is remembered."""

    model: VisionModel
    options: Options = field(default_factory=lambda: Options(max_new_tokens=8))
    messages: list[Message] = field(default_factory=list)
    events: list[Any] = field(default_factory=list)

    def say(self, *parts: str | Picture, stop_after: int | None = None) -> Answer:
        """Asks, and takes the answer into the chat."""
        self.messages.append(Message("user", parts))
        answer = self.ask(stop_after)
        self.messages.append(Message("assistant", (answer.text,), answer.token_ids))
        return answer

    def again(self) -> Answer:
        """The last question answered anew."""
        self.messages.pop()
        answer = self.ask()
        self.messages.append(Message("assistant", (answer.text,), answer.token_ids))
        return answer

    def ask(self, stop_after: int | None = None) -> Answer:
        """Answers the last message; with `stop_after` it is stopped when so many pieces of text came."""
        stop = Event()
        self.events = []

        def emit(event: Any) -> None:
            self.events.append(event)
            if stop_after is not None and len(self.events) > stop_after:
                stop.set()

        return self.model.answer(Ask(tuple(self.messages), "", self.options), emit, stop)

    def afresh(self) -> Answer:
        """What the last question is answered when nothing is kept, neither of the chat nor of its pictures."""
        others, self.model.caches = self.model.caches, type(self.model.caches)(self.model._new_cache, 0)
        known, self.model.known = self.model.known, KnownPictures(0, on_disk=False)
        try:
            return self.model.answer(
                Ask(tuple(self.messages[:-1]), "", replace(self.options, cache_bytes=0)),
                lambda _: None,
                Event(),
            )
        finally:
            self.model.caches, self.model.known = others, known
