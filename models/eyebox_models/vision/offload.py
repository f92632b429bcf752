"""Layers that do not fit live in memory or on disk and are moved in when their turn comes (by accelerate)."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from eyebox_models.checkpoint import Checkpoint
from eyebox_models.files.new_folder import is_alive
from eyebox_models.fit.machine import Machine
from eyebox_models.fit.precision import Choice
from eyebox_models.protocol.advice import own_folder
from eyebox_models.protocol.errors import Sentence

PREFIX = "offloaded-"
FOR_WEIGHTS = 0.7
"""This part of what is free goes to weights; the rest is for the cache and for what is computed."""


class Place:
    """Where a model's layers go, and the folder of those that live on disk."""

    def __init__(self) -> None:
        self.folder: Path | None = None

    def spread(
        self, checkpoint: Checkpoint, choice: Choice, machine: Machine, how: dict[str, Any]
    ) -> tuple[str, ...]:
        """Fills in the arguments of `from_pretrained` so that layers spread over card, memory and disk.

        Gives sentences for the user. Layers that are quantized by bitsandbytes stay where the device is.
        """
        if choice.quantization:
            return (
                Sentence(
                    "quantized-stays",
                    "Layers in {precision} can't live elsewhere; choose bf16 to offload them.",
                    precision=choice.precision,
                ),
            )
        _sweep()
        home = own_folder("cache")
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=home))
        how["device_map"] = "auto"
        how["max_memory"] = limits(choice, machine)
        how["offload_folder"] = str(self.folder)
        return ()

    def remove(self) -> None:
        """Removes the folder."""
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)
            self.folder = None


def limits(choice: Choice, machine: Machine) -> dict[int | str, int]:
    """Bytes of weights for the card of a choice and for memory; the rest goes to disk."""
    found: dict[int | str, int] = {}
    for card in machine.accelerators:
        if card.device == choice.device:
            found["mps" if card.kind == "mps" else card.index] = int(card.free_bytes * FOR_WEIGHTS)
    found["cpu"] = int(machine.available_bytes * FOR_WEIGHTS)
    return found


def where(model: Any) -> tuple[str, ...]:
    """A sentence on where the layers of a loaded model are, if they are not all in one place."""
    places = [str(place) for place in (getattr(model, "hf_device_map", None) or {}).values()]
    memory, disk = (places.count(place) for place in ("cpu", "disk"))
    if not memory + disk or len(set(places)) == 1:
        return ()
    return (
        Sentence(
            "parts-elsewhere",
            "Parts of the model live elsewhere ({memory} in memory, {disk} on disk), which is slow.",
            memory=memory,
            disk=disk,
        ),
    )


def _sweep() -> None:
    """Removes what engines left that were killed."""
    for folder in own_folder("cache").glob(f"{PREFIX}*"):
        number = folder.name.removeprefix(PREFIX).partition("-")[0]
        if number.isdigit() and not is_alive(int(number)):
            shutil.rmtree(folder, ignore_errors=True)
