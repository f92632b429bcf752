"""Rewrites a model in an original layout in that of transformers, once, so that it loads without being translated."""

from __future__ import annotations

from pathlib import Path
from threading import Event

from eyebox_models.checkpoint.find import folder_of
from eyebox_models.families.registry import checkpoint_at, family_of
from eyebox_models.files.new_folder import new_folder
from eyebox_models.library.cards import inspect
from eyebox_models.protocol.cards import ModelCard
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.family import Emit


def convert(folder: str, target: str, emit: Emit, stop: Event) -> ModelCard:
    """Converts a folder into the new folder `target`. Emits Progress("converting", 0..1).

    Raises EyeboxError, Stopped; then nothing is left of the new folder.
    """
    source = folder_of(folder)
    if source is None:
        raise EyeboxError(
            "no-model-folder-chosen", "{folder} is no folder of a model; choose one.", folder=folder
        )
    checkpoint = checkpoint_at(source)
    if checkpoint.problems:
        raise EyeboxError.of(checkpoint.problems[0], "\n".join(checkpoint.problems))
    family = family_of(checkpoint)
    with new_folder(Path(target), checkpoint.weight_bytes) as made:
        family.convert(checkpoint, made, emit, stop)
        made.chmod(0o755)
    return inspect(str(Path(target).expanduser().absolute()))
