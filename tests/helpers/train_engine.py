"""A `train` engine that teaches nothing: it says a run as a script has it, for tests of what shows one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from engines import HELLO, engine_of
from eyebox_models.protocol.ask import Picture
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.evaluation import Comparison, EvaluationReport, Figure, ModelFigures
from eyebox_models.protocol.events import BoxFound, End, Progress
from eyebox_models.protocol.teaching import (
    BeforeAfter,
    Dropped,
    HeldOut,
    KindReport,
    Reply,
    Rewards,
    Taught,
    TeachPlan,
    TeachStep,
    Trial,
)
from eyebox_models.protocol.wire import pack

WAIT = "wait"
"""In the events of a job: it goes on when it is stopped."""

_ENGINE = """
script, heard = json.load(open({script!r})), {heard!r}
say({hello!r})
for line in sys.stdin:
    message = json.loads(line)
    if "job" not in message:
        continue
    job, request = message["job"], message["request"]
    with open(heard, "a") as out:
        out.write(json.dumps(request) + chr(10))
    for event in script[request["only"] or "learn"].pop(0):
        if event == "wait":
            while json.loads(sys.stdin.readline()) != {{"stop": job}}:
                pass
        else:
            say(json.dumps({{"job": job, "event": event}}))
"""


def train_engine(folder: Path, **runs: Sequence[Sequence[Any]]) -> tuple[list[str], Path]:
    """The command line of an engine, and the file of what it was asked. `runs`: for "check", "learn" and "finish" the events of
    each request."""
    script, heard = folder / "train.json", folder / "heard.jsonl"
    events = {
        name: [[one if one == WAIT else pack(one) for one in run] for run in of_kind]
        for name, of_kind in runs.items()
    }
    script.write_text(json.dumps(events))
    hello = HELLO.replace('"model"', '"train"')
    return engine_of(_ENGINE.format(script=str(script), heard=str(heard), hello=hello)), heard


# ---- what a run says


def found(shift: float = 0.0) -> tuple[BoxFound, ...]:
    return (BoxFound(0, 0, Box("star", 10 + shift, 20, 60 + shift, 70, id="star")),)


def trial(picture: str, shift: float, before: float | None = None) -> Trial:
    """A question about a star, answered by a box that is so many pixels off."""

    def reply(off: float) -> Reply:
        return Reply("", found(off), max(0.0, 1 - off / 50))

    return Trial(
        "line 3", "boxes", (Picture(picture),), "Find the star.", reply(0), reply(shift),
        None if before is None else reply(before),
    )  # fmt: skip


def plan(picture: str, steps: int = 4, *, pairs: bool = False) -> TeachPlan:
    return TeachPlan(
        7, 1, (Dropped("line 8", "one of its boxes reaches out of its picture"),), steps, 4096, 10**9, 8 * 10**9, 75.0,
        pictures=8, turns=9, boxes=8, longest=120, context=4096, tested=(3.0, 0.4),
        drawn=(trial(picture, 0, 30 if pairs else None),), pairs=pairs,
    )  # fmt: skip


def steps(first: int, last: int) -> list[TeachStep]:
    return [TeachStep(n, 4.0 / n, 1e-4, 50, 0.5, 2 * 10**9) for n in range(first, last + 1)]


def pair_steps(first: int, last: int) -> list[TeachStep]:
    """Of a run that learns from pairs: the margin begins below nothing."""
    return [
        replace(one, rewards=Rewards(one.step * 0.2 - 0.6, one.step / last)) for one in steps(first, last)
    ]


def look(step: int, picture: str, shift: float) -> HeldOut:
    return HeldOut(step, 4.0 / (step + 1), 0.0, None, max(0.0, 1 - shift / 50), 1, (trial(picture, shift),))


def taught(folder: str, picture: str, count: int = 4) -> Taught:
    def report(before: float, after: float, verdict: Any) -> EvaluationReport:
        models = tuple(
            ModelFigures(name, "fp32", 8, 8, 0, (Figure("iou", value, value - 0.1, value + 0.1),))
            for name, value in (("untouched", before), ("taught", after))
        )
        pair = Comparison(0, 1, "iou", 1, 6, 1, 0.01, 0.01, before - after, None, None, verdict)
        return EvaluationReport(models, (pair,))

    held = BeforeAfter((KindReport("boxes", report(0.1, 0.9, "second")),), (trial(picture, 2, 45),))
    general = BeforeAfter((KindReport("find", report(0.8, 0.5, "first")),), (trial(picture, 30, 3),))
    looks = look(0, picture, 45), look(count, picture, 2)
    return Taught(folder, True, count, (4.0, 4.0 / count), *looks, "", held, general)


def ended(result: Taught | None, outcome: Any = "done", message: str = "") -> End:
    return End(outcome, message, "", result)


def checked(folder: str) -> Taught:
    return Taught(folder, False, 0)


LOADING = Progress("loading", 0.5)
