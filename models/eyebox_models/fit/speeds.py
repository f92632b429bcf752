"""How fast real answers were on this machine, in one small file of the cache, by checkpoint, device and precision.

The file is JSON, {machine: {checkpoint's digest: {precision: {"decode": .., "prompts": [[tokens, seconds], ..]}}}}. A
file that cannot be read counts as empty, one that cannot be written as nothing measured.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log
from pathlib import Path
from typing import Any

from eyebox_models.files.atomic_write import atomic_write
from eyebox_models.files.regular_file import read_regular
from eyebox_models.fit.machine import Machine, machine
from eyebox_models.protocol.advice import own_folder
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.events import Answer

_FILE = "measured.json"
_MOST_MACHINES = 16
_MOST_CHECKPOINTS = 100
_MOST_PROMPTS = 4
SAME = 1.25
"""Prompts whose lengths differ by less than this factor are of one size: the latest counts."""
NEAR = 1.5
"""A prompt that differs by at most this factor from a measured one takes about as much longer."""
BETWEEN = 10.0
"""Between two measured prompts that differ by at most this factor a third can be estimated."""

FROM_OTHERS = 0.1
"""At most this part of a prompt may come from another chat (its system prompt, say) where it counts as computed whole."""
ENOUGH_TOKENS = 32
"""From so many tokens on an answer says how fast this machine is."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Tokens of an answer a second (0 is not measured), and what whole prompts took until the first token.

    `prompts` are lengths with their pictures' visual tokens, and seconds, the shortest first.
    """

    decode: float = 0.0
    prompts: tuple[tuple[int, float], ...] = ()

    def seconds(self, tokens: int) -> float | None:
        """About how long a prompt of so many tokens takes to the first one; None where that can't be estimated.

        What a prompt takes grows by a power of its length between 0 and 2 (a start, layers, attention), so what is
        estimated stays within a factor of two.
        """
        if tokens <= 0:
            return None
        for below, above in pairwise(self.prompts):
            if below[0] <= tokens <= above[0] <= BETWEEN * below[0]:
                part = log(tokens / below[0]) / log(above[0] / below[0])
                return exp((1 - part) * log(below[1]) + part * log(above[1]))
        near = min(self.prompts, key=lambda prompt: _factor(prompt[0], tokens), default=None)
        if near is None or _factor(near[0], tokens) > NEAR:
            return None
        return near[1] * tokens / near[0]

    def joined(self, later: Speed) -> Speed:
        """With a later measurement in the place of what it measures anew."""
        kept = [p for p in self.prompts if all(_factor(p[0], q[0]) >= SAME for q in later.prompts)]
        prompts = sorted([*kept[-(_MOST_PROMPTS - 1) :], *later.prompts])
        return Speed(later.decode or self.decode, tuple(prompts))


def remembered(machine: Machine, digest: str, device: str = "cpu", home: str | Path = "") -> dict[str, Speed]:
    """What was measured of a checkpoint, by precision ("bf16", "int4" ...)."""
    here = _read(home).get(_key(machine, device))
    return _speeds(here.get(digest)) if digest and isinstance(here, dict) else {}


def remember(
    precision: str, speed: Speed, machine: Machine, digest: str, device: str = "cpu", home: str | Path = ""
) -> None:
    """Keeps what was measured of an answer; what it does not hold stays as it was. Nothing for an unknown checkpoint."""
    if not digest:
        return
    data = _read(home)
    key = _key(machine, device)
    here = data.pop(key, None)
    data[key] = here = here if isinstance(here, dict) else {}
    known = _speeds(here.pop(digest, None))
    known[precision] = known.get(precision, Speed()).joined(speed)
    here[digest] = {name: {"decode": s.decode, "prompts": s.prompts} for name, s in known.items()}
    for entries, most in ((data, _MOST_MACHINES), (here, _MOST_CHECKPOINTS)):
        while len(entries) > most:
            entries.pop(next(iter(entries)))
    _write(home, data)


def _key(machine: Machine, device: str) -> str:
    name = machine.processor
    for card in machine.accelerators:
        if card.device == device:
            name = card.name
    torch = machine.packages.get("torch", "")
    return f"{name}, {machine.cores} cores, torch {torch}" if device == "cpu" else f"{name}, torch {torch}"


def _factor(one: int, other: int) -> float:
    return max(one, other) / max(min(one, other), 1)


def _speeds(entries: Any) -> dict[str, Speed]:
    if not isinstance(entries, dict):
        return {}
    return {
        precision: Speed(_number(entry.get("decode")), _prompts(entry.get("prompts")))
        for precision, entry in entries.items()
        if isinstance(entry, dict)
    }


def _prompts(entries: Any) -> tuple[tuple[int, float], ...]:
    pairs = (
        [pair for pair in entries if isinstance(pair, list) and len(pair) == 2]
        if isinstance(entries, list)
        else []
    )
    sound = [(int(_number(tokens)), _number(seconds)) for tokens, seconds in pairs]
    return tuple(sorted(pair for pair in sound if all(pair)))[:_MOST_PROMPTS]


def _number(value: Any) -> float:
    fine = isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 1e9
    return float(value) if fine else 0.0


def _read(home: str | Path) -> dict[str, Any]:
    try:
        data = json.loads(read_regular(_path(home)))
    except (OSError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _write(home: str | Path, data: dict[str, Any]) -> None:
    path = _path(home)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        atomic_write(path, json.dumps(data, ensure_ascii=False, indent=1), private=True)
    except OSError:
        return


def _path(home: str | Path) -> Path:
    return (Path(home) if home else own_folder("cache")) / _FILE


def learn(answer: Answer, options: Options, digest: str) -> None:
    """Keeps how fast this answer of a checkpoint was, where that says something: a prompt that was kept, or pictures that
    were known, say nothing of what a whole one takes."""
    if options.num_beams > 1 or not answer.tokens_out:
        return
    visual = sum(seen.visual_tokens for seen in answer.seen)
    computed = answer.tokens_in - answer.tokens_reused
    whole = answer.tokens_reused <= FROM_OTHERS * answer.tokens_in and 2 * visual >= computed
    seconds = answer.seconds_to_first_token
    prompts = ((computed, seconds),) if whole and seconds > 0 and not answer.pictures_known else ()
    steps = (answer.forwards or answer.tokens_out) / answer.tokens_out
    decode = answer.tokens_per_second * steps if answer.tokens_out >= ENOUGH_TOKENS else 0.0
    if prompts or decode:
        remember(answer.precision, Speed(decode, prompts), machine(), digest, answer.device)
