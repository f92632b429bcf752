"""What `eyebox ask` prints while an answer comes: its text, or one JSON event a line."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Protocol

from eyebox.cli.terminal import Output, ProgressLine, complain, harmless, percent
from eyebox.formats.session_json import tool_object
from eyebox_models.files.atomic_write import shown
from eyebox_models.files.document_page import file_of, moment_of
from eyebox_models.protocol.ask import Ask, Picture
from eyebox_models.protocol.events import Answer, BoxFound, End, Note, Progress, TextDelta
from eyebox_models.protocol.tool_use import ToolUse, ToolUsed


class Events(Protocol):
    """Takes what comes of one turn after the other."""

    def begin(self, turn: int, line: ProgressLine) -> None:
        """A turn begins; `line` is hidden before anything is printed."""
        ...

    def take(self, event: Any) -> None:
        """An event of the turn, but not its End."""
        ...

    def end(self, end: End) -> None:
        """The turn has ended."""
        ...

    def whole(self, end: End) -> None:
        """The turn has ended, and nothing of its answer came before."""
        ...


class TextEvents:
    """Prints the answer as it comes, and a line break after it; a blank line stands between two answers.

    What is said about an answer goes to stderr.
    """

    def __init__(self) -> None:
        self._output = Output("-")
        self._line: ProgressLine | None = None
        self._last = ""
        self._notes: set[str] = set()

    def begin(self, turn: int, line: ProgressLine) -> None:
        self._line = line
        self._last = ""
        self._notes.clear()
        if turn:
            self._output.write("\n")

    def take(self, event: Any) -> None:
        assert self._line is not None
        if isinstance(event, Progress):
            self._line.update(f"{event.stage}{percent(event.fraction)}")
        elif isinstance(event, TextDelta):
            self._write(event.text)
        elif isinstance(event, ToolUsed):
            self._tell_use(event.use)
        elif isinstance(event, Note):
            self._write_note(event.text)

    def end(self, end: End) -> None:
        if isinstance(end.result, Answer) and not self._last:
            self._write(end.result.text)
        if self._last and not self._last.endswith("\n"):
            self._write("\n")
        for note in end.result.notes if isinstance(end.result, Answer) else ():
            self._write_note(note)

    def whole(self, end: End) -> None:
        self.end(end)

    def _tell_use(self, use: ToolUse) -> None:
        """What a tool brought, on a line of its own on stderr."""
        assert self._line is not None
        if use.result:
            self._line.hide()
            if self._last and not self._last.endswith("\n"):
                self._write("\n")
            where = f" {list(use.box)} of picture {use.image + 1}" if use.box else ""
            complain(f"{use.name or 'tool'}{where}, {use.seconds:.1f} s: {shortened(use.result)}")

    def _write_note(self, note: str) -> None:
        """Says a note once a turn, on a line of its own."""
        assert self._line is not None
        if note not in self._notes:
            self._notes.add(note)
            self._line.hide()
            if self._last and not self._last.endswith("\n"):
                self._write("\n")
            complain(note)

    def _write(self, text: str) -> None:
        assert self._line is not None
        if text:
            self._line.hide()
            self._output.write(harmless(text))
            self._last = text


class JsonEvents:
    """Prints every event as a line of JSON; with `image` set, that is the picture all of them are about.

    `times` are the seconds at which frames of videos are seen, by the places of the pictures in the chat.
    """

    def __init__(self, image: int | None = None, times: Mapping[int, float] | None = None) -> None:
        self._output = Output("-")
        self._which = {} if image is None else {"image": image}
        self._times = times or {}
        self._turn = 0
        self._text: list[str] = []
        self._boxes: list[BoxFound] = []
        self._notes: set[str] = set()

    def begin(self, turn: int, line: ProgressLine) -> None:
        line.hide()
        self._turn = turn
        self._text.clear()
        self._boxes.clear()
        self._notes.clear()

    def take(self, event: Any) -> None:
        match event:
            case Progress(stage, fraction):
                rounded = None if fraction is None else round(fraction, 4)
                self._print({"event": "progress", **self._which, "stage": stage, "fraction": rounded})
            case TextDelta(turn, text):
                self._text.append(text)
                self._print({"event": "text", "turn": turn, **self._which, "text": text})
            case BoxFound(turn):
                self._boxes.append(event)
                self._print({"event": "box", "turn": turn, **self._box(event)})
            case ToolUsed(turn, index, use) if use.result:
                self._print({"event": "tool", "turn": turn, "index": index, **tool_object(use)})
            case Note(turn, text) if text not in self._notes:
                self._notes.add(text)
                self._print({"event": "note", "turn": turn, **self._which, "text": text})

    def whole(self, end: End) -> None:
        if isinstance(end.result, Answer):
            if end.result.text:
                self.take(TextDelta(self._turn, end.result.text))
            for found in end.result.boxes:
                self.take(found)
        self.end(end)

    def end(self, end: End) -> None:
        """Prints the end; where there is no answer, with the text and the boxes that came."""
        text = "".join(self._text)
        answer = end.result if isinstance(end.result, Answer) else None
        for note in answer.notes if answer else ():
            self.take(Note(self._turn, note))
        answer = answer or Answer(self._turn, text, raw=text, boxes=tuple(self._boxes))
        event: dict[str, Any] = {
            "event": "end",
            "turn": self._turn,
            **self._which,
            "outcome": end.outcome,
            "text": answer.text,
            "raw": answer.raw or answer.text,
            "boxes": [self._box(found) for found in answer.boxes],
            "token_ids": list(answer.token_ids),
            "tokens_in": answer.tokens_in,
            "tokens_reused": answer.tokens_reused,
            "tokens_out": answer.tokens_out,
            "seconds_to_first_token": round(answer.seconds_to_first_token, 4),
            "tokens_per_second": round(answer.tokens_per_second, 2),
            "peak_bytes": answer.peak_bytes,
            "precision": answer.precision or None,
            "device": answer.device or None,
            "seen": [
                {
                    "image": self._which.get("image", seen.image),
                    "width": seen.width,
                    "height": seen.height,
                    "resized": list(seen.resized),
                    "visual_tokens": seen.visual_tokens,
                    **({"frames": list(seen.frames), "times": _rounded(seen.times)} if seen.frames else {}),
                }
                for seen in answer.seen
            ],
        }
        if answer.forwards:
            event["forwards"] = answer.forwards
        if answer.first_word:
            event["seconds"] = {part: round(time, 4) for part, time in asdict(answer.first_word).items()}
        if answer.pictures_known:
            event["pictures_known"] = answer.pictures_known
        if answer.stopped_by:
            event["stopped_by"] = answer.stopped_by
        if answer.rounds:
            event["tools"] = [tool_object(use) for one in answer.rounds for use in one.uses]
        if end.message:
            event["message"] = end.message
        self._print(event)

    def _box(self, found: BoxFound) -> dict[str, Any]:
        image = self._which.get("image", found.image)
        time = self._times.get(found.image)
        timed = {} if time is None else {"time": time}
        return {"image": image, **timed, "label": found.box.label, "box": list(found.box.xyxy)}

    def _print(self, event: dict[str, Any]) -> None:
        self._output.write(json.dumps(event, ensure_ascii=False) + "\n")


def shortened(text: str) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= 200 else f"{line[:199]}…"


def times_of(pictures: Sequence[Picture]) -> dict[int, float]:
    """When the frames among the pictures of a chat are seen, by their places."""
    times = {place: moment_of(picture.path) for place, picture in enumerate(pictures)}
    return {place: float(time) for place, time in times.items() if time is not None}


def _rounded(times: Sequence[float]) -> list[float]:
    return [round(time, 3) for time in times]


def missing(question: Ask) -> End | None:
    """How a question ends one of whose pictures is not there."""
    path = next((path for path in question.pictures if not Path(file_of(path)).exists()), None)
    return None if path is None else End("failed", f"There is no file {shown(path)}.")


def print_failure(end: End, *, debug: bool) -> None:
    """Says on stderr why there is no answer."""
    complain(end.message or "There was no answer.")
    if debug and end.detail:
        print(end.detail, file=sys.stderr)
