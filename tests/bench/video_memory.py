"""Videos: memory predicted beside taken: python tests/bench/video_memory.py [--times N] [SHAPE...]

Shapes of half a billion random weights in BF16, about 8 and 16 frames (640 x 480) of one clip, each asked in N (3) fresh
processes with the heap of an engine, without features that are known from before. Predicted is what a question's cache and
activations are told to take; taken the peak of anonymous memory less that after a warm, shorter question: the median, and all.
Linux only.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from threading import Event
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "helpers"))

SHAPES = ("qwen2_vl", "qwen2_5_vl", "qwen3_vl", "qwen3_5", "internvl3")
COUNTS = (8, 16)
RATE = 10.0
WIDTH, HEIGHT = 640, 480
QUESTION = "What happens here?"


def one(folder: str, clip: str) -> list[tuple[int, int, int, int]]:
    """Measures in this process: frames, visual tokens, predicted and taken bytes."""
    from eyebox_models.engine.decoding import PICTURES
    from eyebox_models.engine.main import _trim
    from eyebox_models.files.document_page import frame_path
    from eyebox_models.fit.machine import machine
    from eyebox_models.fit.precision import choose
    from eyebox_models.fit.predict import predict
    from eyebox_models.picture import decoder
    from eyebox_models.protocol.ask import Ask, Message, ModelRef, Options, Picture
    from memory_of_process import Watched
    from vision import load

    decoder.use(PICTURES)
    options = Options(precision="bf16", device="cpu", max_new_tokens=4, cache_bytes=0)
    model: Any = load(Path(folder), precision="bf16")
    model.known.on_disk = False

    def answer(count: int) -> Any:
        frames = [Picture(frame_path(clip, 2 * n / RATE), in_video=True) for n in range(count)]
        question = Ask((Message("user", (*frames, QUESTION)),), ModelRef(folder), options)
        return model.answer(question, lambda _event: None, Event())

    answer(2)
    checkpoint = model.parts.checkpoint
    choice = choose(checkpoint, options, machine())
    found = []
    for count in COUNTS:
        model.known.clear()
        gc.collect()
        _trim()
        with Watched(os.getpid()) as watched:
            before = watched.now
            told = answer(count)
        layout = model.family.see_video(checkpoint, WIDTH, HEIGHT, count, options)
        said = predict(checkpoint, [layout], choice, told.tokens_in - layout.visual_tokens, told.tokens_out)
        found.append((count, layout.visual_tokens, said.cache + said.activations, watched.anonymous - before))
    model.close()
    PICTURES.close()
    return found


def measured(folder: Path, clip: str, home: str) -> list[list[int]]:
    """In a process of its own, with the variables of an engine."""
    from eyebox_models.engine.child import heap_variables

    variables = {**os.environ, **heap_variables({}, "model"), "EYEBOX_HOME": home}
    command = [sys.executable, __file__, "--one", str(folder), clip]
    out = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=variables).stdout
    found: list[list[int]] = json.loads(out.splitlines()[-1])
    return found


def main(shapes: list[str], times: int) -> None:
    from clips import write_clip
    from half_billion import build_half_billion

    print(
        "| shape | frames | visual tokens | predicted MB | taken MB | taken / predicted |\n|---|---|---|---|---|---|"
    )
    for shape in shapes:
        with tempfile.TemporaryDirectory() as home:
            clip = write_clip(Path(home) / "clip.mp4", 2 * max(COUNTS), RATE, (WIDTH, HEIGHT))
            folder = build_half_billion(Path(home) / shape, shape=shape)
            runs = [measured(folder, clip, home) for _ in range(times)]
        for same in zip(*runs, strict=True):
            count, visual, predicted, _taken = same[0]
            taken = sorted(run[3] for run in same)
            middle = median(taken)
            each = ", ".join(f"{one / 1e6:.0f}" for one in taken)
            print(
                f"| {shape} | {count} | {visual:,} | {predicted / 1e6:.0f} | {middle / 1e6:.0f} ({each}) "
                f"| {middle / predicted:.2f} |",
                flush=True,
            )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(one(*sys.argv[2:])))
    else:
        parser = argparse.ArgumentParser()
        parser.add_argument("--times", type=int, default=3)
        parser.add_argument("shapes", nargs="*", default=SHAPES)
        said = parser.parse_args()
        main([*said.shapes], said.times)
