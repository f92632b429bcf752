"""Which family answers for a model: those that come with Eyebox, and those of other packages by the same way.

Another package offers a family by an entry point in the group `eyebox.families` that names its FamilyInfo.
"""

from __future__ import annotations

import logging
import sys
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from eyebox_models.checkpoint import Checkpoint, FamilyInfo, FamilyTable, read_checkpoint
from eyebox_models.checkpoint.faults import faults_of_type
from eyebox_models.checkpoint.find import folder_of
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.vision.compat import image_text_types, text_types

if TYPE_CHECKING:
    from eyebox_models.protocol.family import Family
    from eyebox_models.vision.family import VisionFamily

GROUP = "eyebox.families"

BUILT_IN = {
    "reader": "eyebox_models.families.reader:INFO",
    "scripted": "eyebox_models.families.scripted:INFO",
    "endpoint": "eyebox_models.endpoints.family:INFO",
    "qwen_vl": "eyebox_models.families.qwen_vl.info:INFO",
    "qwen2_vl": "eyebox_models.families.qwen2_vl:INFO",
    "qwen2_5_vl": "eyebox_models.families.qwen2_5_vl:INFO",
    "qwen3_vl": "eyebox_models.families.qwen3_vl:INFO",
    "qwen3_5": "eyebox_models.families.qwen3_5:INFO",
    "internvl": "eyebox_models.families.internvl.family:INFO",
    "internvl_chat": "eyebox_models.families.internvl.original:INFO",
}
"""Name of a family -> where its FamilyInfo lies, as an entry point of another package names it."""

OTHERS = "eyebox_models.families.auto:INFO"
"""The family of all other types that transformers can show pictures to."""

_log = logging.getLogger(__name__)


def family_for(model: str) -> Family:
    """The family of a model: a name like "reader", a folder, or a downloaded name. Raises EyeboxError for no such.

    A family whose name the model begins with is the only one that is looked at; otherwise all are asked.
    """
    named = named_family(model)
    if named is not None:
        return _made(named)
    folder = folder_of(model)
    if folder is not None and (folder / "config.json").is_file():
        return family_of(checkpoint_at(folder))
    for info in table().families:
        if info.recognises is not None and info.recognises(model):
            return _made(info)
    if folder is not None:
        return family_of(checkpoint_at(folder))
    raise EyeboxError(
        "no-such-model",
        'No model is called "{model}", and it is no folder of a model that Eyebox knows.',
        model=model,
    )


def named_family(model: str) -> FamilyInfo | None:
    """The family that knows a model by its name, which begins with the family's ("scripted:FILE"). None for no such."""
    place = _places(tuple(sys.path)).get(model.partition(":")[0])
    info = _info(place) if place is not None else None
    return info if info is not None and info.recognises is not None and info.recognises(model) else None


def family_of(checkpoint: Checkpoint) -> VisionFamily:
    """The family of a checkpoint. Raises EyeboxError when no family can run it."""
    info = info_of(checkpoint)
    if info is not None:
        return cast("VisionFamily", _made(info))
    for fault in faults_of_type(checkpoint, table()):
        raise EyeboxError.of(fault.sentence)
    raise EyeboxError("no-family", "No family of models can load this folder; choose another model.")


def info_of(checkpoint: Checkpoint) -> FamilyInfo | None:
    """What is known of a checkpoint's family; None when no family can run it."""
    known = table()
    found = known.family_of(checkpoint.model_type)
    if found is None and checkpoint.model_type in known.other_types:
        return _info(OTHERS)
    return found


def checkpoint_at(folder: str | Path) -> Checkpoint:
    """What a folder holds, by all families that there are. Raises EyeboxError when it is no model folder at all."""
    return read_checkpoint(folder, table())


def info_named(name: str) -> FamilyInfo:
    """What is known of the family with this name ("qwen2_5_vl"). Raises KeyError for none."""
    info = _info(_places(tuple(sys.path))[name])
    if info is None:
        raise KeyError(name)
    return info


def table() -> FamilyTable:
    """All families. One of another package that cannot be imported is noted and passed over."""
    return _table(tuple(sys.path))


@cache
def _table(path: tuple[str, ...]) -> FamilyTable:
    infos = [info for place in _places(path).values() if (info := _info(place)) is not None]
    return FamilyTable(tuple(infos), image_text_types(), text_types())


@cache
def _places(path: tuple[str, ...]) -> dict[str, str]:
    """Where the FamilyInfo of each family lies, with those of the packages that are installed in `path`."""
    others = {entry.name: entry.value for entry in entry_points(group=GROUP)}
    return BUILT_IN | {name: place for name, place in others.items() if name not in BUILT_IN}


@cache
def _info(place: str) -> FamilyInfo | None:
    try:
        found = _at(place)
        if not isinstance(found, FamilyInfo):
            raise TypeError(f"{place} is no FamilyInfo")
    except Exception:
        _log.exception("the family %s cannot be used", place)
        return None
    return found


def _made(info: FamilyInfo) -> Family:
    """The family itself, which knows all others' types."""
    family = _at(info.place)()
    if hasattr(family, "table"):
        family.table = table()
    return cast("Family", family)


def _at(place: str) -> Any:
    module, _, attribute = place.partition(":")
    return getattr(import_module(module), attribute)
