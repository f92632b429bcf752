"""The command line, without Qt. `eyebox.__main__` chooses between it and the window, which waits for nothing that is imported
here."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import PurePath

from eyebox_models.files.atomic_write import shown
from eyebox_models.files.document_page import file_of
from eyebox_models.protocol.errors import EyeboxError

INTERRUPTED = 130

HELP = """\
usage: eyebox [IMAGE ...]              open the window, with these images
       eyebox read IMAGE ...           read the text of images
       eyebox ask -p PROMPT IMAGE ...  ask about images
       eyebox chat [IMAGE ...]         a chat about images in the terminal
       eyebox models list              the models on this machine
       eyebox convert --to FORMAT SRC DST
                                       files of boxes in another format
       eyebox export SESSION --format FORMAT -o PATH
                                       the boxes of a session, also as training data
       eyebox import FILE ...          files of boxes into a session
       eyebox evaluate --dataset PATH --model MODEL ...
                                       how well models do on pictures whose answers are known
       eyebox batch --job JOB --out PATH SRC ...
                                       the same work on many pages, which survives interruptions
       eyebox teach --model MODEL --data FILE ... -o ADAPTER
                                       a LoRA from conversations, also of corrected boxes
       eyebox endpoints add NAME URL   servers of your own, asked as --model endpoint:NAME
       eyebox serve                    OpenAI's protocol on 127.0.0.1, for programs on this machine
       eyebox capture [--read]         a region of the screen into the window, or its text
       eyebox doctor                   what this machine can run, and how to fix what is broken
       eyebox offline                  what was tried to be reached, by which process, allowed or refused

`eyebox COMMAND --help` says more; `eyebox --version` prints the version. Nothing leaves this machine.
"""


def main(arguments: Sequence[str]) -> int:
    """Runs one command; returns 0 (done), 1 (something failed), 2 (wrong usage) or 130 (interrupted)."""
    try:
        return _run(arguments[0], list(arguments[1:]))
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 1
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _forget_output()
        return 1
    except Exception as error:
        from eyebox.cli.terminal import complain

        if "--debug" in arguments:
            import traceback

            traceback.print_exc()
        elif isinstance(error, EyeboxError):
            complain(str(error))
        elif isinstance(error, OSError):
            complain(f"The output was not written: {error.strerror or error}.")
        else:
            complain(f"Something unexpected went wrong ({error!r}); --debug shows where.")
        return 1


def refuse(words: Sequence[str], commands: Sequence[str], *, only_files: bool = False) -> int:
    """Refuses what is neither a command nor a file, before a window is thought of: the exit status, or 0 where it may open.

    A first word that does not look like a file's name is a mistyped command, unless there are `only_files`.
    """
    if not words or os.path.lexists(file_of(words[0])):
        return 0
    from eyebox.cli.terminal import complain

    if not only_files and not _like_a_file(words[0]):
        complain(f"There is neither a command nor a file {shown(words[0])}; {_advice(words[0], commands)}")
        return 2
    if any(os.path.lexists(file_of(word)) for word in words):
        return 0
    complain(f"There is no file {shown(words[0])}; check its name and folder.")
    return 1


def _run(name: str, arguments: list[str]) -> int:
    if name in ("-h", "--help"):
        sys.stdout.write(HELP)
        return 0
    if name == "--version":
        from eyebox.doctor.report import version

        sys.stdout.write(f"eyebox {version()}\n")
        return 0
    command = _command(name)
    if command is None:
        from eyebox.cli.terminal import complain

        complain(f"There is no option {name}; eyebox --help lists what there is.")
        return 2
    return command(arguments)


def _command(name: str) -> Callable[[Sequence[str]], int] | None:
    """A command by its name; imports no other."""
    match name:
        case "read":
            from eyebox.cli.read import read

            return read
        case "ask":
            from eyebox.cli.ask import ask

            return ask
        case "chat":
            from eyebox.cli.chat import chat

            return chat
        case "models":
            from eyebox.cli.models import models

            return models
        case "convert":
            from eyebox.cli.convert import convert

            return convert
        case "export":
            from eyebox.cli.export import export

            return export
        case "import":
            from eyebox.cli.import_boxes import import_boxes

            return import_boxes
        case "evaluate":
            from eyebox.cli.evaluate import evaluate

            return evaluate
        case "batch":
            from eyebox.cli.batch import batch

            return batch
        case "endpoints":
            from eyebox.cli.endpoints import endpoints

            return endpoints
        case "serve":
            from eyebox.cli.serve import serve

            return serve
        case "teach":
            from eyebox.cli.teach import teach

            return teach
        case "doctor":
            from eyebox.cli.doctor import doctor

            return doctor
        case "offline":
            from eyebox.cli.offline import offline

            return offline
    return None


def _like_a_file(word: str) -> bool:
    return bool(PurePath(word).suffix) or os.sep in word or "/" in word


def _advice(word: str, commands: Sequence[str]) -> str:
    from difflib import get_close_matches

    from eyebox.cli.models import ACTIONS

    known = {name: name for name in commands} | {name: f"models {name}" for name in ACTIONS}
    near = get_close_matches(word.lower(), known, n=1, cutoff=0.5)
    if near:
        return f"did you mean eyebox {known[near[0]]}? eyebox --help lists the commands."
    return "eyebox --help lists the commands."


def _forget_output() -> None:
    """Nobody reads any more: what is still buffered goes nowhere, without another complaint at the exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
