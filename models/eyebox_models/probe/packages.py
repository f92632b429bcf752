"""Which packages are installed in this Python, and which of them ask for other versions than there are."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, requires, version
from typing import Any

from eyebox_models.protocol.probe import Conflict

MODEL_PACKAGES = (
    "torch", "torchvision", "transformers", "tokenizers", "safetensors", "accelerate", "bitsandbytes", "gptqmodel", "optimum",
    "peft", "flash_attn", "triton", "huggingface_hub", "llguidance", "numpy", "pillow",
)  # fmt: skip
"""What model engines use, or what that uses."""
EXTRAS = ("", "vlm", "gptq")
"""Parts of Eyebox's own requirements that count."""


def installed(packages: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Those that are there, with their versions."""
    return tuple((name, found) for name in packages if (found := _version(name)))


def conflicts(packages: Sequence[str], requirements: Sequence[str] = ()) -> tuple[Conflict, ...]:
    """What these packages, and `requirements` of Eyebox itself, ask of each other and do not get.

    Of Eyebox's own only packages that are there are judged: what is missing is an extra that was not wanted.
    """
    reading = _reading()
    if reading is None:
        return ()
    found = [
        c for text in requirements if (c := _broken(reading, "Eyebox", text, EXTRAS)) is not None and c.found
    ]
    for name in packages:
        have = _version(name)
        for text in (requires(name) or ()) if have else ():
            broken = _broken(reading, f"{name} {have}", text)
            if broken is not None and (broken.found or _among(broken.needs, packages)):
                found.append(broken)
    return tuple(dict.fromkeys(found))


def _broken(reading: Any, who: str, text: str, extras: Sequence[str] = ("",)) -> Conflict | None:
    try:
        wanted = reading.Requirement(text)
    except reading.InvalidRequirement:
        return None  # of a package that is there, and in a form that nobody can judge
    marker = wanted.marker
    if marker is not None and not any(marker.evaluate({"extra": extra}) for extra in extras):
        return None
    have = _version(wanted.name)
    if have and wanted.specifier.contains(have, prereleases=True):
        return None
    return Conflict(who, f"{wanted.name}{wanted.specifier}", have)


def _among(needs: str, packages: Sequence[str]) -> bool:
    return any(needs.lower().replace("-", "_").startswith(name) for name in packages)


def _version(package: str) -> str:
    try:
        return version(package) or ""
    except PackageNotFoundError:
        return ""


def _reading() -> Any:
    """What reads requirements: packaging, or the copy that pip carries; None without both."""
    for module in ("packaging.requirements", "pip._vendor.packaging.requirements"):
        try:
            return import_module(module)
        except ImportError:
            continue
    return None
