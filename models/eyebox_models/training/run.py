"""One run of teaching, from the first look at the data to the files of what was learned."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from threading import Event
from time import perf_counter
from typing import TYPE_CHECKING, Any

from eyebox_models.families.registry import family_for
from eyebox_models.files.atomic_write import save_file, sentence_for
from eyebox_models.files.new_folder import require_room
from eyebox_models.fit.machine import machine
from eyebox_models.fit.precision import available
from eyebox_models.protocol.ask import Picture
from eyebox_models.protocol.errors import EyeboxError, Sentence, Stopped
from eyebox_models.protocol.events import Progress
from eyebox_models.protocol.requests import Teach
from eyebox_models.protocol.teaching import (
    BeforeAfter,
    Dropped,
    GeneralAsked,
    HeldOut,
    Lesson,
    Taught,
    TeachPlan,
    TeachStep,
)
from eyebox_models.protocol.wire import pack
from eyebox_models.training import estimate, general_set
from eyebox_models.training.before_after import as_json, compared
from eyebox_models.training.held_out import ASKED, Examiner
from eyebox_models.training.kept import discard_run
from eyebox_models.training.loss import Losses
from eyebox_models.training.preference import Preferences
from eyebox_models.training.rows import Encoder, Row, boxes_of, length
from eyebox_models.training.self_test import learn_by_heart
from eyebox_models.training.sheets import drawn_of, write_sheets
from eyebox_models.training.state import RunFolder, apart, order
from eyebox_models.training.trained import Trained
from eyebox_models.training.written_out import CARD, Weights, write_adapter, write_whole
from eyebox_models.vision.compat import recompute_layers, transformers_version
from eyebox_models.vision.family import VisionFamily
from eyebox_models.vision.features import KnownPictures
from eyebox_models.vision.libraries import import_libraries
from eyebox_models.vision.load import load_parts, release
from eyebox_models.vision.memory import Peak, giving_back_at_once
from eyebox_models.vision.model import VisionModel
from eyebox_models.vision.parts import context_length

if TYPE_CHECKING:
    import torch

MOST_HELD_OUT = 32
STATE_BYTES = 12
"""Of a state, for each trained number; for a moment there are two."""
Emit = Callable[[Any], None]

KEPT_FEATURES = 1 << 30
"""Bytes of what a frozen tower made of pictures that stay in memory, at most; behind them is the disk."""


def teach(request: Teach, emit: Emit, stop: Event) -> Taught:
    """Teaches a model, or goes on with it. Emits Progress, a TeachPlan, a TeachStep a step, HeldOut now and then,
    and GeneralAsked before the first step and after the last.

    A stop keeps the state; then the result is not complete. Raises EyeboxError, and Stopped before the first step; then what
    can't begin leaves no files behind, so that it can be tried again under the same name.
    """
    folder = RunFolder(Path(request.target).expanduser().absolute(), request)
    works = False
    try:
        with folder.alone():
            works = True
            run = _Run(folder, emit, stop)
            try:
                return run.work(request.only)
            finally:
                run.close()
    except OSError as error:
        raise EyeboxError.of(sentence_for(error, folder.target), str(error)) from error
    finally:
        if works and not folder.begun and folder.plan() is None and not folder.noted():
            discard_run(folder.target)


class _Run:
    def __init__(self, folder: RunFolder, emit: Emit, stop: Event) -> None:
        """Loads the model. Raises EyeboxError, Stopped."""
        self.folder, self.emit, self.stop = folder, emit, stop
        family: Any = family_for(folder.model)
        if not isinstance(family, VisionFamily):
            raise EyeboxError(
                "teach-no-model", "{name} can't be taught; choose a model in a folder.", name=folder.model
            )
        self.family = family
        self.checkpoint = family.checkpoint(folder.model)
        lessons = folder.lessons()
        self.need = estimate.admitted(self.checkpoint, family, lessons, folder.settings)
        import torch  # it was looked for

        if folder.settings.threads:
            torch.set_num_threads(folder.settings.threads)
        import_libraries(emit, stop)
        self.peak = Peak()
        self.parts = load_parts(self.checkpoint, family, self.need.options, emit, stop)
        self.peak.begin(self.parts.device, self.need.weights)

    def close(self) -> None:
        release(self.parts)

    def _prepare(self) -> None:
        """Makes the data ready, and what is trained. Raises EyeboxError, Stopped."""
        import torch

        folder, family = self.folder, self.family
        self.settings = replace(
            folder.settings,
            threads=torch.get_num_threads(),
            precision=self.parts.precision,
            device=self.parts.device,
        )
        folder.settle(self.settings)
        known = KnownPictures(min(KEPT_FEATURES, available(self.need.choice, machine()) // 8))
        self.losses = Losses(family, self.parts, frozen=self.settings.freeze_vision, known=known)
        self.objective: Losses | Preferences = self.losses
        self.dropped: list[Dropped] = []
        rows = self._rows(folder.lessons())
        held = self._held_out(rows)
        self.rows = [row for n, row in enumerate(rows) if n not in held]
        if not self.rows:
            raise EyeboxError(
                "teach-no-lessons",
                "There is nothing to learn from. Conversations left out: {count:,}; the first: {reason}",
                count=len(self.dropped),
                reason=self.dropped[0].reason
                if self.dropped
                else Sentence("lessons-empty", "there are none"),
                detail="\n".join(f"{one.name}: {one.reason}" for one in self.dropped),
            )
        torch.manual_seed(self.settings.seed)
        self.trained = Trained(self.parts, self.settings)
        whole = self.checkpoint.weight_bytes if self.settings.method == "full" else 0
        require_room(folder.target, 2 * STATE_BYTES * self.trained.count + whole)
        self.weights = (
            Weights(self.trained, family, self.checkpoint) if self.settings.method == "full" else None
        )
        recompute_layers(self.parts.model)
        if self.settings.method == "dpo":
            self.objective = Preferences(self.losses, self.settings.beta)
            self.objective.look(rows, self.stop, self.emit)
        model = VisionModel(family, self.parts)
        model.known = known
        general = general_set.questions(
            self.settings.general, folder.place / "general", family.info.question, self.settings.max_pixels
        )
        self.examiner = Examiner(
            [rows[n] for n in sorted(held)], self.objective, model, general, folder.place / "answers.jsonl"
        )
        self.held_out = len(held)
        self.per_step = self.settings.batch * self.settings.accumulate
        self.order = list(order(len(self.rows), self.settings.epochs, self.settings.seed))
        self.steps = math.ceil(len(self.order) / self.per_step)

    def work(self, only: str = "") -> Taught:
        self._prepare()
        optimizer = self._optimizer(self.settings.lr)
        self._go_on()
        done = 0
        if self.folder.has_state:
            done = int(self.folder.take_up(self.trained, optimizer)["step"])
            plan = self.folder.plan() or self._plan()
        else:
            plan = self._plan()
            self.folder.keep(0, self.trained, optimizer)
            seconds, tested = self._self_test()
            plan = replace(plan, seconds=seconds * self.steps * self.per_step, tested=tested)
            optimizer = self._optimizer(self.settings.lr)
            self.folder.take_up(self.trained, optimizer)
            self.folder.keep_plan(plan)
        self.emit(plan)
        if only == "check":
            return self._result(done, complete=False)
        if only == "finish":
            return self._finish(done, Sentence("teach-ended-early", "it was ended by hand"))
        if not done:
            self._examine(0)
        step, ended = done, done < self.steps and self._got_no_better()
        while step < self.steps and not ended:
            if self.stop.is_set():
                self.folder.keep(step, self.trained, optimizer)
                return self._result(step, complete=False)
            step += 1
            self._step(step, optimizer)
            if step == self.steps:
                self.folder.keep(step, self.trained, optimizer)
            elif step % self.settings.every == 0:
                self._look(step, ASKED if self._asks(step) else 0)
                self.folder.keep(step, self.trained, optimizer)
                ended = self._got_no_better()
        return self._finish(
            step, Sentence("teach-no-better", "it got no better on what was held out") if ended else ""
        )

    def _plan(self) -> TeachPlan:
        """What will be done. Draws boxes."""
        drawn = drawn_of(self.rows, self.family, self.parts)
        left_out = {one.name for one in self.dropped}
        said = [turn for one in self.folder.lessons() if one.name not in left_out for turn in one.messages]
        pictures = {part.path for turn in said for part in turn.parts if isinstance(part, Picture)}
        return TeachPlan(
            len(self.rows), self.held_out, tuple(self.dropped), self.steps, self.trained.count, self.need.total, self.need.free,
            sheets=write_sheets(drawn, self.folder.place / "sheets"),
            pictures=len(pictures),
            turns=sum(turn.role == "assistant" for turn in said),
            boxes=sum(len(boxes_of(row.answer, row, self.family)) for row in self.rows),
            longest=length(self.rows), context=context_length(self.parts), drawn=drawn,
            pairs=self.settings.method == "dpo",
        )  # fmt: skip

    def _step(self, step: int, optimizer: torch.optim.Optimizer) -> None:
        """One step: gradients of the sum over its answer tokens (or pairs), divided by how many these are."""
        import torch

        begun = perf_counter()
        numbers = self.order[(step - 1) * self.per_step : step * self.per_step]
        rows = [self.rows[number] for number in numbers]
        tokens, weight = self.losses.weight(rows), self.objective.weight(rows)
        lr = self._rate(step)
        for group in optimizer.param_groups:
            group["lr"] = lr
        total = 0.0
        for at in range(0, len(rows), self.settings.batch):
            loss = self.objective.of(rows[at : at + self.settings.batch])
            (loss / weight).backward()
            total += float(loss.detach())
        if not math.isfinite(total):
            raise EyeboxError(
                "teach-not-a-number",
                "The loss is no number any more after {step:,} steps; begin anew with a smaller learning rate (--lr).",
                step=step - 1,
            )
        if self.settings.clip:
            torch.nn.utils.clip_grad_norm_(self.trained.weights.values(), self.settings.clip)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        seconds = perf_counter() - begun
        event = TeachStep(
            step, total / weight, lr, tokens, seconds, self.peak.bytes, self.objective.rewards()
        )
        self.folder.note(event)
        self.emit(event)

    def _rate(self, step: int) -> float:
        """The learning rate of a step: up from nothing, then down along half a cosine."""
        warm = max(1, round(self.settings.warm_up * self.steps))
        if step <= warm:
            return self.settings.lr * step / warm
        return self.settings.lr * 0.5 * (1 + math.cos(math.pi * (step - warm) / max(1, self.steps - warm)))

    def _optimizer(self, lr: float) -> torch.optim.Optimizer:
        import torch

        weights = [*self.trained.weights.values()]
        return torch.optim.AdamW(weights, lr=lr, weight_decay=self.settings.weight_decay, fused=True)

    def _rows(self, lessons: Sequence[Lesson]) -> list[Row]:
        """All rows that can be learned from; the tower has looked at their pictures. What is dropped is named."""
        encoder = Encoder(self.family, self.parts, self.settings.max_pixels)
        rows: list[Row] = []
        for number, lesson in enumerate(lessons):
            if self.stop.is_set():
                raise Stopped
            self.emit(Progress("checking", number / len(lessons)))
            try:
                pairs = self.settings.method == "dpo"
                made = [encoder.pair(number, lesson)] if pairs else list(encoder.rows(number, lesson))
                for row in made:
                    for span in row.prompt.spans:
                        self.losses.see([span.shown])
            except EyeboxError as error:
                self.dropped.append(Dropped(lesson.name, error.sentence))
                continue
            rows += made
        return rows

    def _held_out(self, rows: Sequence[Row]) -> set[int]:
        wanted = self.settings.held_out
        if wanted < 0:
            wanted = min(MOST_HELD_OUT, len(rows) // 10)
        names = [" ".join(row.ask.pictures) or row.name for row in rows]
        return apart(names, wanted, self.settings.seed)

    def _self_test(self) -> tuple[float, tuple[float, float]]:
        """Learns one lesson by heart, and gives the seconds that a lesson takes, and its first and last loss.

        Raises EyeboxError where that fails.
        """
        self.emit(Progress("testing"))
        row = min(self.rows, key=lambda one: (not one.prompt.spans, len(one.prompt.ids)))
        optimizer = self._optimizer(max(self.settings.lr, 1e-4 if self.settings.method == "full" else 2e-3))
        seconds, losses = learn_by_heart(row, self.objective, optimizer, self.stop)
        self.objective.rewards()  # of the test: not of what is learned
        mean = sum(len(one.prompt.ids) for one in self.rows) / len(self.rows)
        return seconds * mean / len(row.prompt.ids), losses

    def _look(self, step: int, asked: int | None) -> None:
        self._note(self.examiner.look(step, self.stop, asked, self.emit))

    def _examine(self, step: int) -> None:
        """Asks all that is held out, and the general set: before the first step, and after the last."""
        noted = [one for one in self.folder.noted() if one.step == step]
        if not any(isinstance(one, HeldOut) and one.asked == self.held_out for one in noted):
            self._look(step, None)
        if not any(isinstance(one, GeneralAsked) for one in noted):
            self._note(self.examiner.general(step, self.stop, self.emit))

    def _go_on(self) -> None:
        """Back to teaching, after what was asked."""
        self.parts.model.train()
        giving_back_at_once(self.parts.device)

    def _note(self, event: HeldOut | GeneralAsked | None) -> None:
        self._go_on()
        if event is not None:
            self.folder.note(event)
            self.emit(event)

    def _asks(self, step: int) -> bool:
        """Whether questions are asked with the state of a step: after an epoch, and after 1, 2, 4, 8... states."""
        size, every = len(self.rows), self.settings.every
        if not (step // every) & (step // every - 1):
            return True
        return step * self.per_step // size > max(0, step - every) * self.per_step // size

    def _got_no_better(self) -> bool:
        patience = self.settings.patience
        seen = [one.loss for one in self.folder.noted() if isinstance(one, HeldOut)]
        return bool(patience) and len(seen) > patience and min(seen[-patience:]) >= min(seen[:-patience])

    def _finish(self, step: int, why: str) -> Taught:
        try:
            self._examine(step)
        except Stopped:
            return self._result(step, complete=False)
        self.emit(Progress("saving"))
        target = self.folder.target
        if self.weights is not None:
            write_whole(
                target, self.weights, self.checkpoint, self.folder.place, lambda _event: None, Event()
            )
        else:
            write_adapter(target, self.trained, self.family, self.checkpoint)
        found = self._result(step, complete=True, why=why)
        save_file(target / CARD, json.dumps(self._card(found), indent=2, ensure_ascii=False) + "\n")
        self.folder.finish(found)
        return found

    def _result(self, step: int, *, complete: bool, why: str = "") -> Taught:
        noted = self.folder.noted()
        losses = [one.loss for one in noted if isinstance(one, TeachStep)]
        held = [one for one in noted if isinstance(one, HeldOut) and one.asked]
        general = [one for one in noted if isinstance(one, GeneralAsked)]
        figures = [replace(one, trials=()) for one in held]
        return Taught(
            str(self.folder.target), complete, step, (losses[0], losses[-1]) if losses else (0.0, 0.0),
            figures[0] if figures else None, figures[-1] if len(figures) > 1 else None, why,
            self._compared(held) if complete else None, self._compared(general) if complete else None,
        )  # fmt: skip

    def _compared(self, events: Sequence[HeldOut | GeneralAsked]) -> BeforeAfter | None:
        """The first answers beside the last ones; None where there are not both."""
        if len(events) < 2 or len(events[0].trials) != len(events[-1].trials):
            return None
        return compared(events[0].trials, events[-1].trials, self.parts.precision)

    def _card(self, found: Taught) -> dict[str, Any]:
        import torch

        card: dict[str, Any] = {
            "model": self.folder.model, "model_digest": self.checkpoint.digest, "data_sha256": self.folder.digest,
            "lessons": len(self.rows), "held_out": self.held_out, "longest_tokens": length(self.rows),
            "dropped": [{"name": one.name, "reason": one.reason} for one in self.dropped],
            "trained_numbers": self.trained.count, "settings": pack(self.settings), "steps": found.steps,
            "first_loss": found.losses[0], "last_loss": found.losses[1], "ended_because": found.reason,
            "predicted_bytes": self.need.total, "peak_bytes": self.peak.bytes,
            "torch": torch.__version__, "transformers": transformers_version(),
        }  # fmt: skip
        for name, figures in (("before", found.before), ("after", found.after)):
            told = {} if figures is None else asdict(replace(figures, trials=()))
            card[name] = {k: v for k, v in told.items() if k != "trials"} or None
        for name, both in (("held_out_compared", found.held_out), ("general_compared", found.general)):
            card[name] = None if both is None else as_json(both)
        return card
