"""Checkpoints of real shapes without their bytes: config, headers and a tokenizer; the weights are holes in a file."""

from __future__ import annotations

import json
import struct
from pathlib import Path

from random_models import SHAPES, build
from tiny_models import INTERNVL_TEMPLATE, QWEN_TEMPLATE, tokenizer


def write_hollow(shape: str, folder: Path) -> Path:
    """Writes the shape of that name; it can be inspected and planned with, and takes no room. Never load it."""
    import transformers as t

    folder.mkdir(parents=True)
    model = build(SHAPES[shape], "meta")
    model.config.save_pretrained(folder)
    header: dict[str, object] = {}
    end = 0
    for name, tensor in model.state_dict().items():
        if name == "lm_head.weight" and model.config.tie_word_embeddings:
            continue
        start, end = end, end + 2 * tensor.numel()
        header[name] = {"dtype": "BF16", "shape": list(tensor.shape), "data_offsets": [start, end]}
    text = json.dumps(header).encode()
    with (folder / "model.safetensors").open("wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        file.truncate(8 + len(text) + end)
    if SHAPES[shape].family == "internvl":
        images = t.GotOcr2ImageProcessor(
            size={"height": 448, "width": 448}, crop_to_patches=True, min_patches=1, max_patches=12
        )
        tok = tokenizer("internvl")
        t.InternVLProcessor(
            images, tok, t.InternVLVideoProcessor(), chat_template=INTERNVL_TEMPLATE
        ).save_pretrained(folder)
    else:
        images = t.Qwen2VLImageProcessor(min_pixels=56 * 56, max_pixels=28 * 28 * 1280)
        tok = tokenizer("qwen")
        t.Qwen2VLProcessor(
            images, tok, t.Qwen2VLVideoProcessor(), chat_template=QWEN_TEMPLATE
        ).save_pretrained(folder)
    return folder
