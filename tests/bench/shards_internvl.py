"""How much memory loading, and converting, an original InternVL of eight shards takes at its peak, beside its size.

    python tests/bench/shards_internvl.py [--megabytes 600] [--precision bf16 fp32 int8 int4] [--language internlm2 qwen3]

Measured and printed as in shards.py: anonymous memory is what the process asked for, pages of files are named apart.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from threading import Event
from typing import Any

from shards import MOST, SHARDS, Watch, loaded_bytes

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "helpers"))

LAYERS = 24


def one(folder: Path, precision: str) -> None:
    """Loads a folder ("convert" rewrites it) and prints a row."""
    from internvl_originals import QWEN2
    from originals import DATA, load_model

    if precision == "convert":
        _convert(DATA / QWEN2, folder.parent / "first")
        with Watch() as watch:
            _convert(folder, folder.parent / "second")
        size = sum(file.stat().st_size for file in folder.glob("*.safetensors"))
    else:
        load_model(DATA / QWEN2, precision)  # what libraries load once is there
        with Watch() as watch:
            model = load_model(folder, precision)
        size = loaded_bytes(model.parts.model)
    anonymous, pages = watch.over("RssAnon"), watch.over("RssFile")
    verdict = "yes" if anonymous <= MOST * size else "NO"
    print(
        f"| {folder.name} | {precision} | {size / 1e6:,.0f} | {anonymous / 1e6:,.0f} | {anonymous / size:.2f} | "
        f"{pages / 1e6:,.0f} | {verdict} |",
        flush=True,
    )


def _convert(folder: Path, target: Path) -> None:
    from eyebox_models.library.rewrite import convert

    def quiet(event: Any) -> None:
        """Hears nothing."""

    convert(str(folder), str(target), quiet, Event())


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--megabytes", type=int, default=600, help="size of the checkpoint in BF16")
    parser.add_argument("--precision", nargs="+", default=["bf16", "fp32", "int8", "int4", "convert"])
    parser.add_argument("--language", nargs="+", default=["internlm2", "qwen3"])
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        one(Path(asked.one[0]), asked.one[1])
        return
    import torch

    torch.set_num_threads(2)
    hidden = max(128, round((asked.megabytes * 1e6 / 2 / (LAYERS * 9)) ** 0.5 / 128) * 128)
    print(
        f"| {SHARDS} shards of | precision | model, MB | anonymous, MB | ratio | pages of files, MB | <= {MOST} |"
    )
    print("|-|-|-:|-:|-:|-:|-|", flush=True)
    for kind in asked.language:
        with tempfile.TemporaryDirectory() as place:
            folder = _build(Path(place) / kind, kind, hidden)
            for precision in asked.precision:
                command = [sys.executable, __file__, "--one", str(folder), precision]
                subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


def _build(folder: Path, kind: str, hidden: int) -> Path:
    from internvl_originals import random_model, write_original

    packed = kind == "internlm2"
    model = random_model("llama" if packed else kind, hidden, LAYERS)
    return write_original(model, folder, SHARDS, packed)


if __name__ == "__main__":
    main()
