"""`eyebox models quantize`: a model in 16 bit written in 4 bit, calibrated with one's own chats or pictures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from eyebox.cli.engine_request import run_request, show_progress, size
from eyebox.cli.evaluate import evaluate
from eyebox.cli.models_rewrite import folder_or_name, report_new
from eyebox.cli.sessions import find_session, no_such_session, store_to_read
from eyebox.cli.terminal import Parser, ProgressLine, complain
from eyebox.folders import Folders
from eyebox.formats.calibration import MOST, Chat, chats_of_path, chats_of_session
from eyebox.formats.truth import read_dataset
from eyebox_models.protocol.events import Progress
from eyebox_models.protocol.requests import Quantize


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
    parser.add_argument(
        "--evaluate",
        metavar="DATASET",
        help="then ask both models about it, and print how they compare (eyebox evaluate)",
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(arguments)
    if options.calibrate and options.to == "nf4":
        parser.error("--calibrate goes with --to gptq-int4: nf4 is rounded without looking at pictures")
    if options.evaluate:
        read_dataset(
            Path(options.evaluate), None, None, None
        )  # what is no dataset is refused before anything is done
    chats = _chats(options.calibrate) if options.calibrate else ()
    if options.to == "gptq-int4" and len(chats) < MOST:
        what = f"{len(chats)} chats" if chats else "drawn shapes"
        complain(f"It is calibrated with {what}; {MOST} chats about pictures of one's own are better.")
    request = Quantize(folder_or_name(options), options.to, str(Path(options.output).absolute()), chats)
    status = report_new(run_request("model", request, "starting", _Told()), options)
    if status or not options.evaluate:
        return status
    both = ["--model", request.folder, "--model", request.target]
    return evaluate(["--dataset", options.evaluate, *both, *(["--json"] if options.json else [])])


class _Told:
    """Says once how much memory it takes, and shows how far it is."""

    def __init__(self) -> None:
        self._said = False

    def __call__(self, event: Any, line: ProgressLine) -> None:
        if isinstance(event, Progress) and event.total_bytes and not self._said:
            self._said = True
            line.clear()
            complain(f"It takes about {size(event.total_bytes)} of memory.")
        show_progress(event, line)


def _chats(source: str) -> tuple[Chat, ...]:
    """Chats of a file, about the pictures of a folder, or of a session and its pictures. Raises EyeboxError."""
    if Path(source).exists():
        return chats_of_path(Path(source))
    with store_to_read(Folders.of_user()) as store:
        session = find_session(store, source)
        if session is None:
            raise no_such_session(store, source)
        return chats_of_session(store, session.id)
