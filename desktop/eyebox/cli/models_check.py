"""`eyebox models check`: whether the boxes of a model land where things are."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from typing import Any

from eyebox.cli.ask_options import PRECISIONS
from eyebox.cli.terminal import Output, Parser, ProgressLine, complain, percent
from eyebox.folders import Folders
from eyebox_models.engine.process import EngineProcess
from eyebox_models.protocol.ask import End, ModelRef, Options, Progress
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.cards import GroundingReport
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.requests import CheckGrounding


def check(arguments: Sequence[str]) -> int:
    """Runs the command. A model that can't be trusted is a result, not a failure."""
    options = _parser().parse_args(arguments)
    model = ModelRef.typed(options.model)
    if model.kind == "reader":
        raise EyeboxError(
            "reader-needs-no-check",
            "The built-in reader reads text and needs no such check; give a folder of a model.",
        )
    folders = Folders.of_user()
    request = CheckGrounding(
        model, Options(precision=options.precision, device=options.device), str(folders.data / "models")
    )
    end = _run(EngineProcess("model", folders.log / "cli-model.log"), request)
    if end.outcome != "done" or not isinstance(end.result, GroundingReport):
        complain(end.message or "The check was stopped.")
        if options.debug and end.detail:
            print(end.detail, file=sys.stderr)
        return 1
    Output("-").write((_as_json(end.result) if options.json else _as_text(end.result)) + "\n")
    return 0


def _run(engine: EngineProcess, request: CheckGrounding) -> End:
    with ProgressLine("starting") as line:

        def show(event: Any) -> None:
            if isinstance(event, Progress):
                line.update(f"{event.stage}{percent(event.fraction)}")

        try:
            return engine.run(new_id(), request, show)
        finally:
            engine.close()


def _as_json(report: GroundingReport) -> str:
    data = {
        "shapes": report.shapes,
        "found": report.found,
        "median_error_pixels": report.median_error_pixels,
        "trusted": report.trusted,
        "why": report.why,
    }
    return json.dumps(data, ensure_ascii=False)


def _as_text(report: GroundingReport) -> str:
    verdict = "its boxes can be trusted" if report.trusted else "its boxes cannot be trusted"
    return f"{report.found} of {report.shapes} shapes; {verdict}. {report.why}"


def _parser() -> Parser:
    parser = Parser("models check", "Shows a model marked shapes and measures how well its boxes land.")
    parser.add_argument(
        "model", metavar="FOLDER", help="the folder of a model, or the name of a downloaded one"
    )
    parser.add_argument(
        "--precision", choices=PRECISIONS, default="auto", help="of the weights (%(default)s)"
    )
    parser.add_argument(
        "--device",
        type=_device,
        default="auto",
        metavar="auto|cpu|cuda|cuda:N|mps",
        help="where the model runs (%(default)s)",
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _device(text: str) -> str:
    if not re.fullmatch(r"auto|cpu|cuda(:\d+)?|mps", text):
        raise argparse.ArgumentTypeError(f"{text!r} is none of auto, cpu, cuda, cuda:N, mps")
    return text
