"""Which packages an environment gets: what Eyebox's own metadata asks for, so that there is one list."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires

from eyebox_models.environment.kinds import SERVER
from eyebox_models.environment.wheels import normal
from eyebox_models.protocol.environment import Kind
from eyebox_models.protocol.errors import EyeboxError

BASE = ("numpy", "pillow", "platformdirs", "pyvips", "pypdfium2")
"""What model engines use of the program's own packages."""
OPTIONAL = ("torchvision", "bitsandbytes", "llguidance", "pypdfium2")
"""What a folder of wheels may lack: then some models, precisions or schemas, or pages of PDF, do not work."""
QUANTIZED = ("gptqmodel", "optimum")
"""Taken from a folder that holds both. PyPI has gptqmodel as sources only, which need torch to be built."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Requirements as pip takes them, and the names of what a folder lacks and is left out."""

    requirements: tuple[str, ...]
    left_out: tuple[str, ...] = ()


def wanted(there: Collection[str] | None = None, kind: Kind = "models") -> Wanted:
    """What to install; `there` are the names of the packages that a folder holds. Raises EyeboxError."""
    if kind == "server":
        return Wanted(SERVER)
    texts, left_out = [], []
    for name, text, marker in _own():
        quantized = there is not None and set(QUANTIZED) <= set(there) and name in QUANTIZED
        if 'extra == "vlm"' not in marker and not (not marker and name in BASE) and not quantized:
            continue
        if there is not None and name in OPTIONAL and name not in there:
            left_out.append(name)
            continue
        texts.append(text)
    return Wanted(tuple(texts), tuple(left_out))


def _own() -> list[tuple[str, str, str]]:
    """Name, requirement and marker of all that Eyebox asks for."""
    try:
        lines = requires("eyebox") or []
    except PackageNotFoundError:
        lines = []
    found = []
    for line in lines:
        text, _, marker = (part.strip() for part in line.partition(";"))
        name = normal(re.match(r"[\w.-]+", text)[0])  # type: ignore[index]
        # pyvips is pure Python without a wheel: its sources come with the program's, its library as a wheel.
        text = "pyvips-binary" if name == "pyvips" else text
        found.append((name, text, marker.replace("'", '"')))
    if not any('extra == "vlm"' in marker for _name, _text, marker in found):
        raise EyeboxError(
            "own-packages-unknown", "Eyebox does not know its own packages any more: install Eyebox again."
        )
    return found
