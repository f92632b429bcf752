"""A Qwen2-VL of 1.5 million numbers that was taught on 24 drawn pictures by `eyebox teach`, and knows them by heart.

It says in words what is on each of them, reads their word, and puts boxes where the shapes are: for screenshots, and for tests
that want to see answers. `python tests/helpers/taught_model.py FOLDER` makes it there in a few minutes: `FOLDER/model`, the
pictures `FOLDER/pictures/01.png` and so on, and `FOLDER/lessons.jsonl`, in ms-swift's form.
"""

from __future__ import annotations

import json
import random
import sys
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

SIZE = 448
"""Pixels of a side of the pictures; the model sees them at a quarter of that."""
SEEN = 112
COLOURS = {
    "red": "#d23c3c", "blue": "#2f6fd0", "green": "#2e9e5b", "yellow": "#e0b020", "purple": "#8a4fbf", "orange": "#e07b28",
    "black": "#22262b", "grey": "#8b929b",
}  # fmt: skip
SHAPES = ("circle", "square", "triangle")
WORDS = ("SALE", "OPEN", "EXIT", "MENU", "STOP", "HELLO")
WHAT, READ = "What is in the picture?", "Read all text in the picture."


@dataclass(frozen=True)
class Drawn:
    """A picture: two shapes with their boxes in pixels, and a word."""

    name: str
    things: tuple[tuple[str, str, tuple[int, int, int, int]], ...]
    word: str

    def talk(self) -> list[tuple[str, str, tuple[int, int, int, int] | None]]:
        """Questions with their answers, and the box that belongs to an answer."""
        (one, shape, box), (other, form, place) = self.things
        return [
            (WHAT, f"A {one} {shape} and a {other} {form}, and the word {self.word}.", None),
            (f"Find the {one} {shape}.", f"{one} {shape}", box),
            (f"Find the {other} {form}.", f"{other} {form}", place),
            (READ, self.word, None),
        ]


def drawn() -> list[Drawn]:
    """The 24 pictures: each colour with each shape stands on one of them first."""
    dice = random.Random(7)
    made = []
    for number, (colour, shape) in enumerate(product(COLOURS, SHAPES)):
        others = [(c, s) for c, s in product(COLOURS, SHAPES) if c != colour and s != shape]
        second = dice.choice(others)
        left = _box(dice, 24, 208)
        right = _box(dice, 240, 424)
        made.append(
            Drawn(
                f"{number + 1:02}.png",
                ((colour, shape, left), (*second, right)),
                WORDS[number % len(WORDS)],
            )
        )
    return made


def _box(dice: random.Random, least: int, most: int) -> tuple[int, int, int, int]:
    side = dice.randrange(88, 168, 8)
    x = dice.randrange(least, most - side + 1, 8)
    y = dice.randrange(96, 424 - side + 1, 8)
    return (x, y, x + side, y + side)


def draw(picture: Drawn, file: Path) -> None:
    """Writes a picture as a PNG."""
    from PIL import Image, ImageDraw, ImageFont

    canvas = Image.new("RGB", (SIZE, SIZE), "#f6f4ef")
    pen = ImageDraw.Draw(canvas)
    pen.text((SIZE / 2, 46), picture.word, "#22262b", ImageFont.load_default(44), anchor="mm")
    for colour, shape, (x1, y1, x2, y2) in picture.things:
        ink = COLOURS[colour]
        if shape == "circle":
            pen.ellipse((x1, y1, x2, y2), ink)
        elif shape == "square":
            pen.rectangle((x1, y1, x2, y2), ink)
        else:
            pen.polygon(((x1 + x2) / 2, y1, x2, y2, x1, y2), ink)
    canvas.save(file)


def write_lessons(folder: Path) -> Path:
    """Draws the pictures and writes the conversations about them."""
    pictures = folder / "pictures"
    pictures.mkdir(parents=True)
    lines = []
    for picture in drawn():
        draw(picture, pictures / picture.name)
        for question, said, box in picture.talk():
            answer = said if box is None else "<ref-object><bbox>"
            one: dict[str, Any] = {
                "messages": [
                    {"role": "user", "content": f"<image>{question}"},
                    {"role": "assistant", "content": answer},
                ],
                "images": [f"pictures/{picture.name}"],
            }
            if box is not None:
                one["objects"] = {"ref": [said], "bbox": [box]}
            lines.append(json.dumps(one) + "\n")
    file = folder / "lessons.jsonl"
    file.write_text("".join(lines))
    return file


def build_base(folder: Path) -> Path:
    """The model before it has learned anything."""
    import torch
    import transformers as t

    from tiny_models import QWEN_IDS, QWEN_TEMPLATE, ROPE, tokenizer

    talk = [
        part for picture in drawn() for question, said, _box in picture.talk() for part in (question, said)
    ]
    tok = tokenizer(
        "qwen", " ".join((*talk, "system You are a helpful assistant. user assistant 0123456789 ")) * 4
    )
    ids = {name: tok.convert_tokens_to_ids(token) for name, token in QWEN_IDS.items()}
    eos, pad = (tok.convert_tokens_to_ids(token) for token in ("<|im_end|>", "<|endoftext|>"))
    text = {
        "hidden_size": 128, "intermediate_size": 512, "num_hidden_layers": 3, "num_attention_heads": 8,
        "num_key_value_heads": 8, "vocab_size": len(tok), "max_position_embeddings": 4096, "tie_word_embeddings": True,
        "eos_token_id": eos, "pad_token_id": pad, "bos_token_id": None, "rope_parameters": ROPE, "initializer_range": 0.05,
    }  # fmt: skip
    vision = {
        "depth": 2, "embed_dim": 128, "hidden_size": 128, "num_heads": 4, "mlp_ratio": 4, "patch_size": 14,
        "initializer_range": 0.05,
    }  # fmt: skip
    config = t.Qwen2VLConfig(text_config=text, vision_config=vision, tie_word_embeddings=True, **ids)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        model = t.Qwen2VLForConditionalGeneration(config)
    model.generation_config = t.GenerationConfig(eos_token_id=[eos, pad], pad_token_id=pad)
    model.save_pretrained(folder)
    images = t.Qwen2VLImageProcessor(min_pixels=SEEN * SEEN, max_pixels=SEEN * SEEN)
    t.Qwen2VLProcessor(images, tok, t.Qwen2VLVideoProcessor(), chat_template=QWEN_TEMPLATE).save_pretrained(
        folder
    )
    return folder


def build(folder: Path) -> Path:
    """Draws, builds and teaches; the folder of the model. Raises RuntimeError where teaching fails."""
    from eyebox.__main__ import main

    model = folder / "model"
    lessons, base = write_lessons(folder), build_base(folder / "Shapes 1.5M")
    status = main([
        "teach", "--model", str(base), "--data", str(lessons), "--method", "full", "--no-freeze-vision", "--lr", "2e-3",
        "--batch", "16", "--accumulate", "1", "--epochs", "130", "--held-out", "0", "--general", "0", "--every", "60",
        "--threads", "1", "--precision", "fp32", "-o", str(model),
    ])  # fmt: skip
    if status:
        raise RuntimeError("it was not taught")
    return model


if __name__ == "__main__":
    print(build(Path(sys.argv[1])))
