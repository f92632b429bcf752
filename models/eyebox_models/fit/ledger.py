"""What this process holds, and what a machine has free once an engine gives back what it holds. Imports no torch."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from eyebox_models.fit.machine import Machine

PROGRAM = 600_000_000
"""Bytes of memory that an engine takes by itself, with torch and without a model."""


def held_here() -> dict[str, int]:
    """Bytes by device that this process gives back when its model is closed: weights and the caches that are kept.

    Weights that are mapped from their files take no memory away and are not counted; the memory is known on Linux only.
    """
    found = {"cpu": max(0, _private_bytes() - PROGRAM), **_on_cards()}
    return {device: count for device, count in found.items() if count}


def with_given_back(machine: Machine, held: Mapping[str, int]) -> Machine:
    """The machine as it is once these bytes are free, of each device."""
    cards = tuple(
        replace(card, free_bytes=_more(card.free_bytes, held.get(card.device, 0), card.total_bytes))
        for card in machine.accelerators
    )
    available = _more(machine.available_bytes, held.get("cpu", 0), machine.memory_bytes)
    return replace(machine, available_bytes=available, accelerators=cards)


def _more(free: int, given_back: int, total: int) -> int:
    return max(free, min(free + given_back, total))


def _private_bytes() -> int:
    try:
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith("RssAnon:"):
                return int(line.split()[1]) * 1024
    except (OSError, ValueError, IndexError):
        pass
    return 0


def _on_cards() -> dict[str, int]:
    """What torch has taken of each card, if it is loaded: emptying its cache gives all of that back."""
    torch: Any = sys.modules.get("torch")
    cuda, mps = getattr(torch, "cuda", None), getattr(torch, "mps", None)
    if cuda is not None and cuda.is_initialized():
        return {f"cuda:{index}": int(cuda.memory_reserved(index)) for index in range(cuda.device_count())}
    if mps is not None and sys.platform == "darwin" and torch.backends.mps.is_available():
        return {"mps": int(mps.driver_allocated_memory())}
    return {}
