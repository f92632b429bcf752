"""Does one probe in the process it is called in: small products whose results are known beforehand."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import Any

from eyebox_models.protocol.errors import brief
from eyebox_models.protocol.probe import ProbeReport, Tried
from eyebox_models.vision.cpu_kernels import use_fast_kernels

_PROBES = {
    "packages": "eyebox_models.probe.packages",
    "torch": "eyebox_models.probe.torch_itself",
    "torchvision": "eyebox_models.probe.torch_itself",
    "flash_attn": "eyebox_models.probe.torch_itself",
    "transformers": "eyebox_models.probe.torch_itself",
    "bitsandbytes": "eyebox_models.probe.quantized",
    "gptqmodel": "eyebox_models.probe.quantized",
    "openmp": "eyebox_models.probe.openmp",
    "network": "eyebox_models.probe.network",
    "kernels": "eyebox_models.probe.kernels",
    "fast_kernels": "eyebox_models.probe.kernels",
}
"""What is probed -> the module with the function `probe_NAME` that does it."""


ROWS, INNER, COLUMNS = 8, 64, 32


def probe(what: str, requirements: Sequence[str] = ()) -> ProbeReport:
    """Imports a library and computes with it. That a library can't be imported stands in the report, it is not raised.

    `requirements` are what Eyebox itself asks of the packages, as its own metadata says it; for "packages" only.
    """
    module = _PROBES.get(what)
    if module is None:
        raise ValueError(f"nothing to probe: {what}")
    report = ProbeReport(what, python=sys.executable)
    if what == "packages":
        from eyebox_models.probe.packages import MODEL_PACKAGES, conflicts, installed

        found = installed(MODEL_PACKAGES)
        return replace(report, packages=found, conflicts=conflicts(MODEL_PACKAGES, requirements))
    if what == "network":
        from eyebox_models.probe.network import probe_network

        return probe_network(report)
    needed = "torch" if what in ("openmp", "kernels", "fast_kernels") else what
    if find_spec(needed) is None:
        return replace(report, installed=False)
    report = replace(report, version=_version(needed))
    try:
        if what == "fast_kernels":
            use_fast_kernels()
        if needed == "gptqmodel":
            from eyebox_models.vision.quantize import import_gptqmodel

            import_gptqmodel()
        else:
            import_module(needed)
    except BaseException as error:  # some libraries leave by SystemExit when something is missing
        return replace(report, error=brief(error, 300))
    found_by: ProbeReport = getattr(import_module(module), f"probe_{what.removeprefix('fast_')}")(report)
    return found_by


def devices() -> list[str]:
    """The processor, and the cards that this torch can use."""
    import torch

    found = ["cpu"]
    with suppress(RuntimeError):
        if torch.cuda.is_available():
            found += [f"cuda:{index}" for index in range(torch.cuda.device_count())]
    if torch.backends.mps.is_available():
        found.append("mps")
    return found


def attempt(what: str, device: str, compute: Callable[[], str]) -> Tried:
    """Computes, and says what went wrong; `compute` returns "" when the result is right."""
    try:
        return Tried(what, device, compute())
    except Exception as error:
        return Tried(what, device, brief(error, 300))


def factors() -> tuple[list[list[int]], list[list[int]], list[list[int]]]:
    """Two matrices of small whole numbers and their product, by Python itself: no library vouches for itself."""
    left = [
        [(row * inner + inner * inner + 3 * row) % 7 - 3 for inner in range(INNER)] for row in range(ROWS)
    ]
    right = [
        [(inner * inner + inner * column + column) % 5 - 2 for column in range(COLUMNS)]
        for inner in range(INNER)
    ]
    product = [
        [sum(left[row][inner] * right[inner][column] for inner in range(INNER)) for column in range(COLUMNS)]
        for row in range(ROWS)
    ]
    return left, right, product


def off(found: Any, wanted: Any, tolerance: float) -> str:
    """ "" when a result is near enough, relative to its largest number; else how far it is off."""
    import torch

    found, wanted = found.detach().float().cpu(), torch.as_tensor(wanted).detach().float().cpu()
    if found.shape != wanted.shape:
        return f"the result has the shape {tuple(found.shape)}, not {tuple(wanted.shape)}"
    if not torch.isfinite(found).all():
        return "the result is not a number"
    largest = wanted.abs().max().clamp(min=1e-9)
    error = float((found - wanted).abs().max() / largest)
    return "" if error <= tolerance else f"the result is off by {error:.0%}"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return str(getattr(sys.modules.get(package), "__version__", ""))
