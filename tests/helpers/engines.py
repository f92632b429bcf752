"""Scripts for the scripted family, and engines of the tests' own."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from eyebox_models.ask import Ask, Message, Picture
from eyebox_models.wire import Answering

HELLO = '{"is": "Hello", "version": 1, "role": "model", "pid": 1}'


def write_script(folder: Path, script: Any, name: str = "script.json") -> str:
    """Writes a script; returns the name of its model."""
    file = folder / name
    file.write_text(json.dumps(script), encoding="utf-8")
    return f"scripted:{file}"


def asking(model: str, question: str = "", *pictures: str) -> Answering:
    """A question to a model as a request."""
    return Answering(Ask((Message("user", (*(Picture(path) for path in pictures), question)),), model))


def engine_of(lines: str) -> list[str]:
    """The command line of an engine that is nothing but these lines of Python."""
    return [sys.executable, "-c", f"import sys, json, os, time\ndef say(s): print(s, flush=True)\n{lines}"]
