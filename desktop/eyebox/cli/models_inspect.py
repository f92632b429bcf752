"""`eyebox models inspect` and `plan`: what a folder holds, and what a question to it would take. Nothing is loaded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from eyebox.cli.ask_options import PRECISIONS
from eyebox.cli.engine_request import print_json, run_request
from eyebox.cli.models_get import card_data
from eyebox.cli.terminal import Output, Parser, complain, number
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.cards import Estimate, ModelCard
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.requests import Inspect, Planning, Request

_Answer = TypeVar("_Answer", Estimate, ModelCard)

_whole = number(int, "a whole number above 0", lambda n: n >= 1)


def inspect(arguments: Sequence[str]) -> int:
    """Runs the command; a folder that can't be used is exit status 1."""
    parser = _parser("inspect", "Says what a model folder holds and what can run it here.")
    options = parser.parse_args(arguments)
    try:
        card = _ask(Inspect(_folder(options.folder)), ModelCard)
    except EyeboxError as error:
        if not options.json:
            raise
        name = Path(options.folder).name or options.folder
        card = ModelCard(options.folder, name, "", problems=(error.sentence,), complete=False)
    if options.json:
        print_json(card_data(card))
    else:
        Output("-").write(_card_text(card))
    for problem in card.problems[:1]:
        complain(problem)
    return 1 if card.problems else 0


def plan(arguments: Sequence[str]) -> int:
    """Runs the command. That something does not fit is an answer, not a failure."""
    parser = _parser("plan", "Estimates how much memory a question about pictures takes.")
    parser.add_argument(
        "--image", action="append", default=[], metavar="IMAGE", help="a picture; may be repeated"
    )
    parser.add_argument(
        "--precision", choices=PRECISIONS, default="auto", help="of the weights (%(default)s)"
    )
    parser.add_argument(
        "--device",
        default="auto",
        metavar="auto|cpu|cuda|cuda:N|mps",
        help="where the model would run (%(default)s)",
    )
    parser.add_argument(
        "--max-pixels", type=_whole, metavar="N", help="of each picture, as the model is shown it"
    )
    parser.add_argument("--max-tiles", type=_whole, metavar="N", help="of each picture (InternVL)")
    parser.add_argument("--max-new-tokens", type=_whole, metavar="N", help="how long the answer may be")
    parser.add_argument("--frames", type=_whole, metavar="N", help="of a video among them")
    options = parser.parse_args(arguments)
    asked = Options(
        precision=options.precision,
        device=options.device,
        max_pixels=options.max_pixels,
        max_tiles=options.max_tiles,
        max_new_tokens=options.max_new_tokens,
    )
    request = Planning(
        _folder(options.folder), options=asked, pictures=tuple(options.image), frames=options.frames
    )
    estimate = _ask(request, Estimate)
    if options.json:
        print_json(_plan_data(estimate))
    else:
        Output("-").write(_plan_text(estimate))
    return 0


def _ask(request: Request, kind: type[_Answer]) -> _Answer:
    """What the library's engine answers: it runs where the packages of models are. Raises EyeboxError."""
    end = run_request("library", request, "looking")
    if not isinstance(end.result, kind):
        raise EyeboxError.of(end.message or "It was stopped.", end.detail)
    return end.result


def _parser(action: str, description: str) -> Parser:
    parser = Parser(f"models {action}", description)
    parser.add_argument("folder", metavar="FOLDER", help="a model folder, or the name of a downloaded model")
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _folder(named: str) -> str:
    """The folder of a model that is named by its folder or by the name it was downloaded by."""
    if Path(named).exists():
        return named
    from eyebox_models.checkpoint.find import folder_of

    return str(folder_of(named) or named)


def _plan_data(estimate: Estimate) -> dict[str, Any]:
    return {
        "weights_bytes": estimate.weights_bytes,
        "cache_bytes": estimate.cache_bytes,
        "activation_bytes": estimate.activation_bytes,
        "total_bytes": estimate.total_bytes,
        "available_bytes": estimate.available_bytes,
        "verdict": estimate.verdict,
        "visual_tokens": estimate.visual_tokens,
        "advice": estimate.advice,
        "precision": estimate.precision,
        "device": estimate.device,
        "resized": [list(size) for size in estimate.resized],
        "seconds_to_first_token": estimate.seconds_to_first_token,
    }


def _plan_text(estimate: Estimate) -> str:
    rows = [
        ("weights", _size(estimate.weights_bytes)),
        ("cache", _size(estimate.cache_bytes)),
        ("activations", _size(estimate.activation_bytes)),
        (
            "together",
            f"{_size(estimate.total_bytes)} of {_size(estimate.available_bytes)} free: {estimate.verdict}",
        ),
        ("made with", f"{estimate.precision} on {estimate.device}"),
    ]
    if estimate.resized:
        sizes = ", ".join(f"{width} x {height}" for width, height in estimate.resized)
        rows.append(("pictures", f"{estimate.visual_tokens:,} visual tokens, shown at {sizes}"))
    if estimate.seconds_to_first_token is not None:
        rows.append(("first word", f"after about {_seconds(estimate.seconds_to_first_token)}"))
    if estimate.advice:
        rows.append(("advice", estimate.advice))
    return _table(rows)


def _card_text(card: ModelCard) -> str:
    rows = [("name", card.name), ("family", card.family or "unknown")]
    if card.parameters:
        rows.append(("parameters", _count(card.parameters)))
    rows.append(("on disk", f"{card.precision_on_disk or 'unknown'}, {_size(card.bytes_on_disk)}"))
    if card.context_length:
        rows.append(("context", f"{card.context_length:,} tokens"))
    rows += [(precision, reason or "runs here") for precision, reason in card.runs]
    rows += [("problem", problem) for problem in card.problems]
    return _table(rows)


def _table(rows: Sequence[tuple[str, str]]) -> str:
    width = max(len(name) for name, _text in rows)
    return "".join(f"{name:<{width}}  {text}\n" for name, text in rows)


def _count(count: int) -> str:
    return f"{count / 1e9:.2f} billion" if count >= 1e9 else f"{count / 1e6:.1f} million"


def _seconds(count: float) -> str:
    return f"{count:,.0f} s" if count >= 10 else f"{count:.2g} s"


def _size(count: int) -> str:
    for size, unit in ((1e9, "GB"), (1e6, "MB"), (1e3, "kB")):
        if count >= size:
            return f"{count / size:.1f} {unit}"
    return f"{count} bytes"
