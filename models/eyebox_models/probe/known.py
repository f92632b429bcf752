"""Small products whose results are known beforehand, and how near to them a device comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from eyebox_models.probe.run import brief
from eyebox_models.protocol.probe import Tried

ROWS, INNER, COLUMNS = 8, 64, 32


def devices() -> list[str]:
    """The processor, and the cards that this torch can use."""
    import torch

    found = ["cpu"]
    try:
        if torch.cuda.is_available():
            found += [f"cuda:{index}" for index in range(torch.cuda.device_count())]
    except RuntimeError:
        pass
    if torch.backends.mps.is_available():
        found.append("mps")
    return found


def attempt(what: str, device: str, compute: Callable[[], str]) -> Tried:
    """Computes, and says what went wrong; `compute` returns "" when the result is right."""
    try:
        return Tried(what, device, compute())
    except Exception as error:
        return Tried(what, device, brief(error))


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
