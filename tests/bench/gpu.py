"""How fast a model of a real shape answers on a card: Eyebox beside plain `generate`, with random weights made there.

    python tests/bench/gpu.py qwen2-vl-2b|qwen2-vl-7b|internvl3-8b|qwen-vl-7b [--precision bf16 int8 nf4 gptq] [--device cuda]

One picture and some text fill the prompt to 2,048 and to 8,192 tokens; from there windows of 64 new tokens are timed
(the median of several). `limit` is what the card's memory bandwidth, measured by copying, allows: every weight of the
language model and the cache are read once a token. Prints a table in Markdown. `tiny` is for trying this on a CPU.
"""

from __future__ import annotations

import argparse
import gc
import inspect
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from statistics import median
from threading import Event
from time import perf_counter
from types import SimpleNamespace
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "helpers"))

from eyebox_models.vision.static_cache import StaticBuffers
from random_models import PRECISIONS, SHAPES, Shape, build, language_bytes, missing, prompt_of
from tiny_models import tokenizer

WINDOW = 64
BUFFERS: dict[int, StaticBuffers] = {}
PUBLISHED = {
    "qwen-vl-7b": "Published for Qwen-VL on an A100 of 80 GB, to 2,048 and to 8,192 tokens: BF16 28.87 and 24.32 tokens/s "
    "at 22.60 and 28.01 GB, Int4 37.79 and 34.34 tokens/s at 11.82 and 17.23 GB.",
}
MINUTES = 6.5
"""No row begins later."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. Times in seconds, memory in bytes; `why` says why there is none."""

    precision: str
    what: str
    length: int
    first: float = 0.0
    rate: float = 0.0
    limit: float = 0.0
    peak: int = 0
    why: str = ""


class Clock:
    """A streamer that notes when each new token came."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self._prompt = True

    def put(self, value: Any) -> None:
        if self._prompt:
            self._prompt = False
            return
        self.times.extend([perf_counter()] * value.numel())

    def end(self) -> None:
        self._prompt = True


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shape", choices=SHAPES)
    parser.add_argument("--precision", nargs="+", choices=PRECISIONS, default=list(PRECISIONS))
    parser.add_argument("--device", default="")
    parser.add_argument("--lengths", nargs="+", type=int, default=[2048, 8192])
    parser.add_argument("--windows", type=int, default=3)
    given = parser.parse_args()
    import torch

    device = given.device or ("cuda:0" if torch.cuda.is_available() else "cpu")
    device = "cuda:0" if device == "cuda" else device
    until = perf_counter() + 60 * MINUTES
    bandwidth = copied_a_second(device)
    print(heading(given.shape, device, bandwidth), flush=True)
    for precision in given.precision:
        for row in measured(
            SHAPES[given.shape], precision, device, given.lengths, given.windows, bandwidth, until
        ):
            print(line(row), flush=True)
    if given.shape in PUBLISHED:
        print(f"\n{PUBLISHED[given.shape]}")


def measured(
    shape: Shape,
    precision: str,
    device: str,
    lengths: list[int],
    windows: int,
    bandwidth: float,
    until: float,
) -> list[Row]:
    """The rows of one precision. What can't be had is a row that says why."""
    why = missing(precision) or ("" if perf_counter() < until else "no time was left")
    if why:
        return [Row(precision, "", 0, why=why)]
    model = build(shape, precision, device)
    weights = language_bytes(model)
    rows = []
    ways: list[tuple[str, Callable[..., list[float]]]] = [("generate", plain), ("Eyebox", ours)]
    if device.startswith("cuda") and precision == "bf16":
        ways.append(("Eyebox, compiled", compiled))
    for length in lengths:
        for name, way in ways:
            if perf_counter() > until:
                rows.append(Row(precision, name, length, why="no time was left"))
                continue
            try:
                row = timed(partial(way, model, shape, length, device), windows, device)
            except Exception as error:
                rows.append(
                    Row(
                        precision,
                        name,
                        length,
                        why=" ".join(f"{type(error).__name__}: {error}".split())[:120],
                    )
                )
                continue
            cache = cache_bytes(shape, length + WINDOW // 2)
            rows.append(
                replace(
                    row, precision=precision, what=name, length=length, limit=bandwidth / (weights + cache)
                )
            )
    del model
    free(device)
    return rows


def timed(run: Callable[[], list[float]], windows: int, device: str) -> Row:
    """Median of some runs after one that warms up. A run gives seconds to each new token, the first included."""
    run()
    reset(device)
    runs = [run() for _ in range(windows)]
    assert all(len(times) == WINDOW + 1 for times in runs), "an answer ended early"
    return Row(
        "", "", 0,
        first=median(times[0] for times in runs),
        rate=median(WINDOW / (times[-1] - times[0]) for times in runs),
        peak=peak(device),
    )  # fmt: skip


def plain(model: Any, shape: Shape, length: int, device: str) -> list[float]:
    """transformers' own greedy `generate`, with nothing added but the clock."""
    import torch

    prompt, pixels = prompt_of(model, shape, length, device)
    ids = torch.tensor([prompt.ids], device=device)
    kinds = (ids == model.config.image_token_id).int()
    more = {"mm_token_type_ids": kinds} if takes_kinds(model) else {}
    clock = Clock()
    wait(device)
    begun = perf_counter()
    with torch.inference_mode():
        model.generate(
            input_ids=ids, attention_mask=torch.ones_like(ids), max_new_tokens=WINDOW + 1, do_sample=False, streamer=clock,
            **pixels, **more,
        )  # fmt: skip
    return [moment - begun for moment in clock.times]


def ours(model: Any, shape: Shape, length: int, device: str, static: bool = False) -> list[float]:
    """Eyebox's way: its positions, its streamer with decoding and the reading of boxes, its checks at each token."""
    from eyebox_models.protocol.ask import Options
    from eyebox_models.vision.generate import Call, StopNow, configuration, generate
    from eyebox_models.vision.prompt import Prompt
    from eyebox_models.vision.static_cache import generate_static
    from eyebox_models.vision.stream import AnswerStream

    prompt, pixels = prompt_of(model, shape, length, device)
    family = family_of(shape)
    words = tokenizer("internvl" if shape.family == "internvl" else "qwen")
    end = shape.text["vocab_size"] - 1
    stream = AnswerStream(
        words, family.reader(0, [span.shown.seen for span in prompt.spans]), lambda event: None, ()
    )
    clock, take = Clock(), stream.take

    def known(numbers: Any) -> None:
        clock.times.append(perf_counter())
        take([number % len(words) for number in numbers])

    stream.take = known  # type: ignore[method-assign]
    wait(device)
    begun = perf_counter()
    parts: Any = SimpleNamespace(model=model, device=device, options=Options(), extra={})
    inputs = family.inputs(parts, [prompt], [0]) | pixels
    from transformers import DynamicCache

    cache = DynamicCache(config=model.config)

    def longer(rows: Any, padding: Any) -> dict[str, Any]:
        made: dict[str, Any] = family.inputs(parts, [Prompt(tuple(rows[0]), prompt.spans)], padding)
        return made

    config = configuration(model, Options(), WINDOW + 1, (end,))
    call = Call([prompt.ids], [0], inputs, config, cache, (), [StopNow(Event())], stream)
    if static:
        generate_static(
            model, call, device, BUFFERS.setdefault(id(model), StaticBuffers()), longer, lambda: False
        )
    else:
        generate(model, call, device)
    stream.finish()
    return [moment - begun for moment in clock.times]


def compiled(model: Any, shape: Shape, length: int, device: str) -> list[float]:
    """The same with a static cache and CUDA graphs."""
    return ours(model, shape, length, device, static=True)


def family_of(shape: Shape) -> Any:
    from eyebox_models.families.internvl.family import InternVL
    from eyebox_models.families.qwen2_vl import Qwen2VL
    from eyebox_models.families.qwen_vl.family import QwenVL

    return {"internvl": InternVL, "qwen_vl": QwenVL}.get(shape.family, Qwen2VL)()


def takes_kinds(model: Any) -> bool:
    return "mm_token_type_ids" in inspect.signature(type(model).forward).parameters


def cache_bytes(shape: Shape, length: int) -> int:
    text = shape.text
    head = text["hidden_size"] // text["num_attention_heads"]
    return 2 * 2 * int(text["num_hidden_layers"] * text["num_key_value_heads"] * head * length)


def copied_a_second(device: str) -> float:
    """Bytes a second that memory moves: reading and writing a large tensor, the best of ten."""
    import torch

    size = (4 << 30) if device.startswith("cuda") else (64 << 20)
    source = torch.ones(size // 4, dtype=torch.float32, device=device)
    target = torch.empty_like(source)
    best = float("inf")
    for _ in range(10):
        wait(device)
        begun = perf_counter()
        target.copy_(source)
        wait(device)
        best = min(best, perf_counter() - begun)
    del source, target
    free(device)
    return 2 * size / best


def wait(device: str) -> None:
    import torch

    if device.startswith("cuda"):
        torch.cuda.synchronize(device)


def reset(device: str) -> None:
    import torch

    if device.startswith("cuda"):
        torch.cuda.reset_peak_memory_stats(device)


def peak(device: str) -> int:
    import torch

    return int(torch.cuda.max_memory_allocated(device)) if device.startswith("cuda") else 0


def free(device: str) -> None:
    import torch

    gc.collect()
    if device.startswith("cuda"):
        torch.cuda.empty_cache()


def heading(shape: str, device: str, bandwidth: float) -> str:
    import torch
    import transformers

    name = (
        torch.cuda.get_device_name(device)
        if device.startswith("cuda")
        else f"CPU, {torch.get_num_threads()} threads"
    )
    return (
        f"**{shape}** on {name}, torch {torch.__version__}, transformers {transformers.__version__}, "
        f"memory moves {bandwidth / 1e9:,.0f} GB/s\n\n"
        "| precision | way | prompt | s to first token | tokens/s | limit | peak GB |\n|---|---|---|---|---|---|---|"
    )


def line(row: Row) -> str:
    if row.why:
        return f"| {row.precision} | {row.what} | {row.length or ''} | {row.why} | | | |"
    memory = f"{row.peak / 1e9:.2f}" if row.peak else ""
    return f"| {row.precision} | {row.what} | {row.length:,} | {row.first:.3f} | {row.rate:.1f} | {row.limit:.0f} | {memory} |"


if __name__ == "__main__":
    main()
