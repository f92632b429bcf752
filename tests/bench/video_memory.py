"""Videos: memory predicted beside taken: python tests/bench/video_memory.py [SHAPE...]

Shapes of half a billion random weights in BF16, each in a fresh process, about 8 and 16 frames (640 x 480) of one clip. Predicted
is what a question's cache and activations are told to take; taken the peak of anonymous memory less that after a warm, shorter
question. Linux only.
"""

from __future__ import annotations

import gc
import subprocess
import sys
import tempfile
from pathlib import Path
from threading import Event
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent / "helpers")]

COUNTS = (8, 16)
RATE = 10.0
WIDTH, HEIGHT = 640, 480
QUESTION = "What happens here?"


def one(shape: str) -> None:
    """Measures in this process."""
    from clips import write_clip
    from eyebox_models.engine.decoding import PICTURES
    from eyebox_models.engine.main import _trim
    from eyebox_models.files.document_page import frame_path
    from eyebox_models.fit.machine import machine
    from eyebox_models.fit.precision import choose
    from eyebox_models.fit.predict import predict
    from eyebox_models.picture import decoder
    from eyebox_models.protocol.ask import Ask, Message, Options, Picture
    from half_billion import build_half_billion
    from memory import Peak, anonymous
    from vision import load

    decoder.use(PICTURES)
    with tempfile.TemporaryDirectory() as home:
        clip = write_clip(Path(home) / "clip.mp4", 2 * max(COUNTS), RATE, (WIDTH, HEIGHT))
        folder = build_half_billion(Path(home) / shape, shape=shape)
        gc.collect()
        options = Options(precision="bf16", device="cpu", max_new_tokens=4, cache_bytes=0)
        model: Any = load(folder, precision="bf16")

        def answer(count: int) -> Any:
            frames = [Picture(frame_path(clip, 2 * n / RATE), in_video=True) for n in range(count)]
            question = Ask((Message("user", (*frames, QUESTION)),), "", options)
            return model.answer(question, lambda _event: None, Event())

        answer(2)
        checkpoint = model.parts.checkpoint
        choice = choose(checkpoint, options, machine())
        for count in COUNTS:
            model.known.clear()
            gc.collect()
            _trim()
            before = anonymous()
            with Peak() as peak:
                told = answer(count)
            layout = model.family.see_video(checkpoint, WIDTH, HEIGHT, count, options)
            text = told.tokens_in - layout.visual_tokens
            said = predict(checkpoint, [layout], choice, text, told.tokens_out)
            predicted, taken = said.cache + said.activations, peak.bytes - before
            print(
                f"| {shape} | {count} | {layout.visual_tokens:,} | {predicted / 1e6:.0f} | {taken / 1e6:.0f} "
                f"| {predicted / taken:.2f} |",
                flush=True,
            )
        model.close()
    PICTURES.close()


def main(shapes: list[str]) -> None:
    print(
        "| shape | frames | visual tokens | predicted MB | taken MB | predicted / taken |\n|---|---|---|---|---|---|",
        flush=True,
    )
    for shape in shapes:
        subprocess.run([sys.executable, __file__, "--one", shape], check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2])
    else:
        main(sys.argv[1:] or ["qwen2_vl", "qwen2_5_vl", "qwen3_vl", "internvl3"])
