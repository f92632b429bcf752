"""One request to an engine of its own, with a progress line, and how it is said that it failed."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from typing import Any

from eyebox.cli.terminal import Output, ProgressLine, complain, percent
from eyebox.folders import Folders
from eyebox_models.engine.process import EngineProcess
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.events import End, Progress
from eyebox_models.protocol.requests import Request


def show_progress(event: Any, line: ProgressLine) -> None:
    """What an engine is at and how far."""
    if isinstance(event, Progress):
        line.update(f"{event.stage}{percent(event.fraction)}")


def run_request(
    role: str, request: Request, text: str, take: Callable[[Any, ProgressLine], None] = show_progress
) -> End:
    """Starts an engine, has it do one thing and ends it. `text` is the progress line until `take` says something else."""
    engine = EngineProcess(role, Folders.of_user().log / f"cli-{role}.log")
    try:
        with ProgressLine(text) as line:
            return engine.run(new_id(), request, lambda event: take(event, line))
    finally:
        engine.close()


def failed(end: End, options: argparse.Namespace, sentence: str = "It was stopped.") -> int:
    """Says on stderr why there is no result, with the details where --debug asks for them; the exit status."""
    complain(end.message or sentence)
    if options.debug and end.detail:
        print(end.detail, file=sys.stderr)
    return 1


def print_json(value: Any) -> None:
    Output("-").write(json.dumps(value, ensure_ascii=False) + "\n")


def size(count: int) -> str:
    """Bytes for people: "1.24 GB", "240 MB"."""
    if count >= 1e9:
        return f"{count / 1e9:.2f} GB"
    return f"{count / 1e6:.1f} MB" if count < 1e8 else f"{count / 1e6:.0f} MB"
