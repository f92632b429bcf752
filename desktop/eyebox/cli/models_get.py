"""`eyebox models list`, `get` and `verify`: what is on this machine, and what comes onto it."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from eyebox.cli.engine_request import failed, print_json, run_request, size
from eyebox.cli.terminal import Output, Parser, ProgressLine, complain
from eyebox.folders import Folders
from eyebox.session.added_folders import added_folders
from eyebox_models.protocol.cards import ModelCard, ModelCards, Transfer
from eyebox_models.protocol.requests import Download, ListModels, Verify


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
    end = run_request("library", request, "looking for models", lambda _event, _line: None)
    entries = [reader_data()]
    if isinstance(end.result, ModelCards):
        entries += [card_data(card) for card in end.result.cards]
    if options.json:
        print_json(entries)
    else:
        Output("-").write("".join(_row(entry) for entry in entries))
    return 0 if end.outcome == "done" else failed(end, options)


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
        end = run_request("download", request, "asking the hub", take)
    except KeyboardInterrupt:
        came = f"{size(last.done_bytes)} of {size(last.total_bytes)} are here; " if last.total_bytes else ""
        complain(f"{options.name} is paused: {came}eyebox models get {options.name} goes on.")
        raise
    if end.outcome != "done" or not isinstance(end.result, ModelCard):
        return failed(end, options)
    card = end.result
    for problem in card.problems:
        complain(problem)
    if options.json:
        print_json(card_data(card))
    else:
        Output("-").write(f"{card.name}  {size(last.total_bytes)}  {card.folder}\n")
    return 0


def _verify(arguments: Sequence[str]) -> int:
    parser = _parser("verify", "Compares a model's files with the checksums that are kept beside them.")
    parser.add_argument("folder", metavar="FOLDER", help="the folder of a model")
    options = parser.parse_args(arguments)
    compared: set[str] = set()

    def take(event: Any, line: ProgressLine) -> None:
        if isinstance(event, Transfer):
            compared.update([event.file] if event.file else [])
            line.update(f"checking {size(event.done_bytes)} of {size(event.total_bytes)}")

    end = run_request("library", Verify(str(Path(options.folder).absolute())), "checking", take)
    if end.outcome != "done" or not isinstance(end.result, ModelCard):
        return failed(end, options)
    card = end.result
    if options.json:
        print_json(card_data(card) | {"compared": len(compared)})
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


def _row(entry: dict[str, Any]) -> str:
    """A model as a line: name, size, precision, family, where it is from, and its state."""
    state = "ready" if entry["complete"] else "half here"
    state = "; ".join(entry["problems"]) or state
    name = "reader  PP-OCR" if entry["family"] == "reader" else entry["name"]
    parts = [name, size(entry["bytes_on_disk"]), entry["precision_on_disk"], entry["source"], state]
    return "  ".join(part for part in parts if part) + "\n"


def _standing(transfer: Transfer) -> str:
    """How a download stands, for the progress line."""
    if transfer.state == "listing":
        return "asking the hub"
    text = f"{transfer.state} {size(transfer.done_bytes)} of {size(transfer.total_bytes)}"
    if transfer.bytes_per_second > 0:
        text += f", {size(round(transfer.bytes_per_second))}/s"
    if transfer.seconds_left is not None:
        text += f", {_time(transfer.seconds_left)} left"
    return text


def _time(seconds: float) -> str:
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    return f"{round(seconds / 60)} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
