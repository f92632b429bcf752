"""The model engine from a folder of wheels, from nothing to an answer and back: prints seconds, bytes and what is left.

    python tests/bench/environment.py [FOLDER]

Fills FOLDER (a temporary one by default) with wheels for this Python by pip, makes a Python without torch that has
Eyebox, and lets that one add the engine, answer with a tiny original checkpoint, and remove it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PARITY = ROOT / "tests" / "data" / "parity"
BASE = ("numpy>=2", "pillow>=11", "platformdirs>=4", "pyvips[binary]>=3")
WHEELS = (
    "torch==2.13.0", "transformers>=5.21.1,<5.25", "accelerate", "bitsandbytes", "huggingface_hub", "llguidance", "numpy>=2",
    "pillow>=11", "platformdirs>=4", "pyvips-binary", "uv",
)  # fmt: skip
"""A torch for the processor, which has no torchvision here: Qwen-VL prepares its pictures without it."""


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(scratch) / "wheels"
        folder.mkdir(parents=True, exist_ok=True)
        pip = (sys.executable, "-m", "pip", "download", "-q", "--only-binary", ":all:", "-d", str(folder))
        timed("wheels downloaded", *pip, *WHEELS)
        print(f"  {len(list(folder.iterdir()))} files, {sized(folder)}")
        own = Path(scratch) / "own"
        timed("a Python without torch made", sys.executable, "-m", "venv", str(own))
        inside = str(own / "bin" / "python")
        timed("its packages installed", inside, "-m", "pip", "install", "-q", *BASE)
        timed("Eyebox installed", inside, "-m", "pip", "install", "-q", "--no-deps", "-e", str(ROOT))
        os.environ["EYEBOX_HOME"] = str(Path(scratch) / "home")
        home = Path(scratch) / "home" / "data" / "model-engine"
        eyebox = (inside, "-m", "eyebox")
        without = timed("asked without an engine", *eyebox, *question(), fails=True)
        print(" ", without.strip().splitlines()[-1])
        print(timed("added", *eyebox, "models", "engine", "add", "--wheels", str(folder)))
        print(
            f"  on the disk: {sized(home)}; there: {', '.join(sorted(path.name for path in home.iterdir()))}"
        )
        print(timed("status", *eyebox, "models", "engine"))
        end = json.loads(timed("answered", *eyebox, *question()).strip().splitlines()[-1])
        print(f"  {end['outcome']}: {end['text']!r}, {end['tokens_in']} tokens in, {end['tokens_out']} out")
        timed("added again", *eyebox, "models", "engine", "add", "--wheels", str(folder))
        print(timed("removed", *eyebox, "models", "engine", "remove", fails=True))
        left = [str(path) for path in home.parent.rglob("*") if "model-engine" in str(path)]
        print(f"  left over: {left or 'nothing'}")


def question() -> tuple[str, ...]:
    model, picture = PARITY / "qwen_vl_chat", PARITY / "images" / "harbor.png"
    limit = ("--max-new-tokens", "16")
    return (
        "ask",
        "--model",
        str(model),
        "--precision",
        "fp32",
        *limit,
        "-p",
        "What is it?",
        "--json",
        str(picture),
    )


def timed(what: str, *command: str, fails: bool = False) -> str:
    """Runs a command, prints its seconds, returns what it printed."""
    begun = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True)
    print(f"{time.perf_counter() - begun:7.1f} s  {what}", flush=True)
    if done.returncode and not fails:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
    return done.stdout + (done.stderr if fails else "")


def sized(folder: Path) -> str:
    seen: dict[Any, int] = {}
    for path in folder.rglob("*"):
        told = path.lstat()
        seen[told.st_ino] = 0 if path.is_dir() else told.st_size
    return f"{sum(seen.values()) / 1e6:.0f} MB"


if __name__ == "__main__":
    main()
