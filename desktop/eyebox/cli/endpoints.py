"""`eyebox endpoints`: servers of one's own that speak OpenAI's protocol, asked as `--model endpoint:NAME`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

from eyebox.cli.engine_request import failed, print_json, run_request, show_progress
from eyebox.cli.terminal import Output, Parser, ProgressLine, number, on_interrupt
from eyebox.folders import Folders
from eyebox_models.endpoints.known import (
    AT_ONCE,
    MOST_AT_ONCE,
    PREFIX,
    Endpoint,
    add,
    add_own,
    endpoint,
    has_key,
    own_server,
    remove,
)
from eyebox_models.endpoints.known import endpoints as all_endpoints
from eyebox_models.engine.process import EngineProcess
from eyebox_models.protocol.ask import ModelRef, Options
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.cards import GroundingReport, Served, ServerModels
from eyebox_models.protocol.requests import AskForModels, CheckGrounding, ServeModel

ACTIONS = ("add", "list", "check", "remove", "start")


def endpoints(arguments: Sequence[str]) -> int:
    """Runs the command."""
    action, rest = (arguments[0], arguments[1:]) if arguments else ("", arguments)
    if action not in ACTIONS:
        parser = Parser(
            "endpoints", "Servers of your own that speak OpenAI's protocol, asked as --model endpoint:NAME."
        )
        parser.add_argument("action", choices=ACTIONS)
        parser.parse_args(arguments)
    options = _options(action, rest)
    return {"add": _add, "list": _list, "check": _check, "remove": _remove, "start": _start}[action](options)


def _add(options: argparse.Namespace) -> int:
    given = Endpoint(
        options.name, options.url, options.model or "", options.family or "", options.allow_pictures
    )
    key = sys.stdin.readline().strip() if options.key_stdin else None
    before = next((one for one in all_endpoints() if one.name == options.name), None)
    if before is not None:
        given = replace(
            before, url=given.url, pictures=given.pictures or (before.pictures and before.url == given.url)
        )
        given = replace(given, model=options.model or before.model, family=options.family or before.family)
    if options.at_once:
        given = replace(given, at_once=options.at_once)
    added = add(given, key)
    if options.json:
        print_json(_as_json(added))
    else:
        Output("-").write(_line(added))
    return 0


def _list(options: argparse.Namespace) -> int:
    if options.json:
        print_json([_as_json(one) for one in all_endpoints()])
    else:
        Output("-").write("".join(map(_line, all_endpoints())))
    return 0


def _check(options: argparse.Namespace) -> int:
    """Asks what it has, and shows it the cards where pictures may go there."""
    known = endpoint(options.name)
    end = run_request("endpoint", AskForModels(known.name, known.url), "asking")
    if end.outcome != "done" or not isinstance(end.result, ServerModels):
        return failed(end, options)
    found: dict[str, Any] = _as_json(known) | {"models": list(end.result.names)}
    said = [f"{known.name} answers. Models: {', '.join(end.result.names) or 'none'}"]
    if known.pictures:
        request = CheckGrounding(
            ModelRef(PREFIX + known.name), Options(), str(Folders.of_user().data / "models")
        )
        end = run_request("endpoint", request, "checking")
        if end.outcome != "done" or not isinstance(end.result, GroundingReport):
            return failed(end, options, "The check was stopped.")
        report = end.result
        found |= {
            "shapes": report.shapes, "found": report.found, "median_error_pixels": report.median_error_pixels,
            "trusted": report.trusted, "why": report.why, "unit": endpoint(options.name).unit,
        }  # fmt: skip
        verdict = "its boxes can be trusted" if report.trusted else "its boxes cannot be trusted"
        said.append(f"{report.found} of {report.shapes} shapes; {verdict}. {report.why}")
    else:
        said.append("Whether its boxes land is not known: no pictures may go there (--allow-pictures).")
    if options.json:
        print_json(found)
    else:
        Output("-").write("".join(f"{line}\n" for line in said))
    return 0


def _remove(options: argparse.Namespace) -> int:
    remove(options.name)
    return 0


def _start(options: argparse.Namespace) -> int:
    """Serves a model by the server engine until SIGINT or SIGTERM."""
    engine = EngineProcess("server", Folders.of_user().log / "cli-server.log")
    try:
        with own_server():
            with ProgressLine("starting vLLM") as line:
                request = ServeModel(str(Path(options.folder).absolute()))
                end = engine.run(new_id(), request, lambda event: show_progress(event, line))
            if not isinstance(end.result, Served):
                return failed(end, options)
            one, ended = add_own(end.result), Event()
            with on_interrupt(ended.set):
                print_json(_as_json(one)) if options.json else Output("-").write(_line(one))
                while engine.alive and not ended.wait(LOOK_SECONDS):
                    pass
    finally:
        engine.close()
    return 0


def _as_json(one: Endpoint) -> dict[str, Any]:
    return {
        "name": one.name, "url": one.url, "model": one.model, "family": one.family, "pictures": one.pictures,
        "unit": one.unit, "at_once": one.at_once, "key": has_key(one), "keyring": one.keyring,
    }  # fmt: skip


def _line(one: Endpoint) -> str:
    pictures = "pictures may go there" if one.pictures else "no pictures"
    facts = ", ".join(filter(None, (one.model, one.family, pictures, _key(one))))
    return f"{one.name}  {one.url}  {facts}\n"


def _key(one: Endpoint) -> str:
    return "with a key in the keyring" if one.keyring else "with a key" if has_key(one) else ""


LOOK_SECONDS = 0.5
_TEXTS = {
    "add": "Adds a server, or changes the one of that name.",
    "list": "The servers that were added.",
    "check": "Asks a server what models it has, and where its boxes land.",
    "remove": "Forgets a server and its key.",
    "start": "Serves a model of this machine by the server engine, as --model endpoint:vllm, until Ctrl+C.",
}


def _options(action: str, arguments: Sequence[str]) -> argparse.Namespace:
    parser = Parser(f"endpoints {action}", _TEXTS[action])
    if action == "start":
        parser.add_argument("folder", metavar="FOLDER", help="with the model")
    elif action != "list":
        parser.add_argument("name", metavar="NAME", help="what you call it")
    if action == "add":
        parser.add_argument("url", metavar="URL", help="its address, as http://127.0.0.1:8000/v1")
        parser.add_argument(
            "--key-stdin", action="store_true", help="take its key from the first line of the input"
        )
        parser.add_argument(
            "--family",
            metavar="F",
            help="whose pictures and boxes it takes: qwen2_5_vl, qwen3_vl, internvl ...",
        )
        parser.add_argument("--model", metavar="ID", help="what it calls the model (the first that it has)")
        parser.add_argument(
            "--at-once", type=number(int, f"1 to {MOST_AT_ONCE}", lambda value: 1 <= value <= MOST_AT_ONCE),
            metavar="N", help=f"requests under way at once in a batch ({AT_ONCE})",
        )  # fmt: skip
        parser.add_argument("--allow-pictures", action="store_true", help="pictures may go to this server")
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser.parse_args(arguments)
