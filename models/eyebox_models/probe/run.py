"""Does one probe, in the process it is called in."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

from eyebox_models.protocol.probe import ProbeReport

_PROBES = {
    "packages": "eyebox_models.probe.packages",
    "torch": "eyebox_models.probe.torch_itself",
    "torchvision": "eyebox_models.probe.torch_itself",
    "flash_attn": "eyebox_models.probe.torch_itself",
    "transformers": "eyebox_models.probe.transformers_itself",
    "bitsandbytes": "eyebox_models.probe.quantized",
    "gptqmodel": "eyebox_models.probe.quantized",
    "openmp": "eyebox_models.probe.openmp",
}
"""What is probed -> the module with the function `probe_NAME` that does it."""


def probe(what: str, requirements: Sequence[str] = ()) -> ProbeReport:
    """Imports a library and computes with it. A library that can't be imported is told in the report, not raised.

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
    needed = "torch" if what == "openmp" else what
    if find_spec(needed) is None:
        return replace(report, installed=False)
    report = replace(report, version=_version(needed))
    try:
        import_module(needed) if needed != "gptqmodel" else _import_gptqmodel()
    except BaseException as error:  # some libraries leave by SystemExit when something is missing
        return replace(report, error=brief(error))
    found_by: ProbeReport = getattr(import_module(module), f"probe_{what}")(report)
    return found_by


def brief(error: BaseException) -> str:
    """An error as one line."""
    text = " ".join(str(error).split())
    name = type(error).__name__
    return f"{name}: {text[:300]}" if text else name


def _import_gptqmodel() -> None:
    from eyebox_models.vision.quantize import import_gptqmodel

    import_gptqmodel()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return str(getattr(sys.modules.get(package), "__version__", ""))
