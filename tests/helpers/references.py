"""What transformers itself makes of a chat: its processor, its template, its greedy `generate`; nothing of Eyebox's."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

from eyebox_models.protocol.ask import Ask, Message

IMAGE = {"type": "image"}


def chat(messages: Sequence[Message]) -> list[dict[str, Any]]:
    """A chat as templates take it."""
    return [
        {
            "role": message.role,
            "content": [
                {"type": "text", "text": part} if isinstance(part, str) else IMAGE for part in message.parts
            ],
        }
        for message in messages
    ]


def pictures(ask: Ask) -> list[Image.Image]:
    """The pictures of a chat, upright, as Pillow opens them."""
    opened = []
    for path in ask.pictures:
        with Image.open(path) as image:
            upright = ImageOps.exif_transpose(image)
            if upright.mode == "RGBA":
                white = Image.new("RGBA", upright.size, "white")
                upright = Image.alpha_composite(white, upright)
            opened.append(upright.convert("RGB"))
    return opened


class Reference:
    """A checkpoint as transformers loads it in FP32."""

    def __init__(self, folder: Path) -> None:
        import torch
        from transformers import AutoModelForImageTextToText, AutoProcessor
        from transformers.utils import logging

        logging.disable_progress_bar()
        self.processor = AutoProcessor.from_pretrained(folder)
        self.model = AutoModelForImageTextToText.from_pretrained(folder, dtype=torch.float32).eval()

    def inputs(self, ask: Ask, **settings: Any) -> Any:
        """What the processor makes of a chat. `settings` are for its image processor."""
        text = self.processor.apply_chat_template(chat(ask.messages), add_generation_prompt=True)
        tokenizer = self.processor.tokenizer
        begun = tokenizer.bos_token is not None and text.startswith(tokenizer.bos_token)
        more = {"images_kwargs": settings} if settings else {}
        return self.processor(
            text=[text],
            images=pictures(ask) or None,
            return_tensors="pt",
            add_special_tokens=not begun,
            **more,
        )

    def ids(self, ask: Ask) -> list[int]:
        ids: list[int] = self.inputs(ask)["input_ids"][0].tolist()
        return ids

    def going_on(self, inputs: Any, answer: Sequence[int], before: Ask, after: Ask) -> Any:
        """The inputs of a chat's next turn: those of the turn before, the ids of its answer, and what follows it.

        `after` is the chat with "ANSWER" as that answer; no new picture may follow it.
        """
        import torch

        text = self.processor.apply_chat_template(chat(after.messages), add_generation_prompt=True)
        tail = self.processor.tokenizer(text.rpartition("ANSWER")[2], add_special_tokens=False)["input_ids"]
        new = torch.tensor([[*answer, *tail]])
        made = {name: values for name, values in inputs.items() if name != "attention_mask"}
        made["input_ids"] = torch.cat([inputs["input_ids"], new], dim=1)
        for name in ("mm_token_type_ids", "token_type_ids"):
            if name in inputs:
                kinds = inputs[name]
                made[name] = torch.cat([kinds, torch.zeros_like(new).to(kinds.dtype)], dim=1)
        made["attention_mask"] = torch.ones_like(made["input_ids"])
        return made

    def answer(self, inputs: Any, new_tokens: int = 16) -> list[int]:
        """The ids of the greedy answer, without those that end it."""
        import torch

        with torch.no_grad():
            made = self.model.generate(**inputs, do_sample=False, max_new_tokens=new_tokens)
        ids: list[int] = made[0, inputs["input_ids"].shape[1] :].tolist()
        ends = self.model.generation_config.eos_token_id
        return ids[:-1] if ids and ids[-1] in ends else ids


@lru_cache(maxsize=16)
def reference(folder: Path) -> Reference:
    """Loaded once for all tests."""
    return Reference(folder)


def write_pictures(folder: Path) -> dict[str, str]:
    """Pictures of several shapes: wide, tall, square, turned by EXIF (wide on disk, tall upright), see-through."""
    import numpy as np

    folder.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(7)
    sizes = {
        "wide": (300, 200),
        "tall": (90, 400),
        "square": (128, 128),
        "turned": (240, 100),
        "clear": (120, 70),
    }
    made = {}
    for name, (width, height) in sizes.items():
        coarse = random.integers(0, 255, (6, 6, 4 if name == "clear" else 3), dtype=np.uint8)
        image = Image.fromarray(coarse).resize((width, height), Image.Resampling.NEAREST)
        turned = name == "turned"
        path = folder / f"{name} 图.{'jpg' if turned else 'png'}"
        exif = Image.Exif()
        if turned:
            exif[0x0112] = 6
        image.save(path, exif=exif)
        made[name] = str(path)
    return made
