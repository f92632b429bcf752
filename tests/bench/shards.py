"""How much memory loading an original Qwen-VL of eight shards takes at its peak, beside the size of what is loaded.

    python tests/bench/shards.py [--megabytes 600] [--precision bf16 fp32 int8 int4] [--files bin safetensors]

Anonymous memory is what the process asked for; pages of files are the system's to drop, and are named apart. Both are
sampled every 2 ms in a process of its own and counted from where it stood before loading. Prints a table in Markdown.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from time import sleep
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "helpers"))

SHARDS = 8
LAYERS = 24
MOST = 1.3


def memory() -> dict[str, int]:
    """Bytes of this process: "RssAnon" and "RssFile"."""
    lines = Path("/proc/self/status").read_text().splitlines()
    pairs = (line.split() for line in lines if line.startswith(("RssAnon", "RssFile")))
    return {key.rstrip(":"): int(value) * 1024 for key, value, _unit in pairs}


class Watch:
    """The highest of each kind while inside, over where it began."""

    def __enter__(self) -> Watch:
        self.begun = memory()
        self.highest = dict(self.begun)
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()
        return self

    def _look(self) -> None:
        while not self._done.is_set():
            for key, value in memory().items():
                self.highest[key] = max(self.highest[key], value)
            sleep(0.002)

    def __exit__(self, *_error: object) -> None:
        self._done.set()
        self._thread.join()

    def over(self, key: str) -> int:
        return self.highest[key] - self.begun[key]


def loaded_bytes(model: Any) -> int:
    """Bytes of what a model multiplies with: parameters, buffers, weights in the order of the processor's kernels."""
    tensors = [*model.parameters(), *model.buffers()]
    tensors += [module.packed for module in model.modules() if hasattr(module, "packed")]
    return sum(tensor.numel() * tensor.element_size() for tensor in tensors)


def one(folder: Path, precision: str) -> None:
    """Loads a folder and prints a row."""
    from originals import load_model
    from tiny_originals import CHAT

    load_model(CHAT, precision)  # what libraries load once is there
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


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--megabytes", type=int, default=600, help="size of the checkpoint in BF16")
    parser.add_argument("--precision", nargs="+", default=["bf16", "fp32", "int8", "int4"])
    parser.add_argument("--files", nargs="+", default=["bin", "safetensors"])
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        one(Path(asked.one[0]), asked.one[1])
        return
    import torch

    from tiny_originals import build_original

    torch.set_num_threads(2)
    hidden = max(128, round((asked.megabytes * 1e6 / 2 / (LAYERS * 10)) ** 0.5 / 128) * 128)
    print(
        f"| {SHARDS} shards of | precision | model, MB | anonymous, MB | ratio | pages of files, MB | <= {MOST} |"
    )
    print("|-|-|-:|-:|-:|-:|-|", flush=True)
    with tempfile.TemporaryDirectory() as place:
        for kind in asked.files:
            folder = build_original(Path(place) / kind, SHARDS, hidden, 128, kind == "safetensors", LAYERS)
            for precision in asked.precision:
                command = [sys.executable, __file__, "--one", str(folder), precision]
                subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
