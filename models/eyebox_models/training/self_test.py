"""Before a run begins: whether the model learns one lesson by heart in seconds. What does not is not worth hours."""

from __future__ import annotations

from threading import Event
from time import perf_counter
from typing import TYPE_CHECKING

from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.training.rows import Row

if TYPE_CHECKING:
    import torch

    from eyebox_models.training.loss import Losses
    from eyebox_models.training.preference import Preferences

SECONDS, STEPS, FEWEST = 20.0, 40, 6
"""It ends when the loss has fallen enough, or after so long."""
SHORT, TRIES = 1.0, 4
"""Seconds until which it makes so many tries in any case: the first one takes longer than those of a run will."""
FALL, LITTLE, KNOWN = 0.7, 0.95, 0.05
"""Shares of the first loss that are enough to end, and to begin at all; and a loss that is as good as known."""


def learn_by_heart(
    row: Row, objective: Losses | Preferences, optimizer: torch.optim.Optimizer, stop: Event
) -> tuple[float, tuple[float, float]]:
    """The seconds that the quickest try took, and the first and the last loss. The weights are changed by it.

    Raises EyeboxError where the loss does not fall, Stopped.
    """
    losses: list[float] = []
    quickest, begun = float("inf"), perf_counter()
    while len(losses) < STEPS:
        if stop.is_set():
            raise Stopped
        last = perf_counter()
        loss = objective.of([row]) / objective.weight([row])
        losses.append(float(loss.detach()))
        least = 2 if last - begun > SHORT else TRIES
        if losses[-1] <= max(FALL * losses[0], KNOWN) and len(losses) >= least:
            break
        if last - begun > SECONDS and len(losses) >= FEWEST:
            break
        loss.backward()
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        quickest = min(quickest, perf_counter() - last)
    if not (losses[-1] <= max(LITTLE * losses[0], KNOWN)):
        raise EyeboxError(
            "teach-self-test",
            "The model does not even learn {name} by heart (its loss went from {first} to {last}), so nothing was "
            "begun; choose another learning rate (--lr), or all linear layers (--targets all).",
            name=row.name,
            first=f"{losses[0]:.3f}",
            last=f"{losses[-1]:.3f}",
        )
    return quickest, (losses[0], losses[-1])
