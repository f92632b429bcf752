"""Who holds which bytes on which device: the reports of engines, and the one list of them that goes along with plans."""

from __future__ import annotations

from dataclasses import replace

from eyebox_models.protocol.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Holding:
    """Bytes on a device ("cpu", "cuda:0") that an engine holds for a model and gives back before it loads another.

    `engine` is the lane of that engine; whoever keeps the ledger fills it in.
    """

    model: str
    device: str
    bytes: int
    engine: str = ""


@dataclass(frozen=True, slots=True)
class Holds:
    """All that an engine holds from now on, in place of its report before."""

    holdings: tuple[Holding, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """What all engines hold, by their latest reports."""

    holdings: tuple[Holding, ...] = ()

    def updated(self, engine: str, holds: Holds) -> Ledger:
        """This ledger after a report of one engine, which replaces what that one held before."""
        others = tuple(one for one in self.holdings if one.engine != engine)
        return Ledger((*others, *(replace(one, engine=engine) for one in holds.holdings)))

    def held_by(self, engine: str) -> dict[str, int]:
        """Bytes by device of one engine."""
        found: dict[str, int] = {}
        for one in self.holdings:
            if one.engine == engine:
                found[one.device] = found.get(one.device, 0) + one.bytes
        return found
