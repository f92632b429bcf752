"""The second question's start beside a full prefill, and streaming beside bare `generate`: python tests/bench/answer.py

A Qwen2-VL shape of half a billion random weights is written to a temporary folder and loaded in BF16 on this
processor. Printed are the seconds to the first token of a second question about a picture of 1,280 visual tokens, of
the same question with everything computed anew, and their ratio; then tokens a second of an answer as Eyebox streams
it, of transformers' `generate` alone, and their ratio. Medians, the two sides alternating.

    python tests/bench/answer.py [--rounds 5] [--tokens 64] [--precision bf16] [--folder FOLDER]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from threading import Event
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "helpers"))

from PIL import Image

from eyebox_models.ask import Answer, Ask, Message, Options, Picture
from half_billion import build_half_billion
from vision import load

SIZE = (40 * 28, 32 * 28)
"""Of a picture of 1,280 visual tokens."""
FIRST, SECOND = "What is in the picture?", "Where is the red square? 图里有什么？"


class Clock:
    """A streamer that notes when each new token came, and does nothing else."""

    def __init__(self) -> None:
        self._times: list[float] = []
        self._prompt = True

    def put(self, _value: Any) -> None:
        if not self._prompt:
            self._times.append(perf_counter())
        self._prompt = False

    def end(self) -> None:
        """Nothing is held back."""

    @property
    def rate(self) -> float:
        """Tokens a second after the first one."""
        return (len(self._times) - 1) / (self._times[-1] - self._times[0])


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--tokens", type=int, default=64)
    parser.add_argument("--precision", default="bf16")
    parser.add_argument("--folder", type=Path, help="a checkpoint that is there, of any family")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = given.folder or build_half_billion(Path(place) / "model")
        shot = Path(place) / "picture.png"
        Image.effect_noise(SIZE, 80).convert("RGB").save(shot)
        model = load(folder, precision=given.precision)
        second_turn(model, str(shot), given.rounds)
        streaming(model, given.tokens, given.rounds)
        model.close()


def second_turn(model: Any, shot: str, rounds: int) -> None:
    """Seconds to the first token, with the cache of the turn before and without."""
    options = Options(max_new_tokens=8)
    question = Message("user", (Picture(shot), FIRST))
    first = _answer(model, [question], options)
    said = Message("assistant", (first.text,), first.token_ids)
    reused, full, same = [], [], True
    for _ in range(rounds):
        model.kept.clear()
        anew = _answer(model, [question, said, Message("user", (SECOND,))], options)
        model.kept.clear()
        _answer(model, [question], options)
        going_on = _answer(model, [question, said, Message("user", (SECOND,))], options)
        full.append(anew.seconds_to_first_token)
        reused.append(going_on.seconds_to_first_token)
        same = same and going_on.token_ids == anew.token_ids
    print(
        f"visual tokens {first.seen[0].visual_tokens}, prompt {anew.tokens_in}, reused {going_on.tokens_reused}"
    )
    print(
        f"first token of a second question: {median(reused):.3f} s, all computed anew: {median(full):.3f} s"
    )
    print(
        f"ratio {median(reused) / median(full):.4f} (at most 0.03); tokens alike: {'yes' if same else 'no'}"
    )


def streaming(model: Any, tokens: int, rounds: int) -> None:
    """Tokens a second after the first one: ours, and `generate` alone on the same prompt."""
    ask = Ask((Message("user", (FIRST,)),), "", Options(max_new_tokens=tokens))
    prompt = model.family.prompt(model.parts, ask)
    ours, bare = [], []
    for _ in range(rounds):
        model.kept.clear()
        bare.append(_bare(model.parts, prompt.ids, tokens))
        ours.append(model.answer(ask, lambda _event: None, Event()).tokens_per_second)
    pairs = [one / other for one, other in zip(ours, bare, strict=True)]
    print(f"tokens a second: Eyebox {median(ours):.2f}, generate alone {median(bare):.2f}")
    print(f"ratio {median(ours) / median(bare):.3f} (at least 0.97); of each pair {_brief(pairs)}")


def _answer(model: Any, messages: Sequence[Message], options: Options) -> Answer:
    answer: Answer = model.answer(Ask(tuple(messages), "", options), lambda _event: None, Event())
    return answer


def _bare(parts: Any, ids: Sequence[int], tokens: int) -> float:
    import torch

    clock = Clock()
    inner = parts.model.model
    if getattr(inner, "rope_deltas", None) is not None:
        inner.rope_deltas = None
    prompt = torch.tensor([ids])
    with torch.inference_mode():
        parts.model.generate(
            input_ids=prompt,
            attention_mask=torch.ones_like(prompt),
            max_new_tokens=tokens,
            do_sample=False,
            streamer=clock,
        )
    return clock.rate


def _brief(ratios: Sequence[float]) -> str:
    return " ".join(f"{ratio:.3f}" for ratio in sorted(ratios))


if __name__ == "__main__":
    main()
