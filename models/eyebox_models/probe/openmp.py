"""Which OpenMP runtimes a process has loaded: several of them can slow each other down, hang, or abort the process."""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from eyebox_models.probe.run import attempt, off
from eyebox_models.protocol.probe import ProbeReport

_RUNTIME = re.compile(r"^(lib)?(gomp|iomp5|omp)(md|\d+)?([-.].*)?\.(so[.\d]*|dylib|dll)$", re.IGNORECASE)
TOGETHER = ("torch", "torchvision", "transformers", "bitsandbytes", "gptqmodel")
"""What one model engine may load, in this order."""


def probe_openmp(report: ProbeReport) -> ProbeReport:
    """Loads all libraries of models into one process, has torch compute, and reports the runtimes that are there then."""
    import torch

    from eyebox_models.vision.quantize import import_gptqmodel

    for name in TOGETHER[1:]:
        if find_spec(name) is not None:
            with suppress(Exception):  # each has a probe of its own that says why
                import_gptqmodel() if name == "gptqmodel" else import_module(name)

    def compute() -> str:
        ones = torch.ones(256, 256)
        return off((ones @ ones).sum(), 256.0**3, 1e-3)

    return replace(report, tried=(attempt("product", "cpu", compute),), runtimes=loaded_runtimes())


def is_runtime(path: str) -> bool:
    """Whether a file is an OpenMP runtime: libgomp (GNU), libiomp5 (Intel) or libomp (LLVM), also with a hash in its name."""
    return _RUNTIME.match(re.split(r"[/\\]", path)[-1]) is not None


def loaded_runtimes() -> tuple[str, ...]:
    """The files of all OpenMP runtimes in this process."""
    found = {str(Path(path).resolve()) for path in _loaded_files() if is_runtime(path)}
    return tuple(sorted(found))


def _loaded_files() -> set[str]:
    if sys.platform == "linux":
        try:
            maps = Path("/proc/self/maps").read_text(errors="surrogateescape")
        except OSError:
            return set()
        return {parts[5] for line in maps.splitlines() if len(parts := line.split(maxsplit=5)) == 6}
    with suppress(Exception):
        process = import_module("psutil").Process()
        return {str(one.path) for one in process.memory_maps()}
    return set()
