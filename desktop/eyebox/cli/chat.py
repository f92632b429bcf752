"""`eyebox chat`: a chat in the terminal, over the engines that `eyebox ask` uses. A pipe is read line by line."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from eyebox.cli.ask_options import add_answer_options, settle_answers
from eyebox.cli.chat_commands import Commands
from eyebox.cli.chat_history import ChatHistory
from eyebox.cli.chat_lines import PipedLines, TypedLines
from eyebox.cli.chat_talk import Talk
from eyebox.cli.documents import in_words, unlock
from eyebox.cli.events import print_failure
from eyebox.cli.terminal import Parser, complain
from eyebox.cli.videos import add_frame_options
from eyebox.folders import Folders
from eyebox.formats.chat_file import read_chat
from eyebox_models.files.atomic_write import shown
from eyebox_models.protocol.ask import READER
from eyebox_models.protocol.errors import EyeboxError

HISTORY = "chat-history"
LEAVING = "(Ctrl+C again, Ctrl+D or /quit leaves)"


def chat(arguments: Sequence[str]) -> int:
    """Runs the command; 1 where the model or a picture of the command line can't be opened."""
    options = _options(arguments)
    in_terminal = sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    unlock(options.images, options.password)
    talk = Talk(options.model, options.generation, in_terminal=in_terminal, debug=options.debug)
    try:
        talk.past = read_chat(options.messages) if options.messages else ()
        for image in options.images:
            talk.add_picture(os.path.abspath(image), options)  # noqa: PTH100 (keeps "scan.pdf#page=3" as it is)
        for video in options.videos:
            talk.add_video(os.path.abspath(video), options)  # noqa: PTH100 (as a picture's)
        if talk.model != READER:
            end = talk.load(talk.model, talk.options)
            if end.outcome != "done":
                print_failure(end, debug=options.debug)
                return 1
        commands = Commands(talk)
        if in_terminal:
            kept = None if options.no_history else ChatHistory(Folders.of_user().data / HISTORY)
            _welcome(talk)
            _typed(commands, TypedLines([*commands.all], commands.takes_path, kept))
        else:
            _piped(commands, PipedLines())
    finally:
        talk.close()
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = Parser("chat", "A chat in the terminal; /help lists what can be typed beside questions.")
    parser.add_argument("images", nargs="*", metavar="IMAGE", help="what the first question is about")
    parser.add_argument(
        "--video",
        action="append",
        default=[],
        dest="videos",
        metavar="FILE",
        help="a video to ask about first",
    )
    add_frame_options(parser)
    parser.add_argument("--messages", metavar="FILE", help="go on with a chat that was saved as JSON")
    parser.add_argument(
        "--no-history", action="store_true", help="keep nothing of what is typed for the next time"
    )
    add_answer_options(parser)
    options = parser.parse_in_any_order(arguments)
    settle_answers(parser, options)
    return options


def _welcome(talk: Talk) -> None:
    names = ", ".join(talk.waiting_names())
    who = "The built-in reader" if talk.model == READER else shown(talk.model.short_name)
    talk.output.write(f"{who} answers{f' about {names}' if names else ''}. /help lists commands.\n")


def _typed(commands: Commands, lines: TypedLines) -> None:
    given_up = False
    while True:
        try:
            line = lines.read()
        except KeyboardInterrupt:
            print()
            if given_up and not lines.typed.strip():
                return
            given_up = not lines.typed.strip()
            if given_up:
                print(LEAVING)
            continue
        given_up = False
        if line is None:
            print()
            return
        if not _done(commands, line):
            return


def _piped(commands: Commands, lines: PipedLines) -> None:
    while (line := lines.read()) is not None:
        if not _done(commands, line):
            return


def _done(commands: Commands, line: str) -> bool:
    """Does what a line says, or says why not; returns whether the chat goes on."""
    try:
        return commands.take(line)
    except EyeboxError as error:
        complain(in_words(error))
        return True
