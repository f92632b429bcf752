"""A family that plays a script: for tests and demonstrations. It understands nothing.

The model is called `scripted:FILE.json`. The file holds either a list of steps or an object

    {"load": [step, ...],
     "answers": [{"question": "salmon", "steps": [step, ...], "numbers": {"tokens_in": 5}}, ...]}

The first answer whose `question` occurs in the user's is played, without regard to case, and only to a question about
a picture with a path that ends with its `picture`, if it has one; if there is none, the answers with neither are played
in turn, the last one again and again. `numbers` replaces fields of the Answer. A step is an object with one of these keys:

    {"text": "a piece"}                         a TextDelta
    {"box": [x1, y1, x2, y2], "label": "dog",   a BoxFound; its phrase is the last place of the label in the
     "image": 0}                                text so far
    {"wait": 1.5}                               seconds; null for ever; a stop ends it at once
    {"wait_for": "FILE"}                        until there is such a file; a stop ends it at once
    {"progress": "loading", "fraction": 0.4,    a Progress
     "what": "torch"}
    {"note": "Fewer pixels were used."}         a Note, which stands in the Answer's notes too
    {"pace": [40, 12.5]}                        a Pace: tokens so far, and how many a second
    {"used": [900, 50]}                         tokens of the question and of the answer, as the Answer has them
    {"flood": 10000, "text": "x "}              that many TextDeltas, without a pause
    {"history": true}                           the chat so far as text, `role: text` a line
    {"options": true}                           the options of the question that are not the default ones, as JSON
    {"print": "noise"}                          prints, as libraries do
    {"fail": "One sentence.", "detail": ".."}   an EyeboxError
    {"raise": "bug"}                            another exception; "memory" for a MemoryError
    {"crash": "kill"}                           the process kills itself; "exit" leaves with code 3
    {"ignore_stop": 60, "progress": "deaf"}     seconds in which nothing is heard, from the Progress on, if any
"""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from threading import Event as StopEvent
from typing import Any

from eyebox_models.boxes.notation import Notation
from eyebox_models.boxes.pictures import RESIZED
from eyebox_models.checkpoint import FamilyInfo
from eyebox_models.files.regular_file import read_regular
from eyebox_models.protocol.ask import Ask, Options
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import EyeboxError, Stopped, os_reason
from eyebox_models.protocol.events import Answer, BoxFound, FirstWord, Note, Pace, Progress, TextDelta
from eyebox_models.protocol.family import Emit

PREFIX = "scripted:"
LOOK_S = 0.02
Step = dict[str, Any]


INFO = FamilyInfo(
    "scripted",
    "Scripted",
    "eyebox_models.families.scripted:Scripted",
    recognises=lambda model: model.startswith(PREFIX),
    notation=Notation(RESIZED),
)


class Scripted:
    """The family of models that are scripts."""

    name = "scripted"

    def load(self, model: str, options: Options, emit: Emit, stop: StopEvent) -> ScriptedModel:
        path = Path(model.removeprefix(PREFIX))
        try:
            script = json.loads(read_regular(path))
        except OSError as error:
            raise EyeboxError(
                "script-unreadable",
                "The script {path} cannot be read: {reason}.",
                path=path,
                reason=os_reason(error),
            ) from error
        except ValueError as error:
            raise EyeboxError(
                "script-not-json", "The script {path} is not JSON.", detail=str(error), path=path
            ) from error
        if isinstance(script, list):
            script = {"answers": [{"steps": script}]}
        _Player(Ask(()), emit, stop).play(script.get("load", []))
        if stop.is_set():
            raise Stopped
        return ScriptedModel(script["answers"])


class ScriptedModel:
    """A script that was read and is played one answer at a time."""

    def __init__(self, answers: Sequence[dict[str, Any]]) -> None:
        named = ("question", "picture")
        self._named = [answer for answer in answers if any(name in answer for name in named)]
        self._in_turn = [answer for answer in answers if not any(name in answer for name in named)]
        self._next = 0

    def answer(self, ask: Ask, emit: Emit, stop: StopEvent) -> Answer:
        """Plays the steps for this question until they end or `stop` is set."""
        entry = self._choose(ask)
        player = _Player(ask, emit, stop)
        player.play(entry["steps"])
        numbers = dict(entry.get("numbers", {}))
        if "first_word" in numbers:
            numbers["first_word"] = FirstWord(**numbers["first_word"])
        return replace(player.result(), **numbers)

    def close(self) -> None:
        self._next = 0

    def _choose(self, ask: Ask) -> dict[str, Any]:
        question = ask.question
        for answer in self._named:
            about = answer.get("picture", "")
            if answer.get("question", "").casefold() in question.casefold() and (
                not about or any(path.endswith(about) for path in ask.pictures)
            ):
                return answer
        if not self._in_turn:
            raise EyeboxError(
                "script-no-answer", 'The script has no answer to "{question}".', question=question
            )
        answer = self._in_turn[min(self._next, len(self._in_turn) - 1)]
        self._next += 1
        return answer


@dataclass
class _Player:
    """Plays steps and gathers what they say. Every piece of text counts as one token."""

    ask: Ask
    emit: Emit
    stop: StopEvent
    text: str = ""
    tokens: int = 0
    boxes: list[BoxFound] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    used: tuple[int, int] = (0, 0)

    def play(self, steps: Sequence[Step]) -> None:
        for step in steps:
            if self.stop.is_set():
                return
            self._step(step)

    def result(self) -> Answer:
        return Answer(
            self.ask.turn,
            self.text,
            raw=self.text,
            boxes=tuple(self.boxes),
            token_ids=tuple(range(self.tokens)),
            tokens_in=self.used[0],
            tokens_out=self.used[1] or self.tokens,
            notes=tuple(self.notes),
        )

    def _step(self, step: Step) -> None:
        match step:
            case {"flood": int(count), "text": str(text)}:
                for _ in range(count):
                    if self.stop.is_set():
                        return
                    self._say(text)
            case {"text": str(text)}:
                self._say(text)
            case {"box": [x1, y1, x2, y2]}:
                self._find(step.get("label", ""), step.get("image", 0), (x1, y1, x2, y2))
            case {"note": str(sentence)}:
                self.notes.append(sentence)
                self.emit(Note(self.ask.turn, sentence))
            case {"pace": [tokens, rate]}:
                self.emit(Pace(self.ask.turn, tokens, rate))
            case {"used": [tokens_in, tokens_out]}:
                self.used = (tokens_in, tokens_out)
            case {"wait": seconds}:
                self.stop.wait(seconds)
            case {"wait_for": str(file)}:
                while not Path(file).exists() and not self.stop.wait(LOOK_S):
                    pass
            case {"ignore_stop": seconds}:
                if "progress" in step:
                    self.emit(Progress(step["progress"]))
                time.sleep(seconds)
            case {"progress": str(stage)}:
                self.emit(Progress(stage, step.get("fraction"), step.get("what", "")))
            case {"history": True}:
                self._say("\n".join(f"{message.role}: {message.text}" for message in self.ask.messages))
            case {"options": True}:
                given, usual = asdict(self.ask.options), asdict(Options())
                self._say(json.dumps({name: value for name, value in given.items() if value != usual[name]}))
            case {"print": str(noise)}:
                print(noise, flush=True)
            case _:
                _break(step)

    def _say(self, text: str) -> None:
        self.text += text
        self.tokens += 1
        self.emit(TextDelta(self.ask.turn, text))

    def _find(self, label: str, image: int, corners: tuple[float, float, float, float]) -> None:
        start = self.text.rfind(label) if label else -1
        end = start + len(label) if start >= 0 else 0
        found = BoxFound(self.ask.turn, image, Box(label, *corners, source="model"), max(start, 0), end)
        self.boxes.append(found)
        self.emit(found)


def _break(step: Step) -> None:
    """The steps that end an answer, or the process, in a bad way."""
    match step:
        case {"fail": str(message)}:
            raise EyeboxError.of(message, step.get("detail", ""))
        case {"raise": "memory"}:
            raise MemoryError
        case {"raise": str(message)}:
            raise RuntimeError(message)
        case {"crash": "kill"}:
            os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
            time.sleep(60)
        case {"crash": "exit"}:
            os._exit(3)
        case _:
            raise EyeboxError(
                "script-step-unknown",
                "The script has a step that does not exist: {step}.",
                step=json.dumps(step)[:200],
            )
