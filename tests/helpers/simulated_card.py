"""A machine with a card of 24 GB, of which this process may hold a part, without torch or a card.

Checkpoints of any size count as 16 GB in BF16, 9 GB in Int8 and 7 GB in Int4: with 6 GB free none fits, with 24 BF16.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from eyebox_models.fit.machine import Accelerator, Machine

GB = 1_000_000_000
CARD, HELD = 24 * GB, 18 * GB
SIZES = {"fp32": 32 * GB, "bf16": 16 * GB, "fp16": 16 * GB, "int8": 9 * GB, "int4": 7 * GB}
PACKAGES = {
    "torch": "2.15.0+cu132", "torchvision": "0.29", "transformers": "5.23.0", "accelerate": "1.15", "bitsandbytes": "0.50",
}  # fmt: skip


class SimulatedCard:
    """What is held of the card: by this process, and by others."""

    def __init__(self, here: int = 0, others: int = 0) -> None:
        self.here, self.others = here, others
        self.loads: list[tuple[str, str, str, int]] = []
        """Of each load: the model's folder, precision, device, and the bytes that were held here when it began."""

    def machine(self) -> Machine:
        free = CARD - self.here - self.others
        card = Accelerator("A card", 0, "cuda", CARD, free, (8, 9))
        return Machine(64 * GB, 48 * GB, 8, (card,), PACKAGES, frozenset({"avx2"}), "A processor")

    def held_here(self) -> dict[str, int]:
        return {"cuda:0": self.here} if self.here else {}

    def install(self, replace: Callable[[Any, str, Any], None] = setattr) -> None:
        """Puts it in the place of the real machine, and of loading."""
        from eyebox_models.fit import admission, predict
        from eyebox_models.vision.family import VisionFamily

        replace(admission, "this_machine", self.machine)
        replace(admission, "held_here", self.held_here)
        replace(predict, "weights_bytes", lambda _checkpoint, choice: SIZES[choice.precision])
        replace(VisionFamily, "load", lambda family, *rest: _Loaded(self, family, *rest))


class _Loaded:
    def __init__(
        self, card: SimulatedCard, family: Any, model: str, options: Any, _emit: Any, _stop: Any
    ) -> None:
        from eyebox_models.fit.admission import pick

        choice = pick(family.checkpoint(model), family, options)
        card.loads.append((model, choice.precision, choice.device, card.here))
        self._card, self.precision, self.device = card, choice.precision, choice.device
        if self.device == "cuda:0":
            card.here += HELD

    def answer(self, ask: Any, _emit: Any, _stop: Any) -> Any:
        from eyebox_models.protocol.ask import Answer

        return Answer(ask.turn, "Yes.", precision=self.precision, device=self.device)

    def held(self) -> dict[str, int]:
        return self._card.held_here()

    def close(self) -> None:
        self._card.here = 0


def engine_command(role: str, others: int) -> list[str]:
    """The command line of an engine on such a machine, of whose card other processes hold so many bytes."""
    code = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); import simulated_card; "
        f"simulated_card.SimulatedCard(others={others}).install(); "
        f"from eyebox_models.engine.main import main; main([{role!r}])"
    )
    return [sys.executable, "-c", code]
