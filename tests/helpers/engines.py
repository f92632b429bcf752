"""Scripts for the scripted family, and engines of the tests' own."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from eyebox_models.protocol.ask import Ask, Message, Picture
from eyebox_models.protocol.requests import Answering

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


_WITH_CHILDREN = """
import subprocess, sys
from pathlib import Path
from eyebox_models.engine.main import main
from eyebox_models.engine.process import EngineProcess
from eyebox_models.families.scripted import _Player

known = _Player._step
nested = []

def step(self, step):
    if "child" in step:
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
        self._say(f"{child.pid} ")
    elif "engine" in step:
        engine = EngineProcess("model", Path(step["engine"]).with_suffix(".log"), sys.orig_argv)
        nested.append(engine)
        from engines import asking
        engine.run("nested", asking("scripted:" + step["engine"]), self.emit)
    else:
        known(self, step)

_Player._step = step
main(["model"])
"""


def with_children() -> list[str]:
    """The command line of a model engine whose scripts have two steps more, which say process ids as text:
    {"child": true} starts a process that sleeps, {"engine": SCRIPT} plays another script in an engine of its own.
    """
    return [
        sys.executable,
        "-c",
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}){_WITH_CHILDREN}",
    ]
