"""What is learned from pairs of answers: that the chosen one is likelier against the rejected one than it was (DPO).

Rafailov et al., "Direct Preference Optimization" (2023): of each pair the loss is -log sigmoid(beta * gain), where the gain is
how much the log of the ratio of both answers' likelihoods has grown since the untouched model. What that one thinks of each
answer is computed once, before the first step.
"""

from __future__ import annotations

from collections.abc import Sequence
from threading import Event
from typing import TYPE_CHECKING

from eyebox_models.protocol.errors import Stopped
from eyebox_models.training.loss import Losses
from eyebox_models.training.rows import Row

if TYPE_CHECKING:
    import torch


class Preferences:
    """The losses of rows that have a rejected answer. A step weighs pairs alike, however long their answers are."""

    def __init__(self, losses: Losses, beta: float) -> None:
        self._losses, self._beta = losses, beta
        self._untouched: dict[int, float] = {}

    def look(self, rows: Sequence[Row], stop: Event) -> None:
        """Computes what the model thinks of all pairs as it is now: untouched. Raises Stopped."""
        import torch

        for row in rows:
            if stop.is_set():
                raise Stopped
            with torch.no_grad():
                self._untouched[row.lesson] = float(self._ratio(row))

    def of(self, rows: Sequence[Row]) -> torch.Tensor:
        """The sum of the losses of pairs, a scalar with its graph."""
        import torch

        gains = torch.stack([self._ratio(row) - self._untouched[row.lesson] for row in rows])
        return -torch.nn.functional.logsigmoid(self._beta * gains).sum()

    def weight(self, rows: Sequence[Row]) -> int:
        """What a sum of losses is divided by."""
        return len(rows)

    def _ratio(self, row: Row) -> torch.Tensor:
        """The log of how much likelier the chosen answer is than the rejected one."""
        assert row.rejected is not None
        return self._losses.of([row.rejected]) - self._losses.of([row])
