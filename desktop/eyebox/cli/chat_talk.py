"""A chat of the terminal: what was said, who answers, and what goes along with the next question."""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass, replace
from itertools import groupby

from eyebox.cli.chat_running import run_stoppable
from eyebox.cli.engine_request import show_progress
from eyebox.cli.events import TextEvents, missing, print_failure
from eyebox.cli.terminal import Output, ProgressLine
from eyebox.cli.videos import USUAL_FRAMES, is_whole_video, look_into
from eyebox.folders import Folders
from eyebox.formats.chat_file import MessageParts
from eyebox_models.engine.decoding import PictureEngine
from eyebox_models.engine.process import EngineProcess
from eyebox_models.files.atomic_write import shown
from eyebox_models.files.document_page import file_of, frame_path, name_of
from eyebox_models.files.regular_file import check_regular
from eyebox_models.protocol.ask import READER, Ask, Message, ModelRef, Options, Picture
from eyebox_models.protocol.errors import EyeboxError, os_reason
from eyebox_models.protocol.events import Answer, BoxFound, End, TextDelta
from eyebox_models.protocol.pixels import PictureFacts
from eyebox_models.protocol.requests import Answering, Load
from eyebox_models.protocol.video import VideoFacts

WRITING_SECONDS = 3.0
"""How long an engine has at the end to keep what it made of pictures."""
SAMPLED = 0.7
"""The temperature of an answer that is to be another one than the likeliest."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and its answer, by whom that was given."""

    question: MessageParts
    answer: Answer
    model: ModelRef


class Talk:
    """Asks in one chat, and prints the answers. One engine of a role is kept, so that its model stays loaded."""

    def __init__(self, model: ModelRef, options: Options, *, in_terminal: bool, debug: bool) -> None:
        self.model = model
        self.options = options
        self.past: tuple[Message, ...] = ()
        """What the chat began with, before its own exchanges."""
        self.exchanges: list[Exchange] = []
        self.waiting: list[Picture] = []
        """Go along with the next question."""
        self.output = Output("-")
        self._in_terminal = in_terminal
        self._debug = debug
        self._engines: dict[str, EngineProcess] = {}
        self._pictures = PictureEngine()
        self._unanswered: MessageParts = ()

    def close(self) -> None:
        """Ends the engines."""
        for engine in self._engines.values():
            engine.close(timeout=WRITING_SECONDS)
        self._pictures.close()

    def load(self, model: ModelRef, options: Options) -> End:
        """Has a model loaded, which answers from now on where that went well."""
        with ProgressLine("starting") as line:
            request = Load(model, options)
            end = run_stoppable(self._engine(model), request, lambda event: show_progress(event, line))
        if end.outcome == "done":
            for role in self._engines.keys() - {model.engine}:
                self._engines.pop(role).close(timeout=WRITING_SECONDS)
            self.model, self.options = model, options
        return end

    def add_picture(self, path: str, frames: argparse.Namespace = USUAL_FRAMES) -> PictureFacts | VideoFacts:
        """Lets a picture, or of a video those `frames`, go along with the next question. Returns its size.

        Raises EyeboxError for what is neither.
        """
        try:
            check_regular(file_of(path))
        except OSError as error:
            raise EyeboxError(
                "picture-unreadable",
                "{path} cannot be opened: {reason}.",
                path=shown(path),
                reason=os_reason(error),
            ) from error
        if is_whole_video(path):
            return self.add_video(path, frames)
        facts = self._pictures.measure(path)
        self.waiting.append(Picture(os.fspath(path)))
        return facts

    def add_video(self, path: str, frames: argparse.Namespace) -> VideoFacts:
        """Lets the frames of a video that `add_frame_options` chooses go along with the next question.

        Raises EyeboxError for what is no video.
        """
        video = look_into(path, frames, self._pictures)
        self.waiting += [Picture(frame_path(path, time), in_video=True) for time in video.times]
        return video

    def waiting_names(self) -> list[str]:
        """What goes along with the next question: the names of pictures, and of videos how many frames."""
        names = []
        for path, run in groupby(self.waiting, lambda one: file_of(one.path) if one.in_video else one.path):
            frames = list(run)
            if frames[0].in_video:
                count = f"{len(frames)} frame{'' if len(frames) == 1 else 's'}"
                names.append(f"{shown(name_of(path))} ({count})")
            else:
                names += [shown(name_of(path))] * len(frames)
        return names

    def ask(self, text: str) -> bool:
        """Asks, with the pictures that wait. Returns whether there is an answer, be it cut short by Ctrl+C."""
        question: MessageParts = (*self.waiting, text)
        self.waiting = []
        return self._answer(question, self.options)

    def retry(self) -> str:
        """Asks the last question again; an answer that was whole is then made by chance. Why not, "" where it was."""
        if self._unanswered:
            question, self._unanswered = self._unanswered, ()
            self.waiting = []
            self._answer(question, self.options)
            return ""
        if not self.exchanges:
            return "Nothing was asked yet."
        last = self.exchanges.pop()
        options = self.options
        if self.model == last.model != READER and options.seed is None:
            options = replace(options, temperature=options.temperature or SAMPLED, num_beams=1)
        if not self._answer(last.question, options):
            self.exchanges.append(last)
            self.waiting, self._unanswered = [], ()
        return ""

    def clear(self) -> None:
        """Begins anew, with nothing said."""
        self.past, self.exchanges, self.waiting, self._unanswered = (), [], [], ()

    def messages(self, *, as_shown: bool = False) -> tuple[Message, ...]:
        """All that was said, as the model that answers now is given it: its own answers exactly as it gave them.

        `as_shown`: all answers as they were shown.
        """
        said = list(self.past)
        for one in self.exchanges:
            said.append(Message("user", one.question))
            own = one.model == self.model != READER and not as_shown
            answer = one.answer
            said.append(
                Message("assistant", (answer.raw or answer.text,), answer.token_ids, rounds=answer.rounds)
                if own
                else Message("assistant", (answer.text,))
            )
        return tuple(said)

    @property
    def pictures(self) -> list[Picture]:
        """All pictures of the chat, in the order that boxes number them."""
        return [part for message in self.messages() for part in message.parts if isinstance(part, Picture)]

    def _engine(self, model: ModelRef) -> EngineProcess:
        role = model.engine
        if role not in self._engines:
            self._engines[role] = EngineProcess(role, Folders.of_user().log / f"cli-{role}.log")
        return self._engines[role]

    def _answer(self, question: MessageParts, options: Options) -> bool:
        asked = Ask((*self.messages(), Message("user", question)), self.model, options)
        events, pieces = TextEvents(), _Pieces()
        with ProgressLine("starting") as line:
            events.begin(0, line)

            def take(event: object) -> None:
                pieces.take(event)
                events.take(event)

            end = missing(asked) or run_stoppable(
                self._engine(self.model), Answering(asked), take, by_interrupt=self._in_terminal
            )
            events.end(end)
        answer = end.result if isinstance(end.result, Answer) else pieces.answer()
        if end.outcome == "failed" or not answer.text:
            self._unanswered = question
            self.waiting = [part for part in question if isinstance(part, Picture)]
            if end.outcome == "failed":
                print_failure(end, debug=self._debug)
                if self._in_terminal and self.waiting:
                    self._tell("/retry asks again; /image none leaves the pictures out")
            return False
        self._unanswered = ()
        self.exchanges.append(Exchange(question, answer, self.model))
        self.tell_boxes(answer)
        if self._in_terminal:
            self._tell_numbers(answer, stopped=end.outcome == "stopped")
        return True

    def tell_boxes(self, answer: Answer) -> None:
        """Lists the boxes of an answer, numbered as `/boxes FILE` paints them."""
        pictures = self.pictures
        for number, found in enumerate(answer.boxes, 1):
            x1, y1, x2, y2 = (round(side, 1) for side in found.box.xyxy)
            place = f"({x1:g}, {y1:g}) to ({x2:g}, {y2:g})"
            several = len(pictures) > 1 and found.image < len(pictures)
            where = f" in {shown(name_of(pictures[found.image].path))}" if several else ""
            label = " ".join(found.box.label.split())
            self.output.write(f"[{number}] {label + ' ' if label else ''}{place}{where}\n")

    def _tell_numbers(self, answer: Answer, *, stopped: bool) -> None:
        words = ["stopped"] if stopped else []
        if answer.tokens_in:
            known = f", {answer.tokens_reused} of them known" if answer.tokens_reused else ""
            words.append(f"{answer.tokens_in} tokens asked{known}; {answer.tokens_out} answered")
        if answer.tokens_per_second:
            words.append(f"{answer.tokens_per_second:.1f} a second")
        if words:
            self._tell(", ".join(words))

    def _tell(self, text: str) -> None:
        """What the program says of an answer, paler than that."""
        plain = bool(os.environ.get("NO_COLOR"))
        print(f"({text})" if plain else f"\x1b[2m({text})\x1b[0m", flush=True)


class _Pieces:
    """What came of an answer whose engine gave no whole one."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._boxes: list[BoxFound] = []

    def take(self, event: object) -> None:
        if isinstance(event, BoxFound):
            self._boxes.append(event)
        elif isinstance(event, TextDelta):
            self._text.append(event.text)

    def answer(self) -> Answer:
        text = "".join(self._text)
        return Answer(0, text, text, tuple(self._boxes))
