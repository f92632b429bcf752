"""What was predicted of memory beside what was taken: python tests/bench/memory.py [bf16 fp32 int8 int4]

A Qwen2-VL shape of half a billion random weights is written to a temporary folder. In a fresh process for each
precision: bytes of parameters and quantization states, bytes of the cache's tensors, and the peak of anonymous
memory at three resolutions less that after a warm forward, each beside its prediction. Linux only.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from threading import Event, Thread
from typing import Any

SIDES = (448, 896, 1344)
PRECISIONS = ("bf16", "fp32", "int8", "int4")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "helpers"))


def anonymous() -> int:
    """Bytes of anonymous memory of this process now."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("RssAnon:"):
            return int(line.split()[1]) * 1024
    raise SystemExit("this system does not tell of anonymous memory")


class Peak:
    """The highest anonymous memory while inside, looked at every 2 ms."""

    def __enter__(self) -> Peak:
        self.bytes = anonymous()
        self._end = Event()
        self._thread = Thread(target=self._watch)
        self._thread.start()
        return self

    def __exit__(self, *_more: object) -> None:
        self._end.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._end.wait(0.002):
            self.bytes = max(self.bytes, anonymous())


def one(folder: Path, precision: str) -> dict[str, Any]:
    """Measures in this process."""
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

    decoder.use(PICTURES)
    checkpoint = checkpoint_at(folder)
    family = family_of(checkpoint)
    options = Options(
        precision=precision, device="cpu", max_new_tokens=4, cache_bytes=0, max_pixels=4_000_000
    )
    choice = choose(checkpoint, options, machine())
    parts = load_parts(checkpoint, family, options, lambda _event: None, Event())
    model = VisionModel(family, parts)
    held: list[int] = []
    model.caches.keep = lambda kept, _prompt, _ids: held.append(cache_bytes(kept.cache))  # type: ignore[method-assign]

    def answer(side: int) -> Any:
        path = folder / f"{side}.png"
        Image.effect_noise((side, side), 80).convert("RGB").save(path)
        message = Message("user", (Picture(str(path)), "What is this?"))
        return model.answer(Ask((message,), str(folder), options), lambda _event: None, Event())

    answer(112)
    found: dict[str, Any] = {
        "weights": [predict(checkpoint, (), choice, 0, 0).weights, resident(parts.model)]
    }
    for side in SIDES:
        gc.collect()
        _trim()
        before = anonymous()
        with Peak() as peak:
            told = answer(side)
        sight = family.see(checkpoint, side, side, options)
        text = told.tokens_in - sight.visual_tokens
        foretold = predict(checkpoint, [sight], choice, text, told.tokens_out)
        found[str(side)] = {
            "visual tokens": sight.visual_tokens,
            "cache": [foretold.cache, held[-1]],
            "activations": [foretold.activations, peak.bytes - before - held[-1]],
        }
    return found


def resident(model: Any) -> int:
    """Bytes of parameters, buffers of layers, quantization states and weights packed for the processor; what is shared counts
    once."""
    import torch

    seen: dict[int, int] = {}

    def add(tensor: Any) -> None:
        if isinstance(tensor, torch.Tensor):
            seen[tensor.data_ptr()] = tensor.numel() * tensor.element_size()

    for parameter in model.parameters():
        add(parameter.data)
        add(getattr(parameter, "SCB", None))
        state = getattr(parameter, "quant_state", None)
        for part in (state, getattr(state, "state2", None)):
            for name in ("absmax", "code", "offset"):
                add(getattr(part, name, None))
    for buffer in model.buffers():
        add(buffer)
    packed = (module.packed for module in model.modules() if hasattr(module, "packed"))
    return sum(seen.values()) + sum(tensor.numel() * tensor.element_size() for tensor in packed)


def main() -> None:
    from half_billion import build_half_billion

    precisions = sys.argv[1:] or list(PRECISIONS)
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "half a billion"
        folder.mkdir()
        build_half_billion(folder)
        print("precision | what | predicted MB | taken MB | ratio")
        for precision in precisions:
            command = [sys.executable, __file__, "--one", str(folder), precision]
            found = json.loads(
                subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.splitlines()[-1]
            )
            show(precision, "weights", found["weights"])
            for side in SIDES:
                row = found[str(side)]
                for what in ("cache", "activations"):
                    show(precision, f"{what} at {row['visual tokens']} visual tokens", row[what])


def show(precision: str, what: str, pair: list[int]) -> None:
    predicted, taken = pair
    print(
        f"{precision} | {what} | {predicted / 1e6:.3f} | {taken / 1e6:.3f} | {predicted / taken:.3f}",
        flush=True,
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(one(Path(sys.argv[2]), sys.argv[3])))
    else:
        main()
