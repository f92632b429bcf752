"""`eyebox models convert`: a model in an original layout, rewritten once as transformers' own."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from eyebox.cli.models_get import card_data
from eyebox.cli.terminal import Output, Parser, ProgressLine, complain, percent
from eyebox.folders import Folders
from eyebox_models.engine.process import EngineProcess
from eyebox_models.protocol.ask import Progress
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.cards import ModelCard
from eyebox_models.protocol.requests import Convert


def convert(arguments: Sequence[str]) -> int:
    """Runs the command. Nothing is overwritten, and nothing half written is left."""
    parser = Parser(
        "models convert", "Rewrites a model in an original layout as transformers' own, in a new folder."
    )
    parser.add_argument("folder", metavar="FOLDER", help="the folder of a model")
    parser.add_argument("-o", "--output", required=True, metavar="NEW", help="the folder to be made")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(arguments)
    folder = str(Path(options.folder).absolute()) if Path(options.folder).is_dir() else options.folder
    request = Convert(folder, str(Path(options.output).absolute()))
    engine = EngineProcess("model", Folders.of_user().log / "cli-model.log")
    try:
        with ProgressLine("starting") as line:

            def show(event: Any) -> None:
                if isinstance(event, Progress):
                    line.update(f"{event.stage}{percent(event.fraction)}")

            end = engine.run(new_id(), request, show)
    finally:
        engine.close()
    if end.outcome != "done" or not isinstance(end.result, ModelCard):
        complain(end.message or "It was stopped.")
        if options.debug and end.detail:
            print(end.detail, file=sys.stderr)
        return 1
    card = end.result
    for problem in card.problems:
        complain(problem)
    text = json.dumps(card_data(card), ensure_ascii=False) if options.json else f"{card.name}  {card.folder}"
    Output("-").write(text + "\n")
    return 1 if card.problems else 0
