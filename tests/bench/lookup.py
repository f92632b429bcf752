"""Answers that copy what was read, with prompt lookup and without: python tests/bench/lookup.py

A Qwen2-VL shape of half a billion random weights, with a tokenizer of 16,000 entries that knows most words of the text, is
written to a temporary folder and loaded on this processor. What was read in the picture is a text; a logits processor forces
it as the answer with a letter of every tenth word changed, in both arms. Printed are tokens a second after the first one in
three turns of a chat with a kept cache, alternating, the ratio of their medians, and whether the tokens are the same. Then the
same of answers that copy nothing: other words, and the words of the text in no order, which drafts are made for in vain.

    python tests/bench/lookup.py [--precision bf16 fp32] [--rounds 2] [--words 150] [--folder FOLDER] [--free]
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from pydoc_data.topics import topics
from statistics import median
from time import process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "helpers"))

from PIL import Image

from eyebox_models.engine.decoding import PICTURES
from eyebox_models.picture import decoder
from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.events import Answer
from eyebox_models.vision.cpu_kernels import suits, use_fast_kernels
from eyebox_models.vision.tokens import Tokens
from half_billion import build_half_billion
from vision import load

ENTRIES = 16_000
PER_LINE = 9
QUESTIONS = ("Read the text in the picture.", "Once more, please.", "And as one paragraph?")


class Forces:
    """A logits processor: the answer reads so, whatever the model would rather say."""

    def __init__(self, ids: Sequence[int], start: int) -> None:
        self._ids = ids
        self._start = start

    def __call__(self, input_ids: Any, scores: Any) -> Any:
        number = self._ids[min(input_ids.shape[1] - self._start, len(self._ids) - 1)]
        scores[:, number] = scores.amax() + 10
        return scores


class Copying:
    """A model that is made to answer, and what it is told was read."""

    def __init__(self, folder: Path, precision: str, shot: str, read: str) -> None:
        self.model = load(folder, precision=precision)
        self.tokens = Tokens.of(self.model.parts)
        self.shot, self.read = shot, read

    def chat(self, answers: Sequence[str], lookup: str) -> list[tuple[Answer, float]]:
        """The turns of a chat, and the seconds that each took of all processors."""
        self.model.caches.clear()
        messages: list[Message] = []
        made = []
        for question, text in zip(QUESTIONS, answers, strict=False):
            parts = (question,) if messages else (Picture(self.shot), question)
            messages.append(Message("user", parts))
            ids = self.tokens.split([(text, True)], first=False)
            options = Options(max_new_tokens=len(ids), lookup=lookup)
            forced = lambda _options, length, ids=ids: [Forces(ids, length)]  # noqa: E731
            self.model.guide = forced  # type: ignore[method-assign]
            begun = process_time()
            answer = self.model.answer(
                Ask(tuple(messages), "", options, texts=(self.read, " ".join(self.read.split()))), *UNHEARD
            )
            assert list(answer.token_ids) == ids
            made.append((answer, process_time() - begun))
            messages.append(Message("assistant", (answer.text,), answer.token_ids))
        return made


class Never:
    """A stop that never comes."""

    def is_set(self) -> bool:
        return False


UNHEARD: Any = (lambda _event: None, Never())


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--precision", nargs="+", default=["bf16", "fp32"])
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--words", type=int, default=150)
    parser.add_argument("--folder", type=Path, help="where the checkpoint is, or is written")
    parser.add_argument("--free", action="store_true", help="only what copies nothing")
    given = parser.parse_args()
    if suits():
        use_fast_kernels()
    corpus = "\n".join(topics.values())
    words = [word for name in ("with", "import") for word in topics[name].split()][: given.words]
    read = "\n".join(" ".join(words[n : n + PER_LINE]) for n in range(0, len(words), PER_LINE))
    with tempfile.TemporaryDirectory() as place:
        folder = given.folder or Path(place) / "model"
        if not (folder / "config.json").exists():
            build_half_billion(folder, trained=(corpus, ENTRIES))
        shot = Path(place) / "picture.png"
        Image.effect_noise((40 * 28, 32 * 28), 80).convert("RGB").save(shot)
        decoder.use(PICTURES)
        for precision in given.precision:
            copying = Copying(folder, precision, str(shot), read)
            draws = random.Random(5)
            changed = [with_changes(words, draws, per) for per in (PER_LINE, PER_LINE, len(words))]
            if not given.free:
                compare(f"{precision}, every tenth word changed", copying, changed, given.rounds)
            others = draws.sample([*dict.fromkeys(topics["class"].split())], 60)
            for name, text in (("other words", others), ("its words in no order", draws.sample(words, 60))):
                compare(f"{precision}, {name}", copying, [" ".join(text)], 3 * given.rounds)
            copying.model.close()


def with_changes(words: Sequence[str], draws: random.Random, per_line: int) -> str:
    """The text in lines of so many words, with another letter somewhere in every tenth word."""
    made = list(words)
    for place in range(9, len(made), 10):
        at = draws.randrange(len(made[place]))
        made[place] = made[place][:at] + draws.choice("abcdefgh") + made[place][at + 1 :]
    return "\n".join(" ".join(made[n : n + per_line]) for n in range(0, len(made), per_line))


def compare(name: str, copying: Copying, answers: Sequence[str], rounds: int) -> None:
    """Prints how fast these answers come with and without, turn by turn and in all."""
    sides: dict[str, list[list[tuple[Answer, float]]]] = {"auto": [], "off": []}
    for number in range(rounds):
        for lookup in ("auto", "off") if number % 2 else ("off", "auto"):
            sides[lookup].append(copying.chat(answers, lookup))
    print(f"{name}:", flush=True)
    for turn in range(len(answers)):
        looked, plain = ([chat[turn] for chat in sides[side]] for side in ("auto", "off"))
        first, other = looked[0][0], plain[0][0]
        same = all(one.token_ids == other.token_ids for one, _ in (*looked, *plain))
        kept = all(one.tokens_reused == other.tokens_reused for one, _ in (*looked, *plain))
        rates = [median(one.tokens_per_second for one, _ in side) for side in (looked, plain)]
        times = [median(time for _, time in side) for side in (looked, plain)]
        print(
            f"  turn {turn + 1}: {first.tokens_out} tokens in {first.forwards} forwards; a second {rates[0]:.2f} / {rates[1]:.2f}"
            f" = {rates[0] / rates[1]:.3f}; processor seconds with the prompt's {times[0]:.1f} / {times[1]:.1f}"
            f" = {times[0] / times[1]:.3f}; the same tokens: {same}, the same kept: {kept}",
            flush=True,
        )
    every = {side: [replace(one) for chat in chats for one, _ in chat] for side, chats in sides.items()}
    with_, without = (median(one.tokens_per_second for one in every[side]) for side in ("auto", "off"))
    print(f"  in all: {with_ / without:.3f} times as many tokens a second", flush=True)


if __name__ == "__main__":
    main()
