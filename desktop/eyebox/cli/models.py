"""`eyebox models`: the model library. Each action has a module of its own, imported when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from eyebox.cli.terminal import Parser, complain

ACTIONS = (
    "list",
    "inspect",
    "plan",
    "get",
    "verify",
    "check",
    "convert",
    "merge",
    "quantize",
    "pack",
    "unpack",
    "engine",
)


def models(arguments: Sequence[str]) -> int:
    """Runs the command."""
    action, rest = (arguments[0], arguments[1:]) if arguments else ("", arguments)
    if action in ("list", "get", "verify"):
        from eyebox.cli.models_get import run

        return run(action, rest)
    if action in ("inspect", "plan"):
        from eyebox.cli.models_inspect import inspect, plan

        return (inspect if action == "inspect" else plan)(rest)
    if action == "check":
        from eyebox.cli.models_check import check

        return check(rest)
    if action in ("convert", "merge"):
        from eyebox.cli.models_rewrite import convert, merge

        return (convert if action == "convert" else merge)(rest)
    if action == "quantize":
        from eyebox.cli.models_quantize import quantize

        return quantize(rest)
    if action in ("pack", "unpack"):
        from eyebox.cli.models_pack import pack, unpack

        return (pack if action == "pack" else unpack)(rest)
    if action == "engine":
        from eyebox.cli.models_engine import engine

        return engine(rest)
    parser = Parser("models", "The models on this machine. Each action says more with --help.")
    parser.add_argument("action", choices=ACTIONS)
    parser.parse_known_args(arguments)
    complain("The action comes first; eyebox models --help says more.")
    return 2
