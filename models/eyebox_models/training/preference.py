"""What is learned from pairs of answers: that the chosen one is likelier against the rejected one than it was (DPO).

Rafailov et al., "Direct Preference Optimization" (2023): of each pair the loss is -log sigmoid(beta * gain), where the gain is
how much the log of the ratio of both answers' likelihoods has grown since the untouched model. What that one thinks of each
answer is computed once, before the first step.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Event
from typing import TYPE_CHECKING

from eyebox_models.protocol.errors import Stopped
from eyebox_models.protocol.events import Progress
from eyebox_models.protocol.teaching import Rewards
from eyebox_models.training.loss import Losses
from eyebox_models.training.rows import Row

if TYPE_CHECKING:
    import torch


class Preferences:
    """The losses of rows that have a rejected answer. A step weighs pairs alike, however long their answers are."""

    def __init__(self, losses: Losses, beta: float) -> None:
        self._losses, self._beta = losses, beta
        self._untouched: dict[int, float] = {}
        self._margins: list[float] = []

    def look(self, rows: Sequence[Row], stop: Event, emit: Callable[[Progress], object]) -> None:
        """Computes what the model thinks of all pairs as it is now: untouched. Raises Stopped."""
        import torch

        for number, row in enumerate(rows):
            if stop.is_set():
                raise Stopped
            emit(Progress("checking", number / len(rows)))
            with torch.no_grad():
                self._untouched[row.lesson] = float(self._ratio(row))

    def of(self, rows: Sequence[Row]) -> torch.Tensor:
        """The sum of the losses of pairs, a scalar with its graph."""
        import torch

        gains = torch.stack([self._ratio(row) - self._untouched[row.lesson] for row in rows])
        margins = self._beta * gains
        self._margins += margins.tolist()
        return -torch.nn.functional.logsigmoid(margins).sum()

    def rewards(self) -> Rewards | None:
        """Of all pairs whose losses were computed since it was asked last; None for none."""
        margins, self._margins = self._margins, []
        if not margins:
            return None
        return Rewards(sum(margins) / len(margins), sum(one > 0 for one in margins) / len(margins))

    def weight(self, rows: Sequence[Row]) -> int:
        """What a sum of losses is divided by."""
        return len(rows)

    def _ratio(self, row: Row) -> torch.Tensor:
        """The log of how much likelier the chosen answer is than the rejected one."""
        assert row.rejected is not None
        return self._losses.of([row.rejected]) - self._losses.of([row])
