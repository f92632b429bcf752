"""`eyebox models convert` and `merge`: a model rewritten as transformers' own, or with a LoRA in it, in a new folder."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from eyebox.cli.engine_request import failed, print_json, run_request
from eyebox.cli.models_get import card_data
from eyebox.cli.terminal import Output, Parser, complain
from eyebox_models.protocol.cards import ModelCard
from eyebox_models.protocol.events import End
from eyebox_models.protocol.requests import Convert, Merge


def convert(arguments: Sequence[str]) -> int:
    """Runs the command. Nothing is overwritten, and nothing half written is left."""
    parser = Parser(
        "models convert", "Rewrites a model in an original layout as transformers' own, in a new folder."
    )
    options = _options(parser, arguments)
    request = Convert(folder_or_name(options), str(Path(options.output).absolute()))
    return report_new(run_request("model", request, "starting"), options)


def merge(arguments: Sequence[str]) -> int:
    """Runs the command. Nothing is overwritten, and nothing half written is left."""
    parser = Parser("models merge", "Writes a model with a LoRA merged into its weights, in a new folder.")
    parser.add_argument("--adapter", required=True, metavar="A", help="the folder of the LoRA")
    options = _options(parser, arguments)
    adapter, output = Path(options.adapter).absolute(), Path(options.output).absolute()
    request = Merge(folder_or_name(options), str(adapter), str(output))
    return report_new(run_request("model", request, "starting"), options)


def _options(parser: Parser, arguments: Sequence[str]) -> argparse.Namespace:
    parser.add_argument("folder", metavar="FOLDER", help="the folder of a model")
    parser.add_argument("-o", "--output", required=True, metavar="NEW", help="the folder to be made")
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser.parse_args(arguments)


def folder_or_name(options: argparse.Namespace) -> str:
    """A folder in full, because the engine works elsewhere; a name as it is."""
    named: str = options.folder
    return str(Path(named).absolute()) if Path(named).is_dir() else named


def report_new(end: End, options: argparse.Namespace) -> int:
    """Says what model was written, or why none; the exit status."""
    if end.outcome != "done" or not isinstance(end.result, ModelCard):
        return failed(end, options)
    card = end.result
    for problem in card.problems:
        complain(problem)
    if options.json:
        print_json(card_data(card))
    else:
        Output("-").write(f"{card.name}  {card.folder}\n")
    return 1 if card.problems else 0
