"""`eyebox models quantize`: a model in 16 bit written in 4 bit, calibrated with one's own chats or pictures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from eyebox.cli.chat_file import read_chats
from eyebox.cli.engine_request import run_request, show_progress, size
from eyebox.cli.models_rewrite import folder_or_name, report_new
from eyebox.cli.sessions import find_session, no_such_session, store_to_read
from eyebox.cli.terminal import Parser, ProgressLine, complain
from eyebox.folders import Folders
from eyebox_models.protocol.ask import Message, Picture, Progress
from eyebox_models.protocol.requests import Quantize

CHATS = 128
"""What is calibrated with at most: so many are as good as more, and take as long as they are many."""
QUESTIONS = (
    "What is in the picture? Give the bounding box of each thing with its name.",
    "Read all text in the picture.",
    "Describe the picture.",
)
"""Of pictures that nobody asked about, in turn."""

Chat = tuple[Message, ...]


def quantize(arguments: Sequence[str]) -> int:
    """Runs the command. Nothing is overwritten, and nothing half written is left."""
    parser = Parser("models quantize", "Writes a model in 4 bit, in a new folder. The one in 16 bit stays.")
    parser.add_argument("folder", metavar="FOLDER", help="the folder of a model in 16 bit")
    parser.add_argument("--to", required=True, choices=("gptq-int4", "nf4"), help="how it is quantized")
    parser.add_argument(
        "--calibrate", metavar="CHATS|FOLDER",
        help="what GPTQ is calibrated with: a session by its name, a file of chats (JSON), or a folder of pictures",
    )  # fmt: skip
    parser.add_argument("-o", "--output", required=True, metavar="NEW", help="the folder to be made")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(arguments)
    if options.calibrate and options.to == "nf4":
        parser.error("--calibrate goes with --to gptq-int4: nf4 is rounded without looking at pictures")
    chats = _chats(options.calibrate)[:CHATS] if options.calibrate else ()
    if options.to == "gptq-int4" and len(chats) < CHATS:
        what = f"{len(chats)} chats" if chats else "drawn shapes"
        complain(f"It is calibrated with {what}; {CHATS} chats about pictures of one's own are better.")
    request = Quantize(
        folder_or_name(options), options.to, str(Path(options.output).absolute()), tuple(chats)
    )
    return report_new(run_request("model", request, "starting", _Told()), options)


class _Told:
    """Says once how much memory it takes, and shows how far it is."""

    def __init__(self) -> None:
        self._said = False

    def __call__(self, event: Any, line: ProgressLine) -> None:
        if isinstance(event, Progress) and event.total_bytes and not self._said:
            self._said = True
            line.hide()
            complain(f"It takes about {size(event.total_bytes)} of memory.")
        show_progress(event, line)


def _chats(source: str) -> list[Chat]:
    """Chats of a session, of a file, or about the pictures of a folder. Raises EyeboxError."""
    from eyebox.picture_folders import pictures_in

    if Path(source).is_dir():
        pictures = pictures_in([str(Path(source).absolute())])
        return [
            (Message("user", (Picture(path), QUESTIONS[number % len(QUESTIONS)])),)
            for number, path in enumerate(pictures)
        ]
    return list(read_chats(source)) if Path(source).is_file() else _of_session(source)


def _of_session(name: str) -> list[Chat]:
    """The chats of a session that were answered by a model."""
    from eyebox.session.conversation import Conversation

    with store_to_read(Folders.of_user()) as store:
        session = find_session(store, name)
        if session is None:
            raise no_such_session(store, name)
        paths = {picture.id: picture.path for picture in store.pictures(session.id)}
        found = []
        for chat in store.chats(session.id):
            messages: list[Message] = []
            for turn in Conversation(store.turns(chat.id)).path():
                shown = tuple(Picture(paths[one]) for one in turn.pictures if one in paths)
                messages.append(Message(turn.role, (*shown, turn.text)))
            if any(isinstance(part, Picture) for message in messages for part in message.parts):
                found.append(tuple(messages))
        return found
