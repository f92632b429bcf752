"""`eyebox models engine`: the environment that vision-language models run in, or with --server the one of vLLM: what there
is, adding and removing it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from eyebox.cli.engine_request import failed, print_json, run_request, size
from eyebox.cli.terminal import Output, Parser, ProgressLine, complain
from eyebox.folders import Folders
from eyebox_models.environment.kinds import KINDS
from eyebox_models.protocol.environment import EnvironmentPlan, EnvironmentState, Kind, SetupProgress, Source
from eyebox_models.protocol.events import End
from eyebox_models.protocol.requests import (
    AddEnvironment,
    LookAtEnvironment,
    PlanEnvironment,
    RemoveEnvironment,
)

ACTIONS = ("status", "add", "remove")
_PLACES = {
    "": "There is no model engine: eyebox models engine add adds it.",
    "server": "There is no server engine: eyebox models engine add --server adds it.",
    "server added": "vLLM serves models in the server engine that was added",
    "own": "Models run in the program's own Python",
    "carried": "Models run in the engine that came with the program",
    "added": "Models run in the engine that was added",
}
_STAGES = {
    "python": "getting the installer and a Python",
    "resolving": "choosing packages",
    "fetching": "fetching",
    "installing": "installing",
    "checking": "checking that it computes",
}


def engine(arguments: Sequence[str]) -> int:
    """Runs the command. Only `add` connects to anybody; asking for it is the consent."""
    options = _options(arguments)
    if options.action == "status":
        return _ended(run_request("setup", LookAtEnvironment(*_which(options)), "looking"), options)
    if options.action == "remove":
        return _ended(run_request("setup", RemoveEnvironment(*_which(options)), "removing"), options)
    return _add(options)


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = Parser(
        "models engine",
        "The engine for vision-language models: what there is, adding it (which downloads it), or removing it.",
    )
    parser.add_argument(
        "action", nargs="?", choices=ACTIONS, default="status", help="what to do; else status"
    )
    parser.add_argument("--json", action="store_true", help="print JSON, of add an event a line")
    parser.add_argument(
        "--server",
        action="store_true",
        help="the server engine (vLLM, for NVIDIA cards) instead, which is apart",
    )
    adding = parser.add_argument_group("where add takes it from")
    adding.add_argument(
        "--wheels",
        default="",
        metavar="FOLDER|URL",
        help="a folder of wheels, or a package index; else pypi.org",
    )
    adding.add_argument(
        "--torch-index",
        default="",
        metavar="URL",
        help="a mirror of PyTorch's indexes; else download.pytorch.org",
    )
    adding.add_argument(
        "--python",
        default="",
        metavar="FOLDER|URL",
        help="standalone Pythons, or a mirror of them; else uv's own",
    )
    adding.add_argument("--proxy", default="", metavar="URL", help="an HTTP proxy; else the environment's")
    adding.add_argument(
        "--build",
        default="",
        metavar="BUILD",
        help="cpu, cu126, cu128, cu130 or pypi; else the one for this machine",
    )
    return parser.parse_args(arguments)


def _add(options: argparse.Namespace) -> int:
    source = Source(
        _place(options.wheels), options.torch_index, _place(options.python), options.proxy, options.build
    )
    home, kind = _which(options)
    planned = run_request("setup", PlanEnvironment(home, source, kind), "looking")
    if planned.outcome != "done" or not isinstance(planned.result, EnvironmentPlan):
        return _ended(planned, options)
    plan = planned.result
    if options.json:
        print_json({"event": "plan", **asdict(plan)})
    else:
        Output("-").write(_plan_text(plan))
    if plan.problem:
        complain(plan.problem)
        return 1
    stage = ""

    def take(event: Any, line: ProgressLine) -> None:
        nonlocal stage
        if not isinstance(event, SetupProgress):
            return
        line.update(_standing(event))
        if options.json:
            line.clear()
            print_json({"event": "progress", **asdict(event)})
        elif event.stage != stage:
            stage = event.stage
            line.clear()
            Output("-").write(f"{_STAGES[stage]}\n")

    try:
        end = run_request("setup", AddEnvironment(home, source, kind), "starting", take)
    except KeyboardInterrupt:
        complain("The engine is not there yet; what came is kept, and the same command goes on.")
        raise
    return _ended(end, options, adding=True)


def _ended(end: End, options: argparse.Namespace, adding: bool = False) -> int:
    if end.outcome != "done" or not isinstance(end.result, EnvironmentState):
        if adding and options.json:
            print_json({"event": "end", "outcome": end.outcome, "message": end.message})
        return failed(end, options)
    state = end.result
    if options.json:
        data = {**asdict(state), "packages": dict(state.packages)}
        print_json({"event": "end", "outcome": "done", **data} if adding else data)
    else:
        Output("-").write(_state(state, server=options.server))
    if state.problem:
        complain(state.problem)
    return 1 if state.problem else 0


def _state(state: EnvironmentState, *, server: bool) -> str:
    """What there is, in lines."""
    packages = dict(state.packages)
    lines = [_PLACES[f"server {state.place}".rstrip() if server else state.place]]
    if state.place:
        lines[0] += f": {state.folder}"
        named = [f"{name} {packages[name]}" for name in ("vllm", "torch", "transformers") if name in packages]
        taken = [size(state.bytes_on_disk)] if state.bytes_on_disk else []
        lines.append("  ".join([*named, *([f"build {state.build}"] if state.build else []), *taken]))
    if state.kept_bytes:
        lines.append(f"{size(state.kept_bytes)} of an interrupted adding are here: add goes on from them.")
    return "\n".join(lines) + "\n"


def _plan_text(plan: EnvironmentPlan) -> str:
    """What adding will do, before it does."""
    whom = f"Contacts {', '.join(plan.hosts)}." if plan.hosts else "Contacts nobody."
    bytes_ = f"Fetches about {size(plan.download_bytes)}; takes" if plan.download_bytes else "Takes"
    sizes = f"{bytes_} about {size(plan.disk_bytes)} of the disk, with {size(plan.free_bytes)} free."
    return "\n".join(line for line in (plan.why, plan.python, whom, _sums(plan), sizes) if line) + "\n"


def _sums(plan: EnvironmentPlan) -> str:
    """What the wheels of a folder are compared with."""
    if not plan.wheels:
        return ""
    if plan.unchecked == plan.wheels:
        return "The folder holds no checksums: its wheels are installed as they are, so it has to be one you trust."
    checked = "The wheels are compared with the checksums in the folder"
    return f"{checked}; {plan.unchecked} of {plan.wheels} have none." if plan.unchecked else f"{checked}."


def _standing(event: SetupProgress) -> str:
    """How an adding stands, for the progress line."""
    if event.stage != "fetching":
        return _STAGES[event.stage]
    text = f"fetching {size(event.done_bytes)} of {size(event.total_bytes)}"
    if event.bytes_per_second > 0:
        text += f", {size(round(event.bytes_per_second))}/s"
    if event.seconds_left is not None:
        text += f", {max(1, round(event.seconds_left / 60))} min left"
    return text


def _place(text: str) -> str:
    """A folder in full, because the engine works elsewhere; an address as it is."""
    return str(Path(text).absolute()) if text and "://" not in text else text


def _which(options: argparse.Namespace) -> tuple[str, Kind]:
    """Where the environment lies, and which it is."""
    kind: Kind = "server" if options.server else "models"
    return str(Folders.of_user().data / KINDS[kind].folder), kind
