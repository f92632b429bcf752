"""`eyebox teach`: fine-tunes a model on this machine, and goes on after whatever interruption."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from eyebox.cli.ask_options import device_name
from eyebox.cli.engine_request import failed, print_json, size
from eyebox.cli.sessions import find_session, store_to_read
from eyebox.cli.terminal import Output, Parser, ProgressLine, complain, number, on_interrupt, percent
from eyebox.folders import Folders
from eyebox.formats.lessons import pack_lessons, read_lessons
from eyebox.formats.review_lessons import review_lessons, review_pairs
from eyebox_models.engine.process import EngineProcess
from eyebox_models.files.atomic_write import shown
from eyebox_models.protocol.ask import ModelRef
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.evaluation import Figure
from eyebox_models.protocol.events import End, Progress
from eyebox_models.protocol.requests import Teach
from eyebox_models.protocol.teaching import (
    BeforeAfter,
    Dropped,
    HeldOut,
    KindReport,
    Lesson,
    Rewards,
    Taught,
    TeachPlan,
    TeachSettings,
    TeachStep,
)
from eyebox_models.training.before_after import as_json
from eyebox_models.training.general_set import MOST

INTERRUPTED = 130
SHOWN = 10
"""Questions that are answered worse than before are shown, so many of them."""
NAMED = 20
"""Conversations that are left out are named one by one, so many of them."""


def teach(arguments: Sequence[str]) -> int:
    """Runs the command: 130 where it was paused, and --resume goes on."""
    options = _options(arguments)
    with tempfile.TemporaryDirectory(prefix="eyebox-teach-") as folder:
        data, dropped = _data(options, Path(folder))
        news = _News(dropped, as_json=options.json)
        request = Teach(
            str(ModelRef.typed(options.model)) if options.model else "",
            data,
            str(Path(options.output).absolute()),
            _settings(options),
            options.resume,
        )
        end = _run(request, news)
    if end.outcome == "failed" or not isinstance(end.result, Taught):
        if end.outcome == "stopped":
            complain("Stopped before a step was made.")
            return INTERRUPTED
        return failed(end, options)
    news.end(end.result)
    return 0 if end.result.complete else INTERRUPTED


def _data(options: argparse.Namespace, folder: Path) -> tuple[str, list[Dropped]]:
    """A file with all conversations, packed; and those that can't be used. Raises EyeboxError."""
    if not options.data:
        return "", []
    file = folder / "lessons.jsonl"
    _count, dropped = pack_lessons(_lessons(options), file)
    return str(file), dropped


def _lessons(options: argparse.Namespace) -> Iterator[Lesson | Dropped]:
    """Those of files, and of the reviews of sessions."""
    for one in options.data:
        if Path(one).exists() or not Folders.of_user().sessions.exists():
            yield from read_lessons([Path(one)])
            continue
        with store_to_read(Folders.of_user()) as store:
            session = find_session(store, one)
            if session is None:
                raise EyeboxError(
                    "teach-no-data", "There is no file and no session called {name}.", name=shown(one)
                )
            found = review_pairs if options.method == "dpo" else review_lessons
            yield from found(store, session.id, judged=options.judged)


def _run(request: Teach, news: _News) -> End:
    engine = EngineProcess("train", Folders.of_user().log / "cli-train.log")
    job = new_id()
    try:
        with ProgressLine("starting") as line, _pausing(engine, job, line):
            return engine.run(job, request, lambda event: news.take(event, line))
    finally:
        engine.close()


@contextmanager
def _pausing(engine: EngineProcess, job: str, line: ProgressLine) -> Iterator[None]:
    """SIGINT and SIGTERM end it after the step under way, its state kept; a second one at once."""
    asked = False

    def pause() -> None:
        nonlocal asked
        if asked:
            engine.kill()
        asked = True
        engine.stop(job)
        line.update("pausing after this step; Ctrl+C again ends at once")

    with on_interrupt(pause):
        yield


class _News:
    """What is said while a model learns."""

    def __init__(self, dropped: list[Dropped], *, as_json: bool) -> None:
        self._dropped = dropped
        self._json = as_json
        self._steps = 0

    def take(self, event: Any, line: ProgressLine) -> None:
        """An event of the engine."""
        if isinstance(event, Progress):
            line.update(f"{event.stage}{percent(event.fraction)}")
            return
        if not isinstance(event, TeachPlan | TeachStep | HeldOut):
            return
        line.clear()
        if isinstance(event, TeachPlan):
            self._steps = event.steps
            self._plan(event)
        elif self._json:
            print_json(
                _step(event)
                if isinstance(event, TeachStep)
                else {"step": event.step, "held_out": _figures(event)}
            )
        elif isinstance(event, TeachStep):
            line.update(
                f"step {event.step:,} of {self._steps:,}, loss {event.loss:.4f}{_preferred(event.rewards)}"
            )
        else:
            Output("-").write(f"step {event.step:,}: {_in_words(event)}\n")

    def end(self, taught: Taught) -> None:
        """What came of it."""
        after = taught.after or taught.before
        if self._json:
            print_json(
                {
                    "end": "done" if taught.complete else "paused",
                    "adapter": taught.folder,
                    "steps": taught.steps,
                    "before": _figures(taught.before),
                    "held_out": _figures(after) | (as_json(taught.held_out) if taught.held_out else {}),
                    **({"general": as_json(taught.general)} if taught.general else {}),
                    **({"reason": taught.reason} if taught.reason else {}),
                }
            )
        elif taught.complete:
            first, last = taught.losses
            why = f" It ended because {taught.reason}." if taught.reason else ""
            Output("-").write(
                f"{taught.folder}: {taught.steps:,} steps, loss {first:.4f} to {last:.4f}.{why}\n"
                + _before_after("Held out", taught.held_out)
                + _before_after("General", taught.general)
            )
        else:
            complain(f"Paused after {taught.steps:,} steps; --resume goes on from there.")

    def _plan(self, plan: TeachPlan) -> None:
        dropped = [*self._dropped, *plan.dropped]
        if self._json:
            print_json(
                {
                    "lessons": plan.lessons, "held_out": plan.held_out, "steps": plan.steps, "trained": plan.trained,
                    "bytes": plan.bytes, "free_bytes": plan.free_bytes, "seconds": round(plan.seconds, 1),
                    "sheets": [*plan.sheets],
                    "dropped": [{"name": one.name, "reason": one.reason} for one in dropped],
                }
            )  # fmt: skip
            return
        for one in dropped[:NAMED]:
            complain(f"{one.name} is left out: {one.reason.rstrip('.')}.")
        if len(dropped) > NAMED:
            complain(f"Left out in all: {len(dropped):,}.")
        takes = f", about {plan.seconds / 60:.0f} min" if plan.seconds >= 90 else ""
        sheets = (
            f"; boxes drawn from their tokens: {shown(Path(plan.sheets[0]).parent)}" if plan.sheets else ""
        )
        learned = "pairs" if plan.pairs else "lessons"
        Output("-").write(
            f"{plan.lessons:,} {learned}, {plan.held_out:,} held out, {plan.steps:,} steps, {plan.trained:,} numbers "
            f"trained, about {size(plan.bytes)} of {size(plan.free_bytes)}{takes}{sheets}\n"
        )


def _step(event: TeachStep) -> dict[str, Any]:
    rewards = {"rewards": asdict(event.rewards)} if event.rewards else {}
    return {"step": event.step, "loss": event.loss, "lr": event.lr, **rewards}


def _figures(held: HeldOut | None) -> dict[str, Any]:
    if held is None:
        return {}
    values = {
        "loss": held.loss,
        "exact": held.exact,
        "anls": held.anls,
        "iou": held.iou,
        "asked": held.asked or None,
        "rewards": asdict(held.rewards) if held.rewards else None,
    }
    return {name: value for name, value in values.items() if value is not None}


def _in_words(held: HeldOut) -> str:
    names = {"loss": "loss held out", "exact": "exact", "anls": "ANLS", "iou": "IoU"}
    said = ", ".join(f"{names[name]} {value:.4f}" for name, value in _figures(held).items() if name in names)
    return said + _preferred(held.rewards)


def _preferred(rewards: Rewards | None) -> str:
    if rewards is None:
        return ""
    return f", chosen answers preferred in {rewards.accuracy:.0%}, reward margin {rewards.margin:.3f}"


def _before_after(title: str, found: BeforeAfter | None) -> str:
    """Figures before and after, a line a kind of questions, and what got worse."""
    if found is None:
        return ""
    lines = [f"{title}, {one.kind}: {_change(one)}" for one in found.kinds]
    worse = found.worse
    if worse:
        lines.append(f"{title}, answered worse than before: {len(worse):,} of {len(found.trials):,}")
    for one in worse[:SHOWN]:
        before, now = (
            f"{_short(said.text)} ({said.score:.2f})" for said in (one.before or one.said, one.said)
        )
        lines.append(f"  {one.name}: wanted {_short(one.wanted.text)}, before {before}, now {now}")
    return "".join(line + "\n" for line in lines)


def _change(one: KindReport) -> str:
    before, after = (model.figures[0] for model in one.report.models)
    (pair,) = one.report.comparisons
    said = {
        "first": "it got worse",
        "second": "it got better",
        "no difference": "no difference is shown",
        "too few": "too few pictures differ to tell",
    }[pair.verdict]
    return (
        f"{before.metric} {_figure(before)} before, {_figure(after)} now; better on {pair.losses:,} pictures, worse on "
        f"{pair.wins:,}, p {pair.adjusted:.3g}: {said}"
    )


def _figure(figure: Figure) -> str:
    if figure.value is None or figure.low is None or figure.high is None:
        return "not known"
    return f"{figure.value:.3f} ({figure.low:.3f} to {figure.high:.3f})"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return json.dumps(line if len(line) <= 40 else f"{line[:39]}…", ensure_ascii=False)


def _settings(options: argparse.Namespace) -> TeachSettings:
    names = TeachSettings.__dataclass_fields__
    return TeachSettings(
        **{name: value for name, value in vars(options).items() if name in names and value is not None}
    )


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = Parser(
        "teach",
        "Fine-tunes a model on this machine with conversations in the form of Qwen-VL, ms-swift or InternVL. "
        "Ctrl+C pauses; --resume goes on, also after a crash.",
    )
    usual = TeachSettings()
    count = number(int, "a whole number above 0", lambda value: value >= 1)
    some = number(int, "a whole number, 0 or more", lambda value: value >= 0)
    above = number(float, "a number above 0", lambda value: value > 0)
    share = number(float, "a number from 0 to below 1", lambda value: 0 <= value < 1)
    parser.add_argument("--model", metavar="FOLDER|NAME", help="the model that is taught")
    parser.add_argument(
        "--data", nargs="+", action="extend", default=[], metavar="FILE|SESSION",
        help="conversations, JSON or JSONL, or what was reviewed in a session, by its name or id",
    )  # fmt: skip
    parser.add_argument(
        "--judged",
        action="store_true",
        help="of a session all pictures that are judged, not only complete ones",
    )
    parser.add_argument("-o", "--output", required=True, metavar="ADAPTER", help="the folder to be made")
    parser.add_argument("--method", choices=("lora", "qlora", "full", "dpo"), default=usual.method,
                        help="a LoRA, one over NF4, all weights, or a LoRA by pairs of answers (%(default)s)")  # fmt: skip
    parser.add_argument("--targets", choices=("qkv", "all"), default=usual.targets,
                        help="layers with a LoRA: queries, keys and values, or all linear ones (%(default)s)")  # fmt: skip
    parser.add_argument(
        "--rank", type=count, default=usual.rank, metavar="N", help="of the LoRA (%(default)s)"
    )
    parser.add_argument(
        "--alpha", type=above, default=usual.alpha, metavar="A", help="over the rank, its scale (%(default)s)"
    )
    parser.add_argument(
        "--beta",
        type=above,
        default=usual.beta,
        metavar="B",
        help="of dpo: how near to the untouched model (%(default)s)",
    )
    parser.add_argument(
        "--dropout", type=share, default=usual.dropout, metavar="P", help="of a LoRA's inputs (%(default)s)"
    )
    parser.add_argument(
        "--lr", type=above, default=usual.lr, metavar="R", help="the highest learning rate (%(default)s)"
    )
    parser.add_argument(
        "--epochs", type=count, default=usual.epochs, metavar="N", help="times through the data (%(default)s)"
    )
    parser.add_argument(
        "--batch", type=count, default=usual.batch, metavar="N", help="conversations at once (%(default)s)"
    )
    parser.add_argument("--accumulate", type=count, default=usual.accumulate, metavar="N",
                        help="so many times, for one step (%(default)s)")  # fmt: skip
    parser.add_argument("--max-pixels", type=count, metavar="N", help="shrink larger pictures to N pixels")
    parser.add_argument("--freeze-vision", action=argparse.BooleanOptionalAction, default=usual.freeze_vision,
                        help="leave what looks at pictures as it is")  # fmt: skip
    parser.add_argument("--precision", choices=("auto", "bf16", "fp32"), default=usual.precision,
                        help="of the model under a LoRA (%(default)s)")  # fmt: skip
    parser.add_argument("--device", type=device_name, default=usual.device, metavar="auto|cpu|cuda|cuda:N|mps",
                        help="where it is taught (%(default)s)")  # fmt: skip
    parser.add_argument(
        "--seed", type=some, default=usual.seed, metavar="N", help="of all that is drawn (%(default)s)"
    )
    parser.add_argument(
        "--every",
        type=count,
        default=usual.every,
        metavar="N",
        help="keep a state every N steps (%(default)s)",
    )
    parser.add_argument(
        "--held-out",
        type=some,
        metavar="N",
        help="conversations that are not learned from (a tenth, at most 32)",
    )
    parser.add_argument(
        "--general",
        type=number(int, f"a whole number from 0 to {MOST}", lambda value: 0 <= value <= MOST),
        default=usual.general,
        metavar="N",
        help="questions about drawn pictures, asked before and after, to see what gets worse (%(default)s)",
    )
    parser.add_argument("--patience", type=some, default=usual.patience, metavar="N",
                        help="end after N states without a smaller loss on those (0: never)")  # fmt: skip
    parser.add_argument(
        "--threads", type=some, default=usual.threads, metavar="N", help="of a processor (0: all)"
    )
    parser.add_argument("--resume", action="store_true", help="go on with what was begun in that folder")
    parser.add_argument("--json", action="store_true", help="print one object a line")
    options = parser.parse_args(arguments)
    if not options.resume and not (options.model and options.data):
        parser.error("say what is taught with --model, and what it learns from with --data")
    return options
