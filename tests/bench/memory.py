"""What was predicted of memory beside what was taken: python tests/bench/memory.py [bf16 fp32 int8 int4]

A Qwen2-VL shape of half a billion random weights is written to a temporary folder. In a fresh process for each precision:
bytes of parameters and quantization states; for pictures of 256, 1,280 and 4,000 visual tokens, bytes of the cache's tensors and
the peak of anonymous memory less that after a warm forward; and in all the most anonymous memory from loading on, less that
of the libraries, with the pages of the mapped checkpoint that answers read; each beside its prediction. Linux only.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from threading import Event
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "helpers"))

from memory_taken import resident

SIZES = {256: (16, 16), 1280: (40, 32), 4000: (80, 50)}
"""Visual tokens, and how many of them stand beside and above each other."""
TOKEN = 28
"""Pixels at the side of one."""
PRECISIONS = ("bf16", "fp32", "int8", "int4")


def one(folder: Path, precision: str, sizes: tuple[int, ...]) -> dict[str, Any]:
    """Measures in this process: pairs of predicted and taken bytes, and `all` of what was taken by the largest size."""
    from PIL import Image

    from eyebox_models.engine.decoding import PICTURES
    from eyebox_models.engine.main import _trim
    from eyebox_models.families.registry import checkpoint_at, family_of
    from eyebox_models.fit.machine import machine
    from eyebox_models.fit.precision import choose
    from eyebox_models.fit.predict import predict
    from eyebox_models.picture import decoder
    from eyebox_models.protocol.ask import Ask, Message, Options, Picture
    from eyebox_models.vision.compat_cache import cache_bytes
    from eyebox_models.vision.load import load_parts
    from eyebox_models.vision.model import VisionModel
    from memory_of_process import Watched

    decoder.use(PICTURES)
    checkpoint = checkpoint_at(folder)
    family = family_of(checkpoint)
    options = Options(
        precision=precision, device="cpu", max_new_tokens=4, cache_bytes=0, max_pixels=4_000_000
    )
    choice = choose(checkpoint, options, machine())
    with Watched(os.getpid()) as watched:
        parts = load_parts(checkpoint, family, options, lambda _event: None, Event())
        model = VisionModel(family, parts)
        model.known.on_disk = False
        held: list[int] = []
        model.caches.keep = lambda kept, _prompt, _ids: held.append(cache_bytes(kept.cache))  # type: ignore[method-assign]

        def answer(across: int, down: int) -> Any:
            path = folder / f"{across}-{down}.png"
            Image.effect_noise((across * TOKEN, down * TOKEN), 80).convert("RGB").save(path)
            message = Message("user", (Picture(str(path)), "What is this?"))
            return model.answer(Ask((message,), str(folder), options), lambda _event: None, Event())

        answer(4, 4)
        watched.forget_read()
        found: dict[str, Any] = {
            "weights": [predict(checkpoint, (), choice, 0, 0).weights, weights_taken(parts.model)]
        }
        for tokens in sizes:
            gc.collect()
            _trim()
            across, down = SIZES[tokens]
            watched.phase("between")
            before = watched.now
            watched.phase(str(tokens))
            told = answer(across, down)
            watched.phase("between")
            shown = family.see(checkpoint, across * TOKEN, down * TOKEN, options)
            assert shown.visual_tokens == tokens
            predicted = predict(checkpoint, [shown], choice, told.tokens_in - tokens, told.tokens_out)
            found[str(tokens)] = {
                "cache": [predicted.cache, held[-1]],
                "activations": [predicted.activations, watched.peaks[str(tokens)] - before - held[-1]],
                "total": predicted.total,
            }
        read = watched.read_of(".safetensors")
        found["phases"] = {name: peak + read for name, peak in watched.peaks.items()}
    return found


def weights_taken(model: Any) -> int:
    """Bytes of weights and of what is packed for the processor."""
    packed = (module.packed for module in model.modules() if hasattr(module, "packed"))
    return resident(model) + sum(tensor.numel() * tensor.element_size() for tensor in packed)


def main() -> None:
    from half_billion import build_half_billion
    from tiny_models import build_tiny

    precisions = sys.argv[1:] or list(PRECISIONS)
    with tempfile.TemporaryDirectory() as home:
        os.environ["EYEBOX_HOME"] = home
        folder = Path(home) / "half a billion"
        build_half_billion(folder)
        tiny = build_tiny("qwen2_vl", Path(home) / "tiny")
        print("precision | what | predicted MB | taken MB | taken / predicted")
        for precision in precisions:
            libraries = max(measured(tiny, precision, ())["phases"].values())
            found = measured(folder, precision, tuple(SIZES))
            show(precision, "weights", *found["weights"])
            loading = found["phases"]["loading"] - libraries
            for tokens in SIZES:
                row = found[str(tokens)]
                for what in ("cache", "activations"):
                    show(precision, f"{what} at {tokens:,} visual tokens", *row[what])
                taken = max(loading, found["phases"][str(tokens)] - libraries)
                show(precision, f"all at {tokens:,} visual tokens", row["total"], taken)


def measured(folder: Path, precision: str, sizes: tuple[int, ...]) -> dict[str, Any]:
    """In a process of its own, with the variables of an engine."""
    from eyebox_models.engine.child import heap_variables

    command = [sys.executable, __file__, "--one", str(folder), precision, json.dumps(sizes)]
    variables = {**os.environ, **heap_variables({}, "model")}
    out = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=variables).stdout
    found: dict[str, Any] = json.loads(out.splitlines()[-1])
    return found


def show(precision: str, what: str, predicted: int, taken: int) -> None:
    print(
        f"{precision} | {what} | {predicted / 1e6:.3f} | {taken / 1e6:.3f} | {taken / predicted:.3f}",
        flush=True,
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(one(Path(sys.argv[2]), sys.argv[3], json.loads(sys.argv[4]))))
    else:
        main()
