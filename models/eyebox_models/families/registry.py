"""Which family answers for a model: those that come with Eyebox, and strangers' by the same door.

Another package offers a family by an entry point in the group `eyebox.families` that names its class.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING, Any, cast

from eyebox_models.checkpoint.find import folder_of
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.family import Family

if TYPE_CHECKING:
    from eyebox_models.checkpoint import Checkpoint
    from eyebox_models.vision.family import VisionFamily

GROUP = "eyebox.families"

BUILT_IN = {
    "reader": "eyebox_models.families.reader:Reader",
    "scripted": "eyebox_models.families.scripted:Scripted",
}
"""Name of a family -> where its class lies. A model is called by that name, or by `name:something`."""

MODEL_TYPES = {
    "qwen2_vl": "eyebox_models.families.qwen2_vl:Qwen2VL",
    "qwen2_5_vl": "eyebox_models.families.qwen2_5_vl:Qwen25VL",
    "qwen3_vl": "eyebox_models.families.qwen3_vl:Qwen3VL",
    "qwen3_vl_moe": "eyebox_models.families.qwen3_vl:Qwen3VL",
    "qwen3_5": "eyebox_models.families.qwen3_5:Qwen35",
    "qwen3_5_moe": "eyebox_models.families.qwen3_5:Qwen35",
    "internvl": "eyebox_models.families.internvl:InternVL",
    "internvl_chat": "eyebox_models.families.internvl_chat:InternVLChat",
    "qwen": "eyebox_models.families.qwen_vl.family:QwenVL",
}
"""`model_type` of a folder's config.json -> where the class of its family lies."""

ANY = "eyebox_models.families.auto:Auto"
"""The family of all others that transformers can show pictures to; strangers' families come before it."""

_log = logging.getLogger(__name__)


def family_for(model: str) -> Family:
    """The family of a model: a name like "reader", a folder, or a downloaded name. Raises EyeboxError for no such.

    A family of Eyebox's own is the only one imported when it is named; otherwise the others are asked.
    """
    place = BUILT_IN.get(model.partition(":")[0])
    if place is not None:
        return cast("Family", _at(place))
    folder = folder_of(model)
    if folder is not None and (folder / "config.json").is_file():
        from eyebox_models.checkpoint import read_checkpoint

        return family_of(read_checkpoint(folder))
    for stranger in _strangers():
        if stranger.recognises(model):
            return stranger
    if folder is not None:
        from eyebox_models.checkpoint import read_checkpoint

        return family_of(read_checkpoint(folder))
    raise EyeboxError(
        "no-such-model",
        'No model is called "{model}", and it is no folder of a model that Eyebox knows.',
        model=model,
    )


def family_of(checkpoint: Checkpoint) -> VisionFamily:
    """The family of a checkpoint. Raises EyeboxError when no family can run it."""
    place = MODEL_TYPES.get(checkpoint.model_type)
    if place is not None:
        return cast("VisionFamily", _at(place))
    for stranger in _strangers():
        if stranger.recognises(str(checkpoint.folder)):
            return cast("VisionFamily", stranger)
    other = _at(ANY)
    if other.fits(checkpoint):
        return cast("VisionFamily", other)
    from eyebox_models.checkpoint.faults import faults_of_type

    for fault in faults_of_type(checkpoint, checkpoint.processor):
        raise EyeboxError.of(fault.sentence)
    raise EyeboxError("no-family", "No family of models can load this folder; choose another model.")


def model_types_of_strangers() -> frozenset[str]:
    """The `model_type`s that families of other packages can load."""
    return frozenset(kind for stranger in _strangers() for kind in getattr(stranger, "model_types", ()))


def _strangers() -> Iterator[Family]:
    for entry in entry_points(group=GROUP):
        stranger = _load(entry)
        if stranger is not None:
            yield stranger


def _load(entry: EntryPoint) -> Family | None:
    """A stranger's family; one that cannot be imported is noted and passed over."""
    try:
        family: Family = entry.load()()
    except Exception:
        _log.exception("the family %s (%s) cannot be used", entry.name, entry.value)
        return None
    return family


def _at(place: str) -> Any:
    module, _, attribute = place.partition(":")
    return getattr(import_module(module), attribute)()
