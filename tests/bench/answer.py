"""The second question's start beside a full prefill, and streaming beside bare `generate`: python tests/bench/answer.py

A Qwen2-VL shape of half a billion random weights is written to a temporary folder and loaded in BF16 on this
processor. Printed are the seconds to the first token of second questions about a picture of 1,280 visual tokens, of
the same questions with everything computed anew, and their ratio; then tokens a second of an answer as Eyebox streams
it, of transformers' `generate` alone, and their ratio. Medians, the two sides alternating.

    python tests/bench/answer.py [--rounds 5] [--tokens 64] [--precision bf16] [--folder FOLDER]

With `--before` the first tokens of this version and another one are compared instead: see `first_token.py`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from threading import Event
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "helpers"))

from first_token import Clock, add_arguments, compare
from PIL import Image

from eyebox_models.engine.decoding import PICTURES
from eyebox_models.picture import decoder
from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from half_billion import SHAPES, build_half_billion
from vision import Chat, load

FIRST, SECOND = "What is in the picture?", "Where is the red square? 图里有什么？"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--tokens", type=int, default=64)
    parser.add_argument("--precision", default="bf16")
    parser.add_argument("--folder", type=Path, help="a checkpoint that is there, of any family")
    add_arguments(parser)
    given = parser.parse_args()
    if given.before is not None:
        compare(given)
        return
    with tempfile.TemporaryDirectory() as place:
        folder = given.folder or build_half_billion(Path(place) / "model")
        shot = Path(place) / "picture.png"
        Image.effect_noise(SHAPES["qwen2_vl"].size, 80).convert("RGB").save(shot)
        decoder.use(PICTURES)
        model = load(folder, precision=given.precision)
        second_turn(model, str(shot), given.rounds)
        streaming(model, given.tokens, given.rounds)
        model.close()


def second_turn(model: Any, shot: str, rounds: int) -> None:
    """Seconds to the first token of second questions, with the cache of the turn before and without."""
    chat = Chat(model, Options(max_new_tokens=8))
    first = chat.say(Picture(shot), FIRST)
    reused, full, same = [], [], 0
    for number in range(rounds):
        going_on = chat.say(f"{number + 1}. {SECOND}")
        anew = chat.afresh()
        del chat.messages[2:]
        reused.append(going_on.seconds_to_first_token)
        full.append(anew.seconds_to_first_token)
        same += going_on.token_ids == anew.token_ids
        print(
            f"{first.seen[0].visual_tokens:,} visual tokens, {anew.tokens_in:,} in all: first token in {full[-1]:.3f} s;"
            f" {going_on.tokens_reused:,} of them reused: in {reused[-1]:.3f} s",
            flush=True,
        )
    print(f"second turn / full prefill: {median(reused) / median(full):.4f} (at most 0.03)")
    print(f"answers with the same ids: {same} of {rounds}", flush=True)


def streaming(model: Any, tokens: int, rounds: int) -> None:
    """Tokens a second after the first one: ours, and `generate` alone on the same prompt."""
    ask = Ask((Message("user", (FIRST,)),), "", Options(max_new_tokens=tokens))
    prompt = model.family.prompt(model.parts, ask)
    ours, bare = [], []
    for _ in range(rounds):
        model.caches.clear()
        bare.append(_bare(model.parts, prompt.ids, tokens))
        ours.append(model.answer(ask, lambda _event: None, Event()).tokens_per_second)
    pairs = [one / other for one, other in zip(ours, bare, strict=True)]
    print(f"tokens a second: Eyebox {median(ours):.2f}, generate alone {median(bare):.2f}")
    print(
        f"Eyebox / generate alone: {median(ours) / median(bare):.3f} (at least 0.97); of each pair {_brief(pairs)}"
    )


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
