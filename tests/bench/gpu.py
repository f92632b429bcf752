"""How fast models of real shapes answer on a card: Eyebox, with and without CUDA graphs, beside plain `generate`.

    python tests/bench/gpu.py [SHAPE ...] [--precision bf16 int8 nf4 gptq] [--out FILE] [--resume FILE] [--minutes 7.5]
    python tests/bench/gpu.py --tiny        (all of it with tiny shapes, on a processor too)

Batch of one; random weights are made where they are to run. A prompt holds pictures of 1,280 visual tokens and 96 ids of
text; "prefill" is the time from its tensors to the first new id, tokens a second are those of the 95 ids after it, both the
median of three runs after one that warms up (and compiles). "of bandwidth" is what must be read for each id (weights of
the language model and the cache), times ids a second, of what the card's memory moves in a copy. Rows are kept in FILE
one by one: what a file given by --resume has is not measured again, so that a table may take several runs. No row
begins after so many minutes. README.md beside this says how to take it to a machine without the packages.
"""

from __future__ import annotations

import argparse
import gc
import inspect
import json
import sys
import warnings
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from statistics import median
from threading import Event
from time import perf_counter
from types import SimpleNamespace
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "helpers"))

from eyebox_models.vision.static_cache import StaticBuffers
from random_models import (
    PRECISIONS,
    SHAPES,
    Shape,
    build,
    language_bytes,
    missing,
    predicted,
    prompt_of,
    quantized,
)
from tiny_models import tokenizer

TEXT = 96
REAL = ("qwen2-vl-7b", "qwen2.5-vl-7b", "qwen3-vl-8b", "internvl3-8b", "qwen-vl-7b")
TINY = ("tiny", "tiny-qwen2.5", "tiny-qwen3", "tiny-internvl", "tiny-qwen-vl")
WAYS = ("generate", "Eyebox", "Eyebox, graphs")
PREFILL = 0.3
TIMES_PLAIN, TIMES_BF16 = 3.0, 1.8
PUBLISHED = "Published for Qwen-VL on an A100 of 80 GB, to 2,048 tokens: BF16 28.87 tokens/s at 22.60 GB, Int4 37.79 at 11.82 GB."


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: seconds, ids a second, bytes. `why` says why there is none; `syncs` are waits for the card
    at each id."""

    shape: str
    precision: str
    way: str
    prefill: float = 0.0
    rate: float = 0.0
    share: float = 0.0
    peak: int = 0
    predicted: int = 0
    compiling: float = 0.0
    syncs: float = 0.0
    why: str = ""


class Clock:
    """A streamer that notes when each new id came."""

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
    parser.add_argument("shapes", nargs="*", help="default: " + " ".join(REAL))
    parser.add_argument("--precision", nargs="+", choices=PRECISIONS, default=list(PRECISIONS))
    parser.add_argument("--device", default="")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--resume", type=Path)
    parser.add_argument("--minutes", type=float, default=7.5)
    parser.add_argument("--tiny", action="store_true")
    parser.add_argument("--new", type=int, default=96, help="new ids of an answer")
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    import torch

    device = given.device or ("cuda:0" if torch.cuda.is_available() else "cpu")
    device = "cuda:0" if device == "cuda" else device
    until = perf_counter() + 60 * given.minutes
    bench = Bench(device, until, given.out, given.resume, given.new, given.runs)
    for shape in given.shapes or (TINY if given.tiny else REAL):
        for precision in given.precision:
            bench.measure(shape, precision)
    bench.print()


class Bench:
    """All rows of one machine, those of an earlier run among them."""

    def __init__(
        self, device: str, until: float, out: Path | None, earlier: Path | None, new: int, runs: int
    ) -> None:
        self.device, self.until, self.out, self.new, self.runs = device, until, out, new, runs
        self.rows: list[Row] = []
        if earlier is not None and earlier.exists():
            kept = [Row(**row) for row in json.loads(earlier.read_text("utf-8"))["rows"]]
            self.rows = [row for row in kept if not row.why]
        self.machine = machine(device)
        self.bandwidth = copied_a_second(device)

    def measure(self, shape: str, precision: str) -> None:
        """The rows of one model that are not there yet."""
        there = {row.way for row in self.rows if (row.shape, row.precision) == (shape, precision)}
        ways = [way for way in WAYS if way not in there and not (precision == "int8" and way == WAYS[2])]
        if not ways:
            return
        why = missing(precision) or ("" if perf_counter() < self.until else "no time was left")
        if why:
            self._add(Row(shape, precision, "", why=why))
            return
        family = family_of(SHAPES[shape])
        try:
            model = build(SHAPES[shape], self.device)
            text = TEXT
            _prompt, _pixels, layout = prompt_of(model, SHAPES[shape], self.device, text)
            expected = {
                way: predicted(model, family, precision, layout, text, self.new, way == WAYS[2])
                for way in ways
            }
            quantized(model, precision, self.device)
        except Exception as error:
            self._add(Row(shape, precision, "", why=brief(error)))
            free(self.device)
            return
        for way in ways:
            self._add(self._row(model, shape, precision, way, expected[way]))
        BUFFERS.clear()
        del model
        free(self.device)

    def _row(self, model: Any, shape: str, precision: str, way: str, expected: int) -> Row:
        if perf_counter() > self.until:
            return Row(shape, precision, way, why="no time was left")
        known = SHAPES[shape]
        run = partial(plain if way == WAYS[0] else ours, model, known, self.device, self.new)
        if way != WAYS[0]:
            run = partial(run, static=way == WAYS[2])
        try:
            begun = perf_counter()
            run()
            compiling = perf_counter() - begun
            syncs = waits(run, self.device) / self.new
            reset(self.device)
            runs = [run() for _ in range(self.runs)]
        except Exception as error:
            return Row(shape, precision, way, why=brief(error))
        assert all(len(times) == self.new for times in runs), "an answer ended early"
        if way == WAYS[2] and BUFFERS[id(model)].failed:
            return Row(shape, precision, way, why=BUFFERS[id(model)].failed)
        rate = median((self.new - 2) / (times[-1] - times[1]) for times in runs)
        read = language_bytes(model) + cache_bytes(known, 1280 + TEXT + self.new // 2)
        return Row(
            shape, precision, way,
            prefill=median(times[0] for times in runs), rate=rate, share=rate * read / self.bandwidth,
            peak=peak(self.device), predicted=expected, compiling=compiling, syncs=syncs,
        )  # fmt: skip

    def _add(self, row: Row) -> None:
        self.rows.append(row)
        print(line(row), file=sys.stderr, flush=True)
        if self.out is not None:
            kept = {
                "machine": self.machine,
                "bandwidth": self.bandwidth,
                "rows": [asdict(r) for r in self.rows],
            }
            self.out.write_text(json.dumps(kept, indent=1), "utf-8")

    def print(self) -> None:
        """The table in Markdown, and the bars with what was reached."""
        print(
            f"{self.machine}; memory moves {self.bandwidth / 1e9:,.0f} GB/s (reading and writing), batch of one\n"
        )
        heads = (
            "shape", "precision", "way", "prefill, s", "tokens/s", "of bandwidth", "peak, GB: predicted / taken",
            "first run, s", "waits an id",
        )  # fmt: skip
        print(f"| {' | '.join(heads)} |")
        print("|---|---|---|---|---|---|---|---|---|")
        for row in self.rows:
            print(line(row))
        print()
        for bar in bars(self.rows, share_bar(self.device)):
            print(bar)
        print(PUBLISHED)


BUFFERS: dict[int, StaticBuffers] = {}


def plain(model: Any, shape: Shape, device: str, new: int) -> list[float]:
    """transformers' own greedy `generate`, with nothing added but the clock: seconds to each new id."""
    import torch

    prompt, pixels, _layout = prompt_of(model, shape, device, TEXT)
    ids = torch.tensor([prompt.ids], device=device)
    kinds = (ids == model.config.image_token_id).int()
    more = {"mm_token_type_ids": kinds} if takes_kinds(model) else {}
    clock = Clock()
    wait(device)
    begun = perf_counter()
    with torch.inference_mode():
        model.generate(
            input_ids=ids, attention_mask=torch.ones_like(ids), max_new_tokens=new, do_sample=False, streamer=clock,
            **pixels, **more,
        )  # fmt: skip
    return [moment - begun for moment in clock.times]


def ours(model: Any, shape: Shape, device: str, new: int, static: bool = False) -> list[float]:
    """Eyebox's way: its positions, its streamer with decoding and the reading of boxes, its checks at each id."""
    from transformers import DynamicCache

    from eyebox_models.protocol.ask import Options
    from eyebox_models.vision.generate import Call, StopNow, configuration, generate
    from eyebox_models.vision.prompt import Prompt
    from eyebox_models.vision.static_cache import generate_static
    from eyebox_models.vision.stream import AnswerStream

    prompt, pixels, _layout = prompt_of(model, shape, device, TEXT)
    family = family_of(shape)
    words = tokenizer("internvl" if shape.family == "internvl" else "qwen")
    end = model.generation_config.eos_token_id
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

    def longer(rows: Any, padding: Any) -> dict[str, Any]:
        made: dict[str, Any] = family.inputs(parts, [Prompt(tuple(rows[0]), prompt.spans)], padding)
        return made

    call = Call(
        [prompt.ids],
        [0],
        longer([prompt.ids], [0]) | pixels,
        configuration(model, Options(), new, (end,)),
        DynamicCache(config=model.config),
        (),
        [StopNow(Event())],
        stream,
    )
    if static:
        buffers = BUFFERS.setdefault(id(model), StaticBuffers())
        generate_static(model, call, device, buffers, longer, lambda: False)
    else:
        generate(model, call, device)
    stream.finish()
    return [moment - begun for moment in clock.times]


def family_of(shape: Shape) -> Any:
    from eyebox_models.families.internvl.family import InternVL
    from eyebox_models.families.qwen2_5_vl import Qwen25VL
    from eyebox_models.families.qwen2_vl import Qwen2VL
    from eyebox_models.families.qwen3_vl import Qwen3VL
    from eyebox_models.families.qwen_vl.family import QwenVL

    kinds: dict[str, Any] = {
        "internvl": InternVL, "qwen_vl": QwenVL, "qwen2_vl": Qwen2VL, "qwen2_5_vl": Qwen25VL, "qwen3_vl": Qwen3VL,
    }  # fmt: skip
    return kinds[shape.family]()


def takes_kinds(model: Any) -> bool:
    return "mm_token_type_ids" in inspect.signature(type(model).forward).parameters


def cache_bytes(shape: Shape, length: int) -> int:
    text = shape.text
    head = text.get("head_dim") or text["hidden_size"] // text["num_attention_heads"]
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


def waits(run: Any, device: str) -> float:
    """How often an answer makes the processor wait for the card, as torch notices it."""
    import torch

    if not device.startswith("cuda"):
        return 0.0
    torch.cuda.set_sync_debug_mode("warn")
    try:
        with warnings.catch_warnings(record=True) as seen:
            warnings.simplefilter("always")
            run()
    finally:
        torch.cuda.set_sync_debug_mode("default")
    return sum("synchroniz" in str(warning.message) for warning in seen)


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

    torch._dynamo.reset()
    gc.collect()
    if device.startswith("cuda"):
        torch.cuda.empty_cache()


def machine(device: str) -> str:
    import torch
    import transformers

    card = device.startswith("cuda")
    name = torch.cuda.get_device_name(device) if card else f"CPU, {torch.get_num_threads()} threads"
    return f"{name}, torch {torch.__version__}, transformers {transformers.__version__}"


def share_bar(device: str) -> float:
    """Of the memory's bandwidth, what BF16 is to reach: 0.7 on cards like the A100, 0.6 on Hopper."""
    import torch

    hopper = device.startswith("cuda") and torch.cuda.get_device_capability(device)[0] >= 9
    return 0.6 if hopper else 0.7


def bars(rows: list[Row], share: float) -> list[str]:
    """What is to be reached, and what each shape reached."""
    found: list[str] = []

    def bar(what: str, reached: float, least: float, *, most: bool = False) -> None:
        good = reached <= least if most else reached >= least
        found.append(f"* {what}: {reached:.2f}, bar {least:g}: {'reached' if good else 'NOT reached'}")

    for shape in dict.fromkeys(row.shape for row in rows):
        of = {(row.precision, row.way): row for row in rows if row.shape == shape and not row.why}
        graphs, own, bare = (of.get(("bf16", way)) for way in (WAYS[2], WAYS[1], WAYS[0]))
        if own:
            bar(f"{shape}, prefill of 1,280 visual tokens, s", own.prefill, PREFILL, most=True)
        if graphs:
            bar(f"{shape}, BF16 of the memory's bandwidth", graphs.share, share)
            if bare:
                bar(f"{shape}, BF16 against plain generate", graphs.rate / bare.rate, TIMES_PLAIN)
            fast = max((row.rate for key, row in of.items() if key[0] in ("nf4", "gptq")), default=0.0)
            if fast:
                bar(f"{shape}, Int4 against BF16", fast / graphs.rate, TIMES_BF16)
    return found


def brief(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:160].replace("|", "/")


def line(row: Row) -> str:
    if row.why:
        return f"| {row.shape} | {row.precision} | {row.way} | {row.why} | | | | | |"
    memory = f"{row.predicted / 1e9:.2f} / {row.peak / 1e9:.2f}"
    return (
        f"| {row.shape} | {row.precision} | {row.way} | {row.prefill:.3f} | {row.rate:.1f} | {row.share:.0%} | {memory} "
        f"| {row.compiling:.1f} | {row.syncs:.1f} |"
    )


if __name__ == "__main__":
    main()
