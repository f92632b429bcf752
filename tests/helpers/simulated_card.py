"""A machine with a card of 24 GB, of which this process may hold a part, without torch and without a card.

Checkpoints of any size count as 16 GB in BF16, 9 GB in Int8 and 7 GB in Int4: with 6 GB free none fits, with 24 BF16.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil

from eyebox_models.fit.machine import Accelerator, Machine

GB = 1_000_000_000
CARD, HELD = 24 * GB, 18 * GB
SIZES = {"fp32": 32 * GB, "bf16": 16 * GB, "fp16": 16 * GB, "int8": 9 * GB, "int4": 7 * GB}
PACKAGES = {
    "torch": "2.15.0+cu132", "torchvision": "0.29", "transformers": "5.23.0", "accelerate": "1.15", "bitsandbytes": "0.50",
}  # fmt: skip


class SimulatedCard:
    """What is held of the card: by this process, and by others, which tell each other in files of a folder."""

    def __init__(self, folder: Path, others: int = 0) -> None:
        """`others`: bytes that are held by no process of the test."""
        self._folder, self._others = folder, others
        self.loads: list[tuple[str, str, str, int]] = []
        """Of each load: the model's folder, precision, device, and the bytes that were held here when it began."""

    @property
    def here(self) -> int:
        return self._all().get(os.getpid(), 0)

    @here.setter
    def here(self, count: int) -> None:
        new = self._folder / f"{os.getpid()}.new"
        new.write_text(str(count))
        new.replace(self._folder / str(os.getpid()))

    @property
    def others(self) -> int:
        return self._others + sum(count for pid, count in self._all().items() if pid != os.getpid())

    @others.setter
    def others(self, count: int) -> None:
        self._others = count

    def _all(self) -> dict[int, int]:
        files = [file for file in self._folder.iterdir() if file.name.isdigit()]
        return {int(file.name): int(file.read_text()) for file in files if psutil.pid_exists(int(file.name))}

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
        from eyebox_models.protocol.events import Answer

        return Answer(ask.turn, "Yes.", precision=self.precision, device=self.device)

    def held(self) -> dict[str, int]:
        return self._card.held_here()

    def close(self) -> None:
        self._card.here = 0


def engine_command(role: str, folder: Path, others: int = 0) -> list[str]:
    """The command line of an engine on such a machine."""
    code = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); import pathlib, simulated_card; "
        f"simulated_card.SimulatedCard(pathlib.Path({str(folder)!r}), {others}).install(); "
        f"from eyebox_models.engine.main import main; main([{role!r}])"
    )
    return [sys.executable, "-c", code]
