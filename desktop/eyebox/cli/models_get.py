"""`eyebox models list`, `get` and `verify`: what is on this machine, and what comes onto it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from eyebox.cli.terminal import Output, Parser, ProgressLine, complain
from eyebox.folders import Folders
from eyebox.session.added_folders import added_folders
from eyebox_models.engine.process import EngineProcess
from eyebox_models.protocol.ask import End
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.cards import ModelCard, ModelCards, Transfer
from eyebox_models.protocol.requests import Download, ListModels, Request, Verify


def run(action: str, arguments: Sequence[str]) -> int:
    """Runs one of the three."""
    return {"list": _list, "get": _get, "verify": _verify}[action](arguments)


def card_data(card: ModelCard) -> dict[str, Any]:
    """A card as `models list --json` prints it."""
    return {
        "family": card.family,
        "name": card.name,
        "parameters": card.parameters,
        "precision_on_disk": card.precision_on_disk,
        "bytes_on_disk": card.bytes_on_disk,
        "runs": {precision: reason or True for precision, reason in card.runs},
        "problems": list(card.problems),
        "folder": card.folder,
        "source": card.source,
        "complete": card.complete,
    }


def reader_data() -> dict[str, Any]:
    """The built-in reader as `models list --json` prints it, from the files of its package."""
    spec = find_spec("rapidocr")
    folder = Path(spec.origin).parent / "models" if spec is not None and spec.origin else None
    files = sorted(folder.glob("*.onnx")) if folder is not None else []
    complete = all(any(part in file.name for file in files) for part in ("_det_", "_rec_"))
    problems = (
        [] if complete else ["the models of the reader are missing: pip install --force-reinstall rapidocr"]
    )
    return {
        "family": "reader",
        "name": "PP-OCR",
        "parameters": None,
        "precision_on_disk": "fp32",
        "bytes_on_disk": sum(file.stat().st_size for file in files),
        "runs": {"fp32": complete or problems[0]},
        "problems": problems,
        "folder": str(folder) if folder is not None else None,
        "source": "eyebox",
        "complete": complete,
    }


def _list(arguments: Sequence[str]) -> int:
    parser = _parser("list", "Lists the models on this machine.")
    parser.add_argument("--folder", action="append", default=[], metavar="FOLDER", help="look here too")
    options = parser.parse_args(arguments)
    given = (str(Path(folder).absolute()) for folder in options.folder)
    added = added_folders(Folders.of_user().sessions)
    request = ListModels(str(_home()), tuple(dict.fromkeys((*added, *given))))
    end = _ask(request, "looking for models", lambda _event, _line: None)
    entries = [reader_data()]
    if isinstance(end.result, ModelCards):
        entries += [card_data(card) for card in end.result.cards]
    if options.json:
        _print_json(entries)
    else:
        Output("-").write("".join(_row(entry) for entry in entries))
    return 0 if end.outcome == "done" else _failed(end, options)


def _get(arguments: Sequence[str]) -> int:
    parser = _parser(
        "get", "Downloads a model from a hub, or goes on with a download; asking is the consent."
    )
    parser.add_argument("name", metavar="NAME", help="as Qwen/Qwen2-VL-2B-Instruct, or modelscope:Org/Name")
    parser.add_argument("--revision", default="main", metavar="R", help="a branch, a tag or a commit")
    parser.add_argument("--endpoint", default="", metavar="URL", help="a mirror; else HF_ENDPOINT is used")
    parser.add_argument("--proxy", default="", metavar="URL", help="an HTTP proxy; else the environment's")
    options = parser.parse_args(arguments)
    request = Download(options.name, str(_home()), options.revision, options.endpoint, options.proxy)
    last = Transfer(options.name, "listing")

    def take(event: Any, line: ProgressLine) -> None:
        nonlocal last
        if isinstance(event, Transfer):
            last = event
            line.update(_standing(event))

    try:
        end = _ask(request, "asking the hub", take)
    except KeyboardInterrupt:
        came = f"{_size(last.done_bytes)} of {_size(last.total_bytes)} are here; " if last.total_bytes else ""
        complain(f"{options.name} is paused: {came}eyebox models get {options.name} goes on.")
        raise
    if end.outcome != "done" or not isinstance(end.result, ModelCard):
        return _failed(end, options)
    card = end.result
    for problem in card.problems:
        complain(problem)
    if options.json:
        _print_json(card_data(card))
    else:
        Output("-").write(f"{card.name}  {_size(last.total_bytes)}  {card.folder}\n")
    return 0


def _verify(arguments: Sequence[str]) -> int:
    parser = _parser("verify", "Compares a model's files with the checksums that are kept beside them.")
    parser.add_argument("folder", metavar="FOLDER", help="the folder of a model")
    options = parser.parse_args(arguments)
    compared: set[str] = set()

    def take(event: Any, line: ProgressLine) -> None:
        if isinstance(event, Transfer):
            compared.update([event.file] if event.file else [])
            line.update(f"checking {_size(event.done_bytes)} of {_size(event.total_bytes)}")

    end = _ask(Verify(str(Path(options.folder).absolute())), "checking", take)
    if end.outcome != "done" or not isinstance(end.result, ModelCard):
        return _failed(end, options)
    card = end.result
    if options.json:
        _print_json(card_data(card) | {"compared": len(compared)})
    elif not card.problems and compared:
        Output("-").write(f"{card.name}  {len(compared)} files are as they should be\n")
    for problem in card.problems:
        complain(problem)
    if not compared:
        complain(f"There are no checksums beside {card.name}: only the heads of its files were looked at.")
    return 1 if card.problems else 0


def _parser(action: str, description: str) -> Parser:
    parser = Parser(f"models {action}", description)
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _home() -> Path:
    return Folders.of_user().data / "models"


def _ask(request: Request, text: str, take: Callable[[Any, ProgressLine], None]) -> End:
    """One request to an engine of its own, with a progress line."""
    engine = EngineProcess("library", Folders.of_user().log / "cli-library.log")
    try:
        with ProgressLine(text) as line:
            return engine.run(new_id(), request, lambda event: take(event, line))
    finally:
        engine.close()


def _failed(end: End, options: argparse.Namespace) -> int:
    complain(end.message or "It was stopped.")
    if options.debug and end.detail:
        print(end.detail, file=sys.stderr)
    return 1


def _print_json(value: Any) -> None:
    Output("-").write(json.dumps(value, ensure_ascii=False) + "\n")


def _row(entry: dict[str, Any]) -> str:
    """A model as a line: name, size, precision, family, where it is from, and its state."""
    state = "ready" if entry["complete"] else "half here"
    state = "; ".join(entry["problems"]) or state
    name = "reader  PP-OCR" if entry["family"] == "reader" else entry["name"]
    parts = [name, _size(entry["bytes_on_disk"]), entry["precision_on_disk"], entry["source"], state]
    return "  ".join(part for part in parts if part) + "\n"


def _standing(transfer: Transfer) -> str:
    """How a download stands, for the progress line."""
    if transfer.state == "listing":
        return "asking the hub"
    text = f"{transfer.state} {_size(transfer.done_bytes)} of {_size(transfer.total_bytes)}"
    if transfer.bytes_per_second > 0:
        text += f", {_size(round(transfer.bytes_per_second))}/s"
    if transfer.seconds_left is not None:
        text += f", {_time(transfer.seconds_left)} left"
    return text


def _time(seconds: float) -> str:
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    return f"{round(seconds / 60)} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


def _size(count: int) -> str:
    if count >= 1e9:
        return f"{count / 1e9:.2f} GB"
    return f"{count / 1e6:.1f} MB" if count < 1e8 else f"{count / 1e6:.0f} MB"
