"""Loads a checkpoint as an engine does, and lets it answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

from eyebox_models.families.registry import checkpoint_at, family_of, info_of
from eyebox_models.protocol.ask import Options
from eyebox_models.vision.load import load_parts

PLAIN: Any = SimpleNamespace(name="plain")


def load(
    folder: Path,
    precision: str = "fp32",
    emit: Callable[[Any], None] = lambda event: None,
    stop: Event | None = None,
    overlook: bool = False,
    **options: Any,
) -> Any:
    """The parts of a checkpoint on the CPU. `overlook`: faults that its files alone tell are not minded."""
    asked = Options(precision=precision, device="cpu", **options)
    checkpoint = checkpoint_at(folder)
    if overlook:
        checkpoint = replace(checkpoint, problems=())
    family = family_of(checkpoint) if info_of(checkpoint) else PLAIN
    return load_parts(checkpoint, family, asked, emit, stop or Event())


def answer(parts: Any, tokens: int = 8, size: tuple[int, int] = (120, 90)) -> list[int]:
    """Greedy ids of an answer about a picture."""
    from PIL import Image

    picture = Image.linear_gradient("L").resize(size).convert("RGB")
    chat = [{"role": "user", "content": [{"type": "image"}, {"type": "text", "text": "What is it?"}]}]
    text = parts.processor.apply_chat_template(chat, add_generation_prompt=True, tokenize=False)
    inputs = parts.processor(text=[text], images=[picture], return_tensors="pt").to(parts.model.dtype)
    length = inputs["input_ids"].shape[1]
    ids = parts.model.generate(**inputs, max_new_tokens=tokens, do_sample=False)
    made: list[int] = ids[0, length:].tolist()
    return made
