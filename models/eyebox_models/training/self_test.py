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
FALL, LITTLE, KNOWN = 0.7, 0.95, 0.05
"""Shares of the first loss that are enough to end, and to begin at all; and a loss that is as good as known."""


def learn_by_heart(
    row: Row, objective: Losses | Preferences, optimizer: torch.optim.Optimizer, stop: Event
) -> tuple[float, tuple[float, float]]:
    """The seconds that a try takes, and the first and the last loss. The weights are changed by it.

    Raises EyeboxError where the loss does not fall, Stopped.
    """
    losses: list[float] = []
    begun = perf_counter()
    while len(losses) < STEPS:
        if stop.is_set():
            raise Stopped
        loss = objective.of([row]) / objective.weight([row])
        losses.append(float(loss.detach()))
        if losses[-1] <= max(FALL * losses[0], KNOWN) and len(losses) > 1:
            break
        if perf_counter() - begun > SECONDS and len(losses) >= FEWEST:
            break
        loss.backward()
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
    if not (losses[-1] <= max(LITTLE * losses[0], KNOWN)):
        raise EyeboxError(
            "teach-self-test",
            "The model does not even learn {name} by heart (its loss went from {first} to {last}), so nothing was "
            "begun; choose another learning rate (--lr), or all linear layers (--targets all).",
            name=row.name,
            first=f"{losses[0]:.3f}",
            last=f"{losses[-1]:.3f}",
        )
    return (perf_counter() - begun) / len(losses), (losses[0], losses[-1])
