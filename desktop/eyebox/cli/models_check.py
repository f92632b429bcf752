"""`eyebox models check`: whether the boxes of a model land where things are."""

from __future__ import annotations

import json
from collections.abc import Sequence

from eyebox.cli.ask_options import add_loading_options
from eyebox.cli.engine_request import failed, run_request
from eyebox.cli.terminal import Output, Parser
from eyebox.folders import Folders
from eyebox_models.protocol.ask import ModelRef, Options
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
    request = CheckGrounding(
        model,
        Options(precision=options.precision, device=options.device),
        str(Folders.of_user().data / "models"),
    )
    end = run_request("model", request, "starting")
    if end.outcome != "done" or not isinstance(end.result, GroundingReport):
        return failed(end, options, "The check was stopped.")
    Output("-").write((_as_json(end.result) if options.json else _as_text(end.result)) + "\n")
    return 0


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
    add_loading_options(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser
