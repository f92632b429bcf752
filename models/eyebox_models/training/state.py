"""A run of training on disk: how it was begun, its steps one a line, and the state that it goes on from.

All of it lies in `teaching/` inside of the folder that the adapter will be in. A state is written whole or not at all; what
was printed of steps behind it is dropped when the run goes on, because these steps are made again.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from eyebox_models.files.atomic_write import file_lock, open_atomically, save_file
from eyebox_models.files.regular_file import read_regular
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.requests import Teach
from eyebox_models.protocol.teaching import (
    GeneralAsked,
    HeldOut,
    Lesson,
    Taught,
    TeachPlan,
    TeachSettings,
    TeachStep,
)
from eyebox_models.protocol.wire import lines_of, pack, unpack

if TYPE_CHECKING:
    import torch

    from eyebox_models.training.trained import Trained

FOLDER = "teaching"
BEGUN, LESSONS, STEPS, STATE = "begun.json", "lessons.jsonl", "steps.jsonl", "state.pt"
PLAN, TAUGHT = "plan.json", "taught.json"
VERSION = 1


class RunFolder:
    """The files of one run, which one process at a time works at."""

    def __init__(self, target: Path, request: Teach) -> None:
        """Raises EyeboxError for a folder that holds something else, or for other settings than it was begun with."""
        self.target = target
        self.place = target / FOLDER
        self.begun = (self.place / BEGUN).is_file()
        if self.begun and not request.resume:
            raise EyeboxError(
                "teach-begun",
                "{folder} holds a model that is being taught: --resume goes on with it, another name begins anew.",
                folder=target,
            )
        if self.begun:
            self.model, self.settings, self.digest = self._read(request)
            return
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise EyeboxError(
                "target-exists",
                "{place} is there already and is not overwritten; choose another name.",
                place=target,
            )
        if not request.model or not request.data:
            raise EyeboxError(
                "teach-not-begun", "In {folder} nothing was begun that could be gone on with.", folder=target
            )
        self.model, self.settings = request.model, request.settings
        self.digest = _digest(Path(request.data))
        self._begin(Path(request.data))

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Raises EyeboxError where another process is at it."""
        with file_lock(self.place / "lock") as alone:
            if not alone:
                raise EyeboxError(
                    "target-busy", "{place} is being written by another window or command.", place=self.target
                )
            yield

    def lessons(self) -> list[Lesson]:
        return [one for one in lines_of(str(self.place / LESSONS)) if isinstance(one, Lesson)]

    def settle(self, settings: TeachSettings) -> None:
        """Keeps settings that were made certain (threads, precision): a run that goes on has the same."""
        self.settings = settings
        self._write_begun()

    def keep(self, step: int, trained: Trained, optimizer: torch.optim.Optimizer, **more: Any) -> None:
        """Writes the state after `step` steps; what was printed until then is on the disk before."""
        import torch

        with suppress(FileNotFoundError), (self.place / STEPS).open("rb") as lines:
            os.fsync(lines.fileno())
        cuda = torch.cuda.get_rng_state_all() if torch.cuda.is_available() else []
        state = {
            "version": VERSION, "step": step, "weights": {n: w.detach() for n, w in trained.weights.items()},
            "optimizer": optimizer.state_dict(), "random": torch.get_rng_state(), "random_cuda": cuda,
            "threads": torch.get_num_threads(), "digest": self.digest, **more,
        }  # fmt: skip
        with open_atomically(self.place / STATE) as file:
            torch.save(state, file)

    def take_up(self, trained: Trained, optimizer: torch.optim.Optimizer | None) -> dict[str, Any]:
        """Goes back to the state that was kept, and gives what was kept with it; later steps are dropped.

        Raises EyeboxError for a state that is damaged or of another run.
        """
        import pickle

        import torch

        path = self.place / STATE
        try:
            state = torch.load(path, map_location="cpu", weights_only=True)
            if state["version"] != VERSION or state["digest"] != self.digest:
                raise ValueError("of another run")
            trained.put(state["weights"])
            if optimizer is not None:
                optimizer.load_state_dict(state["optimizer"])
            torch.set_rng_state(state["random"])
        except (
            OSError, ValueError, KeyError, TypeError, RuntimeError, EOFError, pickle.UnpicklingError,
        ) as error:  # fmt: skip
            raise EyeboxError(
                "teach-state-damaged",
                "The state of the teaching in {folder} can't be read; begin anew under another name.",
                detail=str(error),
                folder=self.target,
            ) from error
        if state["random_cuda"] and torch.cuda.is_available():
            torch.cuda.set_rng_state_all(state["random_cuda"])
        self._drop_after(int(state["step"]))
        return {name: value for name, value in state.items() if name not in ("weights", "optimizer")}

    @property
    def has_state(self) -> bool:
        return (self.place / STATE).is_file()

    def note(self, event: TeachStep | HeldOut | GeneralAsked) -> None:
        """Adds a line about a step."""
        with (self.place / STEPS).open("ab") as lines:
            lines.write(json.dumps(pack(event)).encode("ascii") + b"\n")

    def noted(self) -> list[TeachStep | HeldOut | GeneralAsked]:
        """What was noted so far; a line that was cut is none."""
        found = []
        with suppress(FileNotFoundError):
            for line in (self.place / STEPS).read_bytes().splitlines():
                with suppress(ValueError):
                    found.append(unpack(json.loads(line)))
        return found

    def keep_plan(self, plan: TeachPlan) -> None:
        save_file(self.place / PLAN, json.dumps(pack(plan)) + "\n")

    def plan(self) -> TeachPlan | None:
        """What was to be done when it began; None where that can't be read."""
        with suppress(OSError, ValueError, TypeError, KeyError):
            found = unpack(json.loads(read_regular(self.place / PLAN)))
            return found if isinstance(found, TeachPlan) else None
        return None

    def finish(self, taught: Taught) -> None:
        """Keeps what came of it and removes the state: what was learned is in the adapter."""
        save_file(self.place / TAUGHT, json.dumps(pack(taught)) + "\n")
        (self.place / STATE).unlink(missing_ok=True)

    def _drop_after(self, step: int) -> None:
        kept = [event for event in self.noted() if event.step <= step]
        lines = b"".join(json.dumps(pack(event)).encode("ascii") + b"\n" for event in kept)
        save_file(self.place / STEPS, lines)

    def _begin(self, data: Path) -> None:
        try:
            self.place.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise EyeboxError(
                "target-denied",
                "{folder} cannot be written to ({reason}); check it.",
                folder=self.target.parent,
                reason=str(error.strerror or error),
            ) from error
        save_file(self.place / LESSONS, data.read_bytes())
        self._write_begun()

    def _write_begun(self) -> None:
        begun = {
            "version": VERSION,
            "model": self.model,
            "digest": self.digest,
            "settings": pack(self.settings),
        }
        save_file(self.place / BEGUN, json.dumps(begun, indent=2) + "\n")

    def _read(self, request: Teach) -> tuple[str, TeachSettings, str]:
        try:
            begun = json.loads(read_regular(self.place / BEGUN))
            settings = unpack(begun["settings"])
            model, digest = str(begun["model"]), str(begun["digest"])
            if not isinstance(settings, TeachSettings):
                raise ValueError("no settings")
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise EyeboxError(
                "teach-state-damaged",
                "The state of the teaching in {folder} can't be read; begin anew under another name.",
                detail=str(error),
                folder=self.target,
            ) from error
        if (request.model and request.model != model) or (
            request.data and _digest(Path(request.data)) != digest
        ):
            raise EyeboxError(
                "teach-other-run",
                "The teaching in {folder} was begun with another model or other data: leave them out, or choose another name.",
                folder=self.target,
            )
        return model, settings, digest


def _digest(data: Path) -> str:
    return hashlib.sha256(data.read_bytes()).hexdigest()


def order(count: int, epochs: int, seed: int) -> Iterator[int]:
    """The rows in the order they are learned from: all of them once an epoch, each time shuffled anew."""
    for epoch in range(epochs):
        numbers = list(range(count))
        Random(f"{seed}:{epoch}").shuffle(numbers)
        yield from numbers


def apart(names: Sequence[str], count: int, seed: int) -> set[int]:
    """Some of the rows to be held out: at least `count` where that leaves as many to learn from, by whole pictures.

    `names` say what must not be on both sides. Nothing where that cannot be.
    """
    groups: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        groups.setdefault(name, []).append(number)
    shuffled = [*groups.values()]
    Random(f"{seed}:held out").shuffle(shuffled)
    chosen: set[int] = set()
    for group in shuffled:
        if len(chosen) < count and len(chosen) + len(group) <= len(names) // 2:
            chosen.update(group)
    return chosen
