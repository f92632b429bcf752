"""What was measured on this machine before, in one small file of the cache: tokens a second by checkpoint and precision.

The file is JSON, {machine: {checkpoint's digest or "*": {precision: {"decode": .., "prefill": ..}}}}. A file that
cannot be read counts as empty, one that cannot be written as nothing measured.
"""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eyebox_models.machine import Machine

ANY = "*"
_FILE = "speeds.json"
_MOST_MACHINES = 16


@dataclass(frozen=True, slots=True)
class Speed:
    """Tokens a second: of the answer, and of the prompt (visual tokens and their pictures' encoding included)."""

    decode: float = 0.0
    prefill: float = 0.0


def cache_home() -> Path:
    """Eyebox's cache folder, by the same rule as the window's."""
    home = os.environ.get("EYEBOX_HOME")
    if home:
        return Path(home) / "cache"
    import platformdirs

    return platformdirs.PlatformDirs("eyebox", appauthor=False).user_cache_path


def remembered(
    machine: Machine, home: str | Path = "", digest: str = ANY, device: str = "cpu"
) -> dict[str, Speed]:
    """What was measured, by precision ("bf16", "int4" ...): of this checkpoint, else of any."""
    told = _read(home).get(_key(machine, device))
    if not isinstance(told, dict):
        return {}
    return _speeds(told.get(ANY)) | _speeds(told.get(digest))


def remember(
    precision: str,
    speed: Speed,
    machine: Machine,
    home: str | Path = "",
    digest: str = ANY,
    device: str = "cpu",
) -> None:
    """Keeps a measurement, for this checkpoint and as the latest of any. What is 0 is not measured and kept as it was."""
    data = _read(home)
    key = _key(machine, device)
    here = data.pop(key, None)
    data[key] = here = here if isinstance(here, dict) else {}
    for of in {digest, ANY}:
        known = _speeds(here.get(of)).get(precision, Speed())
        entry = here.setdefault(of, {})
        if isinstance(entry, dict):
            entry[precision] = {
                "decode": speed.decode or known.decode, "prefill": speed.prefill or known.prefill,
            }  # fmt: skip
    while len(data) > _MOST_MACHINES:
        data.pop(next(iter(data)))
    _write(home, data)


def _key(machine: Machine, device: str) -> str:
    name = machine.processor
    for card in machine.accelerators:
        if card.device == device:
            name = card.name
    torch = machine.packages.get("torch", "")
    return f"{name}, {machine.cores} cores, torch {torch}" if device == "cpu" else f"{name}, torch {torch}"


def _speeds(told: Any) -> dict[str, Speed]:
    if not isinstance(told, dict):
        return {}
    return {
        precision: Speed(_rate(entry.get("decode")), _rate(entry.get("prefill")))
        for precision, entry in told.items()
        if isinstance(entry, dict)
    }


def _rate(value: Any) -> float:
    fine = isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 1e9
    return float(value) if fine else 0.0


def _read(home: str | Path) -> dict[str, Any]:
    try:
        data = json.loads(_path(home).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _write(home: str | Path, data: dict[str, Any]) -> None:
    path = _path(home)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(prefix=_FILE, dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(data, file, ensure_ascii=False, indent=1)
        Path(name).replace(path)
    except OSError:
        return


def _path(home: str | Path) -> Path:
    return (Path(home) if home else cache_home()) / _FILE
