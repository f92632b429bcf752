"""Seconds to the first token, and tokens a second: this version, another one, and transformers alone, in turn.

    python tests/bench/answer.py --before FOLDER [--shapes qwen2_vl,...] [--threads 2,1] [--rounds 5]

FOLDER is another checkout of Eyebox, with its own `.venv` or none (then with this one's packages). Each side has its model
engine loaded with the same checkpoint of half a billion random weights and is asked one question after the other about
pictures of 1,280 visual tokens, each about another one, so that nothing is kept from before. With `--known` another engine
of this version is asked about each picture after that: it finds on disk what the first one made of it. Printed for each
shape and number of threads are the medians, of the clock and (in brackets) of the processors, and their ratios.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

HELPERS = Path(__file__).resolve().parent.parent / "helpers"
sys.path.insert(0, str(HELPERS))

QUESTION = "What is in the picture?"
TOKENS = 33
"""Of an answer; the processors' seconds are those of all of it."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `compare` is told on the command line."""
    parser.add_argument("--before", type=Path, help="another checkout: first tokens of both, in turn")
    parser.add_argument("--known", action="store_true", help="also new chats about known pictures")
    parser.add_argument("--shapes", default="qwen2_vl,qwen2_5_vl,qwen3_vl,internvl3,qwen_vl")
    parser.add_argument("--threads", default="2", help="numbers of threads, separated by commas")
    parser.add_argument(
        "--checkpoints", type=Path, help="where checkpoints are kept from one run to the next"
    )


def compare(given: argparse.Namespace) -> None:
    """Measures all shapes and prints a line for each."""
    from half_billion import SHAPES, build_half_billion

    print(
        f"{given.precision}, 1,280 visual tokens, median of {given.rounds}: seconds to the first token (of processors, for"
        f" {TOKENS} tokens), tokens a second"
    )
    with tempfile.TemporaryDirectory() as place:
        for shape in given.shapes.split(","):
            folder = (given.checkpoints or Path(place)) / shape
            if not folder.exists():
                build_half_billion(folder, shape=shape)
            for threads in map(int, given.threads.split(",")):
                _measure(shape, SHAPES[shape], folder, threads, given)
            if given.checkpoints is None:
                subprocess.run(["rm", "-r", str(folder)], check=True)


def _measure(shape: str, shown: Any, folder: Path, threads: int, given: argparse.Namespace) -> None:
    from PIL import Image

    here = Path(__file__).resolve().parents[2]
    kinds = [("before", given.before, "eyebox"), ("now", here, "eyebox"), ("transformers", here, "plain")]
    if shape == "qwen_vl":
        kinds.pop()  # without the code of its folder transformers does not know it
    plain = kinds[-1][0] == "transformers"
    if given.known:
        kinds.append(("known", here, "eyebox"))
    took: dict[str, list[tuple[float, float, float]]] = {name: [] for name, _, _ in kinds}
    firsts: dict[str, list[Any]] = {name: [] for name in took}
    with tempfile.TemporaryDirectory() as place, ExitStack() as stack:
        sides = {
            name: stack.enter_context(
                _side(
                    kind,
                    root,
                    folder,
                    Path(place) / ("now" if name == "known" else name),
                    threads,
                    given.precision,
                )
            )
            for name, root, kind in kinds
        }
        for number in range(given.rounds + 1):
            pictures = []
            for each in range(shown.pictures):
                pictures.append(str(Path(place) / f"{number}-{each}.png"))
                Image.effect_noise(shown.size, 60 + 5 * number + each).convert("RGB").save(pictures[-1])
            for name, side in sides.items():
                answer = side(pictures)
                assert answer["visual"] in (None, 1280), answer
                assert answer["known"] == (len(pictures) if name == "known" else 0), answer
                if number:  # the first one is loaded for, and warms up
                    took[name].append((answer["seconds"], answer["processor"], answer["rate"]))
                    firsts[name].append(answer["first"])
    middle = {name: tuple(map(median, zip(*each, strict=True))) for name, each in took.items()}
    print(
        f"{shape}, {threads} threads: "
        + ", ".join(
            f"{name} {clock:.2f} ({busy:.2f}) {rate:.1f}" for name, (clock, busy, rate) in middle.items()
        )
        + f"; now / before {_ratio(middle['now'], middle['before'])}"
        + (f", now / transformers {_ratio(middle['now'], middle['transformers'])}" if plain else "")
        + (f", known / before {_ratio(middle['known'], middle['before'])}" if given.known else "")
        + f"; same first token {sum(map(_same, firsts['now'], firsts['before']))} of {given.rounds}",
        flush=True,
    )


def _same(one: Any, other: Any) -> bool:
    return bool(one == other)


def _ratio(one: Sequence[float], other: Sequence[float]) -> str:
    return f"{one[0] / other[0]:.3f} ({one[1] / other[1]:.3f}) {one[2] / max(other[2], 1e-9):.2f}"


@contextmanager
def _side(kind: str, root: Path, folder: Path, home: Path, threads: int, precision: str) -> Iterator[Any]:
    """One side in a process of its own: a function that asks it about pictures."""
    python = root / ".venv" / "bin" / "python"
    environ = {
        **os.environ,
        "EYEBOX_HOME": str(home),
        "OMP_NUM_THREADS": str(threads),
        "PYTHONPATH": os.pathsep.join(map(str, (root / "models", root / "resources"))),
    }
    command = [
        str(python if python.exists() else sys.executable),
        "-P",
        __file__,
        kind,
        str(folder),
        precision,
    ]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environ, text=True
    ) as process:
        assert process.stdin is not None and process.stdout is not None
        incoming, outgoing = process.stdout, process.stdin

        def ask(pictures: list[str]) -> dict[str, Any]:
            print(json.dumps(pictures), file=outgoing, flush=True)
            answer: dict[str, Any] = json.loads(incoming.readline())
            return answer

        yield ask
        outgoing.close()


def _eyebox(folder: str, precision: str) -> None:
    """Answers by the model engine of whatever Eyebox this process imports."""
    import psutil

    from eyebox_models.engine.process import EngineProcess
    from eyebox_models.protocol.ask import Ask, Message, Options, Picture
    from eyebox_models.protocol.requests import Answering

    options = Options(precision, "cpu", max_new_tokens=TOKENS)
    engine = EngineProcess("model", Path(os.environ["EYEBOX_HOME"]) / "log")
    for number, line in enumerate(sys.stdin):
        said = (*map(Picture, json.loads(line)), QUESTION)
        before = _processor(psutil, engine.pid)
        end = engine.run(
            str(number), Answering(Ask((Message("user", said),), folder, options)), lambda _event: None
        )
        assert end.outcome == "done", (end.message, end.detail)
        answer = end.result
        busy = _processor(psutil, engine.pid) - before
        visual = sum(seen.visual_tokens for seen in answer.seen)
        known = getattr(answer, "pictures_known", 0)
        seconds, rate = answer.seconds_to_first_token, answer.tokens_per_second
        _tell(seconds, busy, rate, visual, answer.token_ids, known)
    engine.close()


def _processor(psutil: Any, pid: int | None) -> float:
    return sum(psutil.Process(pid).cpu_times()[:2]) if pid else 0.0


def _plain(folder: str, precision: str) -> None:
    """Answers by transformers alone, as its documentation shows it."""
    import torch
    from PIL import Image
    from transformers import AutoModelForImageTextToText, AutoProcessor

    dtype = {"bf16": torch.bfloat16, "fp32": torch.float32}[precision]
    processor = AutoProcessor.from_pretrained(folder)
    model = AutoModelForImageTextToText.from_pretrained(folder, dtype=dtype)
    for line in sys.stdin:
        pictures = json.loads(line)
        clock, before = Clock(), os.times()
        content = [*({"type": "image"} for _ in pictures), {"type": "text", "text": QUESTION}]
        text = processor.apply_chat_template(
            [{"role": "user", "content": content}], add_generation_prompt=True
        )
        images = [Image.open(path).convert("RGB") for path in pictures]
        inputs = processor(images=images, text=[text], return_tensors="pt").to(dtype=dtype)
        made = model.generate(**inputs, max_new_tokens=TOKENS, do_sample=False, streamer=clock)
        after = os.times()
        busy = after.user + after.system - before.user - before.system
        _tell(clock.first, busy, clock.rate, None, made[0, inputs["input_ids"].shape[1] :].tolist())


class Clock:
    """A streamer that notes when each new token came, and does nothing else."""

    def __init__(self) -> None:
        self._begun = perf_counter()
        self._times: list[float] = []
        self._prompt = True

    def put(self, _value: Any) -> None:
        if not self._prompt:
            self._times.append(perf_counter())
        self._prompt = False

    def end(self) -> None:
        """Nothing is held back."""

    @property
    def first(self) -> float:
        """Seconds from the beginning to the first token."""
        return self._times[0] - self._begun

    @property
    def rate(self) -> float:
        """Tokens a second after the first one; 0 where there is no other."""
        return (len(self._times) - 1) / max(self._times[-1] - self._times[0], 1e-9)


def _tell(
    seconds: float, busy: float, rate: float, visual: int | None, ids: Sequence[int], known: int = 0
) -> None:
    answer = {
        "seconds": seconds, "processor": busy, "rate": rate, "visual": visual, "first": list(ids)[:1], "known": known,
    }  # fmt: skip
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    {"eyebox": _eyebox, "plain": _plain}[sys.argv[1]](*sys.argv[2:])
