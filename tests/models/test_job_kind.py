"""A kind of job of one's own: one file with a request and what does it, and one row of the engine's table."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

import eyebox_models
from eyebox_models.engine.handlers import HANDLERS
from eyebox_models.engine.process import EngineProcess
from eyebox_models.protocol.events import TextDelta
from eyebox_models.protocol.requests import Request

NEW_FILE = """
from dataclasses import dataclass

from eyebox_models.protocol.events import TextDelta
from eyebox_models.protocol.pixels import PictureFacts
from eyebox_models.protocol.requests import Request


@dataclass(frozen=True, slots=True)
class Shout(Request):
    words: tuple[str, ...]


def shout(request, job):
    for word in request.words:
        job.emit(TextDelta(0, word.upper()))
    return PictureFacts(1, 2, "loud")
"""
ROW = "    shouting.Shout: shouting.shout,\n"
TABLE = "HANDLERS: dict[type[Request], Handler] = {\n"
IMPORTS = "from eyebox_models.protocol import picture_requests, requests\n"


def test_every_kind_of_request_has_a_row() -> None:
    ours = {kind for kind in Request.kinds.values() if kind.__module__.startswith("eyebox_models.protocol.")}
    assert ours == set(HANDLERS)


def test_a_kind_of_job_is_one_file_and_one_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Request, "kinds", dict(Request.kinds))
    sources = tmp_path / "sources"
    room = sources / "eyebox_models/engine"
    shutil.copytree(
        Path(eyebox_models.__file__).parent,
        sources / "eyebox_models",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    (room / "shouting.py").write_text(NEW_FILE, "utf-8")
    table = (room / "handlers.py").read_text("utf-8")
    assert (table.count(TABLE), table.count(IMPORTS)) == (1, 1)
    table = table.replace(IMPORTS, f"from eyebox_models.engine import shouting\n{IMPORTS}")
    (room / "handlers.py").write_text(table.replace(TABLE, TABLE + ROW), "utf-8")

    code = f"import sys; sys.path.insert(0, {str(sources)!r}); from eyebox_models.engine.main import main; main(['model'])"
    engine = EngineProcess("model", tmp_path / "log", [sys.executable, "-c", code])
    try:
        heard: list[object] = []
        end = engine.run("1", _shout(room / "shouting.py", ("hear", "hear")), heard.append)
    finally:
        engine.close()
    assert (end.outcome, end.message) == ("done", "")
    assert end.result.sha256 == "loud"  # type: ignore[union-attr]
    assert "".join(piece.text for piece in heard if isinstance(piece, TextDelta)) == "HEARHEAR"


def _shout(file: Path, words: tuple[str, ...]) -> Request:
    """The request, of the class that the new file holds."""
    names: dict[str, type[Request]] = {"__name__": "shouting"}  # type: ignore[dict-item]
    exec(compile(file.read_text("utf-8"), str(file), "exec", dont_inherit=True), names)
    return names["Shout"](words)  # type: ignore[call-arg]
