"""What a line of a chat in the terminal does: a command, pictures that were dropped, or a question."""

from __future__ import annotations

import argparse
import os
import re
import shlex
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import get_terminal_size
from textwrap import fill
from typing import NoReturn
from urllib.parse import unquote, urlsplit

from eyebox.cli.chat_talk import Talk
from eyebox.cli.engine_request import run_request
from eyebox.cli.events import print_failure
from eyebox.cli.terminal import complain
from eyebox.cli.videos import add_frame_options
from eyebox.formats.chat_file import is_markdown, write_chat
from eyebox_models.files.atomic_write import shown
from eyebox_models.files.document_page import Moment, file_of, name_of
from eyebox_models.protocol.ask import READER, Message, ModelRef
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import BoxFound
from eyebox_models.protocol.picture_requests import WriteBoxed
from eyebox_models.protocol.pixels import PictureFacts
from eyebox_models.protocol.video import VideoFacts


@dataclass(frozen=True, slots=True)
class Command:
    """`does` gets what stands behind the name, and returns whether the chat goes on."""

    takes: str
    text: str
    does: Callable[[str], bool]


class Commands:
    """Does what is typed in a chat."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk
        self.all = {
            "/image": Command("[PATH ...]", "let pictures go along with the next question; none: leave them out", self._image),
            "/video": Command("FILE [--frames N ...]", "let frames of a video go along; /video --help: which", self._video),
            "/boxes": Command("[FILE.png]", "list the boxes of the last answer, or save its picture with them", self._boxes),
            "/retry": Command("", "ask the last question again", self._retry),
            "/system": Command("[TEXT]", "what the model is told before the chat; none: nothing", self._system),
            "/model": Command("[NAME|FOLDER]", "let another model answer", self._model),
            "/save": Command("FILE", "save the chat, as Markdown where FILE ends with .md, else as JSON", self._save),
            "/clear": Command("", "begin anew", self._clear),
            "/help": Command("", "list these commands", self._help),
            "/quit": Command("", "leave, as Ctrl+D does", lambda _words: False),
        }  # fmt: skip
        self.takes_path = ("/image", "/video", "/boxes", "/save", "/model")

    def take(self, line: str) -> bool:
        """Does what a line says. Returns whether the chat goes on. Raises EyeboxError where it can't be done."""
        if not line.strip():
            return True
        name, _, words = line.partition(" ")
        if "\n" not in line and (command := self.all.get(name.rstrip())):
            return command.does(words.strip())
        pictures, question = dropped(line)
        if pictures:
            self._add(pictures)
        elif line.startswith("/") and re.fullmatch(r"/[a-z]+", name):
            complain(f"There is no command {name}; /help lists them. A question may begin with a space.")
            return True
        if question.strip():
            self._talk.ask(_text(question.strip()))
        return True

    def _image(self, words: str) -> bool:
        if words == "none":
            self._talk.waiting = []
        elif words:
            self._add(paths(words))
        if not words or words == "none":
            names = self._talk.waiting_names()
            self._say(
                f"With the next question: {', '.join(names)}" if names else "No picture waits for a question."
            )
        return True

    def _video(self, words: str) -> bool:
        if words and os.path.lexists(_path(words)):
            words = shlex.quote(words)
        parser = _LineParser(
            "/video", description="Frames of a video, for the next question.", allow_abbrev=False
        )
        parser.add_argument("file", metavar="FILE", help="the video, in quotes where its name has spaces")
        add_frame_options(parser)
        try:
            options = parser.parse_args(_words(words))
        except SystemExit:  # it has said why
            return True
        path = _path(options.file)
        self._tell_added(path, self._talk.add_video(path, options))
        return True

    def _add(self, given: list[str]) -> None:
        for path in given:
            self._tell_added(path, self._talk.add_picture(path))

    def _tell_added(self, path: str, facts: PictureFacts | VideoFacts) -> None:
        size = f"{facts.width} × {facts.height} pixels"
        if isinstance(facts, VideoFacts):
            count = len(facts.times)
            times = ", ".join(str(Moment(time)) for time in facts.times)
            size = f"{count} frame{'' if count == 1 else 's'} of {size}, at {times} s"
        self._say(f"{shown(name_of(path))}: {size}, for the next question")

    def _boxes(self, words: str) -> bool:
        if not self._talk.exchanges or not (found := self._talk.exchanges[-1].answer.boxes):
            self._say("The last answer has no boxes.")
        elif not words:
            self._talk.tell_boxes(self._talk.exchanges[-1].answer)
        else:
            self._paint(Path(_one_path(words)), found)
        return True

    def _paint(self, target: Path, found: tuple[BoxFound, ...]) -> None:
        """Saves each picture that has boxes: the first by the name given, the others numbered behind it."""
        pictures, numbered = self._talk.pictures, list(enumerate(found, 1))
        if target.suffix.lower() != ".png":
            raise EyeboxError(
                "boxed-format",
                "A picture with its boxes is a PNG file: give {name} that ending.",
                name=shown(target),
            )
        shown_on = sorted({one.image for one in found if one.image < len(pictures)})
        for place, image in enumerate(shown_on, 1):
            file = target if place == 1 else target.with_stem(f"{target.stem}-{place}")
            on_it = [(number, one) for number, one in numbered if one.image == image]
            boxes = tuple(
                replace(one.box, label=f"{number} {one.box.label}".rstrip()) for number, one in on_it
            )
            request = WriteBoxed(pictures[image].path, str(file.absolute()), boxes, pictures[image].turns)
            end = run_request("document", request, "painting")
            if end.outcome != "done":
                print_failure(end, debug=False)
                return
            self._say(f"Saved {shown(file)}: {len(boxes)} {'box' if len(boxes) == 1 else 'boxes'}")

    def _retry(self, _words: str) -> bool:
        if sentence := self._talk.retry():
            self._say(sentence)
        return True

    def _system(self, words: str) -> bool:
        talk = self._talk
        if words:
            talk.options = replace(talk.options, system=None if words == "none" else _text(words))
        self._say(
            f"System: {talk.options.system}"
            if talk.options.system is not None
            else "Nothing is said before the chat."
        )
        return True

    def _model(self, words: str) -> bool:
        if words:
            model = ModelRef.typed(words if words == READER else _model_name(words))
            end = self._talk.load(model, replace(self._talk.options, settled="", settled_on=""))
            if end.outcome != "done":
                print_failure(end, debug=False)
        self._say(f"{shown(self._talk.model.short_name)} answers.")
        return True

    def _save(self, words: str) -> bool:
        talk = self._talk
        told = () if talk.options.system is None else (Message("system", (talk.options.system,)),)
        if not words:
            raise EyeboxError("save-where", "Say where: /save FILE, or /save FILE.md for Markdown.")
        if not talk.exchanges and not talk.past:
            self._say("Nothing was said yet.")
            return True
        file = _one_path(words)
        messages = (*told, *talk.messages(as_shown=is_markdown(file)))
        write_chat(file, messages)
        self._say(f"Saved {shown(file)}: {len(messages)} messages")
        return True

    def _clear(self, _words: str) -> bool:
        self._talk.clear()
        self._say("The chat begins anew.")
        return True

    def _help(self, _words: str) -> bool:
        room = get_terminal_size().columns
        for name, command in self.all.items():
            self._say(f"{name} {command.takes}".rstrip())
            self._say(fill(command.text, room, initial_indent="    ", subsequent_indent="    "))
        keys = (
            "A picture that is dropped here goes along with the question that follows it. Alt+Enter, or a backslash at "
            "the end, begins a new line. Ctrl+C stops an answer and keeps what came."
        )
        self._say(f"\n{fill(keys, room)}")
        return True

    def _say(self, text: str) -> None:
        self._talk.output.write(f"{text}\n")


class _LineParser(argparse.ArgumentParser):
    """Of the options behind a command of the chat; wrong ones are one line on stderr."""

    def error(self, message: str) -> NoReturn:
        complain(f"{message}; {self.prog} --help says more.")
        raise SystemExit(2)


def paths(words: str) -> list[str]:
    """Paths with the quotes and escapes of a shell, or one with spaces as it is. Raises EyeboxError."""
    if os.path.lexists(file_of(_path(words))):
        return [_path(words)]
    return [_path(word) for word in _words(words)]


def _words(words: str) -> list[str]:
    """Words as a shell has them. Raises EyeboxError."""
    try:
        return shlex.split(words, comments=False)
    except ValueError as error:
        raise EyeboxError(
            "paths-quotes", "A quote is not closed in {words}: close it, or put a backslash before it.",
            detail=str(error), words=shown(words),
        ) from error  # fmt: skip


_DROPPED = re.compile(r"""\s*('(?:[^']|'\\'')*'|"(?:\\.|[^"\\])*"|(?:\\.|[^\s\\'"])+)""", re.DOTALL)


def dropped(line: str) -> tuple[list[str], str]:
    """Whole paths of files that a line begins with, as terminals write what is dropped on them; and the rest of it."""
    found: list[str] = []
    rest = line
    while match := _DROPPED.match(rest):
        try:
            (word,) = shlex.split(match[1], comments=False)
        except ValueError:
            break
        path = _path(word)
        if not Path(path).is_absolute() or not _is_file(path):
            break
        found.append(path)
        rest = rest[match.end() :]
    return found, rest


def _is_file(path: str) -> bool:
    try:
        return Path(file_of(path)).is_file()
    except (OSError, ValueError):
        return False


def _path(word: str) -> str:
    """An absolute path: of a file: address, or of what a shell would make of ~."""
    if word.startswith("file://"):
        word = unquote(urlsplit(word).path)
    try:
        return str(Path(word).expanduser().absolute())
    except (RuntimeError, ValueError):  # nobody's home
        return word


def _one_path(words: str) -> str:
    found = paths(words)
    if len(found) != 1:
        raise EyeboxError(
            "one-file",
            "{words} is more than one file: put a name with spaces into quotes.",
            words=shown(words),
        )
    return found[0]


def _model_name(words: str) -> str:
    path = paths(words)[0]
    return path if Path(path).is_dir() else words


def _text(text: str) -> str:
    """What was typed, as UTF-8 has it."""
    return text.encode("utf-8", "replace").decode("utf-8")
