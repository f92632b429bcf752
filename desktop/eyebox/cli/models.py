"""`eyebox models`: the model library. In this version the built-in reader is all there is."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from eyebox.cli.terminal import Output, Parser, complain

OTHERS = ("inspect", "plan", "get", "verify", "check", "convert", "merge")
ABSENT = "Vision-language models come with the extra vlm and are not in this version; the built-in reader is."


def models(arguments: Sequence[str]) -> int:
    """Runs the command."""
    parser = Parser("models", "The models on this machine.")
    parser.add_argument("action", choices=("list", *OTHERS))
    parser.add_argument("--json", action="store_true", help="print JSON")
    options, rest = parser.parse_known_args(arguments)
    if options.action != "list":
        complain(ABSENT)
        return 1
    if rest:
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    reader = _reader()
    if options.json:
        Output("-").write(json.dumps([reader], ensure_ascii=False) + "\n")
    else:
        state = "; ".join(reader["problems"]) or "ready"
        megabytes = reader["bytes_on_disk"] / 1e6
        Output("-").write(f"reader  {reader['name']}  {megabytes:.0f} MB  {state}\n")
    return 0


def _reader() -> dict[str, Any]:
    """The built-in reader as `models list --json` tells of it, from the files of its package."""
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
